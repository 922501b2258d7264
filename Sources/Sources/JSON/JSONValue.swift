/// A JSON value whose keys are written in the order in which they were given, so that a program's output is the same
/// bytes every time and reads as its documentation does.
///
///     let value: JSONValue = ["version": 1, "findings": []]
///     value.text()    // {"version":1,"findings":[]}
public enum JSONValue: Sendable {
    /// The value `null`.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number; one that JSON cannot hold is written as `null`.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Keys and values, in their order.
    case object([(key: String, value: JSONValue)])
}

extension JSONValue {
    /// A text, or nothing.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
    /// A list of texts.
    public init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

    /// Adds a key at the end of an object. Nothing happens to any other value.
    public mutating func append(_ key: String, _ value: JSONValue) {
        guard case .object(var pairs) = self else { return }
        pairs.append((key, value))
        self = .object(pairs)
    }

    /// The value as RFC 8259 writes it, on one line or indented by two spaces, without a line feed at its end.
    public func text(isIndented: Bool = false) -> String {
        var writer = JSONWriter(isIndented ? .indented : .line)
        writer.value(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Keys and values, in their order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
    /// The value `null`.
    public init(nilLiteral: ()) { self = .null }
}
