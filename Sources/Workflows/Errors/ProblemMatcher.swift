import Messages
import Sources

/// What GitHub's runners look for in the output of a job: the errors that guides are about, as annotations.
///
/// The format is that of https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md.
public enum ProblemMatcher {
    /// The file for a project's patterns. Each has an owner of its own, by its guide's error ID or its name.
    public static func json(_ items: [ErrorCatalogue.Item]) -> [UInt8] {
        var numbers: [String: Int] = [:]
        let matchers = items.map { item -> JSONValue in
            numbers[item.guide, default: 0] += 1
            let number = numbers[item.guide, default: 1]
            let name = item.id ?? item.guide.replacing("/", with: "-")
            let pattern: JSONValue = ["regexp": .string("(\(item.expression).*)$"), "message": 1]
            return [
                "owner": .string("vademecum-\(name)" + (number > 1 ? "-\(number)" : "")), "severity": "error",
                "pattern": .array([pattern]),
            ]
        }
        let file: JSONValue = ["problemMatcher": .array(matchers)]
        return Array(file.text(isIndented: true).utf8) + [0x0A]
    }
}
