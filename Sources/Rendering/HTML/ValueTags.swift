import CommonMark
import Guides
import Values

/// The elements that mark values in HTML: made once for a set of values, printed in every page.
public struct ValueTags: Sendable {
    private let tags: [HTMLText]
    /// The charts that were drawn, by their number and where they stand among the page's.
    private let pictures = Memo<PictureKey, HTMLText>()

    /// What an alert begins with, by its kind.
    private let alerts = Memo<AlertKind, HTMLText>()

    private struct PictureKey: Hashable {
        let number: Int
        let index: Int
    }

    /// The elements for the values of one language.
    public init(_ texts: ValueTexts) {
        tags = texts.entries.map { entry in
            entry.map {
                Self.tag(name: $0.name, key: $0.key, isExample: $0.resolved.isExample, text: $0.prose)
            } ?? HTMLText([])
        }
    }

    /// The picture of a chart.
    ///
    /// - Parameter index: which of the page's charts it is.
    func picture(_ drawing: ChartDrawing, index: Int) -> HTMLText {
        pictures.value(PictureKey(number: drawing.number, index: index)) {
            HTMLText(ChartPicture(drawing: drawing, index: index, tag: { Array(tags[$0].html) }).html)
        }
    }

    /// The start of an alert, with its title.
    func alert(_ kind: AlertKind, in language: Language) -> HTMLText {
        alerts.value(kind) {
            let name = kind.marker.lowercased()
            var start = Array("<aside class=\"alert alert-\(name)\"><p class=\"alert-title\">".utf8)
            HTMLEscaping.append(language.term("alert-\(name)"), to: &start)
            return HTMLText(start + "</p>".utf8)
        }
    }

    /// The tag of a value; for a number past the declarations that of a table's cell.
    func tag(ofValue number: Int, in edition: FilledEdition) -> HTMLText {
        if number < tags.count { return tags[number] }
        guard number - tags.count < edition.cells.count else { return HTMLText(Array("<data>".utf8)) }
        let cell = edition.cells[number - tags.count]
        return Self.tag(name: cell.name, key: cell.key, isExample: cell.isExample, text: cell.key)
    }

    /// `<data value>` with the value as programs read it; the text inside is for people.
    private static func tag(name: String, key: String, isExample: Bool, text: String) -> HTMLText {
        var html = Array((isExample ? "<data class=\"example\" value=\"" : "<data value=\"").utf8)
        HTMLEscaping.append(key, to: &html)
        html += "\" data-name=\"".utf8
        html += name.utf8
        // A right-to-left value must not pull the punctuation around it along.
        html += (text.unicodeScalars.contains(where: isRightToLeft) ? "\" dir=\"auto\">" : "\">").utf8
        return HTMLText(html)
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
