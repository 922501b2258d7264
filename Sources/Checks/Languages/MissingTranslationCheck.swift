import Guides
import Sources

/// A guide that one of the site's languages lacks.
struct MissingTranslationCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MissingTranslation.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guard let source = guide.editions.first else { return [] }
        let written = guide.editions.map(\.language.tag)
        return context.project.languages.filter { !written.contains($0.tag) }.map { language in
            let folder = Self.folder(of: source.file.path)
            let place = Place(path: "\(folder)\(language.tag).md")
            let related = Diagnostic.Related(Place(path: source.file.path), "it is written in \(source.language.name)")
            return Diagnostic(
                MissingTranslation(tag: language.tag.rawValue, name: language.name), at: place, related: [related])
        }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

struct MissingTranslation: Problem {
    static let description = CheckDescription(
        "missing-translation", .languages, .warning,
        summary: "A guide that one of the site's languages lacks.",
        why: "Readers of that language get the page in another, with a notice that says so.",
        mending: "Write the file that the message names.",
        faulty: [CheckExample(fr: "Texte.", "there is no text in English (`en`)")],
        clean: [CheckExample(fr: "Texte.", en: "Text.")])

    let tag: String
    let name: String

    var message: String { "there is no text in \(name) (`\(tag)`)" }
    var help: String? { "write this file, or take `\(tag)` out of `languages:` in vademecum.yaml" }
}
