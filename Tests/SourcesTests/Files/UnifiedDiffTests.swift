import Foundation
import Sources
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
    @Test func `no change is no diff`() {
        #expect(diff("a\nb\n", "a\nb\n") == "")
    }

    @Test func `a change has three lines around it`() {
        let lines = (1...9).map { "\($0)\n" }
        let new = lines.map { $0 == "5\n" ? "five\n" : $0 }
        #expect(
            diff(lines.joined(), new.joined()) == """
                --- a/en.md
                +++ b/en.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func `a last line without a line feed is marked, and carriage returns stay`() {
        #expect(
            diff("a\r\nb", "a\r\nc")
                == "--- a/en.md\n+++ b/en.md\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        )
    }

    @Test(arguments: 0..<40) func `patch makes the new file of the old one`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func text() -> String {
            let lines = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                "\(Int.random(in: 0...4, using: &random))"
            }
            return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
        }
        let (old, new) = (text(), text())
        let folder = try TemporaryFolder()
        try folder.write(old, at: "en.md")
        try folder.write(diff(old, new), at: "patch")
        guard old != new else { return }
        let outcome = try Program.named(
            "git", "-C", folder.path, "apply", "--unidiff-zero", "--whitespace=nowarn", "patch")
        #expect(outcome.errors == "")
        #expect(try folder.text(at: "en.md") == new)
    }

    private func diff(_ old: String, _ new: String) -> String {
        String(decoding: UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).bytes(path: "en.md"), as: UTF8.self)
    }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
