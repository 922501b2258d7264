/// How to mend a problem without a person: edits that change nothing but what they name.
public struct Fix: Sendable, Hashable {
    /// Bytes of one file to put in the place of others.
    public struct Edit: Sendable, Hashable {
        /// The file's path from the project's folder.
        public let path: String
        /// The bytes to replace, as offsets in the file; empty to insert.
        public let range: Range<Int>
        /// What has to stand there for the edit to be made: a file that changed meanwhile is left alone.
        public let expected: [UInt8]
        /// What to put there.
        public let replacement: [UInt8]

        /// Puts an edit together; `Fix.init(_:in:replacing:with:)` is the usual way to one.
        public init(path: String, range: Range<Int>, expected: [UInt8], replacement: [UInt8]) {
            self.path = path
            self.range = range
            self.expected = expected
            self.replacement = replacement
        }

        /// Replaces some bytes of a text, in the file where they were written. Where they were written in several, the edit finds
        /// something else there than it expects, and is not made.
        public init(in text: SourceFile, replacing range: Range<Int>, with replacement: [UInt8]) {
            let expected = Array(text.bytes[range])
            let origin = text.origin(of: range)
            let end = min(origin.range.lowerBound + expected.count, origin.file.bytes.count)
            self.init(
                path: origin.file.path, range: origin.range.lowerBound..<end, expected: expected,
                replacement: replacement)
        }
    }

    /// What the fix does, as an imperative without a final full stop: “replace `...` with `…`”.
    public let summary: String
    /// The edits, which do not overlap; all of them are made, or none.
    public let edits: [Edit]
    /// Whether only characters of text may change by it, and never what the text is: an edit that makes a link of
    /// something, or takes one apart, is not made.
    public let keepsTree: Bool

    /// Puts a fix together from several edits.
    public init(_ summary: String, edits: [Edit], keepsTree: Bool = false) {
        self.summary = summary
        self.edits = edits
        self.keepsTree = keepsTree
    }

    /// Replaces some bytes of a file with a text.
    ///
    /// - Parameter range: offsets in the file; what lies outside of it is drawn back to its edge.
    public init(
        _ summary: String, in file: SourceFile, replacing range: Range<Int>, with text: String, keepsTree: Bool = false
    ) {
        let range = range.clamped(to: 0..<file.bytes.count)
        let edit = Edit(in: file, replacing: range, with: Array(text.utf8))
        self.init(summary, edits: [edit], keepsTree: keepsTree)
    }
}
