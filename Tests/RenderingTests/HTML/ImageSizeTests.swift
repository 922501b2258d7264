import Testing

@testable import Rendering

/// The sizes of pictures, from the heads of their files.
@Suite struct ImageSizeTests {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
            0, 0, 3, 0xE8, 0, 0, 0, 20,
        ]

    /// A JPEG with a profile before its frame, and with an orientation where one is given.
    static func jpeg(orientation: UInt8?, isLittle: Bool = true) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        if let orientation {
            let tiff: [UInt8] =
                isLittle
                ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
                : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
            bytes += [0xFF, 0xE1, 0, UInt8(8 + tiff.count)] + Array("Exif\0\0".utf8) + tiff
        }
        bytes += [0xFF, 0xE2, 0, 5, 1, 2, 3, 0xFF, 0xFF, 0xC4, 0, 3, 9]
        return bytes + [0xFF, 0xC2, 0, 17, 8, 1, 0x2C, 2, 0x58, 3]
    }

    static func webP(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [9, 9, 9, 9] + Array("WEBP\(kind)".utf8) + [9, 9, 9, 9] + rest
    }

    @Test(
        "what each format says",
        arguments: [
            ("PNG", png, 1000, 20), ("GIF", Array("GIF89a".utf8) + [0x2C, 1, 0xC8, 0], 300, 200),
            ("JPEG", jpeg(orientation: nil), 600, 300), ("JPEG upright", jpeg(orientation: 3), 600, 300),
            ("JPEG on its side", jpeg(orientation: 6), 300, 600),
            ("JPEG on its side, from another camera", jpeg(orientation: 8, isLittle: false), 300, 600),
            ("WebP", webP("VP8 ", [1, 2, 3, 0x9D, 1, 0x2A, 0x2C, 0x41, 0xC8, 0]), 300, 200),
            ("WebP without loss", webP("VP8L", [0x2F, 0x2B, 0xC1, 0x31, 0]), 300, 200),
            ("WebP with more", webP("VP8X", [0, 0, 0, 0, 0x2B, 1, 0, 0xC7, 0, 0]), 300, 200),
            ("SVG", Array("<?xml?><!-- <svg width='9'/> -->\n<svg height=\"20mm\" width='3in'>".utf8), 288, 76),
            ("SVG by its box", Array("<svg viewBox=\"0 0 200, 100\">".utf8), 1000, 500),
            ("SVG by one side", Array("<svg width='300' height='100%' viewBox='0 0 2 1'>".utf8), 300, 150),
        ])
    func size(_ name: String, _ bytes: [UInt8], _ width: Int, _ height: Int) {
        #expect(ImageSize.read(bytes) == ImageSize(width: width, height: height), "\(name)")
    }

    /// However early a file ends, and whatever is in it, it is read without harm.
    @Test func filesThatEnd() {
        for bytes in [Self.png, Self.jpeg(orientation: 6), Self.webP("VP8L", [0x2F, 0x2B, 0xC1, 0x31, 0])] {
            for count in 0..<bytes.count - 1 { #expect(ImageSize.read(Array(bytes[..<count])) == nil) }
        }
        for text in [
            "", "a", "<svg", "<svg ", "<svg width", "<svg width=", "<svg width='", "<svg viewBox='0 0 0 0'>",
            "<!-- <svg ",
            "<svg width='1e99' height='1'>", "<svg width='100%' height='9'>", "<svgwidth='1' height='1'>",
            "<svg width='0' height='0'>", "GIF89a\0\0\0\0", "\u{FF}\u{D8}",
        ] { #expect(ImageSize.read(Array(text.utf8)) == nil, "\(text)") }
    }
}
