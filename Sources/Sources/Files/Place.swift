/// Where something stands in a file, ready to be shown: the file itself may be gone by then.
public struct Place: Sendable, Hashable {
    /// The path from the project's folder.
    public let path: String
    /// The first line, from 1.
    public let line: Int
    /// The first column, from 1, in Unicode scalars.
    public let column: Int
    /// The last line, from 1.
    public let endLine: Int
    /// The column after the last, from 1, in Unicode scalars.
    public let endColumn: Int
    /// The text of the first line, without its line ending, or of a very long line the part around the place; nil for a
    /// whole file or folder.
    public let sourceLine: String?
    /// The column, from 1, of the first character of `sourceLine`.
    public let sourceColumn: Int

    /// Puts a place together; `SourceFile.place` is the usual way to one.
    public init(
        path: String, line: Int, column: Int, endLine: Int, endColumn: Int, sourceLine: String?,
        sourceColumn: Int = 1
    ) {
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.sourceLine = sourceLine
        self.sourceColumn = sourceColumn
    }

    /// A file or a folder as a whole, where no line can be named.
    public init(path: String) {
        self.init(path: path, line: 1, column: 1, endLine: 1, endColumn: 1, sourceLine: nil)
    }
}
