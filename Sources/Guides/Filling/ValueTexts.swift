import Synchronization
import Values

/// Every value of a project, worded for one language and one set of examples.
///
/// They never change, and every page has them: they are handed on with one reference.
public final class ValueTexts: Sendable {
    /// One value in all its forms.
    public final class Entry: Sendable {
        /// The value's name.
        public let name: String
        /// What it is and where it came from.
        public let resolved: ResolvedValue
        /// As prose says it.
        public let prose: String
        /// As code has it.
        public let code: String
        /// As data carries it.
        public let key: String
        /// As part of an address.
        public let addressComponent: String

        init(
            name: String, resolved: ResolvedValue, prose: String, code: String, key: String, addressComponent: String
        ) {
            self.name = name
            self.resolved = resolved
            self.prose = prose
            self.code = code
            self.key = key
            self.addressComponent = addressComponent
        }
    }

    /// The language of the prose.
    public let language: LanguageTag
    /// One for each declaration, in their order; nil where there is no value.
    public let entries: [Entry?]
    private let configuration: Configuration
    let formatter: ValueFormatter
    /// Charts that were drawn for these values.
    let drawings = Memo<Int, ChartDrawing?>()
    /// Tables that were worded for these values.
    let tables = Memo<Int, TableTexts?>()

    /// The declarations, in their order.
    public var declarations: ValueDeclarations { configuration.values }
    /// The names of the declarations, in their order.
    public let names: [String]

    func declaration(named name: String) -> ValueDeclaration? { configuration.values.declaration(named: name) }

    /// The position of a value among the entries.
    public func index(of name: String) -> Int? { configuration.values.index(of: name) }

    /// The value with a name; nil where there is none, or it has no text.
    public func entry(named name: String) -> Entry? { index(of: name).flatMap { entries[$0] } }

    init(_ values: ResolvedValues, of configuration: Configuration, formatter: ValueFormatter) {
        language = formatter.language
        self.configuration = configuration
        self.formatter = formatter
        names = configuration.values.map(\.name)
        entries = zip(configuration.values, values.values).map { declaration, resolved in
            resolved.map { resolved in
                let (value, type, decimals) = (resolved.value, declaration.type, declaration.decimals)
                return Entry(
                    name: declaration.name, resolved: resolved,
                    prose: formatter.prose(value, type: type, decimals: decimals),
                    code: value.code(type: type, decimals: decimals), key: value.key(type: type),
                    addressComponent: value.addressComponent(type: type))
            }
        }
    }
}

/// Resolves and words the values of every guide, each combination once.
public final class ValueBook: Sendable {
    /// The configuration that declares the values.
    public let configuration: Configuration
    /// For whom they are resolved.
    public let audience: Audience
    private let given: [GivenValue]
    private let formatters: [LanguageTag: ValueFormatter]
    private let cache = Mutex<[[String: Value]: Page]>([:])

    /// The values for one set of examples.
    private struct Page {
        let resolved: ResolvedValues
        let texts: [LanguageTag: ValueTexts]
    }

    /// The most sets of examples that are kept: each is small, but a project may have one a guide.
    private static let largestCache = 256

    /// A book of a configuration's values, together with those given elsewhere.
    public init(_ configuration: Configuration, given: [GivenValue] = [], audience: Audience) {
        self.configuration = configuration
        self.given = given
        self.audience = audience
        formatters = Dictionary(uniqueKeysWithValues: configuration.languages.map { ($0, ValueFormatter($0)) })
    }

    /// The private values that are known, whoever is shown them: the configuration's own, and those given elsewhere.
    public var privateTexts: [(name: String, text: String)] {
        configuration.values.filter(\.isPrivate).flatMap { declaration in
            let values =
                [declaration.value].compactMap { $0 } + given.filter { $0.name == declaration.name }.map(\.value)
            return values.map { (declaration.name, $0.key(type: declaration.type)) }
        }
    }

    /// The values of a guide with examples of its own.
    public func resolved(examples: [String: Value] = [:]) -> ResolvedValues { page(examples).resolved }

    /// The same, worded for a language.
    public func texts(in language: LanguageTag, examples: [String: Value] = [:]) -> ValueTexts {
        let page = page(examples)
        if let texts = page.texts[language] { return texts }
        return ValueTexts(page.resolved, of: configuration, formatter: ValueFormatter(language))
    }

    private func page(_ examples: [String: Value]) -> Page {
        if let known = cache.withLock({ $0[examples] }) { return known }
        let resolved = configuration.values.resolve(examples: examples, given: given, audience: audience)
        let page = Page(
            resolved: resolved,
            texts: formatters.mapValues {
                ValueTexts(resolved, of: configuration, formatter: $0)
            })
        cache.withLock { cache in
            if cache.count < Self.largestCache { cache[examples] = page }
        }
        return page
    }
}
