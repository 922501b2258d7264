import Guides
import Sources
import Values

/// A personal guide for programs.
struct PersonalReport {
    let guide: String
    let title: String
    let values: PersonalValues
    let texts: ValueTexts

    /// The whole as JSON, the values in alphabetical order, so that the same guide has the same bytes.
    func json(markdown: [UInt8]) -> [UInt8] {
        let items = values.items.sorted { $0.declaration.name < $1.declaration.name }
        let entries = items.compactMap { item -> (key: String, value: JSONValue)? in
            guard let resolved = item.resolved else { return nil }
            let name = item.declaration.name
            let entry: JSONValue = [
                "value": resolved.value.json(type: item.declaration.type),
                "text": .string(texts.entries.lazy.compactMap(\.self).first { $0.name == name }?.prose ?? ""),
                "source": .string(resolved.effectiveSource.rawValue),
            ]
            return (name, entry)
        }
        let report: JSONValue = [
            "guide": .string(guide), "language": .string(texts.language.rawValue), "title": .string(title),
            "values": .object(entries), "missing": JSONValue(values.missing.map(\.name)),
            "markdown": .string(String(decoding: markdown, as: UTF8.self)),
        ]
        return Array(report.text(isIndented: true).utf8) + [0x0A]
    }
}

extension Value {
    /// The value as JSON has it: numbers as numbers, durations in seconds, percentages as ratios, dates as ISO 8601.
    fileprivate func json(type: ValueType) -> JSONValue {
        switch (self, type) {
        case (.text(let text), _), (.choice(let text), _): .string(text)
        case (.number(let number), _): .number(number)
        case (.date(let date), _): .string(date.iso)
        case (.table(let rows), .table(let columns)):
            .array(rows.map { row in .object(zip(columns, row).map { ($0.name, $1.json(type: $0.type)) }) })
        case (.chart(let numbers), .chart(let chart)):
            [
                "parts": .object(zip(chart.parts, numbers.parts).map { ($0, .number($1)) }),
                "limit": .number(numbers.limit),
            ]
        case (.table, _), (.chart, _): []
        }
    }
}
