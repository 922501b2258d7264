import Sources

/// A message as it is compared with patterns: folded characters without white space, quoting and decoration, each with
/// its place in the message. So a value is cut out of the message itself, and nothing that was taken off is missed.
struct CleanText {
    /// What stands before a byte.
    enum Gap {
        static let none: UInt8 = 0
        /// A quotation mark, a colour, a tag: there may be a space or not.
        static let border: UInt8 = 1
        static let blank: UInt8 = 2
        /// A line break, or so many blanks as a terminal leaves where it broke a line.
        static let lineBreak: UInt8 = 3
        static let all: UInt8 = 3
    }

    /// A quotation mark stands before the byte.
    static let quote: UInt8 = 4
    /// The line break before the byte is spelled `\n`, which may as well be part of a path.
    static let spelled: UInt8 = 8
    /// The byte is part of a word.
    static let word: UInt8 = 16
    /// So many blanks are a line break.
    private static let longestBlank = 4

    /// UTF-8, folded.
    private(set) var bytes: [UInt8] = []
    /// What each byte is, and what stands before it; one more for what stands behind the last.
    private(set) var flags: [UInt8] = []
    /// Where in the message each byte comes from; one more for the message's end.
    private(set) var starts: [Int32] = []

    var count: Int { bytes.count }

    /// Reads a message.
    ///
    /// - Parameter prefixes: what stands before each line and is left out; nothing for the message as it is.
    init(_ message: UnsafeBufferPointer<UInt8>, without prefixes: [Range<Int>] = []) {
        bytes.reserveCapacity(message.count + 8)
        flags.reserveCapacity(message.count + 8)
        starts.reserveCapacity(message.count + 8)
        var writer = Writer(reader: MessageReader(bytes: message), prefixes: prefixes)
        writer.write(to: &self)
    }

    private struct Writer {
        let reader: MessageReader
        let prefixes: [Range<Int>]
        private var next = 0
        private var folded = FoldedCharacters()
        private var gap: UInt8 = 0
        private var blanks = 0

        init(reader: MessageReader, prefixes: [Range<Int>]) {
            self.reader = reader
            self.prefixes = prefixes
        }

        /// What a byte is to the quick way: 1 a part of a word, 2 punctuation that means itself, 3 a blank.
        private static let plain: [UInt8] = (0...255).map { byte in
            switch UInt8(byte) {
            case 0x20: 3
            case let byte where byte.isASCIIAlphanumeric: 1
            case let byte: byte.isOne(of: "!$()+,-./:;=?@]{}") ? 2 : 0
            }
        }

        mutating func write(to text: inout CleanText) {
            let message = reader.bytes
            var index = skipped(0)
            Self.plain.withUnsafeBufferPointer { plain in
                while index < message.count {
                    let byte = message[index]
                    switch plain[Int(byte)] {
                    case 1:
                        text.add(byte.asciiLowercased, gap | CleanText.word, index)
                        clear()
                        index += 1
                    case 2:
                        text.add(byte, gap, index)
                        clear()
                        index += 1
                    case 3:
                        blank()
                        index += 1
                    default: index = special(index, &text)
                    }
                }
            }
            text.flags.append(gap)
            text.starts.append(Int32(message.count))
        }

        private mutating func clear() {
            gap = 0
            blanks = 0
        }

        private mutating func blank() {
            blanks += 1
            raise(blanks >= CleanText.longestBlank ? Gap.lineBreak : Gap.blank)
        }

        private mutating func raise(_ kind: UInt8) {
            if gap & Gap.all < kind { gap = gap & ~Gap.all | kind }
        }

        private mutating func special(_ index: Int, _ text: inout CleanText) -> Int {
            let token = reader.token(at: index)
            switch token.kind {
            case .text:
                if token.scalar < 0x80 {
                    let byte = UInt8(token.scalar)
                    text.add(byte.asciiLowercased, gap | (byte.isASCIIAlphanumeric ? CleanText.word : 0), index)
                } else {
                    let first = text.bytes.count
                    let isWord = folded.append(token.scalar, to: &text.bytes)
                    for place in first..<text.bytes.count {
                        text.flags.append((place == first ? gap : 0) | (isWord ? CleanText.word : 0))
                        text.starts.append(Int32(index))
                    }
                    if first == text.bytes.count { return token.end }
                }
                clear()
            case .blank: blank()
            case .lineBreak:
                if gap & Gap.all < Gap.lineBreak, token.isEscaped { gap |= CleanText.spelled }
                if !token.isEscaped { gap &= ~CleanText.spelled }
                raise(Gap.lineBreak)
                if !token.isEscaped { return skipped(token.end) }
            case .quote:
                gap |= CleanText.quote
                raise(Gap.border)
            case .frame, .tag, .sequence: raise(Gap.border)
            case .nothing: break
            }
            return token.end
        }

        /// The offset behind what is no part of a line: its prefix, a command to a runner of builds.
        private mutating func skipped(_ start: Int) -> Int {
            let start = command(start)
            while next < prefixes.count, prefixes[next].lowerBound < start { next += 1 }
            guard next < prefixes.count, prefixes[next].lowerBound == start else { return start }
            return prefixes[next].upperBound
        }

        /// `::error file=a.js,line=1::`, as workflows of GitHub write it.
        private func command(_ start: Int) -> Int {
            let message = reader.bytes
            guard message.holds("::", at: start) else { return start }
            var end = start + 2
            while end < message.count, end - start < 512, message[end] != 0x0A {
                if end > start + 2, message.holds("::", at: end) { return end + 2 }
                end += 1
            }
            return start
        }
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8, _ flag: UInt8, _ start: Int) {
        bytes.append(byte)
        flags.append(flag)
        starts.append(Int32(truncatingIfNeeded: start))
    }

    /// What stands before a place.
    func gap(_ index: Int) -> UInt8 { flags[index] & Gap.all }

    func isWord(_ index: Int) -> Bool { flags[index] & Self.word != 0 }

    /// Whether nothing parts what stands before a place from what stands behind it.
    func isInWord(_ index: Int) -> Bool {
        index > 0 && index < count && gap(index) == Gap.none && isWord(index - 1) && isWord(index)
    }

    /// Whether a word or a number goes on at a place: nothing ends there, in `10150` not `1015`, and in `6.0` not `6.`.
    func goesOn(_ index: Int) -> Bool {
        guard index > 0, index < count, gap(index) == Gap.none, isWord(index) else { return false }
        return isWord(index - 1) || bytes[index - 1].isOne(of: ".,:")
    }

    /// Whether a place is between two words that white space parts.
    private func joins(_ index: Int) -> Bool {
        index > 0 && index < count && gap(index) == Gap.blank && isWord(index - 1) && isWord(index)
    }

    /// Whether a text stands at a place.
    ///
    /// Its white space must meet white space, or a border. In the message, a line break may stand anywhere (terminals
    /// break words), and a space beside punctuation.
    func holds(_ literal: PatternLiteral, at start: Int) -> Bool {
        guard start + literal.bytes.count <= count else { return false }
        for (offset, byte) in literal.bytes.enumerated() where bytes[start + offset] != byte { return false }
        return isSpaced(literal, at: start)
    }

    func isSpaced(_ literal: PatternLiteral, at start: Int) -> Bool {
        for offset in literal.spaces.indices {
            let place = start + offset
            if literal.spaces[offset] {
                if isInWord(place) { return false }
            } else if offset > 0, offset < literal.bytes.count, joins(place) {
                return false
            }
        }
        return true
    }

    /// The first byte that comes from an offset of the message or behind it.
    func index(ofOffset offset: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
