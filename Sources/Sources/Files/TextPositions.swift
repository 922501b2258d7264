import Synchronization

/// Where the lines of a text begin, and how many characters stand before its bytes: counted once, when the first place is
/// asked for, so that a thousand places cost no more than one look at the text.
final class TextPositions: Sendable {
    private struct Table {
        /// The offset of each line's first byte; a line ends at a line feed.
        var lines: [Int] = [0]
        /// How many Unicode scalars begin before each block of bytes.
        var scalars: [Int] = []
    }

    /// Bytes that are counted together.
    private static let block = 512

    private let table = Mutex<Table?>(nil)

    /// The number of lines.
    func lineCount(in bytes: [UInt8]) -> Int { withTable(of: bytes) { $0.lines.count } }

    /// The number, from 1, of the line that an offset stands in.
    func line(at offset: Int, in bytes: [UInt8]) -> Int {
        withTable(of: bytes) { table in
            var (low, high) = (1, table.lines.count)
            while low < high {
                let middle = (low + high) / 2
                if table.lines[middle] <= offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The offset of a line's first byte; the first or the last line stands for one that does not exist.
    func start(ofLine line: Int, in bytes: [UInt8]) -> Int {
        withTable(of: bytes) { $0.lines[min(max(1, line), $0.lines.count) - 1] }
    }

    /// How many Unicode scalars begin in a range. What does not continue a scalar counts as one, so that invalid UTF-8 has
    /// columns too.
    func scalars(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
        guard range.count > Self.block else { return Self.scalars(range, bytes) }
        return withTable(of: bytes) { table in
            func before(_ offset: Int) -> Int {
                let block = offset / Self.block
                return table.scalars[block] + Self.scalars((block * Self.block)..<offset, bytes)
            }
            return before(range.upperBound) - before(range.lowerBound)
        }
    }

    /// A loop over a buffer, which the compiler makes many bytes wide.
    private static func scalars(_ range: Range<Int>, _ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            for byte in UnsafeBufferPointer(rebasing: bytes[range]) { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
            return count
        }
    }

    /// The offset of the byte, from a start to an end, before which so many Unicode scalars begin; the end where there are
    /// fewer.
    func offset(ofScalar count: Int, from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        var offset = start
        var left = count
        if end - start > Self.block {
            withTable(of: bytes) { table in
                // The last block that begins in the range, and before the scalar.
                let first = start / Self.block + 1
                let before = scalars(start..<(first * Self.block), in: bytes)
                let limit = count - before + table.scalars[first]
                var (low, high) = (first, end / Self.block + 1)
                while low < high {
                    let middle = (low + high) / 2
                    if table.scalars[middle] <= limit { low = middle + 1 } else { high = middle }
                }
                guard low > first else { return }
                offset = (low - 1) * Self.block
                left = limit - table.scalars[low - 1]
            }
        }
        while offset < end {
            if bytes[offset] & 0xC0 != 0x80 {
                if left == 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return end
    }

    private func withTable<Result>(of bytes: [UInt8], _ body: (Table) -> Result) -> Result {
        // The table is copied out: a place is looked up outside of the lock.
        let known = table.withLock { known -> Table in
            if let known { return known }
            let made = Self.count(bytes)
            known = made
            return made
        }
        return body(known)
    }

    private static func count(_ bytes: [UInt8]) -> Table {
        var table = Table()
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let end = bytes.firstOffset(of: 0x0A, from: start) {
                start = end + 1
                table.lines.append(start)
            }
            var (scalars, index) = (0, 0)
            while true {
                table.scalars.append(scalars)
                let end = min(index + block, bytes.count)
                for byte in bytes[index..<end] where byte & 0xC0 != 0x80 { scalars += 1 }
                if end == bytes.count { break }
                index = end
            }
            if bytes.count % block == 0, !bytes.isEmpty { table.scalars.append(scalars) }
        }
        return table
    }
}
