import Foundation
import Guides
import Rendering
import Sources
import Values

/// Blocks that came, and blocks that went.
extension PageChanges {
    mutating func addRegion(_ old: Range<Int>, _ new: Range<Int>) {
        if old.isEmpty, new.isEmpty { return }
        if new.isEmpty { return add(deletion(of: old, new.lowerBound)) }
        if old.isEmpty { return insert(new, at: old) }
        add(replacement(of: old, by: new))
    }

    /// Blocks in the place of others: both come, or none.
    private mutating func replacement(of old: Range<Int>, by new: Range<Int>) -> PageChange {
        var change = deletion(of: old, new.lowerBound, isReplaced: true)
        let body = self.new[new.lowerBound].range.lowerBound..<self.new[new.upperBound - 1].range.upperBound
        change.text = Array(edited[body])
        guard change.hold == nil, let first = change.edits.first else {
            change.hold = change.hold ?? .frame
            return change
        }
        let neighbor = published[old.lowerBound]
        let local = SourceTerms.values(origin, origin.stretches(in: change.page))
        let typed = source(of: new, near: neighbor, first.field, local)
        (change.meant, change.uploads) = (typed.page, typed.uploads)
        change.hold = typed.hold
        change.edits[0] = SourceEdit(field: first.field, range: first.range, text: typed.source)
        return change
    }

    // MARK: Blocks that came

    private mutating func insert(_ units: Range<Int>, at place: Range<Int>) {
        let after = place.lowerBound > 0 ? published[place.lowerBound - 1] : nil
        let next = place.upperBound < published.count ? published[place.upperBound] : nil
        let (opening, closing) = (gap(before: units.lowerBound), gap(before: units.upperBound))
        let goesBehind: Bool
        let there = after.flatMap { after in next.map { lines(in: text(after.range.upperBound..<$0.range.lowerBound)) }
        }
        if after.flatMap(field) == nil {
            goesBehind = false
        } else if next.flatMap(field) == nil || there == nil {
            goesBehind = true
        } else {
            goesBehind = lines(in: closing) == there || lines(in: opening) != there
        }
        let (one, other) = (behind(after, opening, units), ahead(of: next, closing, units))
        if var change = goesBehind ? one ?? other : other ?? one {
            change.alternative = (goesBehind ? other : one)?.edits ?? []
            add(change)
        } else {
            let end = after?.range.upperBound ?? 0
            let text = after == nil ? raw(units) + closing : opening + raw(units)
            add(PageChange(page: end..<end, text: text, hold: .frame))
        }
    }

    /// New blocks behind one that was there.
    private mutating func behind(_ after: PageUnit?, _ gap: [UInt8], _ units: Range<Int>) -> PageChange? {
        guard let after, let end = source(of: after) else { return nil }
        let offset = behindVariants(end.range.upperBound, end.field)
        let typed = source(of: units, near: after, end.field)
        let field = textField(end.field)
        let edits =
            field == end.field
            ? [SourceEdit(field: field, range: offset..<offset, text: gap + typed.source)] : lead(typed.source, field)
        return PageChange(
            page: after.range.upperBound..<after.range.upperBound, text: gap + raw(units), meant: gap + typed.page,
            edits: edits, hold: typed.hold, uploads: typed.uploads)
    }

    /// New blocks before one that was there.
    private mutating func ahead(of next: PageUnit?, _ gap: [UInt8], _ units: Range<Int>) -> PageChange? {
        guard let next, let start = source(of: next) else { return nil }
        let offset = beforeVariants(start.range.lowerBound, start.field)
        let typed = source(of: units, near: next, start.field)
        let field = textField(start.field)
        let edits =
            field == start.field
            ? [SourceEdit(field: field, range: offset..<offset, text: typed.source + gap)] : lead(typed.source, field)
        return PageChange(
            page: next.range.lowerBound..<next.range.lowerBound, text: raw(units) + gap, meant: typed.page + gap,
            edits: edits, hold: typed.hold, uploads: typed.uploads)
    }

    /// Blocks as they were typed, with what parts them.
    private func raw(_ units: Range<Int>) -> [UInt8] {
        Self.withoutAnchors(edited[new[units.lowerBound].range.lowerBound..<new[units.upperBound - 1].range.upperBound])
    }

