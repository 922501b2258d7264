import Foundation
import Sources

/// Letters that were read in another encoding than they were written in, and saved so: `Ã©` for `é`.
struct GarbledLettersCheck: TextCheck {
    static let problems: [any Problem.Type] = [GarbledLetters.self]

    /// What letters of Latin alphabets, signs of Latin-1, and quotation marks and dashes begin with then: `Ã`, `Â`, `â`.
    private static let beginnings: [[UInt8]] = [[0xC3, 0x83], [0xC3, 0x82], [0xC3, 0xA2, 0xE2]]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let bytes = text.edition.file.bytes
        guard Self.beginnings.contains(where: { bytes.firstRange(of: $0, within: 0..<bytes.count) != nil }) else {
            return []
        }
        return text.runs.filter { $0.kind == .prose }.flatMap { run in
            Self.garbled(in: text.bytes[run.range]).compactMap { diagnostic($0.range, $0.meant, text) }
        }
    }

    /// The characters in a row that stand for one that was garbled, and the letters that were meant.
    private static func garbled(in bytes: ArraySlice<UInt8>) -> [(range: Range<Int>, meant: String)] {
        var found: [(range: Range<Int>, meant: String)] = []
        for stretch in bytes.split(whereSeparator: { $0 < 0x80 }) {
            let scalars = Array(String(decoding: stretch, as: UTF8.self).unicodeScalars)
            var (index, start) = (0, stretch.startIndex)
            while index < scalars.count {
                let count = (2...4).first { meant(scalars.dropFirst(index).prefix($0), $0) != nil } ?? 1
                let taken = scalars.dropFirst(index).prefix(count)
                let end = start + taken.reduce(0) { $0 + String($1).utf8.count }
                if count > 1, let letter = meant(taken, count) {
                    if let last = found.last, last.range.upperBound == start {
                        found[found.count - 1] = (last.range.lowerBound..<end, last.meant + letter)
                    } else {
                        found.append((start..<end, letter))
                    }
                }
                (index, start) = (index + count, end)
            }
        }
        return found
    }

    /// The character whose bytes in UTF-8 are those of some characters in the other encoding.
    private static func meant(_ scalars: ArraySlice<Unicode.Scalar>, _ count: Int) -> String? {
        guard scalars.count == count,
            let bytes = String(String.UnicodeScalarView(scalars)).data(using: .windowsCP1252), bytes.count == count,
            let letter = String(bytes: bytes, encoding: .utf8), letter.unicodeScalars.count == 1
        else { return nil }
        return letter
    }

    private func diagnostic(_ range: Range<Int>, _ meant: String, _ text: EditionText) -> Diagnostic? {
        let garbled = String(decoding: text.bytes[range], as: UTF8.self)
        let source = text.sourceRange(range)
        let isPlain = text.edition.file.bytes[source].elementsEqual(text.bytes[range])
        let fix = isPlain ? Fix("write `\(meant)`", in: text.edition.file, replacing: source, with: meant) : nil
        return Diagnostic(GarbledLetters(garbled: garbled, meant: meant), at: text.place(range), fix: fix)
    }
}

struct GarbledLetters: Problem {
    static let description = CheckDescription(
        "garbled-letters", .hygiene,
        summary: "Letters that were read in another encoding than they were written in.",
        why: "Readers see `cafÃ©` for `café`, and no search finds the word.",
        mending: "`--fix` writes the letters that were meant. Open the file as UTF-8 where it is edited.",
        faulty: [
            CheckExample(
                fr: "L⟦â€™⟧équipe a trouvé un caf⟦Ã©⟧.", "`â€™` stands for `’`", "`Ã©` stands for `é`")
        ],
        clean: [
            CheckExample(fr: "L’équipe, « à São Paulo », a bâti â ; `Ã©` est ce que l’on voit. AÇÃO, ÂGE.")
        ])

    let garbled: String
    let meant: String

    var message: String { "`\(garbled)` stands for `\(meant)`" }
}
