import Sources

/// Markers of a variant that make no pair, or no sense.
struct BadVariant: Problem {
    enum Fault: Sendable {
        case unclosed, unopened, nested, malformed, notAlone, otherContainer, heading
        case notAChoice(String)
        case unknownKey(String, known: [String])
    }

    static let description = CheckDescription(
        "bad-variant", .structure, guardsBuild: true,
        summary: "Markers of a part for some readers that make no pair, or no sense.",
        why: "The part would show to everybody, or to nobody.",
        mending: "Write `<!-- only: NAME=KEY -->` before it and `<!-- end -->` behind it, each alone on its line.",
        faulty: [
            CheckExample("⟦<!-- only: plan=free -->⟧\n\nText.", "this variant is never closed"),
            CheckExample("Text.\n\n⟦<!-- end -->⟧", "an end without a beginning"),
            CheckExample(
                "⟦<!-- only: plan=fre -->⟧\n\nText.\n\n<!-- end -->", "`fre` is none of the choices"),
        ],
        clean: [CheckExample("<!-- only: plan=free -->\n\nText.\n\n<!-- end -->")])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unclosed: "this variant is never closed"
        case .unopened: "an end without a beginning"
        case .nested: "a variant inside a variant"
        case .malformed: "a variant without a value and a choice"
        case .notAlone: "a variant's marker in the middle of a text"
        case .otherContainer: "this variant was opened in another list or quote"
        case .heading: "a heading inside a variant"
        case .notAChoice(let name): "`\(name)` is not of type choice"
        case .unknownKey(let key, _): "`\(key)` is none of the choices"
        }
    }

    var help: String? {
        switch fault {
        case .unclosed: "put `<!-- end -->` on a line of its own behind it"
        case .unopened: "put `<!-- only: NAME=KEY -->` on a line of its own before it, or remove it"
        case .nested: "close the first one before the second"
        case .malformed: "write `<!-- only: NAME=KEY|KEY -->`"
        case .notAlone: "put it on a line of its own, not indented"
        case .otherContainer: "open and close it at the same indentation"
        case .heading: "anchors are the same for every reader; put the text below the heading into the variant"
        case .notAChoice: "only a choice can decide what a reader sees"
        case .unknownKey(let key, let known):
            NearestName.suggestion(for: key, in: known)
                ?? "the choices are \(known.map { "`\($0)`" }.joined(separator: ", "))"
        }
    }
}
