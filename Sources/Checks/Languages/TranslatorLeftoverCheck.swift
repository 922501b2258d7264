import Guides
import Sources

/// What an author, a translator, or a program that translates leaves behind.
struct TranslatorLeftoverCheck: TextCheck {
    static let problems: [any Problem.Type] = [TranslatorLeftover.self, RepeatedWord.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        notes(text) + repeated(text, Prose(text, in: context))
    }

    // MARK: Notes

    /// What notes in brackets begin with, in lower case.
    private static let openings = [
        "rest of", "rest ", "the rest", "remaining ", "omitted", "unchanged", "translat", "untranslated", "todo", "tbd",
        "fixme", "note du traducteur", "à traduire", "a traduire", "non traduit", "traduction", "le reste", "reste du",
        "reste de", "inchangé",
    ]
    /// What paragraphs begin with that were said to somebody else than the reader.
    private static let sentences: [[UInt8]] = [
        "here is the translation", "here’s the translation", "here's the translation", "sure, here", "sure! here",
        "as an ai ", "i cannot translate", "voici la traduction", "voici le texte traduit", "bien sûr, voici",
        "bien sûr ! voici",
        "<translation>", "todo:", "todo :", "fixme:", "translate:", "traduire :", "à traduire", "À traduire",
    ].map { Array($0.utf8) }
    /// What stands alone where a text is to be written, as `new guide` puts it.
    private static let blanks = ["TODO", "TBD", "FIXME"].map { Array($0.utf8) }
    private static let brackets: [Bool] = (0...255).map { $0 == UInt8(ascii: "[") }

    /// What a note behind another sentence begins with, before its colon.
    private static let marks = ["TODO", "FIXME", "TRANSLATE", "À TRADUIRE", "A TRADUIRE"].map { Array($0.utf8) }
    private static let colons: [Bool] = (0...255).map { $0 == UInt8(ascii: ":") }

