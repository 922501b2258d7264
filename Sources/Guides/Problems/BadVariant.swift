import Sources
import Values

/// Markers of a variant that make no pair, or no sense.
struct BadVariant: Problem {
    enum Fault: Sendable {
        case unclosed, unopened, elseUnopened, secondElse, nested, notAlone, otherContainer, heading
        case condition(ConditionError.Fault)
    }

    static let description = CheckDescription(
        "bad-variant", .structure, guardsBuild: true,
        summary: "Markers of a part for some readers that make no pair, or no sense.",
        why: "The part would show to everybody, or to nobody.",
        mending: """
            Write `<!-- only: NAME=KEY -->` or a comparison, `<!-- only: NAME > NAME -->`, before it and `<!-- end -->` \
            after it, each alone on its line; what stands between `<!-- else -->` and the end is for everybody else.
            """,
        faulty: [
            CheckExample("⟦<!-- only: plan=free -->⟧\n\nText.", "this variant is never closed"),
            CheckExample("Text.\n\n⟦<!-- end -->⟧", "an end without a beginning"),
            CheckExample(
                "⟦<!-- only: plan > 3 -->⟧\n\nText.\n\n<!-- end -->",
                "`plan` is of type choice, which only `=` compares"),
            CheckExample(
                "⟦<!-- only: plan=fre -->⟧\n\nText.\n\n<!-- end -->", "`fre` is not one of the choices"),
        ],
        clean: [CheckExample("<!-- only: plan=free -->\n\nText.\n\n<!-- end -->")])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unclosed: "this variant is never closed"
        case .unopened: "an end without a beginning"
        case .elseUnopened: "an else without a beginning"
        case .secondElse: "a second else in one variant"
        case .nested: "a variant inside a variant"
        case .notAlone: "a variant's marker in the middle of a text"
        case .otherContainer: "this variant was opened in another list or quote"
        case .heading: "a heading inside a variant"
        case .condition(.malformed): "a variant without a condition that can be read"
        case .condition(.unknownKey(let key, _)): "`\(key)` is not one of the choices"
        case .condition(.unordered(let name, let type)): "`\(name)` is of type \(type), which only `=` compares"
        case .condition(.picture(let name, let type)):
            "`\(name)` is of type \(type), with which nothing can be compared"
        case .condition(.notADay(let text, let name)): "`\(name)` is a date, and `\(text)` is not"
        case .condition(.problem(let problem)): problem.message
        }
    }

    var help: String? {
        switch fault {
        case .unclosed: "put `<!-- end -->` on a line of its own after it"
        case .unopened, .elseUnopened: "put `<!-- only: NAME=KEY -->` on a line of its own before it, or remove it"
        case .secondElse: "close the variant before it with `<!-- end -->`, or remove it"
        case .nested: "close the first one before the second"
        case .notAlone: "put it on a line of its own, not indented"
        case .otherContainer: "open and close it at the same indentation"
        case .heading: "anchors are the same for every reader; put the text below the heading into the variant"
        case .condition(.malformed):
            "write `<!-- only: NAME=KEY|KEY -->`, or compare: `<!-- only: NAME > NAME -->`, with <, >, <=, >= or =; "
                + "the opposite goes after `<!-- else -->`"
        case .condition(.unordered): "write `<!-- only: NAME=TEXT -->`"
        case .condition(.picture): "compare the values that it is made of"
        case .condition(.notADay): "write a date as `2026-11-23`, or the name of a value that is one"
        case .condition(.unknownKey(let key, let known)):
            NearestName.suggestion(for: key, in: known)
                ?? "the choices are \(known.map { "`\($0)`" }.joined(separator: ", "))"
        case .condition(.problem(let problem)): problem.help
        }
    }
}
