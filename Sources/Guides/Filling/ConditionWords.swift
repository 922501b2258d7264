import Values

/// A condition in a reader's words: “Plan: free or trial”, “Requested > Current limit”.
struct ConditionWords {
    let texts: ValueTexts
    let language: Language

    /// The words of a variant's condition. The same conditions stand on many pages, and the words hang on the language and
    /// the declarations alone.
    func words(for variant: Variant) -> String {
        texts.formatter.remembered(wording: variant.script) { words(for: variant.condition) }
    }

    private func words(for condition: Condition) -> String {
        switch condition {
        case .choice(let name, let keys):
            let choices = texts.declaration(named: name)?.type.choices ?? []
            return labelled(name, choices.filter { keys.contains($0.key) }.map { $0.label[language.tag] })
        case .text(let name, let texts, let isNegated):
            return labelled(
                name, texts, as: { isNegated ? language.term("variant-other", ["values": $0]) : $0 })
        case .comparison(let left, let sign, let right):
            return "\(words(left)) \(sign.written) \(words(right))"
        }
    }

    private func labelled(
        _ name: String, _ values: [String], as wording: (String) -> String = { $0 }
    ) -> String {
        let joined = values.dropLast().joined(separator: ", ")
        let all =
            values.count > 1
            ? language.term("variant-or", ["first": joined, "last": values.last ?? ""]) : values.last ?? ""
        return language.term("variant-label", ["label": label(name), "values": wording(all)])
    }

    private func label(_ name: String) -> String {
        texts.declarations.owner(of: name).map { texts.declarations[$0].label[language.tag] } ?? name
    }

    private func words(_ operand: Condition.Operand) -> String {
        switch operand {
        case .formula(let formula): words(formula.tree, isInside: false)
        case .dayNamed(let name): label(name)
        case .day(let day): texts.formatter.prose(.date(day), type: .date, decimals: nil)
        }
    }

    private func words(_ tree: FormulaTree, isInside: Bool) -> String {
        switch tree {
        case .number(let number): return texts.formatter.prose(.number(number), type: .decimal, decimals: nil)
        case .name(let name): return label(name)
        case .call("-", let operands) where operands.count == 1: return "−" + words(operands[0], isInside: true)
        case .call(let name, let operands):
            let signs = ["+": "+", "-": "−", "*": "×", "/": "÷"]
            guard let sign = signs[name] else {
                return "\(name)(\(operands.map { words($0, isInside: false) }.joined(separator: ", ")))"
            }
            let sides = operands.map { words($0, isInside: true) }.joined(separator: " \(sign) ")
            return isInside ? "(\(sides))" : sides
        }
    }
}
