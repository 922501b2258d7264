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
            Build.self, Personalise.self, Check.self, Translations.self, WikiCommand.self, Render.self,
        ]
    )

    /// Maps the parser's own exit status, which is that of `sysexits.h`, to ours.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            if code == .success || error is ExitCode { exit(withError: error) }
            Terminal.printError(fullMessage(for: error) + "\n")
            Foundation.exit(code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.internalFault.rawValue)
        }
    }
}
