import Sources

/// A pattern that cannot be read.
public struct ErrorPatternError: Error, Problem {
    /// What is wrong.
    public enum Fault: Sendable, Equatable {
        /// A bracket without its other half.
        case unbalanced
        /// A placeholder that is not closed.
        case malformed
        /// A name that no value has.
        case unknown(String, known: [String])
        /// Two values with nothing between them.
        case adjacent(String)
        /// A value that no message can hold.
        case picture(String)
        /// Brackets in brackets, deeper than is read.
        case tooDeep
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "bad-error-pattern", .values, guardsBuild: true,
        summary: "An error pattern that cannot be read.",
        why: "The guide would not be found by the error that it is about.",
        mending:
            "Close brackets and braces, escape literal brackets as `\\[` and `\\]`, and name values that there are.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors:\n  - \"Limit reached⟦[⟧ in {{org.id}}\"\n"), ("en.md", "Text."),
                ], ["this bracket has no other half"]),
            CheckExample(
                files: [("guide.yaml", "errors:\n  - \"Limit for ⟦{{modle}}⟧\"\n"), ("en.md", "Text.")],
                ["no value is called `modle`"]),
        ],
        clean: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors:\n  - \"Limit for {{model}}[ in {{org.id}}]\"\n"), ("en.md", "Text."),
                ])
        ])

    /// What is wrong.
    public let fault: Fault
    /// The bytes of the pattern where it is.
    public let range: Range<Int>

    /// The fault in words.
    public var message: String {
        switch fault {
        case .unbalanced: "this bracket has no other half"
        case .malformed: "this placeholder is not closed"
        case .unknown(let name, _): "no value is called `\(name)`"
        case .adjacent(let name): "nothing stands between `\(name)` and the value before it"
        case .picture(let name): "`\(name)` is a table or a chart, which no message holds"
        case .tooDeep: "brackets are nested deeper than 16"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .unbalanced: "write `\\[` and `\\]` for brackets that are part of the message"
        case .malformed: "write `{{name}}`"
        case .unknown(let name, let known):
            NearestName.suggestion(for: name, in: known)
                ?? "declare it in vademecum.yaml, write `\\{{` for braces of the message, or `{{*}}` for anything"
        case .adjacent: "put the text between them that the message has there, outside of brackets"
        case .picture: "name the values that it is made of"
        case .tooDeep: "write further wordings as patterns of their own"
        }
    }
}
