import Foundation
import Guides
import Sources
import Values

/// A guide to begin with: a file for every language, with the sections of its kind.
public struct NewGuide: Sendable {
    private let folder: ProjectFolder
    private let name: String
    private let kind: String?

    /// - Parameters:
    ///   - name: the path of the guide's folder below `content/`.
    ///   - kind: nil takes the project's.
    public init(_ folder: ProjectFolder, name: String, kind: String?) {
        self.folder = folder
        self.name = name
        self.kind = kind
    }

    /// Writes the files: all of them, or none.
    ///
    /// - Returns: their paths in the project's folder.
    public func write() -> Outcome<[String]> {
        guard Self.isName(name) else {
            return Outcome(nil, [Diagnostic(BadGuideName(name: name), at: Place(path: "content"))], isUsage: true)
        }
        var found: [Diagnostic] = []
        guard let file = folder.read(ProjectFolder.configurationName, &found) else {
            return Outcome(nil, found, isUsage: true)
        }
        let (configuration, problems) = Configuration.read(file)
        let templates = TemplateFolder(project: folder)
        let languages = templates.languages(configuration?.languages ?? [], &found)
        let kinds = templates.kinds(&found)
        found += problems
        guard let configuration, !found.hasErrors else { return Outcome(nil, found, isUsage: true) }
        let wanted = kind ?? configuration.kind
        do throws(Refusal) {
            guard let rule = kinds[wanted] else {
                throw .usage(NoKind(name: wanted, known: kinds.keys.sorted()), at: "--kind")
            }
            return Outcome(try files(rule, languages, isNamed: kind != nil).write(), found)
        } catch {
            return Outcome(nil, found + error.diagnostics, isUsage: error.isUsage)
        }
    }

    private func files(_ kind: Kind, _ languages: [Language], isNamed: Bool) -> NewFiles {
        var files = NewFiles(in: folder.path)
        let start = "\(InventoryReader.contentFolder)/\(name)/"
        files.add(
            start + "guide.yaml",
            (isNamed ? "kind: \(kind.id)\n" : "")
                + "# The errors that the guide is about, as people paste them.\nerrors: []\ntags: []\n")
        for language in languages { files.add("\(start)\(language.tag).md", text(kind, language)) }
        return files
    }

    /// “TODO” stands for each text that is to be written; `translator-leftover` finds it for as long as it is there.
    private func text(_ kind: Kind, _ language: Language) -> String {
        var text = "---\ntitle: \(title)\nsummary: TODO\n---\n\n"
        if kind.isFree { return text + "TODO\n" }
        for section in kind.sections where section.isRequired {
            text += "## \(language.sections[section.id]?.first ?? "TODO {#\(section.id)}")\n\n"
            text += section.isSteps ? "### TODO\n\nTODO\n\n" : "TODO\n\n"
        }
        text.removeLast()
        return text
    }

    /// What the name says: “Load paper” for `printers/load-paper`.
    private var title: String {
        let words = (name.split(separator: "/").last ?? "").replacing("-", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Whether a path can be that of a guide.
    static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".") && part.utf8.count <= 200
                    && part.unicodeScalars.allSatisfy(isNameScalar)
            }
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar)
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
