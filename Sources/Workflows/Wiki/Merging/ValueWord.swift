import Rendering
import Sources

/// The name of a value in the place of its text, and where a link leads in a file, and what a note is called there, in the place of what the page has: for
/// comparing two pages whose values and headings are not the same.
enum ValueWord {
    /// A word that no author writes, for the character before the name is set aside (`PrivateMark`).
    static func text(_ name: String) -> [UInt8] { Array("\(PrivateMark.placeholder)\(name)".utf8) }

    /// The word for a placeholder.
    static func text(of source: ArraySlice<UInt8>) -> [UInt8] {
        text(SourceTerms.name(in: source) ?? String(decoding: source, as: UTF8.self))
    }

    /// The word for an address that is a placeholder; any other address as it is.
    static func text(ofAddress address: String) -> [UInt8] {
        let bytes = Array(address.utf8)
        return SourceTerms.name(in: bytes[...]).map { text($0) } ?? bytes
    }

    /// What turns a page's values into words.
    ///
    /// - Parameter ranges: parts of the page that stay as they are.
    static func edits(
        _ page: PageOrigin, outside ranges: [Range<Int>] = []
    ) -> [(range: Range<Int>, text: [UInt8])] {
        page.trace.stretches.compactMap { stretch in
            guard !stretch.page.isEmpty, !ranges.contains(where: { $0.overlaps(stretch.page) }),
                let text = text(of: stretch, in: page)
            else { return nil }
            return (stretch.page, text)
        }
    }

    /// A part of a page with words for its values.
    static func text(of range: Range<Int>, in page: PageOrigin) -> [UInt8] {
        let edits = page.stretches(in: range).compactMap { stretch -> (range: Range<Int>, text: [UInt8])? in
            guard range.contains(stretch.page.lowerBound), stretch.page.upperBound <= range.upperBound,
                let text = text(of: stretch, in: page)
            else { return nil }
            let moved = (stretch.page.lowerBound - range.lowerBound)..<(stretch.page.upperBound - range.lowerBound)
            return (moved, text)
        }
        return Array(page.page[range]).applying(edits)
    }

    /// What stands for a stretch of a page; nil where it stands for itself.
    private static func text(of stretch: WikiTrace.Stretch, in page: PageOrigin) -> [UInt8]? {
        guard let source = stretch.field.map({ page.trace.fields[$0].source[stretch.source] }) else { return nil }
        return switch stretch.role {
        case .value, .block: text(of: source)
        case .address: SourceTerms.name(in: source) == nil ? Array(source) : text(of: source)
        case .footnote: Array(source)
        default: nil
        }
    }
}
