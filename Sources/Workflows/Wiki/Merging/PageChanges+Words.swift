import Guides
import Rendering
import Sources
import Values

/// Changes within a block.
extension PageChanges {
    /// A step between two versions of a block: some words became others.
    struct Step {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Blocks that have this part of their words in common are changed word by word; others as a whole.
    private static let leastShare = 0.4

    mutating func addPair(_ old: PageUnit, _ new: PageUnit) {
        guard old.key != new.key else { return }
        guard let field = field(of: old) else {
            let text = Array(edited[new.range])
            return add(PageChange(page: old.range, text: text, hold: .frame))
        }
        var (oldRange, newRange) = (old.range, new.range)
        // Behind the words that come at the same place.
        var attributes: (inout PageChanges) -> Void = { _ in }
        defer { attributes(&self) }
        if case .heading = old.kind {
            attributes = { $0.addAttributes(old, new, field) }
            (oldRange, newRange) = (content(of: old, origin.page), content(of: new, edited))
        } else if let (before, after) = notes(old, new) {
            // Which number a note has says nothing.
            (oldRange, newRange) = (before, after)
        }
        let known = knownTexts(in: old.range)
        let isCode = old.kind == .code
        let before = oldWords(in: oldRange, bullet: old.bullet, known: known, isCode: isCode)
        let after = PageWordReader(edited, known: known, isCode: isCode).words(in: newRange, bullet: new.bullet)
        let isAlone = steps(before, after).count == 1
        for step in steps(before, after) {
            add(change(step, before, after, (oldRange, newRange), old, isAlone: isAlone, field: field))
        }
    }

    /// What two versions of a note say; nil where one of them is none.
    private func notes(_ old: PageUnit, _ new: PageUnit) -> (Range<Int>, Range<Int>)? {
        if let bullet = old.bullet, let other = new.bullet, origin.stretch(at: bullet)?.role == .footnote,
            NoteNames.prefix(of: origin.page[old.range]) == nil || NoteNames.prefix(of: edited[new.range]) == nil
        {
            // A note that nothing refers to has no number.
            let start = { (page: [UInt8], bullet: Int, unit: PageUnit) in
                let sign = NoteNames.prefix(of: page[unit.range])?.end ?? bullet + 1
                return page[sign..<unit.range.upperBound].firstIndex { $0 > 0x20 } ?? unit.range.upperBound
            }
            return (
                start(origin.page, bullet, old)..<old.range.upperBound, start(edited, other, new)..<new.range.upperBound
            )
        }
        guard let one = NoteNames.prefix(of: origin.page[old.range]), let two = NoteNames.prefix(of: edited[new.range]),
            origin.stretch(at: old.range.lowerBound)?.role == .footnote || one.prefix == two.prefix
        else { return nil }
        return (one.end..<old.range.upperBound, two.end..<new.range.upperBound)
    }

    /// What the generator wrote into a block, the longest first.
    private func knownTexts(in range: Range<Int>) -> [[UInt8]] {
        let texts = origin.stretches(in: range).filter { $0.role != nil && $0.role != .number && $0.role != .option }
            .map { Self.known(origin.page[$0.page.clamped(to: range)]) }.filter { !$0.isEmpty && $0 != [0x20] }
        return Set(texts).sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
    }

    /// What the generator wrote, with one space where it has several.
    private static func known(_ text: ArraySlice<UInt8>) -> [UInt8] {
        PageWordReader.plain(text).reduce(into: []) { if $1 != 0x20 || $0.last != 0x20 { $0.append($1) } }
    }

    /// The words of a published block; what the generator wrote is a word of its own.
    private func oldWords(in range: Range<Int>, bullet: Int?, known: [[UInt8]], isCode: Bool) -> [PageWord] {
        let reader = PageWordReader(origin.page, known: known, isCode: isCode)
        var words: [PageWord] = []
        var run = range.lowerBound
        for stretch in origin.stretches(in: range) where stretch.role != nil && !stretch.page.isEmpty {
            let whole = stretch.page.clamped(to: range)
            if whole.lowerBound > run { words += reader.words(in: run..<whole.lowerBound, bullet: bullet) }
            let text = Self.known(origin.page[whole])
            var word = PageWord(key: String(decoding: text, as: UTF8.self), range: whole, role: stretch.role)
            if text == [0x0A] { word = PageWord(key: " ", range: whole, role: stretch.role) }
            word.isAddress = stretch.role == .address
            words.append(word)
            run = whole.upperBound
        }
        if range.upperBound > run { words += reader.words(in: run..<range.upperBound, bullet: bullet) }
        return words
    }

