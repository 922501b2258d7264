import Guides
import Sources
import Values

/// Carries the edits of one page over to the files of its guide.
struct SourceEditor {
    /// A line of one of the files.
    private struct Line {
        let file: Int
        let language: LanguageTag
        let text: String
        let tokens: [PageToken]
    }

    private let files: GuideFiles
    private let values: PageValues
    private let lines: [Line]
    private let built: [String]
    private let bounded: [String]
    private let edited: [String]
    /// The file's line that each line of the page was made from.
    private let origins: [Int?]
    /// What the lines that somebody took away were made from: they may have come back elsewhere.
    private let taken: [String: String]
    let hunks: [PageHunk]

    /// - Parameters:
    ///   - bounded: the page with the edges of values in it.
    ///   - edited: what somebody made of the page.
    init(_ source: WikiSource, _ files: GuideFiles, built: [String], bounded: [String], edited: [String]) {
        self.files = files
        self.built = built
        self.edited = edited
        // Where the edges have changed what a writer does, the line has none.
        let isParallel = bounded.count == built.count
        self.bounded = built.indices.map { index in
            guard isParallel else { return built[index] }
            let text = ValueBounds.pieces(of: bounded[index]).map(\.text).joined()
            return text == built[index] ? bounded[index] : built[index]
        }
        values = PageValues(source, guide: files.id, bounded: self.bounded)
        lines = files.editions.enumerated().flatMap { file, edition in
            edition.file.lines.map { text in
                Line(file: file, language: edition.language.tag, text: text, tokens: PageToken.tokens(source: text))
            }
        }
        let keys = lines.map { LineAlignment.key($0.tokens) }
        let pageKeys = self.bounded.map { LineAlignment.key(PageToken.tokens(bounded: $0)) }
        let origins = LineAlignment.partners(of: pageKeys, in: keys)
        self.origins = origins
        hunks = PageHunk.all(from: built, to: edited)
        var taken: [String: String] = [:]
        for index in hunks.flatMap(\.built) where !built[index].isEmpty {
            if let origin = origins[index] { taken[built[index]] = lines[origin].text }
        }
        self.taken = taken
    }

    /// The files with some of the edits in them, by path.
    func texts(with changes: [[Int: SourceChange]]) -> [String: [UInt8]] {
        var merged: [Int: SourceChange] = [:]
        for (index, change) in changes.flatMap({ $0 }).sorted(by: { $0.key < $1.key }) {
            var known = merged[index] ?? SourceChange(line: lines[index].text)
            if change.line != lines[index].text { known.line = change.line }
            known.before += change.before
            known.behind += change.behind
            merged[index] = known
        }
        var texts: [[String]] = files.editions.map { _ in [] }
        for (index, line) in lines.enumerated() {
            let change = merged[index] ?? SourceChange(line: line.text)
            let isGone = change.line == nil
            texts[line.file] += change.before + [change.line].compactMap(\.self) + change.behind
            // The blank line that parted the line from the one before it has nothing to part any more.
            if isGone, change.before.isEmpty, change.behind.isEmpty, texts[line.file].last == "",
                index + 1 < lines.count, lines[index + 1].text.isEmpty
            {
                texts[line.file].removeLast()
            }
        }
        return Dictionary(
            zip(files.editions.map(\.file.path), texts.map { Array($0.joined(separator: "\n").utf8) }),
            uniquingKeysWith: { first, _ in first })
    }

    /// What a hunk does to the files; nil where it touches what they do not have.
    func changes(for hunk: PageHunk) -> [Int: SourceChange]? {
        var changes: [Int: SourceChange] = [:]
        let old = hunk.built.map { LineAlignment.key(PageToken.tokens(bounded: bounded[$0])) }
        let new = hunk.edited.map { LineAlignment.key(PageToken.tokens(bounded: edited[$0])) }
        let partners = partners(of: new, in: old).map { $0.map { $0 + hunk.built.lowerBound } }
        let survivors = Set(partners.compactMap(\.self))
        for index in hunk.built where !survivors.contains(index) && !built[index].isEmpty {
            guard let origin = origins[index] else {
                if built[index].hasPrefix("<a id=") { continue }
                return nil
            }
            changes[origin] = SourceChange(line: nil)
        }
        var position = origin(before: hunk.built.lowerBound)
        var blanks = blankLines(before: hunk.edited.lowerBound)
        for (offset, index) in hunk.edited.enumerated() {
            if edited[index].isEmpty {
                blanks += 1
            } else if let partner = partners[offset] {
                guard let line = line(partner, edited[index]) else { return nil }
                if let origin = origins[partner] {
                    if line != lines[origin].text { changes[origin] = SourceChange(line: line) }
                    position = origin
                }
                blanks = 0
            } else {
                guard insert(edited[index], blanks, at: &position, before: hunk.built.upperBound, &changes) else {
                    return nil
                }
                blanks = 0
            }
        }
        return changes
    }

