import Guides
import Rendering
import TestSupport
import Testing
import Values

@testable import Workflows

/// What is decided about a page, from what was published, what stands on the wiki, and what the guides make.
@Suite struct WikiPlannerTests {
    /// A page of the guide `a`, by the ID of its text.
    private static func page(_ path: String, _ blob: String, guide: String = "a") throws -> BuiltPage {
        let languages = [try #require(LanguageTag(rawValue: "en"))]
        let page = WikiPage(
            path: path, title: path, origin: .guide(id: guide, languages: languages), bytes: Array(blob.utf8))
        return BuiltPage(page: page, blob: blob)
    }

    private static func entry(_ path: String, _ blob: String, guide: String = "a") throws -> WikiManifest.Entry {
        WikiManifest.Entry(path: path, origin: try page(path, blob, guide: guide).page.origin, text: blob)
    }

    private static func decide(
        _ page: BuiltPage, published: WikiManifest.Entry?, standing: [String: String], overwritten: Set<String> = [],
        renamed: [String: GitTree.Entry] = [:]
    ) -> WikiDecision.Action {
        let manifest = WikiManifest(entries: [published].compactMap(\.self))
        let tree = GitTree(entries: standing.map { GitTree.Entry(path: $0, mode: "100644", blob: $1) })
        let planner = WikiPlanner(
            manifest, tree, WikiMatching(manifest, [page]), [page], settings: WikiSettings(), prunes: false,
            overwritten: overwritten, renamed: renamed)
        return planner.decide([page], blocked: [])[0].action
    }

    @Test(
        arguments: [
            // Published, standing, made: what follows.
            (nil, nil, "new", WikiDecision.Action.create), (nil, "new", "new", .keep),
            (nil, "theirs", "new", .taken(by: "A.md")), ("old", "old", "new", .change), ("old", "new", "new", .keep),
            ("old", "theirs", "old", .edited), ("old", "theirs", "new", .merge), ("old", nil, "new", .deleted),
            ("old", nil, "old", .deleted),
        ] as [(String?, String?, String, WikiDecision.Action)])
    func decision(_ published: String?, _ standing: String?, _ made: String, _ action: WikiDecision.Action) throws {
        let tree = standing.map { ["A.md": $0] } ?? [:]
        let entry = try published.map { try Self.entry("A.md", $0) }
        #expect(Self.decide(try Self.page("A.md", made), published: entry, standing: tree) == action)
        // Whoever says so by name gets the guides' text, where that is not what stands there.
        let overwritten = Self.decide(
            try Self.page("A.md", made), published: entry, standing: tree, overwritten: ["A.md"])
        switch action {
        case .create, .keep, .change: #expect(overwritten == action)
        default: #expect(overwritten == .overwrite)
        }
    }

    /// Names that a wiki, or a disk, takes for one.
    @Test(arguments: [
        ("a.md", WikiDecision.Action.taken(by: "a.md")), ("archive/A.textile", .taken(by: "archive/A.textile")),
        ("A.md/inner.txt", .taken(by: "A.md/inner.txt")), ("A.png", .create), ("AB.md", .create),
    ]) func nameInUse(_ other: String, _ action: WikiDecision.Action) throws {
        #expect(Self.decide(try Self.page("A.md", "new"), published: nil, standing: [other: "theirs"]) == action)
    }

    /// The same letters in other bytes are another file, and somebody else's.
    @Test func nameInOtherBytes() throws {
        let action = Self.decide(
            try Self.page("\u{E9}.md", "new"), published: nil, standing: ["e\u{301}.md": "theirs"])
        guard case .taken(let other) = action else {
            Issue.record("\(action)")
            return
        }
        #expect(other.unicodeScalars.count == 5)
    }

    @Test func pageFoundUnderAnotherName() throws {
        let page = try Self.page("B.md", "new")
        let entry = try Self.entry("A.md", "old")
        #expect(Self.decide(page, published: entry, standing: ["A.md": "old"]) == .change)
        #expect(Self.decide(page, published: entry, standing: ["A.md": "theirs"]) == .merge)
        #expect(Self.decide(page, published: entry, standing: ["A.md": "old", "B.md": "theirs"]) == .taken(by: "B.md"))
        // Somebody renamed it as the guide does now.
        #expect(Self.decide(page, published: entry, standing: ["B.md": "old"]) == .change)
        // Somebody renamed it, and the guide does not.
        #expect(
            Self.decide(
                try Self.page("A.md", "new"), published: entry, standing: ["C.md": "theirs"],
                renamed: ["A.md": GitTree.Entry(path: "C.md", mode: "100644", blob: "theirs")])
                == .renamed(to: "C.md"))
    }

