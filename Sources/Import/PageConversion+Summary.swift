import CommonMark
import Foundation
import Sources

extension PageConversion {
    /// The most bytes of a paragraph that is short enough to be what lists and previews show.
    private static let longestSummary = 240

    /// The paragraph that a page begins with, where nothing would be lost of it as a line of the head: plain words, without a
    /// link, code or a value.
    static func opening(of document: Document) -> (words: String, range: Range<Int>)? {
        guard let first = document.root.firstChild, first.kind == .paragraph, first.next != nil,
            first.children.allSatisfy({ $0.kind == .text || $0.kind == .softBreak }),
            let start = first.firstChild?.sourceRange, let end = first.lastChild?.sourceRange
        else { return nil }
        let words = first.plainText.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.joined(
            separator: " ")
        guard words.contains(" "), words.utf8.count <= longestSummary, !words.contains("{"), !words.contains("[^"),
            !words.contains("\""),
            let last = words.last, ".!?…。！？؟".contains(last)
        else { return nil }
        return (words, start.lowerBound..<end.upperBound)
    }

    /// Makes the paragraph that each language of a page begins with its summary, where all of them have one and no head says
    /// another: a summary that repeats the first sentence would stand on the page twice.
    package static func settleSummaries(of drafts: inout [Draft]) {
        guard drafts.allSatisfy({ $0.summary == nil && $0.opening != nil }) else { return }
        for index in drafts.indices {
            guard let opening = drafts[index].opening else { continue }
            drafts[index].summary = opening.words
            drafts[index].text.removeSubrange(opening.range)
        }
    }
}
