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
        let hits = byWord(sorted, maps, count: words.count)
        var writer = JSONWriter(assigningTo: "globalThis.vademecumSearch", reserving: hits.places.count * 4)
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
    ) -> (words: [[UInt8]], maps: [[Int]]) {
        var maps = collectors.map { [Int](repeating: -1, count: $0.words.count) }
        var all = WordTable()
        for (collector, hits) in pages {
            for hit in hits where maps[collector][Int(hit >> 34)] < 0 {
                let number = Int(hit >> 34)
                maps[collector][number] = collectors[collector].words.withWord(number) { all.number(of: $0) }
            }
        }
        let words = (0..<all.count).map { number in all.withWord(number) { Array($0) } }
        let order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
        var ranks = order
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        return (order.map { words[$0] }, maps.map { $0.map { $0 < 0 ? $0 : ranks[$0] } })
    }

    /// The places of each word, with their weights in the lowest two bits, and where each word's end. They are laid out by
    /// counting, for pages and their places are in order already.
    private static func byWord(
        _ pages: [(collector: Int, page: SearchCollector.Page)], _ maps: [[Int]], count: Int
    ) -> (places: [UInt64], ends: [Int]) {
        var ends = [Int](repeating: 0, count: count)
        for (collector, page) in pages {
            for hit in page.hits { ends[maps[collector][Int(hit >> 34)]] += 1 }
        }
        var total = 0
        for word in ends.indices {
            total += ends[word]
            // The start, which filling moves on to the end.
            ends[word] = total - ends[word]
        }
        var places = [UInt64](repeating: 0, count: total)
        var start: UInt64 = 0
        for (collector, page) in pages {
            for hit in page.hits {
                let word = maps[collector][Int(hit >> 34)]
                places[ends[word]] = hit & (1 << 34 - 1) + start << 2
                ends[word] += 1
            }
            start += UInt64(page.parts.count) + 1
        }
        return (places, ends)
    }

    /// The words, and behind them the places of each, parted by spaces.
    private static func packed(
        _ words: [[UInt8]], _ hits: (places: [UInt64], ends: [Int])
    ) -> (words: [UInt8], hits: [UInt8]) {
        var (texts, places): ([UInt8], [UInt8]) = ([], [])
        places.reserveCapacity(hits.places.count * 3)
        var last: [UInt16] = []
        var index = 0
        for (number, word) in words.enumerated() {
            let units = Array(String(decoding: word, as: UTF8.self).utf16)
            var shared = min(zip(units, last).prefix { $0 == $1 }.count, 31)
            // A character is not parted.
            if shared > 0, UTF16.isLeadSurrogate(units[shared - 1]) { shared -= 1 }
            if number > 0 { texts.append(0x20) }
            append(UInt64(shared), to: &texts)
            texts += String(decoding: units[shared...], as: UTF16.self).utf8
            last = units
            if number > 0 { places.append(0x20) }
            var place: UInt64 = 0
            while index < hits.ends[number] {
                let hit = hits.places[index]
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
