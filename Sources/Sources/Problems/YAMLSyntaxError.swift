import Yams

/// YAML that is none.
struct YAMLSyntaxError: Problem {
    static let description = CheckDescription(
        "yaml-syntax", .configuration, guardsBuild: true,
        summary: "A file, or front matter, that is not YAML.",
        why: "Nothing of it can be read.",
        mending: "Look at the indentation. Put a text that holds `: ` or begins with a sign between quotes.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: ⟦*⟧b\n", "this is not YAML: found undefined alias")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, value: \"one: two\"}\n")])

    let reason: String
    /// From 1, in the text that was given to the parser.
    var line = 1
    var column = 1

    init(reason: String) { self.reason = reason }

    init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            reason = problem
            line = mark.line
            column = mark.column
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "`\($0)`" }.joined(separator: ", ")
            reason = "\(names) is given more than once"
            line = context.mark.line
            column = context.mark.column
        case .reader(let problem, _, _, _): reason = problem
        default: reason = "it could not be read"
        }
    }

    var message: String { "this is not YAML: \(reason)" }
    var help: String? { "look at the indentation, and put a text that holds `: ` or begins with a sign between quotes" }
}
