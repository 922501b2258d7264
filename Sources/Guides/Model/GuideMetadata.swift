import Messages
import Sources
import Values

/// `guide.yaml`: what is the same in every language.
public struct GuideMetadata: Sendable {
    /// The name of the guide's kind.
    public let kind: String
    /// Where the kind is named.
    let kindNode: YAMLNode?
    /// Words to find the guide by.
    public let tags: [String]
    /// The day of the last review.
    public let reviewed: CalendarDate?
    /// How long a review is good for, in seconds.
    public let reviewEvery: Double?
    /// How the error that the guide is about is worded, those in no language or each language's in their order.
    public let errors: [ErrorPattern]
    /// Where each of them stands.
    package let errorNodes: [YAMLNode]
    /// Messages that must find the guide.
    public let samples: [ErrorSample]
    /// The name of the error's address; nil where it has none.
    public let errorID: ErrorID?
    /// The paths of its pages, where they are not the guide's.
    public let paths: [GuidePath]
    /// Which names in braces are placeholders; nil where the configuration says so.
    public let placeholders: Placeholders?
    /// Where lists show the guide among those beside it: by number, before those that have none.
    public let order: Double?
    /// What templates of the project's own may show.
    public let extra: Extra
    /// Examples that suit this guide better than the configuration's.
    public let examples: [String: Value]

    /// That of a text that belongs to no guide.
    static let none = GuideMetadata(
        kind: "", kindNode: nil, tags: [], reviewed: nil, reviewEvery: nil, errors: [], errorNodes: [],
        samples: [], errorID: nil, paths: [], placeholders: nil, order: nil, extra: .none, examples: [:])

    /// Reads the file.
    public static func read(
        _ file: SourceFile, configuration: Configuration
    ) -> (metadata: GuideMetadata?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return (nil, diagnostics) }
        var reader = YAMLReader()
        let keys = reader.mapping(
            node,
            keys: [
                "kind", "tags", "reviewed", "review-every", "errors", "error-id", "samples", "examples", "placeholders",
                "path", "order", "extra",
            ])
        let errors = keys["errors"].map { Self.errors($0, configuration, &reader) } ?? []
        let metadata = GuideMetadata(
            kind: keys["kind"].flatMap { reader.text($0) } ?? configuration.kind,
            kindNode: keys["kind"],
            tags: keys["tags"].map { reader.list($0).compactMap { reader.text($0) } } ?? [],
            reviewed: keys["reviewed"].flatMap { date($0, &reader) },
            reviewEvery: keys["review-every"].flatMap { duration($0, &reader) }, errors: errors.map(\.pattern),
            errorNodes: errors.map(\.node),
            samples: keys["samples"].map { samples($0, configuration, &reader) } ?? [],
            errorID: keys["error-id"].flatMap { ErrorID.read($0, &reader) },
            paths: keys["path"].map { GuidePath.read($0, configuration.languages, &reader) } ?? [],
            placeholders: keys["placeholders"].flatMap { Placeholders.read($0, &reader) },
            order: keys["order"].flatMap { number($0, &reader) }, extra: Extra.read(keys["extra"], &reader),
            examples: keys["examples"].map { examples($0, configuration, &reader) } ?? [:])
        return (metadata, diagnostics + reader.diagnostics)
    }

    /// A list of patterns, or one for each language that the tool speaks.
    private static func errors(
        _ node: YAMLNode, _ configuration: Configuration, _ reader: inout YAMLReader
    ) -> [(pattern: ErrorPattern, node: YAMLNode)] {
        var errors: [(pattern: ErrorPattern, node: YAMLNode)] = []
        func add(_ items: [YAMLNode], _ language: LanguageTag?) {
            for item in items {
                guard let text = reader.text(item) else { continue }
                do {
                    let pattern = try ErrorPattern(
                        text, known: configuration.values.names, isPicture: configuration.values.isNeverRead,
                        language: language)
                    errors.append((pattern, item))
                } catch {
                    reader.report(Diagnostic(error, at: item.place(ofBytes: error.range)))
                }
            }
        }
        guard case .mapping = node.content else {
            add(reader.list(node), nil)
            return errors
        }
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard let language = reader.language(name, at: key.place) else { continue }
            add(reader.list(value), language)
        }
        return errors
    }

    private static func date(_ node: YAMLNode, _ reader: inout YAMLReader) -> CalendarDate? {
        let date = node.text.flatMap { CalendarDate(iso: $0) }
        if date == nil {
            reader.report(WrongShape(expected: "a date such as 2026-11-23", got: node.quoted), at: node.place)
        }
        return date
    }

    package static func number(_ node: YAMLNode, _ reader: inout YAMLReader) -> Double? {
        if let number = node.text.flatMap({ Double($0) }), number.isFinite { return number }
        reader.report(WrongShape(expected: "a number such as 10", got: node.quoted), at: node.place)
        return nil
    }

    private static func duration(_ node: YAMLNode, _ reader: inout YAMLReader) -> Double? {
        let seconds = node.text.flatMap { DurationUnit.parse($0) }
        if seconds == nil {
            reader.report(WrongShape(expected: "a duration such as `180 days`", got: node.quoted), at: node.place)
        }
        return seconds
    }

    static func examples(
        _ node: YAMLNode, _ configuration: Configuration, _ reader: inout YAMLReader
    ) -> [String: Value] {
        var examples: [String: Value] = [:]
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard let declaration = configuration.values.declaration(named: name) else {
                reader.report(UndefinedValue(name: name, known: configuration.values.names.names), at: key.place)
                continue
            }
            let (example, problems) = ValueNode.read(
                value, name: name, type: declaration.type, pattern: declaration.pattern,
                isPrivate: declaration.isPrivate)
            problems.forEach { reader.report($0) }
            examples[name] = example
        }
        return examples
    }
}
