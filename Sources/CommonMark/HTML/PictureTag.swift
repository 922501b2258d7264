import Sources

/// `<img src="…" alt="…" width="…">`: a picture whose size an author gives, for Markdown's own pictures have none.
struct PictureTag {
    /// The whole tag.
    private(set) var range: Range<Int>
    /// The address, without quotes.
    private(set) var address: Range<Int>
    /// The text for those who do not see the picture, and the title.
    private(set) var alternative: Range<Int>?
    private(set) var title: Range<Int>?
    /// The size on the page, in CSS pixels.
    private(set) var width: Int?
    private(set) var height: Int?

    /// No screen is larger.
    private static let largest = 10_000

    /// Reads the tag that begins at an offset; nil for any other, for one with other attributes, and for one that holds a value or
    /// a sign by which tables are read.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var cursor = TagCursor(bytes: bytes, index: start)
        guard cursor.take(UInt8(ascii: "<")), cursor.word() == "img" else { return nil }
        var found: Set<String> = []
        (range, address) = (start..<start, start..<start)
        while true {
            let before = cursor.index
            cursor.skipSpace()
            guard cursor.index > before, cursor.peek?.isASCIILetter == true else { break }
            let name = cursor.word()
            guard found.insert(name).inserted, let value = cursor.value() else { return nil }
            switch name {
            case "src": address = value
            case "alt": alternative = value
            case "title": title = value
            case "width":
                guard let size = Self.pixels(bytes, value) else { return nil }
                width = size
            case "height":
                guard let size = Self.pixels(bytes, value) else { return nil }
                height = size
            default: return nil
            }
        }
        _ = cursor.take(UInt8(ascii: "/"))
        guard cursor.take(UInt8(ascii: ">")), !address.isEmpty else { return nil }
        range = start..<cursor.index
        let held = bytes[range]
        // U+E000, by which values are marked, begins with 0xEE 0x80 0x80.
        guard !held.contains(UInt8(ascii: "|")), !held.contains(0xEE),
            [address, alternative, title].allSatisfy({ $0.map { !bytes[$0].contains(0x0A) } ?? true })
        else { return nil }
    }

    /// A number of pixels, as `320` or `320px`.
    private static func pixels(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        let digits = bytes[range].prefix(while: \.isASCIIDigit)
        let unit = bytes[digits.endIndex..<range.upperBound]
        guard let number = Int(String(decoding: digits, as: UTF8.self)), number > 0, number <= largest,
            unit.isEmpty || unit.elementsEqual("px".utf8)
        else { return nil }
        return number
    }

    /// Whether a text may hold one.
    static func mayStand(in source: [UInt8]) -> Bool {
        source.withUnsafeBufferPointer { bytes in
            var index = 0
            while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: index) {
                index = open + 1
                if open + 4 < bytes.count, bytes[open + 1] | 0x20 == UInt8(ascii: "i"),
                    bytes[open + 2] | 0x20 == UInt8(ascii: "m"), bytes[open + 3] | 0x20 == UInt8(ascii: "g")
                {
                    return true
                }
            }
            return false
        }
    }
}
