import ArgumentParser
import Foundation
import Guides
import Sources
import Values
import Workflows

/// `vademecum personalise`, and `vademecum personalize`
struct Personalise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personalise",
        abstract: "Print one guide, filled in for you.",
        discussion: """
            Name a guide, or paste the error that you got; then the guide is found by it, and the values in it are \
            yours. A message that no guide is about is said to be unknown, and nothing is printed.

              vademecum personalise raise-rate-limit --set plan=paid
              pbpaste | vademecum personalise --error - --language fr --format text
              vademecum personalise --error "Rate limit …" --output guide.html

            The values come from vademecum.yaml, vademecum.local.yaml, --values, the environment (VADEMECUM_ORG_ID for \
            org.id), the message, and --set; the later overrules the earlier. On a terminal you are asked for those \
            that are missing or examples. Private values are filled in, for the guide is yours alone.
            """,
        aliases: ["personalize"]
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "The guide, by the name of its folder in content/. Not needed with --error.")
    var guide: String?

    @Option(help: ArgumentHelp("The error that you got; - reads standard input.", valueName: "text"))
    var error: String?

    @Option(
        help: "The language of the guide. (default: the environment’s, by LC_ALL, LC_MESSAGES or LANG, else the source)"
    )
    var language: String?

    @Option(
        help: """
            What to print: markdown, html (one file that holds everything), text or json. (default: what the name of \
            --output ends in, .html, .txt or .json; else markdown)
            """)
    var format: PersonalFormat?

    @Option(help: ArgumentHelp("A file to write to, instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .customLong("no-input"), help: "Never ask for values.")
    var noInput = false

    func run() throws {
        let folder = try common.folder()
        var options = PersonalOptions()
        options.guide = guide
        options.language = try language.map(common.language)
        options.message = error
        if error == "-" { options.take(message: try input()) }
        var personaliser = try common.value(of: Personaliser.find(folder, common.valueOptions(), options))
        if asks { try Questions(common: common).ask(&personaliser) }
        let guide = try common.value(
            of: personaliser.write(format ?? PersonalFormat(ending: output) ?? .markdown, width: Terminal.width))
        inform(guide)
        guard let output else { return try Terminal.print(guide.text) }
        do throws(OutputError) {
            try FileReplacement.write(guide.text, to: output)
            common.inform("\(output) written.")
        } catch {
            common.report([Diagnostic(error, at: Place(path: output))])
            throw ExitStatus.usage.error
        }
    }

    /// What comes from standard input.
    private func input() throws -> [UInt8] {
        var diagnostics: [Diagnostic] = []
        let input = StandardStreams.input(&diagnostics)
        common.report(diagnostics)
        guard let input else { throw ExitStatus.usage.error }
        return input.bytes
    }

    /// Whether somebody is there to answer, who sees the questions.
    private var asks: Bool {
        !noInput && error != "-" && isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0
    }

    /// Which values came from where, by their labels. The values themselves stand in the guide: standard error ends up
    /// in logs. Those that the reader can still give have their names, as `--set` takes them.
    private func inform(_ guide: PersonalGuide) {
        if let notice = guide.notice { common.inform(notice) }
        common.inform("\(guide.id) (\(guide.language.name)):")
        for source in ValueSource.allCases.reversed() where source != .example {
            line(source.origin, guide.values.declarations(from: source).map { $0.label[guide.language.tag] })
        }
        line(ValueSource.example.origin, guide.values.declarations(from: .example).map { named($0, guide) })
        let hidden = guide.values.items.map(\.declaration).filter { guide.hidden.contains($0.name) }
        line("hidden or illegible in the message", hidden.map { named($0, guide) })
        line("not known", guide.values.items.filter { $0.resolved == nil }.map { named($0.declaration, guide) })
    }

    private func named(_ declaration: ValueDeclaration, _ guide: PersonalGuide) -> String {
        let label = declaration.label[guide.language.tag]
        return label == declaration.name ? label : "\(label) (\(declaration.name))"
    }

    private func line(_ origin: String, _ names: [String]) {
        if !names.isEmpty { common.inform("  \(origin): \(names.joined(separator: ", "))") }
    }
}

extension PersonalFormat: ExpressibleByArgument {}

extension ValueSource {
    /// Where it is, in words.
    fileprivate var origin: String {
        switch self {
        case .example: "still examples"
        case .formula: "computed"
        case .config: "from vademecum.yaml"
        case .local: "from vademecum.local.yaml"
        case .file: "from --values"
        case .environment: "from the environment"
        case .error: "from the message"
        case .set: "from --set or your answers"
        }
    }
}
