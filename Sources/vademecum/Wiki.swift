import ArgumentParser
import Foundation
import Guides
import Sources
import Workflows

/// `vademecum wiki`
struct WikiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiki",
        abstract: "Make the pages of the team’s wiki.",
        discussion: """
            Every guide becomes a page of the wiki in each language, with a home page and a sidebar that list them. The \
            pages are for the team: values come from vademecum.local.yaml and the environment too, and private ones are \
            filled in.

              vademecum wiki --output wiki

            A title is the name of its page. A title that the wiki cannot have as a name is reported before anything is \
            written. The output folder is replaced as a whole; a folder that Vademecum did not make is never touched.

            The wiki is described in vademecum.yaml:

              wiki: {flavour: github, remote: git@github.com:team/guides.wiki.git}

            --publish commits the pages to the wiki’s git repository and pushes them to its default branch, never with \
            force. A page that somebody edited on the wiki stays as it is, is shown with who, when and what, and makes \
            the exit status 1; where the guides change other lines of it, both go into one. Pages that the guides did \
            not make are never touched. --plan prints what --publish would do, and changes nothing:

              vademecum wiki --plan
              vademecum wiki --publish

            Git signs in with its own credential helpers, or ssh’s agent; an address with a password is refused.
            """,
        subcommands: [WikiAdopt.self]
    )

    @OptionGroup var common: CommonOptions

    @OptionGroup var pages: WikiPageOptions

    @Option(help: ArgumentHelp("Write the pages into this folder, to look at them.", valueName: "folder"))
    var output: String?

    @Option(
        defaultAsFlag: "",
        help: ArgumentHelp(
            "Publish the pages to this git repository: a URL, host:path, or a path. Without one, to the configured.",
            valueName: "remote"))
    var publish: String?

    @Option(
        defaultAsFlag: "",
        help: ArgumentHelp(
            "Print what --publish would create, change, move, remove or hold back, and change nothing.",
            valueName: "remote"))
    var plan: String?

    @Flag(help: "Remove pages that no guide makes any more.")
    var prune = false

    @Option(
        help: ArgumentHelp(
            "Discard what somebody made of this page; the guides’ text takes its place. May be repeated.",
            valueName: "page"))
    var overwrite: [String] = []

    @Flag(help: "Show long differences and conflicts of edited pages whole.")
    var full = false

    @Option(help: "How to print what is published or planned: text or json.")
    var format: WikiReportFormat = .text

    func run() throws {
        guard output != nil || publish != nil || plan != nil else {
            throw ValidationError("Say where the pages go: --output, --plan or --publish.")
        }
        let folder = try common.folder()
        let wiki = try pages.wiki(of: folder, common)
        if let output { try write(wiki, to: output, of: folder) }
        // Whoever asks for a plan wants nothing changed.
        if let plan {
            try carryOut(wiki, of: folder, to: plan.isEmpty ? publish ?? "" : plan) { $0.plan(wiki) }
        } else if let publish {
            try carryOut(wiki, of: folder, to: publish) { $0.publish(wiki) }
        }
    }

    private func carryOut(
        _ wiki: Wiki, of folder: ProjectFolder, to remote: String, _ body: (WikiPublishing) -> Outcome<WikiPlan>
    ) throws {
        var publishing = WikiPublishing(folder, to: try common.remote(remote, wiki.settings, of: folder))
        publishing.prunes = prune
        publishing.overwritten = overwrite
        var report = WikiReport(try common.value(of: body(publishing)), through: wiki.gate)
        report.isWhole = full
        try Terminal.print(format == .json ? report.json : report.text)
        common.inform(report.summary)
        if report.needsAttention { throw ExitStatus.findings.error }
    }

    private func write(_ wiki: Wiki, to output: String, of folder: ProjectFolder) throws {
        do throws(OutputError) {
            try wiki.write(to: output, of: folder)
        } catch {
            common.report([Diagnostic(error, at: Place(path: output))])
            throw ExitStatus.usage.error
        }
        let counts = "\(wiki.guides.counted("guide")), \(wiki.pages.count.counted("file"))"
        common.inform("\(output) written for \(wiki.settings.flavor.displayName): \(counts).")
    }
}

/// How a plan is printed.
enum WikiReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
