import ArgumentParser
import Foundation
import Guides
import Workflows

/// `vademecum translations`
struct Translations: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which translations fell behind, and record the current ones.",
        discussion: """
            The first of the languages in vademecum.yaml is the one that the others are translated from. Beside each \
            guide, translations.yaml records, section by section, what each translation was made from; `vademecum \
            check` fails where a section of the source has changed since, and prints what has. The file is committed.

              vademecum translations                          what is behind
              vademecum translations accept                   everything is current as it is now: where one begins
              vademecum translations accept GUIDE -l en       the English guide has been brought up to date
            """,
        subcommands: [Status.self, Accept.self], defaultSubcommand: Status.self
    )
}

/// What both subcommands have.
struct TranslationsScope: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: "The guide, by its folder’s path below content/. (default: all of them)")
    var guide: String?

    @Option(name: [.short, .long], help: "The language of the translations. (default: all of them)")
    var language: String?

    func pipeline(unchanged: String? = nil) throws -> (TranslationsPipeline, ProjectFolder) {
        let folder = try common.folder()
        var options = TranslationsOptions()
        options.guide = guide
        options.unchanged = unchanged
        options.language = try language.map { text in
            guard let tag = LanguageTag(rawValue: text) else { throw ValidationError("“\(text)” is no language tag.") }
            return tag
        }
        return (TranslationsPipeline(folder, options), folder)
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
                is no error here; it is one of `vademecum check`.
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
            let (pipeline, folder) = try scope.pipeline()
            let result = pipeline.status(history: GitHistory(of: folder))
            scope.common.report(result.diagnostics.filter { $0.severity == .error })
            if result.isUsage { throw ExitStatus.usage.error }
            let report = TranslationsReport(result)
            let text = format == .json ? report.json : report.text(detailed: !scope.common.quiet)
            try Terminal.print(Array(text.utf8))
            if result.diagnostics.hasErrors { throw ExitStatus.findings.error }
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

        func validate() throws {
            if let unchanged, unchanged.allSatisfy(\.isWhitespace) {
                throw ValidationError("--unchanged takes a reason that others will understand.")
            }
        }

        func run() throws {
            let result = try scope.pipeline(unchanged: unchanged).0.accept()
            scope.common.report(result.diagnostics.filter { $0.severity == .error })
            if result.isUsage { throw ExitStatus.usage.error }
            for path in result.written { scope.common.inform("\(path) written") }
            let sections = "\(result.accepted) section\(result.accepted == 1 ? "" : "s")"
            scope.common.inform(result.written.isEmpty ? "There was nothing to record." : "\(sections) accepted.")
            if result.diagnostics.hasErrors { throw ExitStatus.findings.error }
        }
    }
}
