import CommonMark
import Guides
import Sources
import Values

/// Numbers, letters and “(recommended)” that were typed into titles, where the program writes them.
struct TypedNumberCheck: GuideCheck {
    static let problems: [any Problem.Type] = [TypedTitleNumber.self, TypedRecommendation.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        // Chapters of a free page may have numbers.
        guide.kind.isFree
            ? []
            : guide.editions.flatMap { edition in
                edition.parts.flatMap { section -> [Diagnostic] in
                    var found = number(of: section, .section, edition)
                    for step in section.steps {
                        found += number(of: step, .step, edition)
                        for option in step.options {
                            found +=
                                number(of: option, .option, edition) + recommendation(of: option, in: step, edition)
                        }
                    }
                    return found
                }
            }
    }

    private func number(of part: Part, _ place: TypedNumber.Place, _ edition: Edition) -> [Diagnostic] {
        guard let text = part.heading.firstChild, text.kind == .text,
            let length = TypedNumber.length(in: text.literal, of: place, edition.language)
                ?? lengthOfAll(text, place, edition)
        else { return [] }
        let typed = String(decoding: text.withLiteral { Array($0[..<length]) }, as: UTF8.self)
        guard let offsets = text.sourceOffsets, offsets.count > length else {
            return [Diagnostic(TypedTitleNumber(typed: typed, place: place), at: edition.place(of: part.heading))]
        }
        let range = offsets[0]..<offsets[length]
        let fix = Fix("remove it", in: edition.file, replacing: range, with: "")
        return [Diagnostic(TypedTitleNumber(typed: typed, place: place), at: edition.file.place(range), fix: fix)]
    }

    /// A text that is nothing but a number, with more of the title behind it: a name in bold, code.
    private func lengthOfAll(_ text: Node, _ place: TypedNumber.Place, _ edition: Edition) -> Int? {
        guard text.next != nil else { return nil }
        let literal = text.literal
        return TypedNumber.length(in: literal + "x", of: place, edition.language).flatMap {
            $0 == literal.utf8.count ? $0 : nil
        }
    }

    // MARK: Recommendations

    private func recommendation(of option: Part, in step: Part, _ edition: Edition) -> [Diagnostic] {
        guard let text = option.heading.lastChild, text.kind == .text, let offsets = text.sourceOffsets,
            let range = Self.recommendation(in: text.literal, edition.language.writing)
        else { return [] }
        let source = offsets[range.lowerBound]..<offsets[range.upperBound]
        let typed = String(decoding: Array(text.literal.utf8)[range], as: UTF8.self)
        let others = step.options.contains { $0.isRecommended && $0.id != option.id }
        let problem = TypedRecommendation(typed: typed.trimmedSpaces)
        let fix = others ? nil : fix(source, of: option, in: edition)
        return [Diagnostic(problem, at: edition.file.place(source), fix: fix)]
    }

    /// The bytes of “ (recommended)” at a title's end, the space before included.
    private static func recommendation(in title: String, _ writing: WritingRules) -> Range<Int>? {
        let bytes = Array(title.utf8)
        guard let close = bytes.last, close == UInt8(ascii: ")") || close == UInt8(ascii: "]"),
            let open = bytes.lastIndex(of: close == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")), open > 0
        else { return nil }
        let word = String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self).lowercased()
        guard writing.recommendedWords.contains(word) else { return nil }
        var start = open
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        return start > 0 ? start..<bytes.count : nil
    }

    /// Puts `.recommended` into the braces in the place of the word.
    private func fix(_ range: Range<Int>, of option: Part, in edition: Edition) -> Fix? {
        let file = edition.file
        let end = file.bytes[range.upperBound...].firstIndex(of: 0x0A) ?? file.bytes.count
        let rest = file.bytes[range.upperBound..<end]
        guard let open = rest.lastIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        else {
            // A heading may end in signs of its own; what stands behind them is text.
            guard rest.allSatisfy({ $0.isSpace }) else { return nil }
            return Fix("write `{.recommended}`", in: file, replacing: range, with: " {.recommended}")
        }
        var edits = [Fix.Edit(in: file, replacing: range, with: [])]
        if !option.isRecommended {
            edits.append(Fix.Edit(in: file, replacing: close..<close, with: Array(" .recommended".utf8)))
        }
        return Fix(option.isRecommended ? "remove it" : "write `.recommended`", edits: edits)
    }
}

