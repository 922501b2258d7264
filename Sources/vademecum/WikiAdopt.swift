import ArgumentParser
import Foundation
import Guides
import Sources
import Workflows

/// `vademecum wiki adopt`
struct WikiAdopt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Bring home what somebody edited on the wiki, as a patch of the guides’ files.",
        discussion: """
            Prints a patch of content/…, with values put back as placeholders and links as links between files. Look at \
            it, then apply it in the project’s folder, and publishing is clean again:

              vademecum wiki adopt > edit.patch
              git apply edit.patch

            With --branch the patches become commits of a branch, one for each page with its editor as author, and nothing is \
            printed; push it, and open a pull request:

              vademecum wiki adopt --branch wiki-edits
              git push --force-with-lease origin wiki-edits

            What has no place in the guides, such as another step’s number or a value that somebody typed over, is \
            printed to standard error, and makes the exit status 1. Neither the files here nor the wiki change.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "The wiki’s git repository. (default: as vademecum.yaml says)")
    var remote: String?

    @Argument(help: "The page, by its file’s name or its title. (default: every page that somebody edited)")
    var page: String?

    @Option(
        help: ArgumentHelp(
            "Commit the patches to this branch of the project instead of printing them. One that was made so before is made anew.",
            valueName: "name"))
    var branch: String?

    @Flag(help: "Show what has no place in the guides whole, however long it is.")
    var full = false

    @OptionGroup var pages: WikiPageOptions

    func run() throws {
        let folder = try common.folder()
        let wiki = try pages.wiki(of: folder, common)
        var (remote, page) = (remote ?? "", page)
        // Where the remote is configured, a page can be named alone.
        if page == nil, wiki.settings.remote != nil, wiki.hasPage(named: remote) {
            (remote, page) = ("", remote)
        }
        var adopting = WikiAdopting(from: try common.remote(remote, wiki.settings, of: folder))
        adopting.pages = page.map { [$0] } ?? []
        let adoptions = try common.value(of: adopting.adopt(wiki))
        if adoptions.isEmpty { common.inform("Nobody has edited a page.") }
        for adoption in adoptions { try report(adoption, of: wiki) }
        if let branch { try commit(adoptions, to: branch, of: folder) }
        if adoptions.contains(where: { !$0.unplaced.isEmpty || !$0.reasons.isEmpty || $0.fault != nil }) {
            throw ExitStatus.findings.error
        }
    }

    private func commit(_ adoptions: [WikiAdopting.Adoption], to branch: String, of folder: ProjectFolder) throws {
        do throws(GitError) {
            guard let commits = try AdoptionBranch(branch, of: folder).commit(adoptions) else { return }
            common.inform(
                TerminalText.printable(
                    "Branch \(branch): \(commits.pages.count.counted("commit")), up to \(commits.tip.prefix(12)). "
                        + "`git push --force-with-lease origin \(branch)` hands it on for a pull request."))
        } catch {
            common.report([Diagnostic(error, at: Place(path: folder.path))])
            throw (error.isUsage ? ExitStatus.usage : .findings).error
        }
    }

    private func report(_ adoption: WikiAdopting.Adoption, of wiki: Wiki) throws {
        if branch == nil { try Terminal.print(adoption.patch) }
        defer { for note in adoption.notes { common.inform("\(adoption.path): \(note).") } }
        let who = adoption.people.isEmpty ? " edited" : " edited by \(adoption.people.listed)"
        if let fault = adoption.fault {
            let way = "mend the page on the wiki, or discard the edit with `wiki --publish --overwrite`"
            Terminal.printError(
                TerminalText.printable("\(adoption.path)\(who): it is not text, for \(fault); \(way).\n"))
            return
        }
        if adoption.unplaced.isEmpty, adoption.reasons.isEmpty {
            common.inform(
                TerminalText.printable(
                    "\(adoption.path)\(who): all of it is in the \(branch == nil ? "patch" : "commit")."))
            return
        }
        let reasons = adoption.reasons.map { "  \(wiki.gate.masked($0)).\n" }.joined()
        let part = adoption.patch.isEmpty ? "none of it has a place in the guides" : "this has no place in the guides"
        func shown(_ text: [UInt8]) -> String {
            wiki.gate.masked(String(decoding: CutLines.text(text, isWhole: full), as: UTF8.self))
        }
        let (rest, both) = (shown(adoption.unplaced), shown(adoption.conflicts))
        Terminal.printError(TerminalText.printable("\(adoption.path)\(who): \(part):\n\(reasons)\(rest)\(both)"))
    }
}
