import Sources

/// Words by number, in the order in which they were first met: a page asks for hundreds, and no string is made of them.
struct WordTable: Sendable {
    /// How many words it has.
    private(set) var count = 0
    /// The bytes of all words, one after the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [Int] = []
    /// Numbers of words by their hash, each at the next free place; -1 where none is. At least half of them are free.
    private var slots = [Int](repeating: -1, count: 1024)

    /// The number of a word, which becomes one where it was none.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        // Words are what authors wrote: with the seed of the process nobody can make them collide.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(word))
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = slots[slot]
            if hashes[number] == hash, withWord(number, { $0.isEqual(to: word) }) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = count
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        hashes.append(hash)
        count += 1
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// Lends the bytes of a word.
    func withWord<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = number == 0 ? 0 : ends[number - 1]
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
    }

    private mutating func grow() {
        slots = [Int](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
    }
}
