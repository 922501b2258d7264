import Foundation
import Sources
import TestSupport
import Testing
import Workflows

/// A diagnostic that nobody has seen is not done: every problem of the registry is shown by a fixture.
@Suite struct CheckCoverageTests {
    /// Checks that no fixture can show, and why.
    static let unseen: [String: String] = [
        "bad-guide-name": "no project is at fault but a command line; NewCommandTests have it",
        "existing-file": "no project is at fault but a command line; NewCommandTests have it",
        "existing-target": "no project is at fault but a command line; FileImportTests have it",
        "import": "no project is at fault but a command line; FolderImportTests have it",
        "known-language": "no project is at fault but a command line; NewCommandTests have it",
        "move": "no project is at fault but a command line; MoveTests have it",
        "no-kind": "no project is at fault but a command line; NewCommandTests have it",
        "no-start": "no project is at fault but a command line; NewCommandTests have it",
        "no-template": "no project is at fault but a command line; NewCommandTests have it",
        "unknown-group-member": "GroupTests have it, with what is built all the same",
        "git": "what git says differs from version to version; the tests of publishing have it",
        "unknown-page": "it takes a wiki; the tests of publishing have one",
        "wiki-manifest": "it takes a wiki; the tests of publishing have one",
        "wiki-remote": "no project is at fault but a command line; WikiTransportTests have them",
        "api-key": "a key in a fixture would be one in the repository; the check’s own examples put keys together",
        "key-in-message": "a key in a fixture would be one in the repository; PersonaliseTests put one together",
        "empty-message": "a message stands in no project; PersonaliseTests paste one",
        "other-guide": "a message stands in no project; PersonaliserTests paste one",
        "near-message": "a message stands in no project; PersonaliseTests paste one",
        "missing-records":
            "the fixtures’ guides are recorded before they are checked; the check’s own example shows it",
        "nothing-to-check": "`check` reports to standard output, and takes a path to report it; CheckTests have it",
        "similar-name": "macOS cannot check out a repository with two such names; InventoryReaderTests make them",
        "unwritable-file": "tests may run as somebody who can write every file",
    ]

    @Test func everyCheckIsShownByAFixture() throws {
        let declared = Set(ProblemRegistry.all.ids)
        let shown = try Self.shownChecks()
        let missing = declared.subtracting(shown).subtracting(Self.unseen.keys).sorted()
        #expect(missing == [], "add a folder to Tests/Fixtures/broken for each of these, or say here why there is none")
        #expect(shown.subtracting(declared).sorted() == [], "these fixtures show checks that nothing declares")
        #expect(shown.intersection(Self.unseen.keys).sorted() == [], "these are shown after all")
    }

    /// The names in `error[…]` and `warning[…]` of everything that the fixtures of builds expect, and those behind the
    /// places of the planted faults that only `check` reports, and behind those of the corpus.
    static func shownChecks() throws -> Set<String> {
        var checks: Set<String> = []
        for sort in ["broken", "warnings"] {
            for name in try Fixtures.names(in: sort) {
                let file = Package.fixture("\(sort)/\(name)/expected.txt")
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                checks.formUnion(
                    text.matches(of: /(?:error|warning|note)\[([^\]]+)\]:/).map { String($0.output.1) })
            }
        }
        let corpus = try String(contentsOf: Package.fixture("corpus/faults.txt"), encoding: .utf8)
        checks.formUnion(corpus.matches(of: /\n! ([a-z-]+)/).map { String($0.output.1) })
        for name in try Fixtures.names(in: "faults") {
            let file = Package.fixture("faults/\(name)/expected.txt")
            let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
            checks.formUnion(lines.compactMap { $0.split(separator: " ").last.map(String.init) })
        }
        return checks
    }
}
