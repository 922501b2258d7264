import Guides
import Sources
import Values

/// A file of the content that is neither a guide's text nor something for its page, and what was probably meant by it.
struct MisplacedFile {
    private let name: String
    private let folder: String
    private let languages: [LanguageTag]
    /// The name without its ending.
    let stem: String

    init(name: String, folder: String, languages: [LanguageTag]) {
        self.name = name
        self.folder = folder
        self.languages = languages
        stem = name.split(separator: ".").dropLast().joined(separator: ".")
    }

    /// What code hosts show beside a folder, and no guide is.
    private static let hostFiles: Set = [
        "readme", "changelog", "contributing", "license", "licence", "authors", "code_of_conduct", "security",
    ]
    private static let endings: Set = ["md", "markdown", "mdown", "mkd", "mdx"]

    /// What can be done with the file; nil where it is in its place.
    var advice: UnknownLanguageFile.Advice? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let ending = parts.last, Self.endings.contains(ending.lowercased()) else {
            return metadataAdvice
        }
        // `README.fr.md` is one too.
        if let first = parts.first, Self.hostFiles.contains(first.lowercased()) { return nil }
        if let tag = language(stem) { return isInGuide ? .rename("\(tag).md") : .addLanguage }
        // `setup.fr.md`, and `index.fr.md` in the guide’s folder.
        if parts.count == 3, let tag = language(parts[1]) { return place(parts[0], tag) }
        let last = folder.split(separator: "/").last.map(String.init) ?? ""
        // `content/fr/setup.md`
        if let tag = language(last), folder.split(separator: "/").count == 2 {
            return .move("\(InventoryReader.contentFolder)/\(stem)/\(tag).md")
        }
        guard let tag = languages.first else { return .addLanguage }
        if !isInGuide { return place(stem, tag) }
        if last == SnippetReader.folder { return .rename("\(stem).\(tag).md") }
        return ending == "md" || language(stem) != nil ? .addLanguage : nil
    }

    private var isInGuide: Bool { folder != InventoryReader.contentFolder }

    private func place(_ name: String, _ tag: LanguageTag) -> UnknownLanguageFile.Advice {
        let isIndex = ["index", "readme", "guide"].contains(name.lowercased())
        return isIndex && isInGuide ? .rename("\(tag).md") : .move("\(folder)/\(name)/\(tag).md")
    }

    /// `guide.yml`, `Guide.yaml`.
    private var metadataAdvice: UnknownLanguageFile.Advice? {
        let lower = name.lowercased()
        return name != "guide.yaml" && (lower == "guide.yaml" || lower == "guide.yml") ? .rename("guide.yaml") : nil
    }

    /// The language that a name means, whatever the case of its letters and the sign between its parts.
    private func language(_ name: String) -> LanguageTag? {
        let wanted = name.replacing("_", with: "-").lowercased()
        return languages.first { $0.rawValue.lowercased() == wanted }
            ?? languages.first { tag in
                wanted.hasPrefix("\(tag.rawValue.lowercased())-") && wanted.utf8.count == tag.rawValue.utf8.count + 3
            }
    }
}