    /// Which lines took the place of which. As many new ones as old ones are the old ones in other words.
    private func partners(of new: [[PageToken]], in old: [[PageToken]]) -> [Int?] {
        var partners = LineAlignment.partners(of: new, in: old)
        let taken = Set(partners.compactMap(\.self))
        let single = new.indices.filter { partners[$0] == nil && !new[$0].isEmpty }
        let left = old.indices.filter { !taken.contains($0) && !old[$0].isEmpty }
        guard single.count == left.count else { return partners }
        for (index, other) in zip(single, left) { partners[index] = other }
        return partners
    }

    /// The file's line for a line of the page that somebody changed; empty where only what is generated is another.
    private func line(_ index: Int, _ edited: String) -> String? {
        let built = PageToken.tokens(bounded: bounded[index])
        guard let origin = origins[index] else {
            return LineAlignment.key(built) == LineAlignment.key(PageToken.tokens(bounded: edited)) ? "" : nil
        }
        let language = lines[origin].language
        let mine = values.tokens(bounded[index], language)
        let theirs = values.tokens(edited, like: mine, language)
        if LineAlignment.key(mine) == LineAlignment.key(theirs),
            mine.filter({ $0.kind == .address }) == theirs.filter({ $0.kind == .address }),
            mine.first?.text == "#"
        {
            // A step has another number.
            return lines[origin].text
        }
        return LineTransplant(values, source: lines[origin].tokens, built: mine, edited: theirs).line()
    }

    // MARK: New lines

    /// Puts a new line behind the one that a position stands for, or else before the next one that is known.
    private func insert(
        _ text: String, _ blanks: Int, at position: inout Int?, before end: Int, _ changes: inout [Int: SourceChange]
    ) -> Bool {
        let next = origins[min(end, origins.count)...].first { $0 != nil }.flatMap { $0 }
        guard let origin = position ?? next else { return false }
        let line = newLine(text, near: origin)
        let parting = [String](repeating: "", count: blanks)
        let unchanged = SourceChange(line: lines[origin].text)
        if position == nil {
            changes[origin, default: unchanged].before += [line] + parting
        } else {
            changes[origin, default: unchanged].behind += parting + [line]
        }
        return true
    }

    private func newLine(_ text: String, near origin: Int) -> String {
        if let line = taken[text] { return line }
        let language = lines[origin].language
        var line = text
        if line.hasPrefix("### "), let dot = line.firstIndex(of: "."), Int(line[..<dot].dropFirst(4)) != nil {
            line = "### " + line[line.index(after: dot)...].drop { $0 == " " }
        }
        // A writer's lists are indented, a guide's as their author likes.
        let shift = origins.firstIndex(of: origin).map { Self.indent(lines[origin].text) - Self.indent(built[$0]) } ?? 0
        let indent = Self.indent(line)
        let body = line.drop { $0 == " " }
        return String(repeating: " ", count: max(0, indent + (indent > 0 ? shift : 0)))
            + values.text(values.tokens(String(body), language))
    }

    private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

    /// The file's line that the nearest line of the page before another was made from.
    private func origin(before index: Int) -> Int? {
        guard let line = (0..<index).last(where: { !built[$0].isEmpty }) else { return nil }
        return origins[line]
    }

    /// How many blank lines stand before a line of the edited page.
    private func blankLines(before index: Int) -> Int { edited[..<index].reversed().prefix { $0.isEmpty }.count }
}

extension SourceFile {
    /// The lines without their ends; the last is empty where the file ends with a line's end.
    var lines: [String] { Self.lines(of: bytes) }

    /// The lines of a text.
    static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
