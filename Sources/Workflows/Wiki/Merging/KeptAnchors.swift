import Guides
import Rendering
import Sources
import Values

/// Lets links go on leading where they did: a heading whose anchor comes from its place or its title, and would be another by
/// now, gets the one that it had as its own, in the same change.
struct KeptAnchors {
    private let merge: PageMerge
    private let language: LanguageTag
    private let field: Int
    private let before: [PlacedHeading]
    private let after: [PlacedHeading]
    /// The text as it was.
    private let source: [UInt8]
    /// The edits that make the new one of it, in their order, and where what each of them writes begins there.
    private let edits: [(change: Int, edit: Int, start: Int)]
    private let new: [UInt8]
    /// The headings of the new text that have been in the old one, by their index; those of the old text in the new one.
    private var old: [Int: Int] = [:]
    private var kept: [Int: Int] = [:]
    /// The anchors that headings of the new text get, by their index.
    private var pins: [Int: String] = [:]

    /// Adds what keeps anchors to the changes of all texts; holds back a change that takes away what others link to.
    static func keep(in changes: inout [PageChange], of merge: PageMerge) {
        let open = changes.indices.filter { changes[$0].hold == nil && changes[$0].touchesHeading(merge.origin) }
        guard !open.isEmpty else { return }
        let placed = changes.filter { $0.hold == nil }
        guard let before = merge.source.headings(of: merge.guide, with: merge.filesAsTheyWere(with: [])),
            let after = merge.source.headings(of: merge.guide, with: merge.filesAsTheyWere(with: placed))
        else { return }
        for (field, text) in merge.origin.trace.fields.enumerated() where text.kind == .text {
            guard let was = before[text.language], let now = after[text.language] else { continue }
            var linking = merge.source.filesLinking(to: merge.guide, in: text.language)
            for anchor in now.linked { linking[anchor] = linking[anchor] ?? "the page itself" }
            guard !linking.isEmpty,
                var keeper = KeptAnchors(merge, field, was.all, now.all, changes)
            else { continue }
            keeper.pin(linking)
            keeper.hold(linking, &changes)
            keeper.write(to: &changes, open)
        }
    }

    private init?(
        _ merge: PageMerge, _ field: Int, _ before: [PlacedHeading], _ after: [PlacedHeading], _ changes: [PageChange]
    ) {
        self.merge = merge
        self.field = field
        (self.before, self.after) = (before, after)
        language = merge.origin.trace.fields[field].language
        source = merge.origin.trace.fields[field].source
        var order: [(change: Int, edit: Int, range: Range<Int>)] = []
        for (index, change) in changes.enumerated() where change.hold == nil {
            for (number, edit) in change.edits.enumerated() where edit.field == field {
                order.append((index, number, edit.range))
            }
        }
        guard !order.isEmpty else { return nil }
        order.sort { left, right in
            if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
            if left.range.isEmpty != right.range.isEmpty { return left.range.isEmpty }
            return (left.change, left.edit) < (right.change, right.edit)
        }
        var distance = 0
        edits = order.map { place in
            defer { distance += changes[place.change].edits[place.edit].text.count - place.range.count }
            return (place.change, place.edit, place.range.lowerBound + distance)
        }
        new = source.applying(order.map { ($0.range, changes[$0.change].edits[$0.edit].text) })
        pair(changes)
    }

    // MARK: Which is which

