import ArgumentParser
import Foundation
import Guides
import Sources
import Workflows

/// The options of every command that makes a wiki's pages.
struct WikiPageOptions: ParsableArguments {
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

    @Flag(help: "Say on every page which commit of the project it was built from.")
    var stamp = false

    /// Makes the pages; ends the command where the content has errors.
    func wiki(of folder: ProjectFolder, _ common: CommonOptions) throws -> Wiki {
        var options = WikiOptions()
        options.flavor = flavor
        options.layout = layout
        if stamp {
            guard let commit = SourceCommit.current(of: folder) else {
                throw ValidationError("--stamp needs a project in a git repository with at least one commit.")
            }
            options.stamp = commit
        }
        let outcome = WikiBuilder(folder, common.valueOptions(), options).build()
        let wiki = try common.value(of: outcome, onError: "Nothing was written.")
        if !wiki.examples.isEmpty {
            let names = wiki.examples.joined(separator: ", ")
            common.inform("Shown by their examples, for nobody gave them: \(names).")
        }
        return wiki
    }
}

extension WikiFlavor: ExpressibleByArgument {}
extension WikiLayout: ExpressibleByArgument {}

extension CommonOptions {
    /// The wiki’s repository: the one that is given, or else the configured one.
    func remote(_ given: String, _ settings: WikiSettings, of folder: ProjectFolder) throws -> GitRemote {
        let current = FileManager.default.currentDirectoryPath
        let text = given.isEmpty ? settings.remote ?? "" : given
        do throws(GitRemoteError) {
            return try GitRemote(text, in: given.isEmpty ? folder.path : current)
        } catch {
            let configured = settings.remotePlace ?? Place(path: "vademecum.yaml")
            report([Diagnostic(error, at: given.isEmpty ? configured : Place(path: "wiki"))])
            throw ExitStatus.usage.error
        }
    }
}
