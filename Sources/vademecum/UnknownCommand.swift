import ArgumentParser
import Sources

/// A command that there is none of: the parser takes its name for an argument too many, or prints the help of all.
struct UnknownCommand: Error, CustomStringConvertible {
    let name: String
    let known: [String]

    /// - Parameter arguments: those of the program, without its own name.
    init?(in arguments: [String]) {
        var words = arguments[...]
        let isHelp = words.first == "help"
        if isHelp { words.removeFirst() }
        var command: any ParsableCommand.Type = Vademecum.self
        while let word = words.first, !word.hasPrefix("-") {
            let subcommands = command.configuration.subcommands
            // What is no command of a command is an argument of it, but not of the program.
            guard !subcommands.isEmpty, isHelp || command == Vademecum.self else { return nil }
            let names = subcommands.flatMap { [$0._commandName] + $0.configuration.aliases }
            if word == "help" { return nil }
            guard let next = subcommands.first(where: { ([$0._commandName] + $0.configuration.aliases).contains(word) })
            else {
                (name, known) = (word, names)
                return
            }
            command = next
            words.removeFirst()
        }
        return nil
    }

    var description: String {
        let hint =
            NearestName.nearest(to: name, in: known).map { "Did you mean “\($0)”?" }
            ?? "The commands are \(known.joined(separator: ", "))."
        return "Error: No command is called “\(name)”. \(hint)\n"
    }
}
