import Guides
import Messages
import Sources
import Values

/// A value's declaration as the script reads it.
extension JSONWriter {
    mutating func declaration(_ declaration: ValueDeclaration, _ resolved: ResolvedValue?, in language: LanguageTag) {
        object { writer in
            writer.field("type", declaration.type.name)
            writer.field("label", declaration.label[language])
            if let unit = declaration.unit?.other[language], !unit.isEmpty { writer.field("unit", unit) }
            if case .unit(let unit) = declaration.type { writer.field("forms") { $0.forms(of: unit, in: language) } }
            if let pattern = declaration.pattern { writer.field("pattern", pattern) }
            if declaration.isPrivate { writer.field("private") { $0.flag(true) } }
            if let decimals = declaration.decimals { writer.field("decimals") { $0.number(Double(decimals)) } }
            if let formula = declaration.formula { writer.field("formula") { $0.formula(formula.tree) } }
            if case .choice(let choices) = declaration.type {
                writer.field("choices") { $0.choices(choices, in: language) }
                writer.field("wordings") { $0.wordings(choices) }
            }
            if case .chart(let chart) = declaration.type {
                writer.field("parts") { $0.strings(chart.parts) }
                writer.field("limit", chart.limit)
            }
            switch resolved?.source {
            case nil: break
            case .example, .formula:
                let example = resolved?.source == .example ? resolved?.value : declaration.example
                if let example { writer.value(example, as: "example") }
            default: if let value = resolved?.value { writer.value(value, as: "value") }
            }
        }
    }

    /// The forms of a unit by plural category.
    private mutating func forms(of unit: ValueUnit, in language: LanguageTag) {
        object { writer in
            for (category, form) in unit.forms(in: language).sorted(by: { $0.key < $1.key }) where category != "other" {
                writer.field(category, form)
            }
            writer.field("other", unit.forms(in: language)["other"] ?? unit.other[language])
        }
    }

    mutating func value(_ value: Value, as name: String) {
        switch value {
        case .text(let text): field(name, text)
        case .number(let number): field(name) { $0.number(number) }
        case .date(let date): field(name, date.iso)
        case .choice(let key): field(name, key)
        // A table is in the page as it is, and a chart is drawn from other values.
        case .table, .chart: break
        }
    }

    private mutating func choices(_ choices: [ValueType.Choice], in language: LanguageTag) {
        object { writer in
            for choice in choices {
                writer.key(choice.key)
                writer.object { writer in
                    writer.field("label", choice.label[language])
                    if let code = choice.match.first { writer.field("code", code) }
                    guard !choice.facts.isEmpty else { return }
                    writer.field("facts") { writer in
                        writer.object { writer in
                            for (name, fact) in choice.facts.sorted(by: { $0.key < $1.key }) {
                                writer.field(name) { $0.number(fact.number) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How messages word the choices, the longest wording first.
    private mutating func wordings(_ choices: [ValueType.Choice]) {
        array { writer in
            for (key, words) in ErrorMatcher.wordings(choices) {
                writer.array { writer in
                    writer.string(key)
                    writer.string(words)
                }
            }
        }
    }
}
