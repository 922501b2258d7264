import Foundation
import Guides
import TestSupport

@testable import Workflows

/// A small project in French and English without faults, in memory.
struct MemoryProject {
    let files: MemoryFiles

    /// - Parameters:
    ///   - values: the declarations of values.
    ///   - accepted: whether the translation is recorded as current.
    init(values: String = "", accepted: Bool = true) {
        files = MemoryFiles(texts: [
            "vademecum.yaml": "title: {fr: Guides, en: Guides}\nlanguages: [fr, en]\n"
                + (values.isEmpty ? "" : "values:\n  \(values)\n"),
            "content/ask/fr.md": AskGuide.french, "content/ask/en.md": AskGuide.english,
        ])
        if accepted { accept() }
    }

    var folder: ProjectFolder { ProjectFolder(files) }

    /// A file's text.
    func text(_ path: String) throws -> String { String(decoding: try files.read(path), as: UTF8.self) }

    func write(_ text: String, at path: String) throws { try files.write(Array(text.utf8), to: path) }

    /// Replaces a text in a file of the guide.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        try write(try text("content/ask/\(file)").replacing(old, with: new), at: "content/ask/\(file)")
    }

    // MARK: Use cases

    func check(_ values: ValueOptions = ValueOptions()) -> Outcome<ContentCheck.Result> {
        ContentCheck(folder, values, CheckOptions()).check()
    }

    @discardableResult
    func accept(_ change: (inout TranslationsOptions) -> Void = { _ in }) -> Outcome<TranslationWork.Result> {
        var options = TranslationsOptions()
        change(&options)
        return TranslationWork(folder, options).accept()
    }
}

extension Outcome {
    /// What was found, a line each: `file:line:column: severity[check]`.
    var findings: [String] {
        diagnostics.map {
            let file = $0.place.path.split(separator: "/").last ?? ""
            return "\(file):\($0.place.line):\($0.place.column): \($0.severity.rawValue)[\($0.check)]"
        }
    }
}