    /// Finds the old headings among the new ones: at their places, or in the same words elsewhere.
    private mutating func pair(_ changes: [PageChange]) {
        let (lines, others) = (PageUnit.lines(of: source), PageUnit.lines(of: new))
        let places = Dictionary(
            after.indices.filter { others.indices.contains(after[$0].line) }
                .map { (others[after[$0].line].lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        // In the same words at its place, in the same words elsewhere, in other words at its place: what two headings say that
        // have changed places is another at each.
        var free: [(index: Int, place: Int?)] = []
        for (index, heading) in before.enumerated() where lines.indices.contains(heading.line) {
            let place = moved(lines[heading.line].lowerBound, changes).flatMap { places[$0] }
            if let place, after[place].title == heading.title {
                (old[place], kept[index]) = (index, place)
            } else {
                free.append((index, place))
            }
        }
        for (index, _) in free {
            let other = after.indices.first {
                old[$0] == nil && after[$0].title == before[index].title && after[$0].kind.isLike(before[index].kind)
            }
            if let other { (old[other], kept[index]) = (index, other) }
        }
        for case (let index, let place?) in free where kept[index] == nil && old[place] == nil {
            (old[place], kept[index]) = (index, place)
        }
    }

    /// Where the byte at an offset of the old text is in the new one; nil where it went.
    private func moved(_ offset: Int, _ changes: [PageChange]) -> Int? {
        var distance = 0
        for place in edits {
            let edit = changes[place.change].edits[place.edit]
            if edit.range.upperBound <= offset {
                distance += edit.text.count - edit.range.count
            } else if edit.range.lowerBound <= offset {
                return nil
            }
        }
        return offset + distance
    }

    // MARK: Anchors

    /// The anchor that a heading of the new text has, with those that were given to it and to others.
    private func id(_ index: Int) -> String {
        let heading = after[index]
        if let pin = pins[index] { return pin }
        guard !heading.namesID, let parent = heading.parent, case .option(let number, _) = heading.kind else {
            return heading.id
        }
        return "\(id(parent))-option-\(number)"
    }

    private mutating func pin(_ linking: [String: String]) {
        for (index, heading) in before.enumerated() where linking[heading.id] != nil {
            if let other = kept[index], id(other) != heading.id { pins[other] = heading.id }
        }
        // Whoever has by its place what another has by now needs one of its own.
        var rounds = after.count
        while rounds > 0, !pins.isEmpty, let other = colliding() {
            rounds -= 1
            if let was = old[other].map({ before[$0].id }), !was.isEmpty, !pins.values.contains(was) {
                pins[other] = was
            } else {
                pins[other] = freeID(for: after[other].title)
            }
        }
    }

    /// A heading that has the anchor that another was given.
    private func colliding() -> Int? {
        let given = Set(pins.values)
        return after.indices.first { pins[$0] == nil && given.contains(id($0)) }
    }

    private func freeID(for title: String) -> String {
        let words = HeadingSlug.make(title)
        let base = words.isEmpty ? "part" : words
        let taken = Set(after.indices.map(id) + before.map(\.id))
        var (name, number) = (base, 2)
        while taken.contains(name) {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    // MARK: Changes

    /// A change that takes a heading away that something links to stays on the wiki.
    private func hold(_ linking: [String: String], _ changes: inout [PageChange]) {
        let lines = PageUnit.lines(of: source)
        for (index, heading) in before.enumerated() where kept[index] == nil {
            guard let path = linking[heading.id], lines.indices.contains(heading.line) else { continue }
            let offset = lines[heading.line].lowerBound
            for place in edits where changes[place.change].edits[place.edit].range.contains(offset) {
                changes[place.change].hold = .linked(title: heading.title, path: path)
            }
        }
    }

    private func write(to changes: inout [PageChange], _ open: [Int]) {
        let (lines, others) = (PageUnit.lines(of: source), PageUnit.lines(of: new))
        for (index, id) in pins.sorted(by: { $0.key > $1.key }) where others.indices.contains(after[index].line) {
            let line = others[after[index].line]
            if let place = edits.last(where: { place in
                let text = changes[place.change].edits[place.edit].text
                return place.start <= line.lowerBound && line.lowerBound < place.start + text.count
            }) {
                // The change itself wrote the heading.
                let edit = changes[place.change].edits[place.edit]
                let start = line.lowerBound - place.start
                let end = edit.text[start...].firstIndex(of: 0x0A) ?? edit.text.count
                guard let (range, text) = Self.attribute(id, start..<end, of: edit.text) else { continue }
                changes[place.change].edits[place.edit] = SourceEdit(
                    field: field, range: edit.range, text: edit.text.applying([(range, text)]))
            } else if let was = old[index], let first = open.first(where: { changes[$0].hold == nil }),
                let (range, text) = Self.attribute(id, lines[before[was].line], of: source)
            {
                changes[first].edits.append(SourceEdit(field: field, range: range, text: text))
            }
        }
    }

    /// The edit that gives a heading's line an ID; nil where signs stand at its end.
    private static func attribute(_ id: String, _ line: Range<Int>, of text: [UInt8]) -> (Range<Int>, [UInt8])? {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
        guard end > line.lowerBound, text[end - 1] != UInt8(ascii: "#") else { return nil }
        if text[end - 1] == UInt8(ascii: "}"), let open = text[line.lowerBound..<end].lastIndex(of: UInt8(ascii: "{")),
            text[open + 1] == UInt8(ascii: ".")
        {
            return ((open + 1)..<(open + 1), Array("#\(id) ".utf8))
        }
        return (end..<end, Array(" {#\(id)}".utf8))
    }
}

extension Part.Kind {
    /// Whether two headings are of the same level of a guide.
    fileprivate func isLike(_ other: Part.Kind) -> Bool {
        switch (self, other) {
        case (.section, .section), (.step, .step), (.option, .option), (.subheading, .subheading): true
        default: false
        }
    }
}

extension PageChange {
    /// Whether it takes headings away, brings some, or changes one.
    fileprivate func touchesHeading(_ origin: PageOrigin) -> Bool {
        func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
            text.split(separator: 0x0A).contains { $0.first == UInt8(ascii: "#") }
        }
        if edits.contains(where: { isHeading($0.text[...]) }) { return true }
        return edits.contains { edit in
            let source = origin.trace.fields[edit.field].source
            // From the beginning of the line that it begins on.
            let start = source[..<edit.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            return isHeading(source[start..<max(start, edit.range.upperBound)])
        }
    }
}
