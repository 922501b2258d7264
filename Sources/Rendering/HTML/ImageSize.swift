import Sources

/// How large a picture is, in CSS pixels, as the first bytes of its file say.
public struct ImageSize: Sendable, Equatable {
    /// From side to side.
    public let width: Int
    /// From top to bottom.
    public let height: Int

    /// So many bytes tell the size of any picture that a camera or a program writes: a JPEG may have a profile and a preview first.
    public static let mostBytes = 1 << 18

    /// A picture of no extent has no size that a page could leave room for.
    init?(width: Int, height: Int) {
        guard width > 0, height > 0, width < 1 << 20, height < 1 << 20 else { return nil }
        self.width = width
        self.height = height
    }

    /// Reads the head of a PNG, JPEG, GIF, WebP or SVG file.
    ///
    /// - Parameter bytes: the first bytes of the file.
    /// - Returns: nil where they are none of these, or do not tell.
    public static func read(_ bytes: [UInt8]) -> ImageSize? {
        let reader = ImageBytes(bytes)
        if reader.begins(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return size(reader.big(16, 4), reader.big(20, 4))
        }
        if reader.begins(with: Array("GIF8".utf8)) { return size(reader.little(6, 2), reader.little(8, 2)) }
        if reader.begins(with: [0xFF, 0xD8, 0xFF]) { return jpeg(reader) }
        if reader.begins(with: Array("RIFF".utf8)), reader.holds(Array("WEBP".utf8), at: 8) { return webP(reader) }
        return SVGSize.read(bytes)
    }

    private static func size(_ width: Int?, _ height: Int?) -> ImageSize? {
        guard let width, let height else { return nil }
        return ImageSize(width: width, height: height)
    }

    /// RFC 9649: lossy, lossless, and with more than the picture.
    private static func webP(_ reader: ImageBytes) -> ImageSize? {
        if reader.holds(Array("VP8 ".utf8), at: 12), reader.holds([0x9D, 0x01, 0x2A], at: 23) {
            return size(reader.little(26, 2).map { $0 & 0x3FFF }, reader.little(28, 2).map { $0 & 0x3FFF })
        }
        if reader.holds(Array("VP8L".utf8), at: 12), let bits = reader.little(21, 4) {
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        }
        guard reader.holds(Array("VP8X".utf8), at: 12) else { return nil }
        return size(reader.little(24, 3).map { $0 + 1 }, reader.little(27, 3).map { $0 + 1 })
    }

    /// The first frame's header (ITU-T T.81, B.2.2); one that was taken on its side is shown upright (Exif 2.3, 4.6.4).
    private static func jpeg(_ reader: ImageBytes) -> ImageSize? {
        var index = 2
        var isTurned = false
        while let mark = reader.big(index, 1) {
            guard mark == 0xFF, let kind = reader.big(index + 1, 1) else { return nil }
            if kind == 0xFF {
                index += 1
                continue
            }
            guard let length = reader.big(index + 2, 2), length >= 2 else { return nil }
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                let (height, width) = (reader.big(index + 5, 2), reader.big(index + 7, 2))
                return isTurned ? size(height, width) : size(width, height)
            }
            if kind == 0xE1, reader.holds(Array("Exif\0\0".utf8), at: index + 4) {
                isTurned = reader.isTurned(tiffAt: index + 10)
            }
            index += 2 + length
        }
        return nil
    }
}

/// Numbers of a file's head; nil where it ends before.
private struct ImageBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func begins(with start: [UInt8]) -> Bool { bytes.starts(with: start) }

    func holds(_ part: [UInt8], at offset: Int) -> Bool {
        offset + part.count <= bytes.count && bytes[offset..<offset + part.count].elementsEqual(part)
    }

    func big(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether the orientation is one of the four that stand on their side.
    func isTurned(tiffAt start: Int) -> Bool {
        let isLittle = holds(Array("II".utf8), at: start)
        func number(_ offset: Int, _ count: Int) -> Int? { isLittle ? little(offset, count) : big(offset, count) }
        guard let directory = number(start + 4, 4), let count = number(start + directory, 2) else { return false }
        for entry in 0..<min(count, 64) {
            let place = start + directory + 2 + entry * 12
            if number(place, 2) == 0x0112 { return (5...8).contains(number(place + 8, 2) ?? 1) }
        }
        return false
    }
}
