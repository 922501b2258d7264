import Sources
import Values

/// Compares what runs in two blocks of code; what people read in them may be in each one's own language.
struct CodeComparison {
    let own: EditionText
    let theirs: EditionText
    let syntax: CodeSyntax
    private let languages: LanguageNames
    /// The names that were translated; nil where it was not looked for them.
    private var renames: CodeRenames?

    /// Where two blocks begin to differ: the bytes of either that have no counterpart in the other.
    struct Difference {
        let own: Range<Int>?
        let other: Range<Int>?
    }

    init(_ own: EditionText, _ theirs: EditionText, as syntax: CodeSyntax) {
        self.own = own
        self.theirs = theirs
        self.syntax = syntax
        languages = LanguageNames(own.edition.language, theirs.edition.language)
    }

    /// The same comparison, to which names are one that are translated wherever the page's code has them.
    func knowingRenames() -> CodeComparison {
        var comparison = self
        comparison.renames = CodeRenames(own, theirs)
        return comparison
    }

    /// The first difference that readers of one language would suffer from; nil where there is none.
    func difference(_ block: Range<Int>, _ otherBlock: Range<Int>) -> Difference? {
        let (tokens, headings) = CodeReader.read(own.bytes, block, as: syntax)
        let (others, otherHeadings) = CodeReader.read(theirs.bytes, otherBlock, as: syntax)
        if headings.count > otherHeadings.count { return Difference(own: headings[otherHeadings.count], other: nil) }
        var (index, otherIndex) = (0, 0)
        while index < tokens.count, otherIndex < others.count {
            if agree(tokens[index], others[otherIndex]) {
                (index, otherIndex) = (index + 1, otherIndex + 1)
            } else if let ends = reordered(tokens, index, others, otherIndex) {
                (index, otherIndex) = ends
            } else {
                return Difference(own: tokens[index].range, other: others[otherIndex].range)
            }
        }
        if index == tokens.count, otherIndex == others.count { return nil }
        return Difference(own: tokens.dropFirst(index).first?.range, other: others.dropFirst(otherIndex).first?.range)
    }

    /// Where two lines end that differ by the order in which texts for people and what is put into them stand, as
    /// languages do: `name + ' left'` and `'Il reste ' + name`.
    private func reordered(
        _ tokens: [CodeToken], _ index: Int, _ others: [CodeToken], _ otherIndex: Int
    ) -> (Int, Int)? {
        let (line, end) = Self.line(of: tokens, around: index, in: own.bytes)
        let (otherLine, otherEnd) = Self.line(of: others, around: otherIndex, in: theirs.bytes)
        func code(_ line: ArraySlice<CodeToken>, _ text: EditionText) -> [String]? {
            let prose = line.filter { $0.kind == .visible || $0.kind == .string && isProse($0, text) }
            guard !prose.isEmpty else { return nil }
            let rest = line.filter { token in !prose.contains { $0.range == token.range } }
                .map { String(decoding: text.bytes[$0.range], as: UTF8.self) }.filter { $0 != "+" }
            return (rest + prose.flatMap { ProseInCode(text.bytes[$0.range]).fields }).sorted()
        }
        guard let names = code(line, own), names == code(otherLine, theirs) else { return nil }
        return (end, otherEnd)
    }

    /// The pieces on the line of one of them, and the position behind the last.
    private static func line(
        of tokens: [CodeToken], around index: Int, in bytes: [UInt8]
    ) -> (ArraySlice<CodeToken>, end: Int) {
        func isBroken(_ left: Int, _ right: Int) -> Bool {
            bytes[tokens[left].range.upperBound..<tokens[right].range.lowerBound].contains(0x0A)
        }
        var (start, end) = (index, index + 1)
        while start > 0, !isBroken(start - 1, start) { start -= 1 }
        while end < tokens.count, !isBroken(end - 1, end) { end += 1 }
        return (tokens[start..<end], end)
    }

    private func isProse(_ token: CodeToken, _ text: EditionText) -> Bool {
        let prose = ProseInCode(text.bytes[token.range])
        return prose.isProse && (prose.words > 1 || prose.isMarkedAsWord || prose.isCapitalised)
    }

