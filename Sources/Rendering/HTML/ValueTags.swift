import CommonMark
import Guides
import Values

/// The elements that mark values in HTML: made once for a set of values, copied into every page.
public struct ValueTags: Sendable {
    private let tags: [[UInt8]]
    /// The charts that were drawn, by their number and where they stand among the page's.
    private let pictures = Memo<PictureKey, [UInt8]>()

    /// What an alert begins with, by its kind.
    private let alerts = Memo<AlertKind, [UInt8]>()

    private struct PictureKey: Hashable {
        let number: Int
        let index: Int
    }

    /// The elements for the values of one language.
    public init(_ texts: ValueTexts) {
        tags = texts.entries.map { entry in
            var tag: [UInt8] = []
            if let entry {
                Self.append(
                    name: entry.name, key: entry.key, isExample: entry.resolved.isExample, text: entry.prose, to: &tag)
            }
            return tag
        }
    }

    /// The picture of a chart.
    ///
    /// - Parameter index: which of the page's charts it is.
    func picture(_ drawing: ChartDrawing, index: Int) -> [UInt8] {
        pictures.value(PictureKey(number: drawing.number, index: index)) {
            ChartPicture(drawing: drawing, index: index, tag: { tags[$0] }).html
        }
    }

    /// The start of an alert, with its title.
    func alert(_ kind: AlertKind, in language: Language) -> [UInt8] {
        alerts.value(kind) {
            let name = kind.marker.lowercased()
            var start = Array("<aside class=\"alert alert-\(name)\"><p class=\"alert-title\">".utf8)
            HTMLEscaping.append(language.term("alert-\(name)"), to: &start)
            return start + "</p>".utf8
        }
    }

    /// Appends the element of a value; for a number past the declarations that of a table's cell.
    func append(_ number: Int, in edition: borrowing FilledEdition, to html: inout [UInt8]) {
        if number < tags.count {
            html.append(contentsOf: tags[number])
        } else if number - tags.count < edition.cells.count {
            let cell = edition.cells[number - tags.count]
            Self.append(name: cell.name, key: cell.key, isExample: cell.isExample, text: cell.key, to: &html)
        } else {
            html += "<data>".utf8
        }
    }

    /// `<data value>` with the value as programs read it; the text inside is for people.
    private static func append(name: String, key: String, isExample: Bool, text: String, to html: inout [UInt8]) {
        html += (isExample ? "<data class=\"example\" value=\"" : "<data value=\"").utf8
        HTMLEscaping.append(key, to: &html)
        html += "\" data-name=\"".utf8
        html += name.utf8
        // A right-to-left value must not pull the punctuation around it along.
        html += (text.unicodeScalars.contains(where: isRightToLeft) ? "\" dir=\"auto\">" : "\">").utf8
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