    /// A block at the head of a text: behind the front matter, where there is room for none but a section.
    private func lead(_ text: [UInt8], _ field: Int) -> [SourceEdit] {
        [SourceEdit(field: field, range: 0..<0, text: [0x0A] + text + [0x0A])]
    }

    /// The text below the front matter that a title or a summary belongs to.
    private func textField(_ field: Int) -> Int {
        let fields = origin.trace.fields
        if fields[field].kind == .text { return field }
        return fields.firstIndex { $0.kind == .text && $0.language == fields[field].language } ?? field
    }

    /// New blocks in the terms of the page and of the file, with what parts them.
    ///
    /// - Parameter local: values that went from the same place, by their texts.
    private mutating func source(
        of units: Range<Int>, near neighbor: PageUnit?, _ field: Int, _ local: [(text: [UInt8], name: String)] = []
    ) -> SourceTerms.Typed {
        var all = SourceTerms.Typed()
        var rest = units
        while let index = rest.first {
            if index > units.lowerBound {
                all.page += gap(before: index)
                all.source += gap(before: index)
            }
            if let moved = moved(rest) {
                // What stood between them comes with them.
                all = all + moved.typed
                rest.removeFirst(moved.count)
                continue
            }
            rest.removeFirst()
            all = all + source(of: new[index], near: neighbor, origin.trace.fields[field].language, local)
        }
        return all
    }

    /// The first of some new blocks that have only moved, as many as stood together before, in the terms of the file.
    private func moved(_ units: Range<Int>) -> (typed: SourceTerms.Typed, count: Int)? {
        guard let first = gone[new[units.lowerBound].key], let start = source(of: published[first]) else { return nil }
        var (count, range) = (1, start.range)
        while count < units.count, first + count < published.count,
            gone[new[units.lowerBound + count].key] == first + count,
            let next = source(of: published[first + count]), next.field == start.field
        {
            (count, range) = (count + 1, range.lowerBound..<next.range.upperBound)
        }
        let page = published[first].range.lowerBound..<published[first + count - 1].range.upperBound
        var typed = SourceTerms.Typed()
        typed.page = ValueWord.text(of: page, in: origin)
        typed.source = Array(origin.trace.fields[start.field].source[withEdges(range, start.field)])
        // Its number is that of its new place.
        let (number, other) = (number(of: new[units.lowerBound], edited), number(of: published[first], origin.page))
        if let number, let other, typed.source.starts(with: other) {
            typed.source.replaceSubrange(..<other.count, with: number)
        }
        return (typed, count)
    }

    private mutating func source(
        of unit: PageUnit, near neighbor: PageUnit?, _ language: LanguageTag, _ local: [(text: [UInt8], name: String)]
    ) -> SourceTerms.Typed {
        if case .heading(let level) = unit.kind { return heading(unit, level, language) }
        var text = Array(edited[unit.range])
        if case .number(let number)? = NoteNames.prefix(of: text[...])?.prefix,
            let name = terms.noteName(of: number, language), let end = NoteNames.prefix(of: text[...])?.end
        {
            return terms.typed((Array("[^\(name)]:".utf8) + text[end...])[...], language, local: local)
        }
        if let bullet = unit.bullet, let neighbor, let other = neighbor.bullet, neighbor.path == unit.path,
            edited[bullet] != origin.page[other]
        {
            // Another sign would begin another list.
            text[bullet - unit.range.lowerBound] = origin.page[other]
        }
        return terms.typed(text[...], language, local: local, isCode: unit.kind == .code)
    }

    private func heading(_ unit: PageUnit, _ level: Int, _ language: LanguageTag) -> SourceTerms.Typed {
        let content = content(of: unit, edited)
        var typed = terms.typed(edited[content], language)
        let signs = [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20]
        var attributes: [String] = []
        let title = String(decoding: edited[content], as: UTF8.self)
        if level == 2, languages[language]?.sections(titled: title).isEmpty ?? true, !title.hasSuffix("}") {
            let words = HeadingSlug.make(title)
            attributes.append("#\(words.isEmpty ? "section" : words)")
        }
        if level == 4, isRecommended(unit, edited) { attributes.append(".recommended") }
        let braces = attributes.isEmpty ? "" : " {\(attributes.joined(separator: " "))}"
        typed.page =
            edited[unit.range.lowerBound..<content.lowerBound] + typed.page
            + edited[content.upperBound..<unit.range.upperBound]
        typed.source = signs + typed.source + braces.utf8
        return typed
    }

