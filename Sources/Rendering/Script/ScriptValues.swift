import Guides
import Messages
import Sources
import Values

/// The declarations of a project's values as the script reads them: made once for a set of values and a language,
/// copied into every page that uses them.
///
/// A value that is held back from the audience is not in here: what a public page has of it is its example.
public struct ScriptValues: Sendable {
    /// `"name":{…}` of each declaration; empty for those that no reader types and no formula needs.
    private let members: [[UInt8]]
    /// The name of each, as JSON.
    private let names: [[UInt8]]
    /// What each takes: itself, and what its formula needs, all the way down.
    private let needs: [[Int]]
    private let isDate: [Bool]
    /// Whether a reader gives each, as far as it is not computed; nil for a picture.
    private let isField: [Bool?]
    private let texts: ValueTexts

    /// - Parameters:
    ///   - texts: the values as the guide shows them.
    ///   - labels: the language of the panel.
    public init(_ texts: ValueTexts, labels: LanguageTag) {
        self.texts = texts
        members = zip(texts.declarations, texts.entries).map { declaration, entry in
            var writer = JSONWriter()
            writer.object { writer in
                writer.key(declaration.name)
                writer.declaration(declaration, entry?.resolved, content: texts.language, labels: labels)
            }
            return Array(writer.bytes.dropFirst().dropLast())
        }
        needs = texts.declarations.indices.map { Self.needs($0, texts) }
        names = texts.declarations.map { declaration in
            var writer = JSONWriter()
            writer.string(declaration.name)
            return writer.bytes
        }
        isDate = texts.declarations.map { $0.type == .date }
        isField = texts.declarations.map { declaration in
            switch declaration.type {
            case .table, .chart: nil
            default: declaration.formula == nil
            }
        }
    }

    /// Writes the declarations of some values and of what their formulas need, in the order of the configuration.
    func write(_ indices: [Int], to writer: inout JSONWriter) {
        let isNeeded = isNeeded(indices)
        writer.object { writer in
            for (index, member) in members.enumerated() where isNeeded[index] { writer.raw(member) }
        }
    }

    /// Writes the names of some values and of what their formulas need, in the order of the configuration.
    func writeNames(needed indices: [Int], to writer: inout JSONWriter) {
        let isNeeded = isNeeded(indices)
        writer.array { writer in
            for (index, name) in names.enumerated() where isNeeded[index] { writer.raw(name) }
        }
    }

    /// Writes the names of those that a reader may give. What is computed is a reader's to give only where a message has
    /// it.
    func writeFields(needed indices: [Int], captured: [Int], to writer: inout JSONWriter) {
        let isNeeded = isNeeded(indices)
        writer.array { writer in
            for (index, name) in names.enumerated() where isNeeded[index] {
                if let isGiven = isField[index], isGiven || captured.contains(index) { writer.raw(name) }
            }
        }
    }

    private func isNeeded(_ indices: [Int]) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: members.count)
        for index in indices { for need in needs[index] { isNeeded[need] = true } }
        return isNeeded
    }

    /// Whether one of some values, or of those that their formulas need, is a date.
    func hasDate(_ indices: [Int]) -> Bool {
        indices.contains { index in needs[index].contains { isDate[$0] } }
    }

    /// The positions of values by their names; names that no value has are left out.
    func indices(of names: [String]) -> [Int] { names.compactMap { texts.index(of: $0) } }

    private static func needs(_ start: Int, _ texts: ValueTexts) -> [Int] {
        var found: Set<Int> = []
        var open = [start]
        while let index = open.popLast() {
            guard found.insert(index).inserted else { continue }
            for name in texts.declarations[index].inputs {
                // `limit.metric.period` is a fact of `limit.metric`.
                let owner = name.lastIndex(of: ".").map { String(name[..<$0]) }
                if let next = texts.index(of: name) ?? owner.flatMap({ texts.index(of: $0) }) { open.append(next) }
            }
        }
        return found.sorted()
    }
}

extension ValueDeclaration {
    /// The names that the value is made from.
    fileprivate var inputs: [String] {
        if case .chart(let chart) = type { return chart.parts + [chart.limit] }
        return formula?.names.map(\.name) ?? []
    }
}

extension JSONWriter {
    fileprivate mutating func declaration(
        _ declaration: ValueDeclaration, _ resolved: ResolvedValue?, content: LanguageTag, labels: LanguageTag
    ) {
        object { writer in
            writer.field("type", declaration.type.name)
            writer.field("label", declaration.label[labels])
            if let unit = declaration.unit?[labels], !unit.isEmpty { writer.field("unit", unit) }
            if let pattern = declaration.pattern { writer.field("pattern", pattern) }
            if declaration.isPrivate { writer.field("private") { $0.flag(true) } }
            if let decimals = declaration.decimals { writer.field("decimals") { $0.number(Double(decimals)) } }
            if let formula = declaration.formula { writer.field("formula") { $0.formula(formula.tree) } }
            if case .choice(let choices) = declaration.type {
                writer.field("choices") { $0.choices(choices, content: content) }
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

    private mutating func value(_ value: Value, as name: String) {
        switch value {
        case .text(let text): field(name, text)
        case .number(let number): field(name) { $0.number(number) }
        case .date(let date): field(name, date.iso)
        case .choice(let key): field(name, key)
        // A table is in the page as it is, and a chart is drawn from other values.
        case .table, .chart: break
        }
    }

    private mutating func choices(_ choices: [ValueType.Choice], content: LanguageTag) {
        object { writer in
            for choice in choices {
                writer.key(choice.key)
                writer.object { writer in
                    writer.field("label", choice.label[content])
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

    /// `["/", ["*", "usage.requested", 60], "limit.current"]`
    private mutating func formula(_ tree: FormulaTree) {
        switch tree {
        case .number(let number): self.number(number)
        case .name(let name): string(name)
        case .call(let operation, let arguments):
            array { writer in
                writer.string(operation)
                for argument in arguments { writer.formula(argument) }
            }
        }
    }
}
