/// A note at the end of a page, and what the text calls it (GFM: `[^name]`).
package struct Footnote {
    /// What the text calls it, as it is written.
    package let name: String
    /// The line that it begins on, from 1.
    package let line: Int
    /// The bytes of `[^name]:`, with the white space before them.
    package let prefix: Range<Int>

    /// What names are compared by: capitals make no difference.
    static func key(_ name: UnsafeBufferPointer<UInt8>.SubSequence) -> String {
        String(decoding: name, as: UTF8.self).lowercased()
    }

    /// What it is found by.
    package var key: String { name.lowercased() }
}
