import Sources

/// The text that is being written, line by line: blank lines between blocks, and what quotes and lists put in front
/// of each line of what they hold.
///
/// A line's end is only remembered until something follows, for what follows decides how many there are.
struct MarkdownLines {
    private(set) var bytes: [UInt8]
    /// Whether blocks follow each other without a blank line, as they do in the items of a tight list.
    var isTight = false
    /// Where the text begins; what stands before it in `bytes` is none of this text.
    private let start: Int
    private var prefix: [UInt8] = []
    /// Whether nothing stands on the line yet, not even the prefix.
    private var isLineStart = true
    /// How many lines end here, if anything follows.
    private var pending = 0
    /// Where the text of the line, or of the block that began on it, starts.
    private(set) var textStart: Int

    /// Goes on behind what is there; so much more is likely to come.
    init(_ bytes: consuming [UInt8], capacity: Int) {
        start = bytes.count
        textStart = bytes.count
        self.bytes = bytes
        self.bytes.reserveCapacity(start + capacity)
    }

    // MARK: Ends

    /// What follows begins on a line of its own.
    mutating func endLine() { pending = max(pending, 1) }

    /// What follows is another block.
    mutating func endBlock() { pending = 2 }

    /// Writes the ends that are remembered.
    mutating func breakLines() {
        guard pending > 0 else { return }
        if isTight { pending = 1 }
        // A line that has ended already counts, and so does the text's start.
        var last = bytes.count - 1
        while pending > 0 {
            if last < start || bytes[last] == 0x0A {
                last -= 1
            } else {
                bytes.append(0x0A)
                // A blank line in a quote has the quote's mark, too.
                if pending > 1, !prefix.isEmpty { bytes.append(contentsOf: prefix) }
            }
            pending -= 1
        }
        isLineStart = true
    }

    /// Ends the whole text.
    mutating func finish() {
        if bytes.count == start || bytes[bytes.count - 1] != 0x0A { bytes.append(0x0A) }
    }

    // MARK: Text

    /// Writes what has to stand before the next character.
    mutating func begin() {
        if pending > 0 { breakLines() }
        guard isLineStart else { return }
        isLineStart = false
        if !prefix.isEmpty { bytes.append(contentsOf: prefix) }
        textStart = bytes.count
    }

    /// What is written from here on is the text of a block.
    mutating func beginText() {
        begin()
        textStart = bytes.count
    }

    /// Writes a character of ASCII, so many times, but no line's end.
    mutating func put(_ byte: UInt8, count: Int = 1) {
        begin()
        for _ in 0..<count { bytes.append(byte) }
    }

    /// Writes what is known beforehand and holds no line's end.
    mutating func put(_ text: StaticString) {
        begin()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes text without a line's end.
    mutating func put(_ text: UnsafePointer<UInt8>, count: Int) {
        guard count > 0 else { return }
        begin()
        bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    }

    /// Writes a part of a text without a line's end.
    mutating func put(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard let base = text.baseAddress else { return }
        put(base + range.lowerBound, count: range.count)
    }

    /// Writes a character as a reference by its number.
    mutating func putReference(to scalar: UInt32) {
        begin()
        bytes.append(contentsOf: "&#\(scalar);".utf8)
    }

    /// Writes text of several lines.
    mutating func putLines(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var index = 0
        while index < text.count {
            let end = text.firstOffset(of: 0x0A, from: index).map { $0 + 1 } ?? text.count
            put(base + index, count: end - index)
            isLineStart = text[end - 1] == 0x0A
            index = end
        }
    }

    /// Takes back what was written last.
    mutating func removeLast(_ count: Int) { bytes.removeLast(count) }

    /// How many digits the line's text has so far, where it has nothing else; 0 too where it has too much to be the
    /// number of a list's item.
    var digits: Int {
        let count = bytes.count - textStart
        return count < 10 && bytes[textStart...].allSatisfy(\.isASCIIDigit) ? count : 0
    }

    /// The last character.
    var lastScalar: UInt32 { bytes.withUnsafeBufferPointer(\.lastScalar) }

    // MARK: Prefix

    /// Puts something more in front of each line from the next one on.
    mutating func indent(by text: StaticString) { text.withUTF8Buffer { prefix.append(contentsOf: $0) } }

    /// The same with spaces.
    mutating func indent(by count: Int) {
        for _ in 0..<count { prefix.append(0x20) }
    }

    /// Takes that away.
    mutating func outdent(by count: Int) {
        for _ in 0..<count { prefix.removeLast() }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The last scalar of UTF-8; a byte that belongs to none stands for itself.
    fileprivate var lastScalar: UInt32 {
        guard let last, let baseAddress else { return 0 }
        if last < 0x80 { return UInt32(last) }
        var start = count - 1
        while start > 0, count - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return String(decoding: UnsafeBufferPointer(start: baseAddress + start, count: count - start), as: UTF8.self)
            .unicodeScalars.last?.value ?? UInt32(last)
    }
}
