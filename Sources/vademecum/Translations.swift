import ArgumentParser
import Foundation
import Guides
import Sources
import Values
import Workflows

/// `vademecum translations`
struct Translations: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which translations fell behind, and record the current ones.",
        discussion: """
            The first of the languages in vademecum.yaml is the one that the others are translated from. Beside each \
            guide, translations.yaml records, section by section, what each translation was made from; `vademecum \
            check` fails where a section of the source has changed since, and prints what has. The file is committed.

              # What is behind:
              vademecum translations
              # Everything is current as it is now, which is where one begins:
              vademecum translations accept
              # The English guide has been brought up to date:
              vademecum translations accept GUIDE -l en
              # One section needs no change:
              vademecum translations accept GUIDE -l en --section steps \\
                --unchanged "a typo in French"
              # Carry over code, addresses and values that changed:
              vademecum translations sync
            """,
        subcommands: [Status.self, Accept.self, Sync.self], defaultSubcommand: Status.self
    )
}

/// What both subcommands have.
struct TranslationsScope: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: "The guide, by its folder’s path below content/. (default: all of them)")
    var guide: String?

    @Option(name: [.short, .long], help: "The language of the translations. (default: all of them)")
    var language: String?

    func work(unchanged: String? = nil, sections: [String] = []) throws -> (TranslationWork, ProjectFolder) {
        let folder = try common.folder()
        var options = TranslationsOptions()
        options.guide = guide
        options.unchanged = unchanged
        options.sections = sections
        options.language = try language.map(common.language)
        return (TranslationWork(folder, options), folder)
    }

    /// Prints errors, which are beside the point here unless they are in the way.
    func value(of outcome: Outcome<TranslationWork.Result>) throws -> TranslationWork.Result {
        common.report(outcome.diagnostics.filter { $0.severity == .error })
        guard let value = outcome.value else { throw ExitStatus.usage.error }
        return value
    }
}

extension Translations {
    /// `vademecum translations status`
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print which sections of which guides are behind, in which languages.",
            discussion: """
                Below the table stand the blocks of the source that have changed: with +, as they are now; with -, as they \
                were when the translation was made, where git has them. --quiet prints the table alone. What is behind \
                is not an error here; `vademecum check` reports it as one.
                """
        )

        /// The forms of a status.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @OptionGroup var scope: TranslationsScope

        @Option(help: "How to report: text or json.")
        var format: Format = .text

        func run() throws {
            let (work, folder) = try scope.work()
            let outcome = work.status(history: GitHistory(of: folder))
            let report = TranslationsReport(try scope.value(of: outcome), through: outcome.gate)
            let text = format == .json ? report.json : report.text(detailed: !scope.common.quiet)
            try Terminal.print(Array(text.utf8))
            if outcome.diagnostics.hasErrors { throw ExitStatus.findings.error }
        }
    }

    /// `vademecum translations accept`
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that translations are current.",
            discussion: """
                Writes translations.yaml beside each guide that it is news for. A section whose source has changed and \
                whose translation has not is refused, and stays behind, unless --unchanged says why that is right; the \
                reason is kept in the file.
                """
        )

        @OptionGroup var scope: TranslationsScope

        @Option(
            help: ArgumentHelp(
                "Why translations are right as they are, though their source has changed.",
                valueName: "reason"))
        var unchanged: String?

        @Option(
            help: ArgumentHelp(
                "A section to accept, by its ID, such as `steps`; title and summary are `front matter`. Repeatable. (default: all of them)",
                valueName: "id"))
        var section: [String] = []

        func validate() throws {
            if let unchanged, unchanged.allSatisfy(\.isWhitespace) {
                throw ValidationError("--unchanged takes a reason that others will understand.")
            }
        }

        func run() throws {
            let outcome = try scope.work(unchanged: unchanged, sections: section).0.accept()
            let result = try scope.value(of: outcome)
            for path in result.written { scope.common.inform("\(path) written") }
            let sections = result.accepted.counted("section")
            if result.written.isEmpty {
                scope.common.inform("There was nothing to record.")
            } else if result.accepted == 0 {
                scope.common.inform("No translation had to be accepted; the records were renewed.")
            } else {
                scope.common.inform("\(sections) accepted.")
            }
            if outcome.diagnostics.hasErrors { throw ExitStatus.findings.error }
        }
    }

    /// `vademecum translations sync`
    struct Sync: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Carry over what changed in the source and needs no translator.",
            discussion: """
                Code, addresses, images, values, numbers that stand alone, and conditions of variants; blocks, items and rows \
                that were moved or removed, and new ones without words: they are written into every translation at their exact \
                places, and recorded. A section is left alone, with the reason, where \
                words were changed or a place is not certain. What the translation was made from comes from git.
                """
        )

        @OptionGroup var scope: TranslationsScope

        @Option(
            help: ArgumentHelp(
                "A section to bring up to date, by its ID. Repeatable. (default: all of them)", valueName: "id"))
        var section: [String] = []

        @Flag(help: "Print what would change, as a unified diff, and write nothing.")
        var diff = false

        func run() throws {
            let (work, folder) = try scope.work(sections: section)
            let outcome = work.sync(history: GitHistory(of: folder), writes: !diff)
            let result = try scope.value(of: outcome)
            if diff { try Terminal.print(outcome.gate.masked(result.difference)) }
            for path in result.written { scope.common.inform("\(path) written") }
            let count = result.accepted.counted("section")
            scope.common.inform(
                result.accepted == 0 ? "There was nothing to carry over." : "\(count) brought up to date.")
            if outcome.diagnostics.hasErrors { throw ExitStatus.findings.error }
        }
    }
}
