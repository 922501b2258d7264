import Sources

/// A formula that cannot be read.
public struct FormulaError: Error, Problem {
    /// What is wrong.
    public enum Fault: Sendable, Equatable {
        /// Something else stands where a number or a name should.
        case expectedOperand(String)
        /// Something stands behind the end.
        case unexpected(String)
        /// A parenthesis is not closed.
        case unclosed
        /// No function has the name.
        case unknownFunction(String)
        /// A function got too few or too many arguments.
        case argumentCount(String)
        /// Parentheses are nested deeper than is read.
        case tooDeep
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "bad-formula", .values, guardsBuild: true,
        summary: "A formula that cannot be read.",
        why: "It has no result.",
        mending: "Use + - * / ( ), min, max, round, numbers, durations such as `60 s`, and the names of values.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: {type: integer, formula: ⟦sum⟧(1)}\n",
                "no function is called `sum`")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: integer, formula: \"max(1, 2)\"}\n")])

    /// What is wrong.
    public let fault: Fault
    /// The bytes of the formula's text where it is.
    public let range: Range<Int>

    /// The fault in words.
    public var message: String {
        switch fault {
        case .expectedOperand(let got): "expected a number, a duration or a value's name, found \(got)"
        case .unexpected(let got): "\(got) has no place here"
        case .unclosed: "this parenthesis is not closed"
        case .unknownFunction(let name): "no function is called `\(name)`"
        case .argumentCount(let name): "`\(name)` does not take that many arguments"
        case .tooDeep: "nested too deeply"
        }
    }

    /// The way out.
    public var help: String? {
        "a formula has + - * / ( ), min, max, round, numbers, durations such as `60 s`, and names"
    }
}
