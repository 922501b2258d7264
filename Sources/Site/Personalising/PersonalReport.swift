import Foundation
import Guides

/// A personal guide for programs.
struct PersonalReport {
    let guide: String
    let title: String
    let values: PersonalValues
    let texts: ValueTexts

    private struct Output: Encodable {
        let guide: String
        let language: String
        let title: String
        let values: [String: Entry]
        let missing: [String]
        let markdown: String
    }

    private struct Entry: Encodable {
        let value: JSONValue
        let text: String
        let source: String
    }

    /// The whole as JSON, with its keys in alphabetical order, so that the same guide has the same bytes.
    func json(markdown: [UInt8]) -> [UInt8] {
        var entries: [String: Entry] = [:]
        for item in values.items {
            guard let resolved = item.resolved else { continue }
            let name = item.declaration.name
            entries[name] = Entry(
                value: JSONValue(resolved.value, type: item.declaration.type),
                text: texts.entries.lazy.compactMap(\.self).first { $0.name == name }?.prose ?? "",
                source: resolved.effectiveSource.rawValue)
        }
        let output = Output(
            guide: guide, language: texts.language.rawValue, title: title, values: entries,
            missing: values.missing.map(\.name), markdown: String(decoding: markdown, as: UTF8.self))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and finite numbers, which the encoder has no way to refuse.
        guard let data = try? encoder.encode(output) else { return [] }
        return Array(data) + [0x0A]
    }
}

/// A value as JSON has it: numbers as numbers, durations in seconds, percentages as ratios, dates as ISO 8601.
private indirect enum JSONValue: Encodable {
    case text(String)
    case number(Double)
    case rows([[String: JSONValue]])
    case chart(parts: [String: Double], limit: Double)

    init(_ value: Value, type: ValueType) {
        switch (value, type) {
        case (.text(let text), _), (.choice(let text), _): self = .text(text)
        case (.number(let number), _): self = .number(number)
        case (.date(let date), _): self = .text(date.iso)
        case (.table(let rows), .table(let columns)):
            self = .rows(
                rows.map { row in
                    let cells = zip(columns, row).map { ($0.name, JSONValue($1, type: $0.type)) }
                    return Dictionary(cells, uniquingKeysWith: { first, _ in first })
                })
        case (.chart(let numbers), .chart(let chart)):
            let parts = Dictionary(zip(chart.parts, numbers.parts), uniquingKeysWith: { first, _ in first })
            self = .chart(parts: parts, limit: numbers.limit)
        case (.table, _), (.chart, _): self = .rows([])
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text): try text.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        case .rows(let rows): try rows.encode(to: encoder)
        case .chart(let parts, let limit): try Drawn(parts: parts, limit: limit).encode(to: encoder)
        }
    }

    private struct Drawn: Encodable {
        let parts: [String: Double]
        let limit: Double
    }
}
