import Messages
import Sources

/// How the errors of a guide are worded, as the script walks it: the same in every language, and so made once.
public struct ScriptPatterns: Sendable {
    /// The values that the patterns name, each once.
    package let names: [String]
    /// A list for each pattern: text as a string, a value as a list of its name, anything as an empty list, a step that
    /// the walk may go on at as its number, and one that it goes on at as that with a minus.
    package let json: [UInt8]

    /// Takes patterns that were cleaned before.
    package init(names: [String], json: [UInt8]) {
        self.names = names
        self.json = json
    }

    /// Cleans the patterns as messages are cleaned.
    public init(_ errors: [ErrorPattern]) {
        var names: [String] = []
        var writer = JSONWriter(.script, reserving: errors.isEmpty ? 2 : 1024)
        writer.array { writer in
            for error in errors {
                writer.array { writer in
                    MessagePattern.forEachStep(of: error) { step in
                        switch step {
                        case .literal(let text): writer.string(text)
                        case .value(let name):
                            if !names.contains(name) { names.append(name) }
                            writer.array { $0.string(name) }
                        case .any: writer.array { _ in }
                        case .split(let to): writer.number(to)
                        case .jump(let to): writer.number(-to)
                        }
                    }
                }
            }
        }
        self.names = names
        json = writer.bytes
    }
}
