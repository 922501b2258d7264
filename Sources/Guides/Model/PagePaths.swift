import Sources
import Values

/// Where guides' pages stand below the folder of their language, where that is not the guide's ID.
public struct PagePaths: Sendable, Equatable {
    private var paths: [LanguageTag: [ExactText: String]] = [:]
    private var guides: [LanguageTag: [ExactText: String]] = [:]

    /// Every page stands where its guide does.
    public init() {}

    /// Whether every page stands where its guide does.
    public var isEmpty: Bool { paths.isEmpty }

    /// Gives a guide's page in a language a place of its own.
    public mutating func set(_ path: String, of guide: String, in language: LanguageTag) {
        paths[language, default: [:]][ExactText(guide)] = path
        guides[language, default: [:]][ExactText(path)] = guide
    }

    /// The path of a guide's page.
    public func path(of guide: String, in language: LanguageTag) -> String {
        paths.isEmpty ? guide : paths[language]?[ExactText(guide)] ?? guide
    }

    /// The paths that a guide's pages have of their own, by language.
    public func paths(of guide: String) -> [(language: LanguageTag, path: String)] {
        paths.compactMap { language, paths in paths[ExactText(guide)].map { (language, $0) } }
            .sorted { $0.language.rawValue < $1.language.rawValue }
    }

    /// The guide whose page in a language has a path of its own; nil where none has that one.
    public func guide(at path: String, in language: LanguageTag) -> String? { guides[language]?[ExactText(path)] }
}

/// The path that `guide.yaml` gives the guide's page in a language.
public struct GuidePath: Sendable {
    /// The language of the page.
    public let language: LanguageTag
    /// The path below the language's folder, with `/` between its parts.
    public let path: String
    /// Where it is given.
    package let node: YAMLNode

    /// Reads one path for all languages, or one for each.
    package static func read(_ node: YAMLNode, _ languages: [LanguageTag], _ reader: inout YAMLReader) -> [GuidePath] {
        guard case .mapping = node.content else {
            guard let path = path(node, &reader) else { return [] }
            return languages.map { GuidePath(language: $0, path: path, node: node) }
        }
        return (reader.pairs(node) ?? []).compactMap { name, key, value in
            guard let language = reader.language(name, at: key.place) else { return nil }
            guard languages.contains(language) else {
                reader.report(UnknownKey(key: name, known: languages.map(\.rawValue)), at: key.place)
                return nil
            }
            return path(value, &reader).map { GuidePath(language: language, path: $0, node: value) }
        }
    }

    private static func path(_ node: YAMLNode, _ reader: inout YAMLReader) -> String? {
        guard let text = reader.text(node) else { return nil }
        let path = text.hasSuffix("/") ? String(text.dropLast()) : text
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPath = names.allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 200
                && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0.isOne(of: "\\?#%:*\"<>|") }
        }
        if isPath, names.last != "index.html" { return path }
        reader.report(BadPath(.form(text)), at: node.place)
        return nil
    }
}