    // MARK: The manifest

    @Test func manifestReadsWhatItWrites() throws {
        let english = try #require(LanguageTag(rawValue: "en"))
        let origins: [WikiPage.Origin] = [
            .guide(id: "a/b", languages: [english]), .home, .languageHome(english), .sidebar, .footer,
            .order(folder: "en"), .asset(guide: "a", name: "images/é \"1\".png"),
        ]
        var entries = origins.enumerated().map { index, origin in
            WikiManifest.Entry(path: "\(index).md", origin: origin, text: "blob\(index)")
        }
        entries[0].built = Array("one\n\ntwo\n".utf8)
        entries[1].isStub = true
        let manifest = WikiManifest(entries: entries.reversed())
        let read = try WikiManifest(reading: manifest.bytes)
        #expect(read.entries == entries)
        #expect(read.bytes == manifest.bytes)
    }

    @Test(arguments: ["", "[]", "{}", #"{"version": 1}"#, #"{"version": 1, "pages": [{"path": "A.md", "text": "x"}]}"#])
    func manifestThatSaysNothing(_ text: String) {
        #expect(throws: WikiManifestError.self) { try WikiManifest(reading: Array(text.utf8)) }
    }

    @Test func manifestOfALaterVersion() {
        do throws(WikiManifestError) {
            _ = try WikiManifest(reading: Array(#"{"version": 2, "pages": 3}"#.utf8))
            Issue.record("it was read")
        } catch {
            #expect(error.message == "the wiki’s `.vademecum.json` has version 2, which is not known here")
        }
    }

    // MARK: Addresses

    @Test(
        arguments: [
            ("../wiki.git", "/work/wiki.git", "../wiki.git"), ("git@example.org:team/wiki.git", nil, nil),
            ("https://team@example.org/wiki.git", nil, "https://example.org/wiki.git"),
            ("ssh://git@example.org:22/wiki.git", nil, "ssh://example.org:22/wiki.git"),
        ] as [(String, String?, String?)])
    func address(_ text: String, _ address: String?, _ shown: String?) throws {
        let remote = try GitRemote(text, in: "/work/project")
        #expect(remote.address == address ?? text)
        #expect(remote.shown == shown ?? text)
    }

    /// Whatever a password or a token is written with, it is neither handed to git nor shown.
    @Test(
        arguments: [
            "lea:hush-hush@example.org:team/wiki.git", "https:/lea:hush-hush@example.org/wiki.git",
            "https:///lea:hush-hush@example.org/wiki.git", "https:\\\\lea:hush-hush@example.org\\wiki.git",
            "HTTPS://lea:hush-hush@example.org/wiki.git", "https://lea%3Ahush-hush@example.org/wiki.git",
            "ssh:/lea:hush-hush@example.org/wiki.git", "http://lea:hush-hush@example.org", "lea:hush-hush@example.org:",
            "https://lea:hush-hush@\u{301}example.org/wiki.git", "https://example.org/wiki.git?token=hush-hush",
            "https://lea:a@hush-hush@example.org/wiki.git", "ftp:/lea:hush-hush@example.org/wiki.git",
            "glp" + "at-hush-hush0hush-hush0@example.org:team/wiki.git",
        ])
    func secretInAnAddress(_ text: String) {
        do throws(GitRemoteError) {
            let remote = try GitRemote(text, in: "/work/project")
            Issue.record("\(remote.address) would be given to git")
        } catch {
            #expect(!error.message.contains("hush"), "\(error.message)")
            #expect(!GitRemote.redacted(text).contains("hush-hush") || text.contains("\u{301}"))
        }
    }

    /// A machine's address with a user's name alone is one, and so is a file's.
    @Test(arguments: [
        "git@example.org:team/wiki.git", "example.org:wiki.git", "file:///srv/wiki.git", "/srv/a@b/wiki.git",
    ])
    func noSecretInAnAddress(_ text: String) throws {
        #expect(try GitRemote(text, in: "/work/project").address == text)
    }

    /// What git says is shown without what it may have been told in confidence.
    @Test func saidWithoutSecrets() {
        #expect(
            GitRemote.redacted("fatal: unable to access 'https://lea:pass@example.org/w.git/?key=1': Could not resolve")
                == "fatal: unable to access 'https://example.org/w.git/': Could not resolve")
        #expect(GitRemote.redacted("a://b@c d://e:f@g/h@i") == "a://c d://g/h@i")
    }
}
