/// A JSON value whose keys are written in the order in which they were given, so that a program's output is the same
/// bytes every time and reads as its documentation does.
///
///     let value: JSONValue = ["version": 1, "findings": []]
///     value.text()    // {"version":1,"findings":[]}
public enum JSONValue: Sendable {
    /// Nothing.
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
        var writer = JSONWriter(isIndented: isIndented)
        writer.write(self)
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
    /// Nothing.
    public init(nilLiteral: ()) { self = .null }
}

/// Writes a value's bytes.
private struct JSONWriter {
    let isIndented: Bool
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    init(isIndented: Bool) { self.isIndented = isIndented }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): write(number)
        case .string(let text): write(text)
        case .array(let items): writeList("[", items, "]") { writer, item in writer.write(item) }
        case .object(let pairs):
            writeList("{", pairs, "}") { writer, pair in
                writer.write(pair.key)
                writer.bytes += (writer.isIndented ? ": " : ":").utf8
                writer.write(pair.value)
            }
        }
    }

    private mutating func writeList<Item>(
        _ open: String, _ items: [Item], _ close: String, _ write: (inout JSONWriter, Item) -> Void
    ) {
        bytes += open.utf8
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(&self, item)
        }
        depth -= 1
        if !items.isEmpty { breakLine() }
        bytes += close.utf8
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: depth * 2)
    }

    private mutating func write(_ number: Double) {
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
            bytes += String(whole).utf8
        } else {
            bytes += (number.isFinite ? "\(number)" : "null").utf8
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x00..<0x20, 0x7F: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
