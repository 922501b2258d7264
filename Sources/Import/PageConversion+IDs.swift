import CommonMark
import Foundation
import Guides
import Sources
import Values

/// The IDs of a page's headings, which all its languages share, and what their anchors were before.
extension PageConversion {
    /// The levels of headings below a title. Where the page has parts of the highest level, all are one lower; a few of them
    /// among others are slips, and move no others.
    static func levels(_ levels: [Int]) -> [Int] {
        let isHighest = levels.count { $0 == 1 } * 2 > levels.count { $0 <= 2 }
        return levels.map { max(2, min(6, $0 + (isHighest ? 1 : 0))) }
    }

    /// The IDs of a page's headings, from the words of its first language.
    package static func ids(of draft: Draft) -> [String] {
        var taken: Set<String> = []
        return draft.headings.map { unique(id(of: $0), &taken) }
    }

    /// The IDs of a translation's headings: those of the original's that they certainly stand for, else their own.
    ///
    /// - Returns: the IDs, and how many headings stand for none.
    package static func ids(of draft: Draft, like other: Draft, _ others: [String]) -> (ids: [String], own: Int) {
        var ids = [String?](repeating: nil, count: draft.headings.count)
        // What stands for nothing must not be called like something else.
        var taken = Set(others)
        for pair in pairs(draft, other) { ids[pair.own] = others[pair.other] }
        // What both authors call the same is the same, wherever it stands.
        let named = Dictionary(
            zip(other.headings, others).compactMap { heading, id in heading.id.map { (anchor($0), id) } },
            uniquingKeysWith: { first, _ in first })
        for (index, heading) in draft.headings.enumerated() {
            guard let id = heading.id.flatMap({ named[anchor($0)] }), ids[index] != id else { continue }
            for place in ids.indices where ids[place] == id { ids[place] = nil }
            ids[index] = id
        }
        let own = ids.count { $0 == nil }
        return (zip(draft.headings, ids).map { $1 ?? unique(id(of: $0), &taken) }, own)
    }

    private static func pairs(_ draft: Draft, _ other: Draft) -> [HeadingAlignment.Pair] {
        let (own, others) = (draft.headings, other.headings)
        // An ID that both authors gave is the best that can be known.
        let known = Set(others.compactMap(\.id))
        let isCrossed = own.indices.contains { index in
            guard let id = own[index].id, known.contains(id) else { return false }
            return index >= others.count || others[index].id != id
        }
        if own.map(\.level) == others.map(\.level), !isCrossed, !(own.count == 1 && isStub(draft, of: other)) {
            return own.indices.map { HeadingAlignment.Pair(own: $0, other: $0, isCertain: true) }
        }
        return HeadingAlignment.pairs(features(of: draft), features(of: other)).filter(\.isCertain)
    }

    /// What tells the headings of a page from each other.
    private static func features(of draft: Draft) -> [HeadingFeatures] {
        guard let document = try? Document(parsing: draft.text) else { return [] }
        let blocks = Array(document.root.children)
        let starts = blocks.indices.filter { blocks[$0].kind == .heading }
        return zip(draft.headings, starts.indices).map { heading, number in
            let end = number + 1 < starts.count ? starts[number + 1] : blocks.count
            return HeadingFeatures(
                level: heading.level, id: heading.id.map(anchor) ?? "", title: heading.title,
                blocks: blocks[(starts[number] + 1)..<end])
        }
    }

    /// Whether a text says so little beside the original that it is none yet: “soon in your language”.
    package static func isStub(_ draft: Draft, of other: Draft) -> Bool {
        draft.size == 0 ? other.size > 0 : other.size > 400 && draft.size * 10 < other.size
    }

    /// Whether a text is that of the original, which nobody has translated.
    package static func isUntranslated(_ draft: Draft, of other: Draft) -> Bool {
        draft.size > 0 && draft.text == other.text
    }

    private static func id(of heading: (level: Int, title: String, id: String?)) -> String {
        let id = anchor(heading.id ?? heading.title)
        if id.isEmpty { return "section" }
        return id.first?.isNumber == true ? "s-" + id : id
    }

    private static func unique(_ id: String, _ taken: inout Set<String>) -> String {
        var result = id
        var number = 2
        while !taken.insert(result).inserted {
            result = "\(id)-\(number)"
            number += 1
        }
        return result
    }

    /// An anchor in the form that all programs' anchors come to: small letters of ASCII, digits, single dashes.
    static func anchor(_ text: String) -> String {
        let folded = ImportWords.folded(text.removingPercentEncoding ?? text).replacing("œ", with: "oe").replacing(
            "'", with: "")
        return folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }

    /// An anchor to be compared: one program puts a dash for an apostrophe, another nothing.
    static func key(_ text: String) -> String { anchor(text).replacing("-", with: "") }

    /// What a page's headings were called as anchors, and what they are now.
    package static func anchors(of draft: Draft, _ ids: [String]) -> [String: String] {
        var anchors: [String: String] = [:]
        var counts: [String: Int] = [:]
        for (heading, id) in zip(draft.headings, ids) {
            for old in [heading.id, heading.title].compactMap({ $0.map(key) }) where anchors[old] == nil {
                anchors[old] = id
            }
            // Of headings with the same words, programs number all but the first: `words-1`, `words_1`.
            let words = key(heading.title)
            if let count = counts[words], anchors["\(words)\(count)"] == nil { anchors["\(words)\(count)"] = id }
            counts[words, default: 0] += 1
        }
        for (anchor, heading) in draft.anchors where heading < ids.count && anchors[key(anchor)] == nil {
            anchors[key(anchor)] = ids[heading]
        }
        return anchors
    }

    /// What the anchor of a page's title was.
    package static func titleAnchor(of draft: Draft) -> String { key(draft.title) }
}
