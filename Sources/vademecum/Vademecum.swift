import ArgumentParser
import Foundation
import Workflows

/// The program: one file a command.
@main
struct Vademecum: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vademecum",
        abstract: "Guides in several languages, filled in with the reader’s own values.",
        discussion: """
            A project is a folder with vademecum.yaml, and in it content/<guide>/<language>.md. Placeholders such as \
            {{limit.current}} are filled in from vademecum.yaml, and every language becomes HTML and Markdown.

            Exit status: 0 done, 1 faults found in the content, 2 bad usage or configuration, 3 a fault of ours.
            """,
        version: vademecumVersion,
        subcommands: [
            Build.self, Personalise.self, Errors.self, Check.self, Translations.self, WikiCommand.self, Render.self,
            Serve.self, ImportCommand.self, New.self, Move.self, TemplatesCommand.self,
        ]
    )

    /// The program's arguments; `--changed=BASE` is a flag and an option to the parser, which knows no optional values.
    private static var arguments: [String] {
        CommandLine.arguments.dropFirst().flatMap { argument in
            argument.hasPrefix("--changed=")
                ? ["--changed", "--base=\(argument.dropFirst("--changed=".count))"] : [argument]
        }
    }

    /// Maps the parser's own exit status, which is that of `sysexits.h`, to ours.
    static func main() {
        StandardStreams.prepare()
        Interruption.watch()
        if let unknown = UnknownCommand(in: Array(CommandLine.arguments.dropFirst())) {
            Terminal.printError(unknown.description)
            Foundation.exit(ExitStatus.usage.rawValue)
        }
        Foundation.exit(
            status { () throws in
                var command = try parseAsRoot(Self.arguments)
                // What a command finds wrong while it runs is said by itself: the usage of all commands would not help.
                do { try command.run() } catch let error as ValidationError {
                    Terminal.printError("Error: \(error.message)\n")
                    throw ExitStatus.usage.error
                }
            })
    }

    /// Runs a command to its end. Help is a result as others are: where it cannot be written, that is said.
    private static func status(of run: () throws -> Void) -> Int32 {
        do {
            try run()
            return ExitStatus.done.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code == .success {
                return message.isEmpty
                    ? ExitStatus.done.rawValue : status { try Terminal.print(Array((message + "\n").utf8)) }
            }
            Terminal.printError(message + "\n")
            return code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.internalFault.rawValue
        }
    }
}
