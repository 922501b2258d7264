import Sources
import Values

extension Configuration {
    /// Reads `vademecum.yaml`; nil where nothing can be built with it.
    public static func read(_ file: SourceFile) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return (nil, diagnostics) }
        var reader = YAMLReader()
        let keys = reader.mapping(
            node,
            keys: [
                "title", "languages", "audience", "url", "source", "issues", "kind", "placeholders", "wiki", "check",
                "terms",
                "groups", "tags", "redirects",
                "values",
            ],
            required: ["title", "languages"])
        let title = keys["title"].map { reader.localizedText($0, fallback: "") } ?? LocalizedText([:], fallback: "")
        let languages = keys["languages"].map { readLanguages($0, &reader) } ?? []
        let audience = keys["audience"].flatMap { readAudience($0, &reader) } ?? .public
        let url = keys["url"].flatMap { readAddress($0, &reader) }
        let source = keys["source"].flatMap { readAddress($0, &reader) }
        let issues = keys["issues"].flatMap { readAddress($0, isFolder: false, &reader) }
        let kind = keys["kind"].flatMap { reader.text($0) } ?? "how-to"
        let placeholders = keys["placeholders"].flatMap { Placeholders.read($0, &reader) } ?? .all
        let wiki = keys["wiki"].map { WikiSettings.read($0, &reader) } ?? WikiSettings()
        let ignores = keys["check"].map { IgnoreRule.read($0, &reader) } ?? []
        let groups = keys["groups"].map { GuideGroup.read($0, &reader) } ?? []
        var tags: [String: LocalizedText] = [:]
        for (name, _, label) in keys["tags"].flatMap({ reader.pairs($0) }) ?? [] {
            tags[name] = reader.localizedText(label, fallback: name)
        }
        let terms = keys["terms"].map { TermRules.read($0, &reader) } ?? .none
        let redirects = keys["redirects"].map { Redirects.read($0, &reader) } ?? []
        var declarations = DeclarationReader(languages: languages)
        if let node = keys["values"] { declarations.read(node) }
        diagnostics += reader.diagnostics + declarations.diagnostics
        guard !languages.isEmpty else { return (nil, diagnostics) }
        let configuration = Configuration(
            title: title, languages: languages, audience: audience, url: url, source: source, issues: issues,
            kind: kind,
            placeholders: placeholders, wiki: wiki, ignores: ignores, terms: terms, groups: groups, tags: tags,
            redirects: redirects, values: declarations.declarations)
        return (configuration, diagnostics)
    }

    private static func readLanguages(_ node: YAMLNode, _ reader: inout YAMLReader) -> [LanguageTag] {
        var languages: [LanguageTag] = []
        for item in reader.list(node) {
            guard let text = reader.text(item), let tag = reader.language(text, at: item.place) else { continue }
            if languages.contains(tag) {
                reader.report(RepeatedName(name: text), at: item.place)
            } else {
                languages.append(tag)
            }
        }
        if languages.isEmpty, reader.diagnostics.isEmpty {
            reader.report(WrongShape(expected: "at least one language", got: "none"), at: node.place)
        }
        return languages
    }

    private static func readAudience(_ node: YAMLNode, _ reader: inout YAMLReader) -> Audience? {
        guard let text = reader.text(node) else { return nil }
        if let audience = Audience(rawValue: text) { return audience }
        reader.report(WrongShape(expected: "`public` or `team`", got: "`\(text)`"), at: node.place)
        return nil
    }

    /// - Parameter isFolder: whether more is put behind it, so that it ends with a slash.
    private static func readAddress(_ node: YAMLNode, isFolder: Bool = true, _ reader: inout YAMLReader) -> String? {
        guard let text = reader.text(node) else { return nil }
        guard (try? ValueParser.parse(text, as: .url)) != nil, !text.hasPrefix("mailto:") else {
            reader.report(WrongShape(expected: "an address with https or http", got: "`\(text)`"), at: node.place)
            return nil
        }
        return !isFolder || text.hasSuffix("/") ? text : text + "/"
    }
}
