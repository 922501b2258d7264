import Synchronization
import Values

/// Every value of a project, worded for one language and one set of examples.
///
/// They never change, and every page has them: they are handed on with one reference.
public final class ValueTexts: Sendable {
    /// A value in all its forms.
    public final class Entry: Sendable {
        /// The value's name.
        public let name: String
        /// The value and its source.
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
    /// The values in the order of their declarations; nil where there is none.
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
                let prose = formatter.prose(value, type: type, decimals: decimals)
                return Entry(
                    name: declaration.name, resolved: resolved, prose: prose,
                    code: type.isUnit ? prose : value.code(type: type, decimals: decimals), key: value.key(type: type),
                    addressComponent: value.addressComponent(type: type))
            }
        }
    }
}
