import Foundation
import TestSupport
import Testing

@testable import Values

/// Runs of bytes that may be keys are found without a look at most of a text.
@Suite struct KeyFormatTests {
    /// A run that no key is shorter than, wherever it begins in the text and whatever stands around it.
    @Test(arguments: 0..<45)
    func runsAtEveryOffset(offset: Int) {
        let before = String(String(repeating: "a few words (of text), ", count: 3).prefix(offset)) + " "
        for run in ["AbC1-dEf_2gHi.3jKl4m", String(repeating: "k", count: 64)] {
            for after in ["", " and", "é", "`, more text follows here"] {
                let text = before + run + after
                let start = before.utf8.count
                #expect(runs(in: text) == [start..<(start + run.utf8.count)], "\(text)")
            }
        }
    }

    @Test(arguments: ["", "short", "words-of-a-sentence with spaces", "a.b?c.d?e.f?g.h?i.j?k.l", "été-été-été-été-été"])
    func nothingThatIsTooShort(text: String) {
        #expect(runs(in: text).isEmpty)
    }

    @Test func everyFormatFitsIntoARun() {
        for format in KeyFormat.all {
            let key = format.prefix + Array(repeating: UInt8(ascii: "7"), count: format.shortest)
            let range = key.withUnsafeBufferPointer { KeyFormat.nextRun(in: $0, from: 0) }
            #expect(range == 0..<key.count, "\(format.provider)")
        }
    }

    /// The table that the page's script is held to as well.
    @Test func whatMayBeAKey() throws {
        let cases = try KeyCase.all()
        for entry in cases {
            #expect(KeyFormat.mayStand(in: entry.text) == entry.isKey, "\(entry.parts)")
        }
        for format in KeyFormat.all {
            let isListed = cases.contains { $0.isKey && $0.text.utf8.starts(with: format.prefix) }
            #expect(isListed, "the table has no key of \(format.provider)")
        }
    }

    private func runs(in text: String) -> [Range<Int>] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var runs: [Range<Int>] = []
            while let run = KeyFormat.nextRun(in: bytes, from: runs.last?.upperBound ?? 0) { runs.append(run) }
            return runs
        }
    }
}