    /// What became of which words.
    private func steps(_ before: [PageWord], _ after: [PageWord]) -> [Step] {
        var common = SequenceAlignment.common(before.map(\.key), after.map(\.key)).map { ($0.left, $0.right) }
        let weight = { (words: [PageWord]) in words.count { !$0.isSign } }
        let shared = common.count { !before[$0.0].isSign }
        // Words in common by chance say nothing: what is told otherwise altogether is another text.
        if Double(shared) < Self.leastShare * Double(min(weight(before), weight(after))) {
            common = edges(before, after)
        }
        var steps: [Step] = []
        var (start, other) = (0, 0)
        for pair in common + [(before.count, after.count)] {
            if pair.0 > start || pair.1 > other { steps.append(Step(old: start..<pair.0, new: other..<pair.1)) }
            (start, other) = (pair.0 + 1, pair.1 + 1)
        }
        for index in steps.indices {
            let left = steps[index].old.lowerBound - (index > 0 ? steps[index - 1].old.upperBound : 0)
            let right =
                (index + 1 < steps.count ? steps[index + 1].old.lowerBound : before.count) - steps[index].old.upperBound
            slide(&steps[index], before, after, room: (left, right))
        }
        return joined(steps.compactMap { trimmed($0, before, after) }, before)
    }

    /// The words that both begin and end with.
    private func edges(_ before: [PageWord], _ after: [PageWord]) -> [(Int, Int)] {
        var start = 0
        while start < before.count, start < after.count, before[start].key == after[start].key { start += 1 }
        var end = 0
        while end < before.count - start, end < after.count - start,
            before[before.count - 1 - end].key == after[after.count - 1 - end].key
        { end += 1 }
        return (0..<start).map { ($0, $0) } + (0..<end).reversed().map { (before.count - 1 - $0, after.count - 1 - $0) }
    }

    /// A step without what is the same after all, where words were cut at other places; nil where all is.
    private func trimmed(_ step: Step, _ before: [PageWord], _ after: [PageWord]) -> Step? {
        let old = step.old.map { before[$0].key }.joined()
        let new = step.new.map { after[$0].key }.joined()
        return old == new ? nil : step
    }

    /// Steps with nothing but signs between them are one, unless a value stands at the edge.
    private func joined(_ steps: [Step], _ before: [PageWord]) -> [Step] {
        var result: [Step] = []
        for step in steps {
            guard let last = result.last, step.old.lowerBound > last.old.upperBound,
                step.old.lowerBound - last.old.upperBound == 1, before[last.old.upperBound].key == " ",
                !last.old.isEmpty || !step.old.isEmpty,
                !(Array(last.old) + Array(step.old)).contains(where: { before[$0].role != nil })
            else {
                result.append(step)
                continue
            }
            result[result.count - 1] = Step(
                old: last.old.lowerBound..<step.old.upperBound, new: last.new.lowerBound..<step.new.upperBound)
        }
        return result
    }

    private func change(
        _ step: Step, _ before: [PageWord], _ after: [PageWord], _ ranges: (old: Range<Int>, new: Range<Int>),
        _ unit: PageUnit, isAlone: Bool, field: Int
    ) -> PageChange {
        let old = before[step.old]
        let text = edited[offset(step.new.lowerBound, after, ranges.new)..<end(step.new, after, ranges.new)]
        let page = offset(step.old.lowerBound, before, ranges.old)..<end(step.old, before, ranges.old)
        var change = PageChange(page: page, text: Array(text))
        // What was put between the author's words by us, and taken out again, was never there.
        if text.isEmpty, !old.isEmpty, old.allSatisfy({ $0.role == .form && isNothing($0) }) { return change }
        if old.contains(where: { $0.role == .error }), let written = writtenOut(old, text, change) { return written }
        change.hold = hold(old, String(decoding: text, as: UTF8.self), isAlone: isAlone)
        if change.hold != nil { return change }
        guard let range = sourceRange(step.old, before, field) else {
            change.hold = .frame
            return change
        }
        let field = range.field
        guard let language = languages[origin.trace.fields[field].language]?.tag else { return change }
        if let first = old.first, first.isAddress, old.count == 1, !text.contains(where: { $0 <= 0x20 }) {
            let address = terms.address(String(decoding: text, as: UTF8.self), language)
            terms.upload(at: String(decoding: text, as: UTF8.self)).map { change.uploads = [$0] }
            change.hold = terms.hold(at: String(decoding: text, as: UTF8.self), address)
            change.meant = ValueWord.text(ofAddress: address)
            change.edits = [SourceEdit(field: field, range: range.range, text: Array(address.utf8))]
            return change
        }
        let touched = page.isEmpty ? [] : origin.stretches(in: page)
        let local = SourceTerms.values(origin, touched)
        var typed = terms.typed(text, language, local: local, isCode: unit.kind == .code)
        (change.meant, change.uploads) = (typed.page, typed.uploads)
        change.hold = typed.hold
        if let blank = alertTitle(before: page, text) {
            (change.meant, typed.source) = (blank + typed.page, typed.source + blank)
        }
        let isLine = origin.trace.fields[field].kind != .text
        change.edits = [
            SourceEdit(field: field, range: range.range, text: isLine ? PlainLine.text(typed.source) : typed.source)
        ]
        // Another number for the same note is none of an edit.
        if old.contains(where: { $0.role == .footnote }), change.hold == nil,
            change.edits[0].text.elementsEqual(origin.trace.fields[field].source[range.range])
        {
            change.edits = []
        }
        return change
    }

