import Foundation
import Sources

/// Holds a value against a JSON Schema (draft 7), as far as the schemas of this repository go.
public struct SchemaValidator {
    private let schema: JSON

    /// Reads a schema.
    public init(_ bytes: [UInt8]) throws { schema = try JSONDecoder().decode(JSON.self, from: Data(bytes)) }

    /// Whether a file of YAML is as the schema has it.
    public func accepts(yaml text: String) -> Bool {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(SourceFile(path: "file.yaml", text: text), &diagnostics) else { return false }
        return accepts(Self.value(node), schema)
    }

    /// The value as a parser that knows YAML's types gives it (YAML 1.2, section 10.3).
    private static func value(_ node: YAMLNode) -> JSON {
        switch node.content {
        case .mapping(let pairs):
            .object(
                Dictionary(pairs.map { ($0.key.text ?? "", value($0.value)) }, uniquingKeysWith: { first, _ in first }))
        case .sequence(let items): .array(items.map(value))
        case .scalar(let text):
            if node.isQuotedText {
                .text(text)
            } else if text.isEmpty {
                .null
            } else if text == "true" || text == "false" {
                .flag(text == "true")
            } else if let number = Double(text), text.first?.isLetter == false {
                .number(number)
            } else {
                .text(text)
            }
        }
    }

    private func accepts(_ value: JSON, _ schema: JSON) -> Bool {
        guard case .object(let rules) = schema else { return schema != .flag(false) }
        if case .text(let path)? = rules["$ref"] {
            return accepts(value, self.schema["$defs"][path.split(separator: "/").last.map(String.init) ?? ""])
        }
        return rules.allSatisfy { accepts(value, $0.key, $0.value, rules) }
    }

    private func accepts(_ value: JSON, _ rule: String, _ wanted: JSON, _ rules: [String: JSON]) -> Bool {
        switch (rule, value) {
        case ("type", _):
            return (wanted.items.isEmpty ? [wanted] : wanted.items).contains { Self.isOf($0.text, value) }
        case ("enum", _): return wanted.items.contains(value)
        case ("const", _): return wanted == value
        case ("anyOf", _): return wanted.items.contains { accepts(value, $0) }
        case ("oneOf", _): return wanted.items.count { accepts(value, $0) } == 1
        case ("allOf", _): return wanted.items.allSatisfy { accepts(value, $0) }
        case ("not", _): return !accepts(value, wanted)
        case ("if", _): return !accepts(value, wanted) || rules["then"].map { accepts(value, $0) } ?? true
        case ("minLength", .text(let text)): return .number(Double(text.unicodeScalars.count)) >= wanted
        case ("maxLength", .text(let text)): return wanted >= .number(Double(text.unicodeScalars.count))
        case ("pattern", .text(let text)): return text.range(of: wanted.text, options: .regularExpression) != nil
        case ("minimum", .number): return value >= wanted
        case ("maximum", .number): return wanted >= value
        case ("minItems", .array(let items)): return .number(Double(items.count)) >= wanted
        case ("uniqueItems", .array(let items)):
            return items.indices.allSatisfy { !items[..<$0].contains(items[$0]) }
        case ("items", .array(let items)): return items.allSatisfy { accepts($0, wanted) }
        case ("required", .object(let members)): return wanted.items.allSatisfy { members[$0.text] != nil }
        case ("propertyNames", .object(let members)): return members.keys.allSatisfy { accepts(.text($0), wanted) }
        case ("properties", .object(let members)):
            return members.allSatisfy { name, member in
                if case .object(let known) = wanted, let own = known[name] { accepts(member, own) } else { true }
            }
        case ("additionalProperties", .object(let members)):
            guard case .object(let known) = rules["properties"] ?? .object([:]) else { return true }
            return members.filter { known[$0.key] == nil }.allSatisfy { accepts($0.value, wanted) }
        default: return true
        }
    }

    private static func isOf(_ type: String, _ value: JSON) -> Bool {
        switch value {
        case .null: type == "null"
        case .flag: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number == number.rounded()
        case .text: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}

extension JSON {
    fileprivate static func >= (left: JSON, right: JSON) -> Bool {
        if case .number(let left) = left, case .number(let right) = right { left >= right } else { false }
    }
}
