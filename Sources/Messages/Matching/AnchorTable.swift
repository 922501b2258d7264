/// Finds out of which of many patterns a text stands in a message, in one pass.
struct AnchorTable: Sendable {
    private struct Anchor: Sendable {
        let pattern: Int
        let text: PatternLiteral
    }

    /// The texts by their first bytes.
    private var byKey: [UInt32: [Anchor]] = [:]
    /// Whether some text begins with bytes of a hash: most places of a message are passed over here.
    private var isKey = [Bool](repeating: false, count: 1 << 16)
    /// The patterns that have a text which is too short for a key, or none.
    private var others: [Int] = []

    private static let keyLength = 4

    /// Takes the texts of each pattern, any of which tells of it.
    init(_ anchors: [[PatternLiteral]]) {
        for (number, texts) in anchors.enumerated() {
            guard !texts.isEmpty, texts.allSatisfy({ $0.bytes.count >= Self.keyLength }) else {
                others.append(number)
                continue
            }
            for text in texts {
                let key = text.bytes.prefix(Self.keyLength).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                byKey[key, default: []].append(Anchor(pattern: number, text: text))
                isKey[Self.hash(key)] = true
            }
        }
    }

    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

    /// The patterns that the message has a text of, and those that this cannot tell of, in order.
    func found(in text: CleanText) -> [Int] {
        var found = Set(others)
        var byKey = byKey
        guard !byKey.isEmpty, text.count >= Self.keyLength else { return others }
        text.bytes.withUnsafeBufferPointer { bytes in
            isKey.withUnsafeBufferPointer { isKey in
                var key: UInt32 = 0
                for index in bytes.indices {
                    key = key << 8 | UInt32(bytes[index])
                    guard index >= Self.keyLength - 1, isKey[Self.hash(key)], let candidates = byKey[key] else {
                        continue
                    }
                    let start = index - Self.keyLength + 1
                    let rest = candidates.filter { anchor in
                        if found.contains(anchor.pattern) { return false }
                        guard text.holds(anchor.text, at: start) else { return true }
                        found.insert(anchor.pattern)
                        return false
                    }
                    if rest.count < candidates.count { byKey[key] = rest.isEmpty ? nil : rest }
                }
            }
        }
        return found.sorted()
    }
}