extension String {
    /// The text without the spaces around it.
    fileprivate var trimmedSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

struct TypedTitleNumber: Problem {
    static let description = CheckDescription(
        "typed-number", .structure, .warning,
        summary: "A number or a letter typed into a title that the program numbers itself.",
        why: "The page shows “1. 1. Open the page”, and numbers that were typed are wrong after the next change.",
        mending: "`--fix` removes it. Steps and options are numbered in every output.",
        faulty: [
            CheckExample(
                "## Steps\n\n### ⟦1. ⟧Open\n\nText.\n\n### ⟦Step 2: ⟧Ask\n\n#### ⟦Option A: ⟧By form\n\nText.\n\n#### ⟦b) ⟧By mail\n\nText.",
                "“1.” is typed into the title of a step, which already has its number",
                "“Step 2:” is typed into the title of a step, which already has its number",
                "“Option A:” is typed into the title of an option, which already has its letter",
                "“b)” is typed into the title of an option, which already has its letter"),
            CheckExample(
                fr: "## Étapes\n\n### ⟦Étape n° 1 – ⟧Ouvrir\n\nTexte.\n\n### ⟦(2) ⟧Demander\n\nTexte.",
                "“Étape n° 1 –” is typed into the title of a step, which already has its number",
                "“(2)” is typed into the title of a step, which already has its number"),
            CheckExample(
                "## ⟦1. ⟧Problem\n\nText.", "“1.” is typed into the title of a section, which has no number"),
        ],
        clean: [
            CheckExample(
                "## Steps\n\n### 2.0 is out\n\nText.\n\n### 3 ways to ask\n\nText.\n\n### 5 – 10 minutes\n\nText.\n\n### 24/7 support\n\nText.\n\n### A. Smith\n\nText.\n\n### Step back\n\nText."
            ),
            CheckExample(fr: "## Étapes\n\n### 12:30 au plus tard\n\nTexte.\n\n### Étape suivante\n\nTexte."),
        ])

    let typed: String
    let place: TypedNumber.Place

    var message: String {
        let sign = typed.trimmedSpaces
        return switch place {
        case .section: "“\(sign)” is typed into the title of a section, which has no number"
        case .step: "“\(sign)” is typed into the title of a step, which already has its number"
        case .option: "“\(sign)” is typed into the title of an option, which already has its letter"
        }
    }
}

struct TypedRecommendation: Problem {
    static let description = CheckDescription(
        "typed-recommendation", .structure, .warning,
        summary: "“(recommended)” typed into the title of an option.",
        why:
            "Pages set the word themselves, in the reader's language and as a mark; and no other language has to repeat it.",
        mending: "`--fix` writes `{.recommended}` after the title.",
        faulty: [
            CheckExample(
                "## Steps\n\n### Ask\n\n#### By form⟦ (recommended)⟧\n\nText.\n\n#### By mail\n\nText.",
                "“(recommended)” is typed into the title"),
            CheckExample(
                fr:
                    "## Étapes\n\n### Demander\n\n#### Par formulaire⟦ (recommandée)⟧ {#form}\n\nTexte.\n\n#### Par mail\n\nTexte.",
                "“(recommandée)” is typed into the title"),
        ],
        clean: [
            CheckExample(
                "## Steps\n\n### Ask\n\n#### By form (the recommended way) {.recommended}\n\nText.\n\n#### By mail\n\nText."
            )
        ])

    let typed: String

    var message: String { "“\(typed)” is typed into the title" }
    var help: String? { "write `{.recommended}` after the title" }
}
