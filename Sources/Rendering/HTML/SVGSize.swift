/// The size of an SVG picture, from its first element.
enum SVGSize {
    /// A picture that says its proportions alone is as wide as the page lets it be.
    private static let width = 1000.0
    /// CSS pixels in a unit (CSS Values and Units 4, 6.2).
    private static let units = [
        "": 1.0, "px": 1, "pt": 4 / 3.0, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16, "rem": 16,
    ]

    static func read(_ bytes: [UInt8]) -> ImageSize? {
        guard let attributes = attributes(bytes) else { return nil }
        let box = (attributes["viewBox"] ?? "").split { " ,\t\r\n".contains($0) }.compactMap { Double($0) }
        let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[3] / box[2] : nil
        let (width, height) = (length(attributes["width"]), length(attributes["height"]))
        switch (width, height, ratio) {
        case (let width?, let height?, _): return size(width, height)
        case (let width?, nil, let ratio?): return size(width, width * ratio)
        case (nil, let height?, let ratio?): return size(height / ratio, height)
        case (nil, nil, let ratio?): return size(Self.width, Self.width * ratio)
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) -> ImageSize? {
        guard width < 1e6, height < 1e6 else { return nil }
        return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
    }

    /// Nil for none, and for a part of what is around it.
    private static func length(_ text: String?) -> Double? {
        guard let text else { return nil }
        let number = text.prefix { "0123456789.+-".contains($0) }
        guard let value = Double(number), value > 0, let unit = units[String(text.dropFirst(number.count))] else {
            return nil
        }
        return value * unit
    }

    /// The attributes of the first `svg` element; nil where there is none.
    private static func attributes(_ bytes: [UInt8]) -> [String: String]? {
        var index = 0
        let name = Array("<svg".utf8)
        while index < bytes.count {
            guard let bracket = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
            if bytes[bracket...].starts(with: name), bracket + 4 < bytes.count, isSpace(bytes[bracket + 4]) {
                return attributes(bytes[(bracket + 4)...])
            }
            index = bracket + 1
            // An element may be named in a comment.
            if bytes[bracket...].starts(with: "<!--".utf8) {
                let end = bytes[index...].indices.first { bytes[$0...].starts(with: "-->".utf8) }
                guard let end else { return nil }
                index = end
            }
        }
        return nil
    }

    private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = bytes.drop(while: isSpace)
        while let first = rest.first, first != UInt8(ascii: ">"), first != UInt8(ascii: "/"), attributes.count < 64 {
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && !isSpace($0) }
            rest = rest.dropFirst(name.count).drop(while: isSpace)
            guard rest.first == UInt8(ascii: "=") else { break }
            rest = rest.dropFirst().drop(while: isSpace)
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = rest.dropFirst().firstIndex(of: quote)
            else { break }
            attributes[String(decoding: name, as: UTF8.self)] = String(
                decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...].drop(while: isSpace)
        }
        return attributes
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
