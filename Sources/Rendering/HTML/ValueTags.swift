import Guides

/// The elements that mark values in HTML: made once for a set of values, copied into every page.
public struct ValueTags: Sendable {
    private let tags: [[UInt8]]
    /// The charts that were drawn, by their number and where they stand among the page's.
    private let pictures = Memo<PictureKey, [UInt8]>()

    private struct PictureKey: Hashable {
        let number: Int
        let index: Int
    }

    /// The elements for the values of one language.
    public init(_ texts: ValueTexts) {
        tags = texts.entries.map { entry in
            entry.map { Self.tag(name: $0.name, key: $0.key, isExample: $0.resolved.isExample, text: $0.prose) } ?? []
        }
    }

    /// The picture of a chart.
    ///
    /// - Parameter index: which of the page's charts it is.
    func picture(_ drawing: ChartDrawing, index: Int) -> [UInt8] {
        pictures.value(PictureKey(number: drawing.number, index: index)) {
            ChartPicture(drawing: drawing, index: index).html
        }
    }

    /// The element of a value; for a number past the declarations that of a table's cell.
    func tag(_ number: Int, in edition: FilledEdition) -> [UInt8] {
        if number < tags.count { return tags[number] }
        let index = number - tags.count
        guard index < edition.cells.count else { return Array("<data>".utf8) }
        let cell = edition.cells[index]
        return Self.tag(name: cell.name, key: cell.key, isExample: cell.isExample, text: cell.key)
    }

    /// `<data value>` with the value as programs read it; the text inside is for people.
    private static func tag(name: String, key: String, isExample: Bool, text: String) -> [UInt8] {
        var tag = Array("<data class=\"value\(isExample ? " example" : "")\" value=\"".utf8)
        HTMLEscaping.append(key, to: &tag)
        tag += "\" data-name=\"\(name)\"".utf8
        // A right-to-left value must not pull the punctuation around it along.
        if text.unicodeScalars.contains(where: isRightToLeft) { tag += " dir=\"auto\"".utf8 }
        tag.append(UInt8(ascii: ">"))
        return tag
    }

    /// The blocks of Hebrew, Arabic and their neighbours (Unicode's bidirectional classes R and AL).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
