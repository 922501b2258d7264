import Foundation
import Guides
import Import
import Sources
import Values

/// What the name of a file says of the text in it.
struct ImportNames {
    /// The name without its endings and its language.
    let stem: String
    /// The language that the name ends in: `guide.fr.md`, `README_FR.md`, `fr.md`.
    let language: String?

    init(_ path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var stem = name
        for ending in [".md", ".markdown", ".mdx", ".mdown", ".txt"] where stem.lowercased().hasSuffix(ending) {
            stem = String(stem.dropLast(ending.count))
            break
        }
        let parts = stem.split { $0 == "." || $0 == "_" || $0 == "-" }
        if let last = parts.last, last.utf8.count == 2, last.utf8.allSatisfy(\.isASCIILetter),
            Locale.LanguageCode(String(last).lowercased()).isISOLanguage
        {
            language = last.lowercased()
            stem = String(stem.dropLast(last.count)).trimmingCharacters(in: CharacterSet(charactersIn: "._-"))
        } else {
            language = nil
        }
        self.stem = stem
    }

    /// The ID of a guide: from the file's name, or from the title where the name says nothing.
    func guide(titled title: String?) -> String {
        let generic: Set = [
            "", "readme", "index", "doc", "document", "guide", "how-to", "howto", "stdin", "texte", "text", "page",
        ]
        let name = Self.slug(stem)
        if generic.contains(name), let title, !Self.slug(title).isEmpty { return Self.slug(title) }
        return name.isEmpty ? "guide" : name
    }

    /// A text as an ID: small letters of ASCII, digits and dashes.
    static func slug(_ text: String) -> String {
        let folded = ImportWords.folded(text).replacing("œ", with: "oe").replacing("æ", with: "ae")
        let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.prefix(8).joined(separator: "-")
    }

    static func isGuide(_ id: String) -> Bool {
        !id.isEmpty
            && id.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".") && part.utf8.allSatisfy { $0.isTokenPart || $0 == 0x2E }
            }
    }

    /// The first heading of a text.
    static func title(of file: SourceFile) -> String? {
        let text = String(decoding: file.bytes.prefix(4000), as: UTF8.self)
        return text.split(separator: "\n").first { $0.hasPrefix("# ") || $0.hasPrefix("title:") }.map {
            String($0.drop { $0 == "#" || $0 == " " }.trimmingPrefix("title:"))
        }
    }

    /// The language whose common words a text has most of; nil where it has none.
    static func language(of bytes: [UInt8], among languages: [Language]) -> Language? {
        let words = String(decoding: bytes, as: UTF8.self).lowercased().replacing("’", with: "'")
            .split { !$0.isLetter }.map(String.init)
        var best: (language: Language, count: Int)?
        for language in languages {
            let common = Set(language.writing.commonWords.filter { !$0.contains("’") })
            let count = words.count { common.contains($0) }
            if count > best?.count ?? 0 { best = (language, count) }
        }
        return best?.language
    }
}