    /// The blank line of the quote that parts a line from the title of an alert, where the flavour has a title for its marker and
    /// somebody put the line right below; nil elsewhere.
    private func alertTitle(before place: Range<Int>, _ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard place.isEmpty, text.first == 0x0A, place.lowerBound > 0,
            let stretch = origin.stretch(at: place.lowerBound - 1), stretch.role == .form, let field = stretch.field,
            origin.trace.fields[field].source[stretch.source].starts(with: "[!".utf8)
        else { return nil }
        return [0x0A]
            + text.dropFirst().prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }.reversed().drop { $0 == 0x20 }
            .reversed()
    }

    private func isNothing(_ word: PageWord) -> Bool { origin.stretches(in: word.range).allSatisfy(\.source.isEmpty) }

    /// Why a change of some words has no place in the files.
    private func hold(_ old: ArraySlice<PageWord>, _ text: String, isAlone: Bool) -> WikiHold? {
        for word in old {
            switch word.role {
            case .notice?: return .notice
            case .audience?: return .audience(word.key)
            case .block?: return .block(name: name(of: word) ?? "")
            case .error?: return .block(name: "error")
            default: continue
            }
        }
        guard !text.isEmpty, let value = old.first(where: { $0.role == .value }), let name = name(of: value) else {
            return nil
        }
        let isOnly = old.allSatisfy { $0.role == .value || $0.isSign }
        guard isOnly else { return nil }
        let hasDigits = { (text: String) in text.utf8.contains(where: \.isASCIIDigit) }
        // Words in the place of a value are another sentence; a number in the place of one is another value.
        guard hasDigits(value.key) ? hasDigits(text) : isAlone else { return nil }
        return .value(name: name, was: String(decoding: origin.page[value.range], as: UTF8.self), typed: text)
    }

    /// What prints the error gives way to the error with what was changed in it; nil where that is not to be told.
    private func writtenOut(
        _ old: ArraySlice<PageWord>, _ text: ArraySlice<UInt8>, _ change: PageChange
    ) -> PageChange? {
        guard old.count == 1, let word = old.first, let stretch = origin.stretch(at: word.range.lowerBound),
            let field = stretch.field, let expansion = stretch.expansion, stretch.page == word.range,
            !text.contains(0x0A), let values = PrintedError.values(in: origin.page[stretch.page], expansion)
        else { return nil }
        var change = change
        let typed = terms.typed(text, origin.trace.fields[field].language, local: values, isCode: true)
        change.meant = typed.page
        change.edits = [SourceEdit(field: field, range: stretch.source, text: typed.source)]
        change.writesOutError = true
        return change
    }

    private func name(of word: PageWord) -> String? {
        guard let stretch = origin.stretch(at: word.range.lowerBound), let field = stretch.field else { return nil }
        return SourceTerms.name(in: origin.trace.fields[field].source[stretch.source])
    }

    // MARK: Places

    /// Where a word begins, or where the last one ends.
    private func offset(_ index: Int, _ words: [PageWord], _ range: Range<Int>) -> Int {
        if index < words.count, index == 0 || words[index].range.lowerBound == words[index - 1].range.upperBound {
            return words[index].range.lowerBound
        }
        return index > 0 ? words[index - 1].range.upperBound : range.lowerBound
    }

    private func end(_ range: Range<Int>, _ words: [PageWord], _ whole: Range<Int>) -> Int {
        range.isEmpty ? offset(range.lowerBound, words, whole) : words[range.upperBound - 1].range.upperBound
    }

    /// The bytes of its text that some words stand for, or the place between two.
    private func sourceRange(_ range: Range<Int>, _ words: [PageWord], _ field: Int) -> (field: Int, range: Range<Int>)?
    {
        if range.isEmpty {
            if range.lowerBound > 0, let end = origin.end(of: words[range.lowerBound - 1].range.upperBound) {
                return (end.field, end.offset..<end.offset)
            }
            guard range.lowerBound < words.count, let start = origin.start(of: words[range.lowerBound].range.lowerBound)
            else { return nil }
            return (start.field, start.offset..<start.offset)
        }
        guard let start = origin.start(of: words[range.lowerBound].range.lowerBound),
            let end = origin.end(of: words[range.upperBound - 1].range.upperBound), start.field == end.field,
            start.offset <= end.offset
        else { return nil }
        return (start.field, start.offset..<end.offset)
    }
}
