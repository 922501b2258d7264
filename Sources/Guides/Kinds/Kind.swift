import Sources

/// What structure guides of one kind have, as its file in `templates/kinds` says.
public struct Kind: Sendable {
    /// The name, which is also the file's.
    public let id: String
    /// The sections, in their order.
    public let sections: [SectionRule]
    /// Whether a page has the headings that its author likes, none of which means anything to the program.
    public let isFree: Bool

    /// Puts a kind together.
    public init(id: String, sections: [SectionRule], isFree: Bool = false) {
        self.id = id
        self.sections = sections
        self.isFree = isFree
    }

    /// Reads a kind's file.
    public static func read(_ file: SourceFile, id: String) -> (kind: Kind?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return (nil, diagnostics) }
        var reader = YAMLReader()
        let keys = reader.mapping(node, keys: ["sections", "free"])
        let isFree = keys["free"].flatMap { reader.flag($0) } ?? false
        if let sections = keys["sections"], isFree {
            reader.report(
                WrongShape(expected: "no sections beside `free: true`", got: sections.shape), at: sections.place)
        } else if keys["sections"] == nil, !isFree {
            reader.report(MissingKey(key: "sections"), at: node.place)
        }
        var rules: [SectionRule] = []
        for node in keys["sections"].map({ reader.list($0) }) ?? [] {
            let keys = reader.mapping(node, keys: ["id", "required", "steps"], required: ["id"])
            guard let id = keys["id"].flatMap({ reader.text($0) }) else { continue }
            let isRequired = keys["required"].flatMap { reader.flag($0) } ?? true
            let isSteps = keys["steps"].flatMap { reader.flag($0) } ?? false
            rules.append(SectionRule(id: id, isRequired: isRequired, isSteps: isSteps))
        }
        return (Kind(id: id, sections: rules, isFree: isFree), diagnostics + reader.diagnostics)
    }
}
