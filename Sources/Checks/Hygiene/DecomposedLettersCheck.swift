import Foundation
import Guides
import Sources

/// Letters whose accents are characters of their own (Unicode's normal form D), as some systems and PDF files give them.
struct DecomposedLettersCheck: TextCheck {
    static let problems: [any Problem.Type] = [DecomposedLetters.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        guard Self.mayHoldMarks(text.bytes) else { return [] }
        let file = text.edition.file
        var edits: [Fix.Edit] = []
        for run in text.runs where run.kind == .prose {
            for range in Self.clusters(in: text.bytes, run.range) {
                let old = String(decoding: text.bytes[range], as: UTF8.self)
                let new = Array(old.precomposedStringWithCanonicalMapping.utf8)
                let source = text.sourceRange(range)
                guard new != Array(text.bytes[range]), file.bytes[source].elementsEqual(text.bytes[range]) else {
                    continue
                }
                edits.append(Fix.Edit(in: file, replacing: source, with: new))
            }
        }
        guard let first = edits.first else { return [] }
        let fix = Fix("join them (Unicode’s normal form C)", edits: edits)
        return [Diagnostic(DecomposedLetters(count: edits.count), at: file.place(first.range), fix: fix)]
    }

    /// Whether there may be a mark: U+0300…U+036F, U+3099 and U+309A, or a letter of Hangul in parts.
    private static func mayHoldMarks(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            func holds(_ lead: UInt8, _ isNext: (UInt8) -> Bool) -> Bool {
                var index = 0
                while let found = bytes.firstOffset(of: lead, from: index), found + 1 < bytes.count {
                    if isNext(bytes[found + 1]) { return true }
                    index = found + 1
                }
                return false
            }
            return bytes.firstOffset(of: 0xCC) != nil || holds(0xCD) { $0 <= 0xAF }
                || holds(0xE1) { $0 >= 0x84 && $0 <= 0x87 }
                || holds(0xE3) { $0 == 0x82 }
        }
    }

    /// Letters with the marks behind them, where there are some.
    private static func clusters(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var clusters: [Range<Int>] = []
        var start = range.lowerBound
        var offset = range.lowerBound
        var hasMark = false
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x300...0x36F, 0x3099, 0x309A, 0x1161...0x1175, 0x11A8...0x11C2: true
            default: false
            }
        }
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            if isMark(scalar) {
                hasMark = true
            } else {
                if hasMark { clusters.append(start..<offset) }
                (start, hasMark) = (offset, false)
            }
            offset += UTF8.width(scalar)
        }
        if hasMark { clusters.append(start..<offset) }
        return clusters
    }
}

struct DecomposedLetters: Problem {
    static let description = CheckDescription(
        "decomposed-letters", .hygiene, .warning,
        summary:
            "Letters whose accents are characters of their own, as text from some systems and from PDF files has them.",
        why:
            "They look the same, and a search for the word does not find it; some fonts set the accent beside its letter.",
        mending: "`--fix` joins them (Unicode's normal form C). Code is left as it is.",
        faulty: [
            CheckExample(
                fr: "Un probl⟦e\u{300}⟧me d’e\u{301}cran.",
                "letters and their accents are apart here and at 1 other place")
        ],
        clean: [CheckExample(fr: "Un problème d’écran, et `e\u{301}cran`.")])

    let count: Int

    var message: String {
        let others = count == 1 ? "" : " and at \((count - 1).counted("other place"))"
        return "letters and their accents are apart here\(others)"
    }
    var help: String? { "join each letter with its accent (Unicode’s normal form C); `--fix` does" }
}
