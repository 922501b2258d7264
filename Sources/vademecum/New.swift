import ArgumentParser
import Sources
import Values
import Workflows

/// `vademecum new`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a site, a guide or a language.",
        discussion: "Nothing that exists is overwritten, and either all files are written or none.",
        subcommands: [NewSiteCommand.self, NewGuideCommand.self, NewLanguageCommand.self]
    )
}

/// `vademecum new site`
struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Begin a site: a configuration, a guide in each language, a .gitignore.",
        discussion: """
            What is written passes `vademecum check --strict`, and `vademecum build` makes pages of it. Any language that \
            comes with the program can be had: \(StartLanguages.list).

              vademecum new site our-guides --languages fr,en --ci github
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The folder; it is made where it is not there.", valueName: "folder"))
    var folder = "."

    @Option(help: "The languages, the one that is written first at the front.")
    var languages = "en"

    @Option(help: "Who checks what is pushed: github or gitlab.")
    var ci: NewSite.Service?

    func run() throws {
        let tags = try languages.split(separator: ",").map {
            try common.language(String($0.filter { $0 != " " }))
        }
        guard !tags.isEmpty else { throw ValidationError("Name at least one language.") }
        guard Set(tags).count == tags.count else { throw ValidationError("A language is named twice.") }
        let site = NewSite(folder, languages: tags, service: ci)
        let files = try common.value(of: site.write())
        try Terminal.print(Array(files.map { "\($0)\n" }.joined().utf8))
        let change = folder == "." ? "" : "cd \(folder) && "
        common.inform("\(files.count.counted("file")) written. Next: \(change)vademecum serve")
        if let next = site.next { common.inform(next) }
    }
}

/// `vademecum new guide`
struct NewGuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "Begin a guide: a file for every language, with the sections of its kind.",
        discussion: "What is to be written says TODO, which `check` reports for as long as it is there."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The path below content/, such as printers/load-paper.", valueName: "name"))
    var name: String

    @Option(help: "The kind, such as how-to or page. (default: as vademecum.yaml says)")
    var kind: String?

    func run() throws {
        let files = try common.value(of: NewGuide(try common.folder(), name: name, kind: kind).write())
        try Terminal.print(Array(files.map { "\($0)\n" }.joined().utf8))
    }
}

/// `vademecum new language`
struct NewLanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Begin the file of a language that does not come with the program.",
        discussion: """
            The words of the pages stand in it in English, each marked as to be translated. These languages need no file: \
            \(StartLanguages.list), with any region.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The language’s tag, such as sv.", valueName: "tag"))
    var tag: String

    func run() throws {
        let files = try common.value(of: NewLanguage(try common.folder(), try common.language(tag)).write())
        try Terminal.print(Array(files.map { "\($0)\n" }.joined().utf8))
        common.inform("Name \(tag) under `languages` in vademecum.yaml when its words are translated.")
    }
}

extension NewSite.Service: ExpressibleByArgument {}

/// The languages that come with the program.
private enum StartLanguages {
    static var list: String { NewSite.languages.joined(separator: ", ") }
}
