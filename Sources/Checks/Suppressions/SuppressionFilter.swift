import Guides
import Sources

/// Leaves out the findings that somebody answered for, and reports answers to nothing.
public struct SuppressionFilter: Sendable {
    private let suppressions: [Suppression]

    /// - Parameters:
    ///   - suppressions: those of the content.
    ///   - rules: those of the configuration.
    public init(_ suppressions: [Suppression], rules: [IgnoreRule]) {
        self.suppressions = suppressions + rules.map(Suppression.init)
    }

    /// The findings that are left, with those about the suppressions themselves; in no particular order.
    public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !suppressions.isEmpty else { return diagnostics }
        var problems: [Diagnostic] = []
        var effective: [String: [Int]] = [:]
        for (index, suppression) in suppressions.enumerated() {
            let description = CheckRegistry.description(of: suppression.check)
            if let description, description.isSuppressible {
                effective[suppression.check, default: []].append(index)
            } else if description != nil {
                problems.append(Diagnostic(UnsuppressibleCheck(check: suppression.check), at: suppression.place))
            } else {
                let known = CheckRegistry.descriptions.map(\.id)
                problems.append(
                    Diagnostic(UnknownCheck(check: suppression.check, known: known), at: suppression.place))
            }
        }
        var used: Set<Int> = []
        let left = diagnostics.filter { diagnostic in
            let covering = effective[diagnostic.check, default: []].filter { suppressions[$0].covers(diagnostic) }
            used.formUnion(covering)
            return covering.isEmpty
        }
        let unused = effective.values.joined().filter { !used.contains($0) }.map { index in
            Diagnostic(UnusedSuppression(check: suppressions[index].check), at: suppressions[index].place)
        }
        return left + problems + unused
    }
}

extension CheckDescription {
    /// Whether findings can be answered for. What would refuse the build cannot: nobody's word makes it a page.
    var isSuppressible: Bool { !(guardsBuild && severity == .error) }

    /// What is wrong with suppressions.
    static let suppressions = [
        CheckDescription(
            BadSuppression.self, .hygiene,
            summary: "A comment that begins with `check:` and does not say what to ignore, and why.",
            why: "Without a reason nobody knows later whether the exception still holds.",
            mending: "Write `<!-- check: ignore CHECK reason -->` on a line of its own before the block.",
            faulty: [
                CheckExample(
                    "⟦<!-- check: ignore literal-markup -->⟧\nText.",
                    "there is no reason why `literal-markup` is to be ignored"),
                CheckExample("⟦<!-- check: off -->⟧\nText.", "this comment tells the checks nothing"),
            ],
            clean: [CheckExample("<!-- check what the button is called -->\nText.")]),
        CheckDescription(
            UnknownCheck.self, .hygiene,
            summary: "A suppression of a check that there is none of.",
            why: "It was mistyped and suppresses nothing, or it outlived its check.",
            mending: "Write the ID that stands between the brackets of the finding.",
            faulty: [
                CheckExample(
                    "⟦<!-- check: ignore unused-supression because it is an example -->⟧\nText.",
                    "no check is called `unused-supression`")
            ],
            clean: [CheckExample("Text.")]),
        CheckDescription(
            UnusedSuppression.self, .hygiene,
            summary: "A suppression that suppresses nothing.",
            why: "What it was for has been mended, and the next finding at its place would be hidden.",
            mending: "Remove it.",
            faulty: [
                CheckExample(
                    "⟦<!-- check: ignore unrecorded-translation as an example -->⟧\nText.",
                    "there is no `unrecorded-translation` here to ignore")
            ],
            clean: [CheckExample("Text.")]),
        CheckDescription(
            UnsuppressibleCheck.self, .hygiene,
            summary: "A suppression of a check that guards what is written.",
            why: "Content with such a fault is not built, whatever is said about it.",
            mending: "Mend the fault, and remove the suppression.",
            faulty: [
                CheckExample(
                    "⟦<!-- check: ignore raw-html because we need it -->⟧\nText.",
                    "`raw-html` refuses the build, and cannot be ignored")
            ],
            clean: [CheckExample("Text.")]),
    ]
}

/// A comment to the checks that they do not understand.
struct BadSuppression: Problem {
    static let check = "bad-suppression"
    /// The check that is to be ignored without a reason; nil where there is not even one.
    let check: String?

    var message: String {
        check.map { "there is no reason why `\($0)` is to be ignored" } ?? "this comment tells the checks nothing"
    }
    var help: String? { "write `<!-- check: ignore \(check ?? "CHECK") reason -->`" }
}

/// A suppression of nothing that there is.
struct UnknownCheck: Problem {
    static let check = "unknown-check"
    let check: String
    let known: [String]

    var message: String { "no check is called `\(check)`" }
    var help: String? { NearestName.suggestion(for: check, in: known) }
}

/// A suppression that is not needed.
struct UnusedSuppression: Problem {
    static let check = "unused-suppression"
    static let severity = Diagnostic.Severity.warning
    let check: String

    var message: String { "there is no `\(check)` here to ignore" }
    var help: String? { "remove it" }
}

/// A suppression of what nobody's word makes good.
struct UnsuppressibleCheck: Problem {
    static let check = "unsuppressible-check"
    let check: String

    var message: String { "`\(check)` refuses the build, and cannot be ignored" }
    var help: String? { "mend the fault, and remove this" }
}