    /// The mark of a note that stands in capitals behind a sentence: “Ask. TODO: how?”.
    private static func mark(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        var index = range.lowerBound
        while let colon = bytes.firstIndex(in: index..<range.upperBound, of: colons) {
            index = colon + 1
            var end = colon
            // A space, or a no-break one of either width.
            while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] >= 0x80 { end -= 1 }
            for mark in marks where end - mark.count - 2 >= range.lowerBound {
                let start = end - mark.count
                if bytes[start..<end].elementsEqual(mark), bytes[start - 1].isSpace, bytes[start - 2].isOne(of: ".!?") {
                    return start..<end
                }
            }
        }
        return nil
    }

    /// In bytes.
    private static let longestNote = 200

    private func notes(_ text: EditionText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for block in text.blocks where block.node?.kind != .codeBlock {
            let bytes = text.bytes[block.range]
            if bytes.count <= 5, Self.blanks.contains(where: bytes.elementsEqual),
                text.run(at: block.range.lowerBound)?.kind == .prose
            {
                // That a date is to be announced is all that a table may say of it.
                let isFact = block.node?.kind == .tableCell && bytes.elementsEqual("TBD".utf8)
                if !isFact { found.append(leftover(block.range, text)) }
                continue
            }
            if let sentence = Self.sentences.first(where: { text.bytes.begins(with: $0, at: block.range) }),
                text.run(at: block.range.lowerBound)?.kind == .prose
            {
                let end = block.range.lowerBound + sentence.count
                found.append(leftover(block.range.lowerBound..<end, text))
                continue
            }
            if let mark = Self.mark(in: block.range, of: text.bytes), text.run(at: mark.lowerBound)?.kind == .prose {
                found.append(leftover(mark, text))
                continue
            }
            var index = block.range.lowerBound
            while let open = text.bytes.firstIndex(in: index..<block.range.upperBound, of: Self.brackets) {
                index = open + 1
                // A note of a translator's is short: what closes further away, or not at all, is none.
                let end = min(open + Self.longestNote, block.range.upperBound)
                guard let close = text.bytes[open..<end].firstIndex(of: UInt8(ascii: "]")),
                    text.run(at: open)?.kind == .prose, text.isSign(at: open)
                else { continue }
                var inner = String(decoding: text.bytes[(open + 1)..<close], as: UTF8.self).lowercased()
                inner.trimPrefix { $0 == "." || $0 == "…" || $0 == " " }
                guard Self.openings.contains(where: { inner.hasPrefix($0) }) else { continue }
                found.append(leftover(open..<(close + 1), text))
                index = close + 1
            }
        }
        return found
    }

    private func leftover(_ range: Range<Int>, _ text: EditionText) -> Diagnostic {
        Diagnostic(
            TranslatorLeftover(text: String(decoding: text.bytes[range], as: UTF8.self)), at: text.place(range))
    }

    // MARK: Words

    /// Words that stand twice in a row, across the end of a line too.
    private func repeated(_ text: EditionText, _ prose: Prose) -> [Diagnostic] {
        let allowed = text.edition.language.writing.repeatedWords
        return text.blocks.filter { $0.node?.kind != .codeBlock }.flatMap { block -> [Diagnostic] in
            let pairs = text.bytes.withUnsafeBufferPointer { Self.doubles(in: block.range, of: $0) }
            return pairs.compactMap { before, word in
                let name = String(decoding: text.bytes[word], as: UTF8.self).lowercased()
                // Across the edge of a link or of emphasis two things may have one name.
                let isOneText =
                    text.run(at: before.lowerBound)?.range == text.run(at: word.lowerBound)?.range
                    || text.isBreak(at: before.upperBound)
                guard isOneText, !allowed.contains(name), text.run(at: word.lowerBound)?.kind == .prose,
                    text.run(at: before.lowerBound)?.kind == .prose, prose.governs(word.lowerBound, in: block.range)
                else { return nil }
                // What is called a thing twice in quotation marks is called so: “knock knock”.
                let isLittle = text.edition.language.writing.commonWords.contains(name)
                if !isLittle, prose.isQuoted(word.lowerBound, in: block.range) { return nil }
                return repetition(before, word, name, text)
            }
        }
    }

    /// Neighbouring words with nothing but one space between them that are the same, but for the first's capital. Two that
    /// begin with capitals are a name, or a cheer.
    private static func doubles(
        in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
    ) -> [(Range<Int>, Range<Int>)] {
        var found: [(Range<Int>, Range<Int>)] = []
        var previous = 0..<0
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, isLetter(index, bytes) { index += 1 }
            let word = start..<index
            if !word.isEmpty {
                let after = index < range.upperBound ? bytes[index] : 0x20
                let isWhole =
                    !after.isOne(of: "-'_/@.") || after == UInt8(ascii: ".") && !isWordPart(index + 1, range, bytes)
                let isElided =
                    index + 2 < range.upperBound && after == 0xE2 && bytes[index + 1] == 0x80
                    && bytes[index + 2] == 0x99
                if previous.count == word.count, word.count > 1, isWhole, !isElided,
                    !(0x41...0x5A).contains(bytes[start]),
                    (0..<word.count).allSatisfy({
                        bytes[previous.lowerBound + $0].asciiLowercased == bytes[start + $0].asciiLowercased
                    })
                {
                    found.append((previous, word))
                }
                // `react-query query`: the first is the end of a name.
                let isPart = start > range.lowerBound && bytes[start - 1].isOne(of: "-_/@.")
                previous = isPart ? 0..<0 : word
                if after.isSpace { index += 1 } else { previous = 0..<0 }
                continue
            }
            previous = 0..<0
            index += 1
        }
        return found
    }

    private static func isWordPart(_ index: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index < range.upperBound && bytes[index].isASCIIAlphanumeric
    }

    private func repetition(_ before: Range<Int>, _ word: Range<Int>, _ name: String, _ text: EditionText) -> Diagnostic
    {
        let file = text.edition.file
        let (first, second) = (text.sourceRange(before), text.sourceRange(word))
        var fix: Fix?
        // A sentence has a reason to say a word twice that names something, “knock knock”; little words slip in. On one line
        // the space goes with the word; across lines only a person can say which of them stays.
        if text.edition.language.writing.commonWords.contains(name), first.upperBound + 1 == second.lowerBound,
            file.bytes[first.upperBound] == 0x20
        {
            fix = Fix(
                "remove one", in: file, replacing: first.upperBound..<second.upperBound, with: "", keepsTree: true)
        }
        return Diagnostic(RepeatedWord(word: name), at: text.place(before.lowerBound..<word.upperBound), fix: fix)
    }

    /// Letters of ASCII, and all characters but Latin-1's signs and the punctuation of U+20xx.
    private static func isLetter(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = bytes[index]
        guard byte >= 0x80 else { return byte.isASCIILetter }
        var start = index
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return bytes[start] >= 0xC3 && bytes[start] != 0xE2 && bytes[start] < 0xF0
    }
}

