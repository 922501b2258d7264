/// Finds out of which of many patterns a text stands in a message, in one pass.
///
/// The texts are sorted, and each knows the longest of the others that it begins with. So the texts that stand at a place
/// are found by one search for the last that is not behind what stands there, however many begin alike.
struct AnchorTable: Sendable {
    private struct Anchor: Sendable {
        let text: PatternLiteral
        /// Those that have the text.
        var patterns: [Int]
        /// The number of the longest text that this one begins with, or of one of the same bytes; -1 for none.
        var inner: Int32 = -1
    }

    /// By their bytes.
    private var anchors: [Anchor] = []
    /// The texts by their first bytes.
    private var byKey: [UInt32: Range<Int>] = [:]
    /// Whether some text begins with bytes of a hash: most places of a message are passed over here.
    private var isKey: [Bool] = []
    /// So many bits of a hash are left out.
    private var shift: UInt32 = 32
    /// The patterns that have a text which is too short for a key, or none.
    private var others: [Int] = []

    private static let keyLength = 4

    /// Takes the texts of each pattern, any of which tells of it.
    init(_ texts: [[PatternLiteral]]) {
        var patterns: [PatternLiteral: [Int]] = [:]
        for (number, texts) in texts.enumerated() {
            guard !texts.isEmpty, texts.allSatisfy({ $0.bytes.count >= Self.keyLength }) else {
                others.append(number)
                continue
            }
            for text in texts where patterns[text]?.last != number { patterns[text, default: []].append(number) }
        }
        anchors = patterns.map { Anchor(text: $0.key, patterns: $0.value) }
        anchors.sort { $0.text.bytes.lexicographicallyPrecedes($1.text.bytes) }
        // A few places for each text.
        let bits = min(16, max(8, Int.bitWidth - anchors.count.leadingZeroBitCount + 4))
        shift = UInt32(32 - bits)
        isKey = [Bool](repeating: false, count: 1 << bits)
        // The texts that the one before begins with, the longest last.
        var outer: [Int] = []
        for index in anchors.indices {
            let bytes = anchors[index].text.bytes
            while let last = outer.last, !bytes.starts(with: anchors[last].text.bytes) { outer.removeLast() }
            anchors[index].inner = Int32(outer.last ?? -1)
            outer.append(index)
            let key = bytes.prefix(Self.keyLength).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            byKey[key] = (byKey[key]?.lowerBound ?? index)..<(index + 1)
            isKey[hash(key)] = true
        }
    }

    private func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> shift) }

    /// The patterns that the message has a text of, and those that this cannot tell of, in order.
    func found(in text: CleanText) -> [Int] {
        guard !anchors.isEmpty, text.count >= Self.keyLength else { return others }
        var search = Search(anchors: anchors, text: text)
        text.bytes.withUnsafeBufferPointer { bytes in
            isKey.withUnsafeBufferPointer { isKey in
                var key: UInt32 = 0
                for index in bytes.indices {
                    key = key << 8 | UInt32(bytes[index])
                    guard index >= Self.keyLength - 1, isKey[hash(key)], let candidates = byKey[key] else {
                        continue
                    }
                    search.look(at: index - Self.keyLength + 1, in: bytes, among: candidates)
                }
            }
        }
        return search.found.isEmpty ? others : Set(others + search.found.flatMap { anchors[$0].patterns }).sorted()
    }

    private struct Search {
        let anchors: [Anchor]
        let text: CleanText
        /// The anchors that were found.
        var found: Set<Int> = []
        /// Where an anchor was found and passed over, the next that was not: what begins with many is looked at once.
        private var next: [Int: Int] = [:]

        init(anchors: [Anchor], text: CleanText) {
            self.anchors = anchors
            self.text = text
        }

        mutating func look(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, among candidates: Range<Int>) {
            let (last, shared) = last(notBehind: UnsafeBufferPointer(rebasing: bytes[start...]), candidates)
            var index = unfound(last)
            while index >= 0 {
                let anchor = anchors[index]
                if anchor.text.bytes.count <= shared, text.isSpaced(anchor.text, at: start) { found.insert(index) }
                index = unfound(Int(anchor.inner))
            }
        }

        /// The last of the sorted texts that does not stand behind what the message goes on with, and how many bytes the
        /// two share; -1 where all stand behind it.
        private func last(notBehind rest: UnsafeBufferPointer<UInt8>, _ candidates: Range<Int>) -> (Int, Int) {
            var (low, high) = (candidates.lowerBound, candidates.upperBound)
            var best = (-1, 0)
            while low < high {
                let middle = (low + high) / 2
                let bytes = anchors[middle].text.bytes
                let count = min(bytes.count, rest.count)
                var shared = 0
                while shared < count, bytes[shared] == rest[shared] { shared += 1 }
                let isBehind = shared < bytes.count && (shared == rest.count || bytes[shared] > rest[shared])
                if isBehind {
                    high = middle
                } else {
                    best = (middle, shared)
                    low = middle + 1
                }
            }
            return best
        }

        /// The first anchor from one inwards that was not found yet; -1 for none.
        private mutating func unfound(_ index: Int) -> Int {
            var index = index
            var passed: [Int] = []
            while index >= 0, found.contains(index) {
                passed.append(index)
                index = next[index] ?? Int(anchors[index].inner)
            }
            if passed.count > 1 { for one in passed { next[one] = index } }
            return index
        }
    }
}
