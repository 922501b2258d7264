import Foundation
import TestSupport
import Testing

/// A project, the bare repository of its team's wiki, and a colleague who has cloned the wiki.
struct TeamWiki {
    let project: TemporaryFolder
    let repositories: TemporaryFolder

    /// The wiki's repository.
    var remote: String { repositories.path + "/wiki.git" }
    private var clone: URL { repositories.url.appending(path: "colleague") }

    static let configuration = """
        title: Guides
        languages: [en]
        wiki: {flavour: github}
        values:
          limit: {type: integer, value: 40000, label: Limit}
          org.id: {type: identifier, private: true, example: org-EXAMPLE, label: Organization}

        """

    /// A guide with a value in its prose, a private one in code, a list, and a link to the other guide.
    static func guide(_ title: String, link: String = "") -> String {
        """
        ---
        title: \(title)
        summary: What \(title) is good for.
        ---

        ## Problem

        The limit of `{{org.id}}` is {{limit}} tokens, and you need more.

        ## Steps

        ### Open the page

        Sign in with your account. \(link)

        ### Ask for more

        - Name the model.
        - Say that you have {{limit}} tokens.

        ## Verification

        The new limit shows.

        """
    }

    /// - Parameter branch: the wiki's default branch.
    init(branch: String = "master") throws {
        project = try TemporaryFolder()
        repositories = try TemporaryFolder()
        try project.write(Self.configuration, at: "vademecum.yaml")
        try project.write(
            Self.guide("Raise a limit", link: "See [the other](../too-large/en.md#step-2)."),
            at: "content/raise-limit/en.md")
        try project.write(Self.guide("Request too large"), at: "content/too-large/en.md")
        try git("init --quiet --bare -b \(branch) wiki.git")
    }

    // MARK: The project

    /// Replaces a text in a guide's file.
    func change(_ guide: String, _ old: String, _ new: String) throws {
        let path = "content/\(guide)/en.md"
        let text = try project.text(at: path)
        try #require(text.contains(old))
        try project.write(text.replacing(old, with: new), at: path)
    }

    /// Gives a guide's folder another name.
    func rename(_ guide: String, to other: String) throws {
        try FileManager.default.moveItem(
            at: project.url.appending(path: "content/\(guide)"), to: project.url.appending(path: "content/\(other)"))
    }

    /// Takes a guide away.
    func remove(_ guide: String) throws {
        try FileManager.default.removeItem(at: project.url.appending(path: "content/\(guide)"))
    }

    /// Runs the program in the project's folder.
    func vademecum(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Outcome {
        let organization = ["VADEMECUM_ORG_ID": "org-TEAM"]
        return try Program.vademecum(arguments, in: project.url, environment: organization.merging(environment) { $1 })
    }

    /// Publishes, and sees whether history was kept and nothing that people wrote is gone from both wiki and report.
    @discardableResult
    func publish(
        _ arguments: String..., environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        let before = try head()
        let written = try handWrittenLines()
        let outcome = try vademecum(["wiki", "--publish", remote] + arguments, environment: environment)
        if let before {
            let ancestry = try git("--git-dir=wiki.git merge-base --is-ancestor \(before) HEAD", allowed: 0...1)
            #expect(ancestry.status == 0, "history was rewritten", sourceLocation: sourceLocation)
        }
        let kept = Set(try pages().values.flatMap { $0.split(separator: "\n") })
        for line in written where !kept.contains(line) {
            #expect(outcome.text.contains(line), "“\(line)” is lost", sourceLocation: sourceLocation)
        }
        return outcome
    }

    // MARK: The wiki

    /// The last commit; nil in an empty repository.
    func head() throws -> String? {
        let outcome = try git("--git-dir=wiki.git rev-parse --quiet --verify HEAD", allowed: 0...1)
        return outcome.status == 0 ? outcome.text.trimmingCharacters(in: .newlines) : nil
    }

    /// The texts of the wiki's files, by path, without the manifest.
    func pages() throws -> [String: String] {
        guard try head() != nil else { return [:] }
        try git("rm -rf tree; mkdir tree; git --git-dir=wiki.git archive HEAD | tar -x -C tree", isScript: true)
        let files = try repositories.contents(of: "tree").filter { $0.key != ".vademecum.json" }
        return files.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The message of the last commit.
    func message() throws -> String { try git("--git-dir=wiki.git log -1 --format=%B HEAD").text }

    /// How many commits there are.
    func commits() throws -> Int {
        try git("--git-dir=wiki.git log --format=%H --all").text.split(separator: "\n").count
    }

    /// Lines that the colleague wrote and that still stand there.
    private func handWrittenLines() throws -> Set<Substring> {
        guard try head() != nil else { return [] }
        let log = try git("--git-dir=wiki.git log --author=Léa --format= -p -U0 --no-renames HEAD").text
        let added = log.split(separator: "\n").filter { $0.hasPrefix("+") && !$0.hasPrefix("+++") }
        let standing = Set(try pages().values.flatMap { $0.split(separator: "\n") })
        return standing.intersection(added.map { $0.dropFirst() })
    }

    // MARK: The colleague

    /// Lets the colleague do something in a fresh clone of the wiki, and push it.
    func colleague(_ script: String, message: String = "By hand") throws {
        try git(
            """
            rm -rf colleague && git clone --quiet wiki.git colleague 2>/dev/null && cd colleague
            \(script)
            git add -A && \(Self.asLéa) commit --quiet -m '\(message)' && git push --quiet origin HEAD
            """, isScript: true)
    }

    /// Lets the colleague replace a text in a page.
    func edit(_ page: String, _ old: String, _ new: String) throws {
        try #require(try pages()[page]?.contains(old) == true)
        try colleague("OLD='\(old)' NEW='\(new)' perl -pi -e 's/\\Q$ENV{OLD}\\E/$ENV{NEW}/' '\(page)'")
    }

    static let asLéa = "git -c user.name=Léa -c user.email=lea@example.org"

    /// Runs git, or lines of a shell, in the folder of the repositories.
    @discardableResult
    func git(_ command: String, allowed: ClosedRange<Int32> = 0...0, isScript: Bool = false) throws -> Program.Outcome {
        let outcome = try Program.shell(
            "set -e; \(isScript ? command : "git \(command)")", in: repositories.url)
        guard allowed.contains(outcome.status) else { throw GitFailure(errors: "\(command): \(outcome.errors)") }
        return outcome
    }

    struct GitFailure: Error { let errors: String }
}