    private func agree(_ token: CodeToken, _ other: CodeToken) -> Bool {
        let (bytes, otherBytes) = (own.bytes[token.range], theirs.bytes[other.range])
        if token.kind == .lineEnd || other.kind == .lineEnd { return token.kind == other.kind }
        if bytes.elementsEqual(otherBytes) { return true }
        let (text, otherText) = (ProseInCode(bytes), ProseInCode(otherBytes))
        if names(bytes, areIn: own), names(otherBytes, areIn: theirs) { return true }
        if renames?.explain(bytes, otherBytes) == true { return true }
        if differsByCase(text.whole, otherText.whole) {
            return syntax.traits.contains(.anyCase)
                || token.kind != .code && token.kind != .expression
                    && text.isProse && text.words > 1
        }
        if languages.areCounterparts(text.whole, otherText.whole) { return true }
        // An address leads to the edition in the reader's language.
        if token.kind == .code, other.kind == .code, text.whole.contains("://") || text.whole.hasPrefix("/"),
            isSameAddress(text, otherText)
        {
            return true
        }
        switch (token.kind, other.kind) {
        case (.expression, .expression):
            return CodeComparison(own, theirs, as: CodeSyntax.script).difference(token.range, other.range) == nil
        case (.code, _), (_, .code), (.expression, _), (_, .expression): return false
        case (.line, .line):
            return text.isSentence && otherText.isSentence && text.fields == otherText.fields
                || text.isGreeting && otherText.isGreeting
                || areSpoken(text, otherText) || reading(token.range, other.range)
        case (.line, _), (_, .line): return false
        case (.visible, _), (_, .visible):
            return text.hasLetters == otherText.hasLetters && text.fields == otherText.fields
                && text.digits == otherText.digits
        default: return areTexts(text, otherText)
        }
    }

    /// Whether two codes within text may be one in two languages: words for people, names to put one's own for.
    func mayBeTranslations(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        let (bytes, otherBytes) = (own.bytes[range], theirs.bytes[other])
        let (text, otherText) = (ProseInCode(bytes), ProseInCode(otherBytes))
        if names(bytes, areIn: own), names(otherBytes, areIn: theirs) { return true }
        if ReaderNames.differAlone(bytes, otherBytes) || renames?.explain(bytes, otherBytes) == true { return true }
        if isSameAddress(text, otherText) { return true }
        // What is called has one name; what it is told may be words for people.
        if Self.isCall(bytes), Self.isCall(otherBytes) { return isSameCode(range, other) }
        if differsByCase(text.whole, otherText.whole) { return Self.areCapitalised(text.whole, otherText.whole) }
        if languages.areCounterparts(text.whole, otherText.whole) { return true }
        if isSameCode(range, other) || areKnown(bytes, otherBytes) || Self.isShortcut(text.whole) { return true }
        if Self.isSameFigure(text.whole, otherText.whole) || arePhrases(text, otherText) { return true }
        // What shares words is no translation, and of words that neither language knows nothing says that it is one.
        let (words, others) = (text.wordSet, otherText.wordSet)
        let isMarked =
            hasLetter(text, own) && otherText.whole.utf8.allSatisfy { $0 < 0x80 }
            || hasLetter(otherText, theirs) && text.whole.utf8.allSatisfy { $0 < 0x80 }
        guard words.isDisjoint(with: others) || isMarked else { return false }
        let isKnown =
            words.contains(where: own.knows) || others.contains(where: theirs.knows) || hasLetter(text, own)
            || hasLetter(otherText, theirs)
        return isKnown && areTexts(text, otherText)
    }

    /// Whether a code is a name with parentheses right behind it, `next()`.
    private static func isCall(_ code: ArraySlice<UInt8>) -> Bool {
        guard code.last == UInt8(ascii: ")"), let open = code.firstIndex(of: UInt8(ascii: "(")), open > code.startIndex
        else { return false }
        return code[..<open].allSatisfy { $0.isWordPart || $0.isOne(of: "_.$:#") }
    }

    /// Whether two codes are the same but for capital letters.
    private func differsByCase(_ code: String, _ other: String) -> Bool {
        code.utf8.count == other.utf8.count && code != other && code.lowercased() == other.lowercased()
    }

    /// Whether two codes are plain words that begin with a capital letter in one language: `Name` and `name`.
    private static func areCapitalised(_ code: String, _ other: String) -> Bool {
        let (words, others) = (code.split(separator: " "), other.split(separator: " "))
        return words.count == others.count
            && zip(words, others).allSatisfy { word, otherWord in
                word.dropFirst() == otherWord.dropFirst() && word.allSatisfy(\.isLetter)
            }
    }

    /// Whether two figures differ by their spaces and the form of a sign alone: `462×147`, `252 − 105`.
    private static func isSameFigure(_ code: String, _ other: String) -> Bool {
        func figure(_ text: String) -> String {
            text.filter { !$0.isWhitespace }.replacing("−", with: "-").replacing("×", with: "x")
        }
        return !code.contains { $0.isLetter && $0 != "x" } && code.contains(where: \.isNumber)
            && figure(code) == figure(other)
    }

    /// Whether two codes are phrases, whatever words they share: one has a little word of its language.
    private func arePhrases(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        func isPhrase(_ text: ProseInCode) -> Bool { text.isProse && text.words > 1 && text.fields.isEmpty }
        func hasLittleWord(_ text: ProseInCode, _ edition: EditionText) -> Bool {
            text.wordSet.contains { $0.utf8.count > 1 && edition.edition.language.writing.commonWords.contains($0) }
        }
        return isPhrase(text) && isPhrase(other) && text.digits == other.digits
            && (hasLittleWord(text, own) && !hasLittleWord(text, theirs)
                || hasLittleWord(other, theirs) && !hasLittleWord(other, own))
    }

