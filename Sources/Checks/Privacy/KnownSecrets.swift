import Sources

/// The private values that are known, each in every form that it may be written in, and where a text has one of them.
struct KnownSecrets: Sendable {
    /// Shorter texts are in every page.
    static let shortest = 4

    private struct Entry {
        let name: String
        let text: [UInt8]
        let isNumber: Bool
    }

    /// By the first four bytes.
    private var entries: [UInt32: [Entry]] = [:]

    /// Whether none is known.
    var isEmpty: Bool { entries.isEmpty }

    /// - Parameters:
    ///   - texts: what is private, by the names of the values.
    ///   - examples: what may be shown, by the same names.
    init(_ texts: [(name: String, text: String)], except examples: [String: Set<String>] = [:]) {
        var known: Set<[UInt8]> = []
        for (name, text) in texts {
            let folded = FoldedText.folded(text)
            guard folded.count >= Self.shortest, known.insert(folded).inserted,
                examples[name]?.contains(where: { FoldedText.folded($0) == folded }) != true
            else { continue }
            let isNumber = folded.allSatisfy { $0.isASCIIDigit || $0.isOne(of: " ,.'-%") }
            entries[Self.start(of: folded, at: 0), default: []].append(
                Entry(name: name, text: folded, isNumber: isNumber))
        }
    }

    /// Every private text in a text, in their order; of two in one place the longer.
    func find(in bytes: some Collection<UInt8>) -> [PrivateTexts.Found] {
        if isEmpty { return [] }
        let text = FoldedText(bytes)
        var found: [PrivateTexts.Found] = []
        var index = 0
        while index + Self.shortest <= text.bytes.count {
            let isInside =
                index > 0 && text.bytes[index - 1].isASCIIAlphanumeric && text.bytes[index].isASCIIAlphanumeric
            if !isInside, let entry = entry(in: text.bytes, at: index) {
                let end = index + entry.text.count
                found.append(PrivateTexts.Found(name: entry.name, range: text.origin(of: index..<end)))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private func entry(in bytes: [UInt8], at index: Int) -> Entry? {
        guard let candidates = entries[Self.start(of: bytes, at: index)] else { return nil }
        let fitting = candidates.filter { entry in
            let end = index + entry.text.count
            guard end <= bytes.count, bytes[index..<end].elementsEqual(entry.text) else { return false }
            if entry.isNumber, Self.goesOn(bytes, index..<end) { return false }
            return end == bytes.count || !bytes[end].isASCIIAlphanumeric || !bytes[end - 1].isASCIIAlphanumeric
        }
        return fitting.max { $0.text.count < $1.text.count }
    }

    /// Whether digits are a part of a longer number.
    private static func goesOn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index].isASCIIDigit }
        func isGroup(_ index: Int) -> Bool {
            bytes.indices.contains(index) && bytes[index].isOne(of: " ,.'")
        }
        let (start, end) = (range.lowerBound, range.upperBound)
        return isDigit(start - 1) || isGroup(start - 1) && isDigit(start - 2) && bytes[start - 1] != 0x20
            || isDigit(end) || isGroup(end) && isDigit(end + 1) && isDigit(end + 2) && isDigit(end + 3)
    }

    private static func start(of bytes: [UInt8], at index: Int) -> UInt32 {
        (0..<shortest).reduce(0) { $0 << 8 | UInt32(bytes[index + $1]) }
    }
}
