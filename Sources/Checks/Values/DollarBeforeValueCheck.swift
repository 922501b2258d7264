import Guides
import Sources

/// `${{name}}` with the name of a value: an expression of another program, which is left as it is.
struct DollarBeforeValueCheck: GuideCheck {
    static let problems: [any Problem.Type] = [DollarBeforeValue.self]

    private static let signs = Array("${{".utf8)

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let values = context.project.configuration.values
        return guide.editions.flatMap { edition -> [Diagnostic] in
            let bytes = edition.file.bytes
            var found: [Diagnostic] = []
            var start = 0
            while let signs = bytes.firstRange(of: Self.signs, within: start..<bytes.count) {
                start = signs.upperBound
                guard let close = bytes[start...].prefix(200).firstIndex(of: UInt8(ascii: "}")),
                    close + 1 < bytes.count,
                    bytes[close + 1] == UInt8(ascii: "}")
                else { continue }
                let name = String(decoding: bytes[start..<close].filter { $0 != 0x20 }, as: UTF8.self)
                let range = signs.lowerBound..<(close + 2)
                guard values.declaration(named: name) != nil,
                    edition.fence(around: range)?.split(separator: " ").contains("verbatim") != true
                else { continue }
                found.append(Diagnostic(DollarBeforeValue(name: name), at: edition.file.place(range)))
            }
            return found
        }
    }
}

struct DollarBeforeValue: Problem {
    static let description = CheckDescription(
        "dollar-before-value", .values, .warning,
        summary: "A dollar right before the placeholder of a value: `${{name}}`.",
        why:
            "GitHub and other programs have expressions that look so, and they are left as they are: no value is filled in.",
        mending:
            "Write `&#36;{{name}}` for a dollar and a value. In code, put `verbatim` after the fence where the braces are meant.",
        faulty: [CheckExample("Use ⟦${{model}}⟧.", "`${{model}}` is left as it is, though `model` is a value")],
        clean: [
            CheckExample(
                "Use &#36;{{model}} and `${{ secrets.KEY }}`.\n\n```yaml verbatim\nkey: ${{model}}\n```")
        ])

    let name: String

    var message: String { "`${{\(name)}}` is left as it is, though `\(name)` is a value" }
    var help: String? {
        "write `&#36;{{\(name)}}` for a dollar and the value; put `verbatim` after a fence to keep code as it is"
    }
}