    /// Whether two codes run the same, whatever people read in them.
    private func isSameCode(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        guard own.bytes[range].contains(where: \.isASCIIPunctuation) else { return false }
        return CodeComparison(own, theirs, as: CodeSyntax.table["jsx"] ?? syntax).difference(range, other) == nil
    }

    /// Whether two codes are the same but for words that each is known to have in its language: `Object (sans argument)`.
    private func areKnown(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        func words(_ bytes: ArraySlice<UInt8>) -> [String] {
            bytes.split { !$0.isWordPart }.map { String(decoding: $0, as: UTF8.self) }
        }
        func signs(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter(\.isASCIIPunctuation) }
        let (mine, others) = (words(code), words(other))
        guard mine.count == others.count, mine.count > 1, signs(code) == signs(other) else { return false }
        return zip(mine, others).allSatisfy { word, otherWord in
            word == otherWord || own.knows(word.lowercased()) && theirs.knows(otherWord.lowercased())
        }
    }

    /// Whether keys are to be pressed together: their names are translated.
    private static func isShortcut(_ code: String) -> Bool {
        let keys = code.split(separator: "+")
        guard keys.count > 1, let first = keys.first else { return false }
        return ["ctrl", "cmd", "alt", "shift", "maj", "option", "control", "command", "strg", "⌘"]
            .contains(first.lowercased())
    }

    private func areTexts(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        guard text.fields == other.fields, text.digits == other.digits else { return false }
        // What has a letter of its language is no name of a program's; an address may have an edition for each.
        if isSameAddress(text, other) { return true }
        if !text.isPlainWord, !other.isPlainWord, hasLetter(text, own) || hasLetter(other, theirs) { return true }
        return text.isProse && other.isProse && (text.words > 1 || other.words > 1 || areWords(text, other))
    }

    /// Whether two single words may be read by people: one has a letter of its language or the sign of a sentence, or
    /// both are words of their languages.
    private func areWords(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        if text.isMarkedAsWord || other.isMarkedAsWord || text.isCapitalised && other.isCapitalised { return true }
        return areKnown(text, other)
    }

    private func areKnown(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        own.knows(text.lowercased) && theirs.knows(other.lowercased)
    }

    private func hasLetter(_ text: ProseInCode, _ edition: EditionText) -> Bool {
        let letters = edition.edition.language.vocabulary.letters
        return text.whole.utf8.contains { $0 >= 0x80 } && text.whole.unicodeScalars.contains(where: letters.contains)
    }

    private func isSameAddress(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        text.whole.utf8.contains(UInt8(ascii: "/"))
            && LocalisedAddress(text.whole, languages).likeness(to: LocalisedAddress(other.whole, languages)) == .same
    }

    /// Whether two lines of nobody knows what are said to people: they end as sentences do, or are words of their
    /// languages around the same address.
    private func areSpoken(_ text: ProseInCode, _ other: ProseInCode) -> Bool {
        if text.isRemark, other.isRemark { return text.fields == other.fields && text.digits == other.digits }
        let (parts, others) = (text.wordsAndCodes, other.wordsAndCodes)
        // “Process 12 stopped”: no word is the same, and one has a letter of its language or a word that tells it.
        let isTold =
            parts.words.contains(where: own.knows) || others.words.contains(where: theirs.knows) || hasLetter(text, own)
            || hasLetter(other, theirs)
        if isTold, parts.words.count > 1, others.words.count > 1, !parts.codes.isEmpty, parts.codes == others.codes,
            parts.codes.allSatisfy({ !$0.contains(where: \.isLetter) }),
            Set(parts.words).isDisjoint(with: others.words)
        {
            return true
        }
        return !parts.codes.isEmpty && parts.codes == others.codes && !parts.words.isEmpty && !others.words.isEmpty
            && parts.words.allSatisfy(own.knows) && others.words.allSatisfy(theirs.knows)
    }

    /// Whether two lines of nobody knows what are the same as code.
    private func reading(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        let syntax = CodeSyntax([], [], traits: .words)
        return CodeComparison(own, theirs, as: syntax).difference(range, other) == nil
    }

    /// Whether a name is one that the reader puts another for: `<votre projet>`, `VOTRE_CLE`, `chemin/vers/le-fichier`.
    private func names(_ name: ArraySlice<UInt8>, areIn text: EditionText) -> Bool {
        if name.first == UInt8(ascii: "<"), name.last == UInt8(ascii: ">"), name.count > 2 { return true }
        let placeholders = text.edition.language.vocabulary.placeholders
        guard name.count < 80, !placeholders.isEmpty else { return false }
        let words = name.split { !$0.isWordPart }
        return words.contains { word in
            let word = String(decoding: word, as: UTF8.self).lowercased()
            return words.count > 1 && placeholders.contains(word)
                || placeholders.contains { $0.utf8.count > 3 && word.utf8.count > $0.utf8.count && word.hasPrefix($0) }
        }
    }
}

extension EditionText {
    /// Whether a word tells the text's language.
    fileprivate func knows(_ word: String) -> Bool {
        edition.language.vocabulary.words.contains(word) || edition.language.writing.commonWords.contains(word)
    }
}
