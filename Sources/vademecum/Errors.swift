import ArgumentParser
import Foundation
import Sources
import Workflows

/// `vademecum errors`
struct Errors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Say which errors the guides explain, and which they do not.",
        subcommands: [List.self, Scan.self, Explain.self, Matcher.self], defaultSubcommand: List.self
    )

    /// What is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// A table for people.
        case text
        /// For programs.
        case json
    }
}

extension Errors {
    /// `vademecum errors list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Print every pattern, with its guide, the languages that this is written in, its samples and its address."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "What to print: text or json.")
        var format: Format = .text

        func run() throws {
            let items = try common.value(of: ErrorCatalogue.list(try common.folder(), common.valueOptions()))
            switch format {
            case .json: try Terminal.print(ErrorReport.json(items))
            case .text: try Terminal.print(Array(ErrorReport.text(items).utf8))
            }
        }
    }

    /// `vademecum errors scan`
    struct Scan: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Say which lines of logs and source code look like errors, which guide explains each, and which none.",
            discussion: """
                Lines that differ in their values alone are one kind of message, with <*> where they differ; each is printed \
                with how often it was found, its guide, and where it stands first. In a folder, files that end in .log, .out, \
                .err or .txt are logs; in all others the messages that the code raises or logs are looked for.

                  vademecum errors scan app.log
                  journalctl -u app | vademecum errors scan -
                  vademecum errors scan Sources --format json

                Exit status: 0 a guide explains all that was found, 1 some errors have no guide.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "Logs, and folders of source code; - reads standard input.")
        var paths: [String]

        @Option(help: "What to print: text or json.")
        var format: Format = .text

        func run() throws {
            let sources = try paths.map { path -> ErrorScan.Source in
                guard path == "-" else { return .path(path) }
                var diagnostics: [Diagnostic] = []
                let input = StandardStreams.input(&diagnostics, most: ErrorScan.largestFile)
                common.report(diagnostics)
                guard let input else { throw ExitStatus.usage.error }
                return .text(input.bytes, name: input.path)
            }
            let outcome = ErrorScan.report(try common.folder(), common.valueOptions(), sources)
            let report = try common.value(of: outcome)
            // Logs hold what nobody may read in a report about them.
            switch format {
            case .json: try Terminal.print(outcome.gate.masked(ErrorReport.json(report)))
            case .text: try Terminal.print(outcome.gate.masked(Array(ErrorReport.text(report).utf8)))
            }
            if report.findings.contains(where: { $0.guide == nil }) { throw ExitStatus.findings.error }
        }
    }

    /// `vademecum errors explain`
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say why a message finds its guide, or does not, piece by piece.",
            discussion: """
                The patterns that have most in common with the message are laid beside it: + is there, with the value that \
                was read, ? is there but hidden or of another form, - is missing. Where a pattern \
                stopped, what it expected there is said, and what the message has instead.

                  vademecum errors explain "Rate limit reached for gpt-4o on Tuesday"
                  pbpaste | vademecum errors explain - --format json

                Exit status: 0 one guide is about the message, 1 none is, or several are.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "The message; - reads standard input.")
        var text: String

        @Option(help: "What to print: text or json.")
        var format: Format = .text

        func run() throws {
            let outcome = ErrorExplaining.explain(try message(), try common.folder(), common.valueOptions())
            let explanation = try common.value(of: outcome)
            switch format {
            case .json: try Terminal.print(outcome.gate.masked(ErrorReport.json(explanation)))
            case .text: try Terminal.print(outcome.gate.masked(Array(ErrorReport.text(explanation).utf8)))
            }
            if !explanation.isFound { throw ExitStatus.findings.error }
        }

        private func message() throws -> String {
            guard text == "-" else { return text }
            var diagnostics: [Diagnostic] = []
            let input = StandardStreams.input(&diagnostics, most: ErrorExplaining.longestMessage)
            common.report(diagnostics)
            guard let input else { throw ExitStatus.usage.error }
            var options = PersonalOptions()
            options.take(message: input.bytes)
            return options.message ?? ""
        }
    }

    /// `vademecum errors matcher`
    struct Matcher: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a problem matcher for GitHub Actions, made from the patterns.",
            discussion: """
                With it, a job whose output holds an error that a guide explains is annotated with it:

                  vademecum errors matcher > .github/vademecum.json
                  echo "::add-matcher::.github/vademecum.json"     # a step of the workflow
                """)

        @OptionGroup var common: CommonOptions

        func run() throws {
            let items = try common.value(of: ErrorCatalogue.list(try common.folder(), common.valueOptions()))
            try Terminal.print(ProblemMatcher.json(items))
        }
    }
}