    // MARK: Gaps

    /// What parts a new block from the one before it, without anchors of ours.
    func gap(before index: Int) -> [UInt8] {
        let start = index > 0 ? new[index - 1].range.upperBound : 0
        let end = index < new.count ? new[index].range.lowerBound : edited.count
        return start < end ? Self.withoutAnchors(edited[start..<end]) : []
    }

    func text(_ range: Range<Int>) -> [UInt8] { Self.withoutAnchors(origin.page[range]) }

    private static func withoutAnchors(_ gap: ArraySlice<UInt8>) -> [UInt8] {
        let lines = gap.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.contains(where: { $0.starts(with: "<a id=".utf8) }) else { return Array(gap) }
        var kept: [ArraySlice<UInt8>] = []
        for var line in lines {
            if line.starts(with: "<a id=".utf8), let end = line.firstRange(of: "</a>".utf8)?.upperBound {
                line = line[end...]
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
            }
            // The blank line behind an anchor goes with it.
            if line.isEmpty, kept.last?.isEmpty == true { continue }
            kept.append(line)
        }
        return kept.allSatisfy(\.isEmpty) ? [0x0A, 0x0A] : Array(kept.joined(separator: [0x0A]))
    }

    /// Whether nothing, a line's end or a blank line parts two blocks: 0, 1, 2.
    func lines(in gap: [UInt8]) -> Int { min(2, gap.count { $0 == 0x0A }) }

    // MARK: Variants

    /// Behind the edges of the variants that end at a place: who writes below them writes for everybody.
    private func behindVariants(_ offset: Int, _ field: Int) -> Int {
        let source = origin.trace.fields[field].source
        guard origin.trace.fields[field].kind == .text else { return offset }
        var (end, index) = (offset, offset)
        while index < source.count {
            let line = source[index..<(source[index...].firstIndex(of: 0x0A) ?? source.count)]
            switch Self.marker(line) {
            case "end": end = line.endIndex
            case nil where index == offset || line.allSatisfy({ $0 <= 0x20 }): break
            default: return end
            }
            index = line.endIndex + 1
        }
        return end
    }

    /// A range of a text with the edges of variants whose other edges are in it.
    private func withEdges(_ range: Range<Int>, _ field: Int) -> Range<Int> {
        var isOpen = false
        var (start, end) = (range.lowerBound, range.upperBound)
        for marker in origin.trace.fields[field].source[range].split(separator: 0x0A).compactMap(Self.marker) {
            if marker == "end", !isOpen { start = beforeVariants(range.lowerBound, field) }
            if marker == "end" || marker.hasPrefix("only:") { isOpen = marker != "end" }
        }
        if isOpen { end = behindVariants(range.upperBound, field) }
        return start..<end
    }

    /// Before the edges of the variants that begin at a place.
    private func beforeVariants(_ offset: Int, _ field: Int) -> Int {
        let source = origin.trace.fields[field].source
        guard origin.trace.fields[field].kind == .text else { return offset }
        var (start, index) = (offset, offset)
        while index > 0 {
            let begin = (source[..<(index - 1)].lastIndex(of: 0x0A) ?? -1) + 1
            let line = source[begin..<(index - 1)]
            if let marker = Self.marker(line), marker.hasPrefix("only:") {
                start = begin
            } else if line.contains(where: { $0 > 0x20 }) {
                break
            }
            index = begin
        }
        return start
    }

    /// What a line says that is a comment: `end`, `only: plan=free`.
    static func marker(_ line: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == ">" }
        let trimmed = text.reversed().drop { $0 == " " }.reversed()
        let comment = String(trimmed)
        guard comment.hasPrefix("<!--"), comment.hasSuffix("-->"), comment.utf8.count >= 7 else { return nil }
        let inner = comment.dropFirst(4).dropLast(3)
        return String(inner.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
