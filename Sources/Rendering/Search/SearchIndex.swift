import Guides
import Sources
import Values

/// The file of a language that its pages search in, which they load when somebody first does: a script that is data alone,
/// for a page from a disk can load no other.
///
///     vademecumSearch={"terms":{…},"guides":[["folder","title","summary","anchor title\n…","fr"],…],"words":"…","hits":"…"}
///
/// The language stands there where it is not the page's. Words are sorted, each behind the number of characters that it
/// has in common with the one before; of each, the places are numbers with the weight in the lowest two bits, the
/// difference to the place before in the others. Places count on from guide to guide: the guide's own, then its parts.
package enum SearchIndex {
    /// The file's place below its language's folder.
    package static let name = "search-index.js"

    /// Puts together what workers found for the readers of a language.
    ///
    /// - Parameters:
    ///   - order: the guides' IDs, in the order in which results of the same rank are shown.
    ///   - paths: the pages that stand elsewhere than their guides.
    package static func file(
        _ collectors: [SearchCollector], for language: Language, order: [String], paths: PagePaths = PagePaths()
    ) -> [UInt8] {
        var pages: [ExactText: (collector: Int, page: SearchCollector.Page)] = [:]
        for (number, collector) in collectors.enumerated() {
            for page in collector.pages where page.reader == language.tag {
                pages[ExactText(page.guide)] = (number, page)
            }
        }
        let sorted = order.compactMap { pages[ExactText($0)] }
        let (words, maps) = vocabulary(of: collectors, sorted.map { ($0.collector, $0.page.hits) })
        var hits: [UInt64] = []
        hits.reserveCapacity(sorted.reduce(0) { $0 + $1.page.hits.count })
        var start = 0
        for (number, page) in sorted {
            for hit in page.hits {
                let word = UInt64(maps[number][Int(hit >> 34)])
                hits.append(word << 34 | (hit & (1 << 34 - 1)) + UInt64(start) << 2)
            }
            start += page.parts.count + 1
        }
        hits.sort()
        var writer = JSONWriter(assigningTo: "globalThis.vademecumSearch", reserving: hits.count * 4)
        writer.object { writer in
            writer.field("terms") { writer in
                writer.object { writer in
                    for (name, text) in language.terms.sorted(by: { $0.key < $1.key }) where name.hasPrefix("search-") {
                        writer.field(String(name.dropFirst(7)), text)
                    }
                    writer.field("colon", language.term("colon"))
                }
            }
            writer.field("guides") { writer in
                writer.array { writer in
                    for (_, page) in sorted { writer.page(page, for: language, paths) }
                }
            }
            let (texts, places) = packed(words, hits)
            writer.key("words")
            writer.string(texts)
            writer.key("hits")
            writer.string(places)
        }
        return writer.bytes
    }

    /// The words that some page has, sorted, and for each collector the numbers of its words among them.
    private static func vocabulary(
        of collectors: [SearchCollector], _ pages: [(collector: Int, hits: [UInt64])]
    ) -> (words: [String], maps: [[UInt32]]) {
        var isUsed = collectors.map { [Bool](repeating: false, count: $0.words.count) }
        for (number, hits) in pages {
            for hit in hits { isUsed[number][Int(hit >> 34)] = true }
        }
        var all = Set<String>()
        for (number, collector) in collectors.enumerated() {
            for (word, isUsed) in zip(collector.words, isUsed[number]) where isUsed { all.insert(word) }
        }
        let words = all.sorted { $0.precedesByBytes($1) }
        let numbers = Dictionary(words.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        return (words, collectors.map { $0.words.map { numbers[$0] ?? 0 } })
    }

    /// The words, and behind them the places of each, parted by spaces.
    private static func packed(_ words: [String], _ hits: [UInt64]) -> (words: [UInt8], hits: [UInt8]) {
        var (texts, places): ([UInt8], [UInt8]) = ([], [])
        places.reserveCapacity(hits.count * 3)
        var last: [UInt16] = []
        var index = 0
        for (number, word) in words.enumerated() {
            let units = Array(word.utf16)
            var shared = min(zip(units, last).prefix { $0 == $1 }.count, 31)
            // A character is not parted.
            if shared > 0, UTF16.isLeadSurrogate(units[shared - 1]) { shared -= 1 }
            if number > 0 { texts.append(0x20) }
            append(UInt64(shared), to: &texts)
            texts += String(decoding: units[shared...], as: UTF16.self).utf8
            last = units
            if number > 0 { places.append(0x20) }
            var place: UInt64 = 0
            while index < hits.count, hits[index] >> 34 == UInt64(number) {
                let hit = hits[index] & (1 << 34 - 1)
                append((hit >> 2 - place) << 2 | hit & 3, to: &places)
                place = hit >> 2
                index += 1
            }
        }
        return (texts, places)
    }

    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

    /// A number in digits of five bits, the lowest first; 32 is added to each but the last.
    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 31 {
            bytes.append(digits[Int(rest & 31 | 32)])
            rest >>= 5
        }
        bytes.append(digits[Int(rest)])
    }
}

extension JSONWriter {
    fileprivate mutating func page(_ page: SearchCollector.Page, for language: Language, _ paths: PagePaths) {
        array { writer in
            writer.string(PercentEncoding.encode(path: paths.path(of: page.guide, in: language.tag)))
            writer.string(page.title)
            writer.string(page.summary)
            writer.string(page.parts.map { "\($0.id) \($0.title)" }.joined(separator: "\n"))
            if page.language != language.tag { writer.string(page.language.rawValue) }
        }
    }
}
