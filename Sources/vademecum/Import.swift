import ArgumentParser
import Foundation
import Import
import Sources
import Values
import Workflows

/// `vademecum import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make guides and pages of documentation that exists.",
        discussion: """
            One Markdown file becomes a guide: its title and summary, its sections by what their titles begin with, its \
            steps and options without the numbers that were typed, the error that it shows as a pattern with values, \
            whatever looks private as a private value with a made-up example, numbers and addresses that recur as \
            values. vademecum.yaml is made, or gets the values that it lacks; every byte that is there stays. \
            Everything that was decided is printed with its place, and what is left for a person at the end.

              vademecum import limits.md
              vademecum import limits.en.md --into limits
              vademecum import ../docs --languages en,fr

            A folder of documentation becomes pages (`kind: page`), each in every language that a file of it is in: by \
            folder (`en/`, `fr/`), suffix (`x.fr.md`), or a table (`--pairs`). Another run changes only what changed in the sources, and \
            leaves alone what was edited in the project; vademecum.import notes what was written.

            An import is whole or not at all. Exit status: 0 done, 2 nothing was written, for the reason that is told.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "The Markdown file, or the folder of a documentation in several languages.", valueName: "file"))
    var source: String

    @Option(
        help: ArgumentHelp(
            "The language of the text. (default: from the file’s name, or its words)", valueName: "language"))
    var language: String?

    @Option(
        help: ArgumentHelp(
            "The guide’s name, its folder in content/. (default: from the file’s name or the title)", valueName: "guide"
        ))
    var guide: String?

    @Option(help: ArgumentHelp("Add the text to this guide, as another language of it.", valueName: "guide"))
    var into: String?

    @Option(
        help: ArgumentHelp(
            "For a folder: the program that it was written for: vitepress, mkdocs, hugo, jekyll, docusaurus, starlight, github, or auto.",
            valueName: "dialect"))
    var from = "auto"

    @Option(
        help: ArgumentHelp(
            "For a folder: its languages, the one of the originals first, as in en,fr. (default: those that paths name)",
            valueName: "languages"))
    var languages: String?

    @Option(
        help: ArgumentHelp(
            "For a folder whose files have names in each language: a table of which are one page, a line each, as in en/send.md,fr/envoyer.md. Its first line may name the languages.",
            valueName: "file"))
    var pairs: String?

    @Flag(help: "Write nothing, and print what would be done.")
    var dryRun = false

    @Option(help: ArgumentHelp("How to report: text or json.", valueName: "format"))
    var format: ImportFormat = .text

    func validate() throws {
        if from != "auto", PageDialect(rawValue: from) == nil {
            let known = PageDialect.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--from is one of \(known), auto.")
        }
        if guide != nil, into != nil {
            throw ValidationError("--guide names a new guide, --into one that there is: give one of them.")
        }
    }

    func run() throws {
        var options = ImportOptions()
        options.language = try language.map { try common.language($0) }
        options.guide = guide
        options.into = into
        options.isDry = dryRun
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) else {
            throw ValidationError("There is no file “\(source)”.")
        }
        if isFolder.boolValue { return try finish(pages(options)) }
        if pairs != nil {
            throw ValidationError("--pairs is about a folder, and “\(source)” is a file.")
        }
        var diagnostics: [Diagnostic] = []
        guard let file = SourceFile.named(source, &diagnostics) else {
            common.report(diagnostics)
            throw ExitStatus.usage.error
        }
        try finish(FileImport(file, into: folder, common.valueOptions(), options).run())
    }

    private func pages(_ options: ImportOptions) throws -> Outcome<ImportReport> {
        guard guide == nil, into == nil, language == nil else {
            throw ValidationError("--guide, --into and --language are about one file, and “\(source)” is a folder.")
        }
        var options = options
        options.languages = languages.map { $0.split(separator: ",").map { String($0).lowercased() } } ?? []
        let dialect = PageDialect(rawValue: from)
        if let pairs {
            var diagnostics: [Diagnostic] = []
            options.pairs = SourceFile.named(pairs, &diagnostics)
            if options.pairs == nil {
                common.report(diagnostics)
                throw ExitStatus.usage.error
            }
        }
        return FolderImport(source, into: folder, common.valueOptions(), options, dialect: dialect).run()
    }

    private func finish(_ outcome: Outcome<ImportReport>) throws {
        let report = try common.value(of: outcome, onError: "Nothing was written.")
        try Terminal.print(Array((format == .json ? report.json : report.text(showsAll: !common.quiet)).utf8))
    }

    /// The project's folder, or the one where it shall begin.
    private var folder: String {
        if let folder = ProjectFolder(common.project) { return folder.path }
        return URL(fileURLWithPath: common.project ?? FileManager.default.currentDirectoryPath).standardizedFileURL.path
    }
}

/// How an import reports.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
