import Foundation
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
        return draft.headings.map { heading in
            var id = anchor(heading.id ?? heading.title)
            if id.isEmpty { id = "section" }
            if id.first?.isNumber == true { id = "s-" + id }
            var result = id
            var number = 2
            while taken.contains(result) {
                result = "\(id)-\(number)"
                number += 1
            }
            taken.insert(result)
            return result
        }
    }

    /// The IDs of a translation's headings: those of the original by position, else its own.
    package static func ids(of draft: Draft, like other: Draft) -> [String] {
        draft.headings.map(\.level) == other.headings.map(\.level) ? ids(of: other) : ids(of: draft)
    }

    /// Whether two languages of a page have the same headings.
    package static func isAligned(_ draft: Draft, with other: Draft) -> Bool {
        draft.headings.map(\.level) == other.headings.map(\.level)
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
        return anchors
    }
}
