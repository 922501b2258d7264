import Values

/// Resolves and words the values of every guide, each combination once.
public final class ValueBook: Sendable {
    /// The configuration that declares the values.
    public let configuration: Configuration
    /// For whom they are resolved.
    public let audience: Audience
    private let given: [GivenValue]
    private let formatters: [LanguageTag: ValueFormatter]
    /// The values for each set of examples. A set is small, but a project may have one for every guide.
    private let pages = Memo<[String: Value], Page>()

    /// The values for one set of examples.
    private struct Page: Sendable {
        let resolved: ResolvedValues
        let texts: [LanguageTag: ValueTexts]
    }

    /// A book of a configuration's values, together with those given elsewhere.
    public init(_ configuration: Configuration, given: [GivenValue] = [], audience: Audience) {
        self.configuration = configuration
        self.given = given
        self.audience = audience
        formatters = Dictionary(uniqueKeysWithValues: configuration.languages.map { ($0, ValueFormatter($0)) })
    }

    /// The private values that are known, whoever is shown them: the configuration's own, and those given elsewhere; each
    /// in every form that it may be typed in.
    public var privateTexts: [(name: String, text: String)] {
        let formatters = Array(formatters.values)
        let given = Dictionary(grouping: given, by: \.name)
        return configuration.values.filter(\.isPrivate).flatMap { declaration in
            let values = [declaration.value].compactMap { $0 } + (given[declaration.name] ?? []).map(\.value)
            return values.flatMap { declaration.forms(of: $0, in: formatters) }.map { (declaration.name, $0) }
        }
    }

    /// The values of a guide with examples of its own.
    public func resolved(examples: [String: Value] = [:]) -> ResolvedValues { page(examples).resolved }

    /// The values, worded for a language.
    public func texts(in language: LanguageTag, examples: [String: Value] = [:]) -> ValueTexts {
        let page = page(examples)
        if let texts = page.texts[language] { return texts }
        return ValueTexts(page.resolved, of: configuration, formatter: ValueFormatter(language))
    }

    private func page(_ examples: [String: Value]) -> Page {
        pages.value(examples) {
            let resolved = configuration.values.resolve(examples: examples, given: given, audience: audience)
            let texts = formatters.mapValues { ValueTexts(resolved, of: configuration, formatter: $0) }
            return Page(resolved: resolved, texts: texts)
        }
    }
}
