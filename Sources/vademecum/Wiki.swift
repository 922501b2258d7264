import ArgumentParser
import Foundation
import Guides
import Site

/// `vademecum wiki`
struct WikiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiki",
        abstract: "Make the pages of the team’s wiki.",
        discussion: """
            Every guide becomes a page of the wiki in each language, with a home page and a sidebar that list them. The
            pages are for the team: values come from vademecum.local.yaml and the environment too, and private ones are
            filled in.

              vademecum wiki --output wiki

            A title is the name of its page. A title that the wiki cannot have as a name is reported before anything is
            written. The output folder is replaced as a whole; a folder that Vademecum did not make is never touched.

            The wiki is described in vademecum.yaml:

              wiki: {flavour: github, layout: pages}
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(
        name: [.customLong("flavour"), .customLong("flavor")],
        help: ArgumentHelp(
            "Whose wiki: github, gitlab, gitea (also Forgejo) or azure. (default: as vademecum.yaml says, else github)",
            valueName: "flavour"))
    var flavor: WikiFlavor?

    @Option(
        help: ArgumentHelp(
            "One page for each language (pages), or one for all (bilingual). (default: as vademecum.yaml says, else pages)",
            valueName: "layout"))
    var layout: WikiLayout?

    @Option(help: ArgumentHelp("Write the pages into this folder, to look at them.", valueName: "folder"))
    var output: String?

    @Flag(help: "Say on every page which commit of the project it was built from.")
    var stamp = false

    func validate() throws {
        guard output != nil else { throw ValidationError("Name the folder for the pages with --output.") }
    }

    func run() throws {
        guard let folder = ProjectFolder(common.project) else {
            throw ValidationError(
                common.project.map { "There is no vademecum.yaml in “\($0)”." }
                    ?? "There is no vademecum.yaml here or in a folder above. Name the project’s folder with --project."
            )
        }
        let wiki = try build(folder)
        if let output { try write(wiki, to: output, of: folder) }
    }

    /// Makes the pages; ends the command where the content has errors.
    private func build(_ folder: ProjectFolder) throws -> Wiki {
        var options = WikiOptions()
        options.flavor = flavor
        options.layout = layout
        options.valueFiles = common.values
        options.settings = common.set
        if stamp {
            guard let commit = SourceCommit.current(of: folder) else {
                throw ValidationError("--stamp needs a project in a git repository with at least one commit.")
            }
            options.stamp = commit
        }
        let wiki = WikiBuilder(folder, options, environment: ProcessInfo.processInfo.environment).build()
        common.report(wiki.diagnostics)
        if wiki.diagnostics.hasErrors {
            common.inform("Nothing was written.")
            throw (wiki.isUsage ? ExitStatus.usage : .findings).error
        }
        if !wiki.examples.isEmpty {
            let names = wiki.examples.joined(separator: ", ")
            common.inform("Shown by their examples, for nobody gave them: \(names).")
        }
        return wiki
    }

    private func write(_ wiki: Wiki, to output: String, of folder: ProjectFolder) throws {
        do throws(OutputError) {
            try wiki.write(to: output, of: folder)
        } catch {
            common.report([Diagnostic(error, at: Place(path: output))])
            throw ExitStatus.usage.error
        }
        common.inform(
            "\(output) written for \(wiki.settings.flavor.displayName): \(wiki.guides) guides, \(wiki.pages.count) files."
        )
    }
}

extension WikiFlavor: ExpressibleByArgument {}
extension WikiLayout: ExpressibleByArgument {}
