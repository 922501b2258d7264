import Guides
import Rendering
import Sources

/// What outlives guides once their pages are written, in the order of their IDs: enough for the pages that list all of
/// them, and for links.
///
/// There may be many thousands, so they are packed, some hundreds in one piece of memory each: small pieces of their
/// own would lie between what a worker makes and forgets, and keep it from being used again.
struct GuideIndex: RandomAccessCollection, Sendable {
    /// The bytes of the entries; those of one entry are in one chunk.
    private var chunks: [[UInt8]] = []
    private var positions: [Position] = []
    /// How the translations compare with the source, by the guides' IDs; only where a page shows it.
    private var translations: [ExactText: GuideTranslations] = [:]

    private struct Position: Sendable {
        let id: String
        var chunk: UInt32
        let start: UInt32
        let linksStart: UInt32
    }

    private static let chunkSize = 1 << 18

    /// An index of no guide.
    init() {}

    /// Puts together what workers found.
    init(_ parts: [GuideIndex]) {
        positions.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts {
            let first = UInt32(chunks.count)
            chunks += part.chunks
            for var position in part.positions {
                position.chunk += first
                positions.append(position)
            }
            translations.merge(part.translations) { first, _ in first }
        }
        positions.sort { $0.id.precedesByBytes($1.id) }
    }

    /// Adds a guide.
    ///
    /// - Parameters:
    ///   - isWhole: whether it is known to be as its readers will see it: the anchors of a guide with faults may be
    ///     others when they are mended.
    ///   - errors: how the errors that it is about are worded; only where a page looks for them.
    ///   - reviewed: when it was last read over, in ISO 8601; empty where nobody said.
    ///   - order: where lists show it among those beside it; nil behind those with a number.
    ///   - translations: only where a page shows them.
    mutating func add(
        _ id: String, links: IndexLinks, isWhole: Bool, tags: [String] = [], editions: [IndexEntry.Edition] = [],
        errors: ScriptPatterns = ScriptPatterns([]), reviewed: String = "", order: Double? = nil,
        translations: GuideTranslations? = nil
    ) {
        self.translations[ExactText(id)] = translations
        if chunks.last.map({ $0.count > Self.chunkSize * 3 / 4 }) ?? true {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        let chunk = chunks.count - 1
        let start = chunks[chunk].count
        chunks[chunk].pack(isWhole: isWhole, tags, editions, errors, reviewed: reviewed, order: order)
        let linksStart = chunks[chunk].count
        chunks[chunk].pack(links)
        positions.append(
            Position(id: id, chunk: UInt32(chunk), start: UInt32(start), linksStart: UInt32(linksStart)))
    }

    /// Puts what was found of a guide in the place of what was known of it.
    ///
    /// - Parameter part: an index of that guide alone, or of none where it is gone.
    mutating func replace(_ id: String, with part: GuideIndex) {
        translations[ExactText(id)] = nil
        translations.merge(part.translations) { _, new in new }
        positions.removeAll { $0.id.hasSameBytes(as: id) }
        let first = UInt32(chunks.count)
        // Without the room that a worker keeps for more guides.
        chunks += part.chunks.map { Array($0[...]) }
        for var position in part.positions {
            position.chunk += first
            let place = positions.firstIndex { position.id.precedesByBytes($0.id) } ?? positions.endIndex
            positions.insert(position, at: place)
        }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { positions.count }

    subscript(index: Int) -> IndexEntry {
        let position = positions[index]
        return IndexEntry(
            id: position.id, bytes: chunks[Int(position.chunk)], start: Int(position.start),
            linksStart: Int(position.linksStart))
    }

    /// How the translations of a guide compare with the source; nil where no page shows it.
    func translations(of id: String) -> GuideTranslations? { translations[ExactText(id)] }
}
