/// Names in an order of their own, found by the bytes of a text: every page asks for dozens, and no string has to be made
/// to look one up.
package struct NameTable: Sendable {
    /// The names; of two that are the same only the first is ever found.
    package let names: [String]
    /// The bytes of all names, one after the other, and where each ends.
    private let bytes: [UInt8]
    private let ends: [Int]
    /// Positions in `names` by their hash, each at the next free place; -1 where none is. At least half of them are free.
    private let slots: [Int]

    /// Lays out a table.
    package init(_ names: [String]) {
        self.names = names
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var slots = [Int](repeating: -1, count: size)
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for index in names.indices {
            bytes += names[index].utf8
            ends.append(bytes.count)
            var slot = Array(names[index].utf8).withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
            while slots[slot] >= 0, names[slots[slot]] != names[index] { slot = (slot + 1) & (size - 1) }
            if slots[slot] < 0 { slots[slot] = index }
        }
        self.slots = slots
        self.bytes = bytes
        self.ends = ends
    }

    /// The position of the name that some bytes are.
    package func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            if isName(slots[slot], name) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The position of a name.
    package func index(of name: String) -> Int? {
        name.lend { index(of: $0) }
    }

    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == name.count else { return false }
        return bytes.withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[start..<ends[index]]).isEqual(to: name)
        }
    }

    /// FNV-1a, of 32 bits. The names are the project's own, so nobody gains by making them collide.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash)
    }
}
