import Rendering
import Sources

/// The name of a value in the place of its text: for comparing two pages whose values are not the same.
enum ValueWord {
    /// A word that no author writes, for the character before the name is set aside (`PrivateMark`).
    static func text(_ name: String) -> [UInt8] { Array("\(PrivateMark.placeholder)\(name)".utf8) }

    /// The word for a placeholder.
    static func text(of source: ArraySlice<UInt8>) -> [UInt8] {
        text(SourceTerms.name(in: source) ?? String(decoding: source, as: UTF8.self))
    }

    /// What turns a page's values into words.
    ///
    /// - Parameter ranges: parts of the page that stay as they are.
    static func edits(
        _ page: PageOrigin, outside ranges: [Range<Int>] = []
    ) -> [(range: Range<Int>, text: [UInt8])] {
        page.trace.stretches.compactMap { stretch in
            guard stretch.role == .value, !stretch.page.isEmpty, let field = stretch.field,
                !ranges.contains(where: { $0.overlaps(stretch.page) })
            else { return nil }
            return (stretch.page, text(of: page.trace.fields[field].source[stretch.source]))
        }
    }

    /// A part of a page with words for its values.
    static func text(of range: Range<Int>, in page: PageOrigin) -> [UInt8] {
        let edits = page.stretches(in: range).compactMap { stretch -> (range: Range<Int>, text: [UInt8])? in
            guard stretch.role == .value, let field = stretch.field, range.contains(stretch.page.lowerBound),
                stretch.page.upperBound <= range.upperBound
            else { return nil }
            let moved = (stretch.page.lowerBound - range.lowerBound)..<(stretch.page.upperBound - range.lowerBound)
            return (moved, text(of: page.trace.fields[field].source[stretch.source]))
        }
        return Array(page.page[range]).applying(edits)
    }
}