extension [UInt8] {
    /// Whether a text of ASCII small letters begins at a range, in whatever case.
    fileprivate func begins(with text: [UInt8], at range: Range<Int>) -> Bool {
        guard range.count >= text.count else { return false }
        for index in text.indices where self[range.lowerBound + index].asciiLowercased != text[index].asciiLowercased {
            return false
        }
        return true
    }
}

struct TranslatorLeftover: Problem {
    static let description = CheckDescription(
        "translator-leftover", .languages,
        summary: "A note to oneself that was left behind: “[rest of the section unchanged]”, or “TODO” for a text.",
        why: "Readers see it in the place of what should be there.",
        mending: "Write what is missing, and remove the note.",
        faulty: [
            CheckExample(
                "Ask.\n\n⟦[rest of the section unchanged]⟧",
                "“[rest of the section unchanged]” is not meant for readers"),
            CheckExample("Ask. ⟦TODO⟧: how?", "“TODO” is not meant for readers"),
            CheckExample(fr: "Demande. ⟦À TRADUIRE⟧ : la suite.", "“À TRADUIRE” is not meant for readers"),
            CheckExample("⟦Here is the translation⟧: ask.", "“Here is the translation” is not meant for readers"),
            CheckExample(fr: "Demande. ⟦[… à traduire]⟧", "“[… à traduire]” is not meant for readers"),
            CheckExample(
                "---\ntitle: Load paper\nsummary: ⟦TODO⟧\n---\n\n## Problem\n\n⟦TODO⟧",
                "“TODO” is not meant for readers", "“TODO” is not meant for readers"),
        ],
        clean: [
            CheckExample(
                "Take the rest of the day off, write `[todo]`, and see [the rest](#steps). Choose [x].\n\n`TODO`\n\nTODO list"
            ),
            CheckExample("| Version | Date |\n|---|---|\n| 3 | TBD |"),
        ])

    let text: String

    var message: String { "“\(text)” is not meant for readers" }
    var help: String? { "write what is missing, and remove the note" }
}

struct RepeatedWord: Problem {
    static let description = CheckDescription(
        "repeated-word", .languages, .warning,
        summary: "A word that is there twice in a row.",
        why: "It comes from joining two texts, and readers stumble over it.",
        mending:
            "`--fix` removes one of two little words on one line: “the the”; what names something may be meant twice.",
        faulty: [
            CheckExample("Open ⟦the the⟧ page.", "“the” is there twice"),
            CheckExample(fr: "La page ⟦de\nde⟧ l’écran.", "“de” is there twice"),
            CheckExample("Open the ⟦page page⟧.", "“page” is there twice"),
            CheckExample("Click on “Open ⟦the the⟧ page”.", "“the” is there twice"),
        ],
        clean: [
            CheckExample(
                "He had had it, that that is so. The `the` the. New York New York, ha-ha, step by step, a knock knock joke."
            ),
            CheckExample("The “unknown unknowns” are “unknown unknown” risks; react-query query client."),
            CheckExample(fr: "Les « inconnus inconnus » sont là."),
            CheckExample(fr: "Nous nous arrêtons, vous vous arrêtez, peu à peu."),
        ])

    let word: String

    var message: String { "“\(word)” is there twice" }
}
