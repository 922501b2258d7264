import CommonMark

/// What a page's Markdown has in the place of some bytes of the author's.
public struct MarkdownEdit: Sendable {
    /// The bytes of the file that go; none where something is put between two of them.
    public let range: Range<Int>
    /// What comes instead.
    public let piece: MarkdownPiece
    /// What it is there for, where the piece does not tell.
    let role: MarkdownRole?

    /// Puts a piece in the place of some bytes.
    public init(_ range: Range<Int>, _ piece: MarkdownPiece, as role: MarkdownRole? = nil) {
        self.range = range
        self.piece = piece
        self.role = role
    }

    /// Whether the edit has to come before another one.
    func precedes(_ other: MarkdownEdit) -> Bool {
        if range.lowerBound != other.range.lowerBound { return range.lowerBound < other.range.lowerBound }
        return range.isEmpty && !other.range.isEmpty
    }

    /// Puts a piece before the byte at an offset.
    public init(at offset: Int, _ piece: MarkdownPiece, as role: MarkdownRole? = nil) {
        self.init(offset..<offset, piece, as: role)
    }
}

/// A piece of Markdown that is not the author's. Values are given by their index in `ValueTexts.entries`, and are escaped
/// for the place where they land when the page is written.
///
/// The long ones are boxes, so that the many short ones are cheap to copy.
public enum MarkdownPiece: Sendable {
    /// Markdown as it is.
    case markdown([UInt8])
    /// Words, escaped as a value's are.
    case text([UInt8])
    /// A value in prose. In an image's words a comment would show, so there is none.
    case prose(Int, isInImage: Bool)
    /// The error that the guide is about, in prose, with values as programs print them.
    case printed([MarkdownCodeSpan.Segment])
    /// A value that is an address, as a link to itself.
    case link(Int)
    /// A value in a code block; what it has behind a line break begins with the bytes that are given.
    case code(Int, continuation: [UInt8])
    /// The error that the guide is about, in a code block.
    indirect case error([MarkdownCodeSpan.Segment], continuation: [UInt8])
    /// A whole code span that holds values.
    indirect case codeSpan(MarkdownCodeSpan)
    /// A fence of a code block that holds values; it grows where a value holds one as long.
    case openFence(character: UInt8, width: Int)
    case closeFence
    /// The edges of an indented code block that holds values, and the indentation of each of its lines. Where a value
    /// makes its first or its last line blank, which would be lost, a fence takes the place of the indentation.
    case openIndented(continuation: [UInt8])
    case indentation([UInt8])
    case closeIndented
    /// A value in an address; all of it, up to what follows, where the value is an address itself.
    case address(Int, isWhole: Bool)
    /// What a link begins with, and where it leads on the site's page. The script decides whether it can lead there from
    /// where its reader is; else the words stay alone.
    indirect case openLink(to: [UInt8])
    /// The end of a link's words, the address behind them, and the end of the link.
    case closeWords
    indirect case linkAddress([UInt8])
    case closeLink
    /// A value in the title of a link or an image; the last in it, or more follows.
    case title(Int, isLast: Bool)
    /// A value in the words behind a fence.
    case info(Int)
    /// The delimiters of an emphasis that a value touches: HTML where they could not open or close.
    case openEmphasis(delimiter: UInt8, width: Int)
    case closeEmphasis
    /// A part for some readers only, by its condition, `plan=paid|trial`. Hidden, it leaves the bytes that are given.
    indirect case openVariant(condition: String, isHidden: Bool?, remainder: [UInt8])
    case closeVariant
    /// The words that say for whom a part is.
    indirect case label(Label)
    /// An alert with a text, as a block of its own between two lines.
    indirect case alert(AlertKind, [UInt8])
    /// A chart in characters, between fences.
    indirect case chart(Int, ChartDrawing, continuation: [UInt8])
    /// A table value.
    case table(Int, continuation: [UInt8])
}

extension MarkdownPiece {
    /// What such a piece is there for.
    var role: MarkdownRole {
        switch self {
        case .prose, .link, .code, .codeSpan, .title, .info: .value
        case .printed, .error: .error
        case .address, .openLink, .linkAddress: .address
        case .openVariant, .closeVariant: .variant
        case .label(let label): label.words.isEmpty ? .form : .audience
        case .alert: .notice
        case .chart, .table: .block
        case .markdown, .text, .openFence, .closeFence, .openIndented, .indentation, .closeIndented,
            .closeWords, .closeLink, .openEmphasis, .closeEmphasis:
            .form
        }
    }

    /// The words that say for whom a part is, while nobody knows who reads. Without words it is what parts two branches.
    public struct Label: Sendable {
        /// The condition as pages carry it: `plan=paid|trial`.
        public let condition: String
        /// The words.
        public let words: [UInt8]
        /// What follows their emphasis.
        public let after: [UInt8]
    }
}

/// A code span that holds values.
public struct MarkdownCodeSpan: Sendable {
    /// A stretch of the code.
    public enum Segment: Sendable {
        /// Code as it is.
        case text([UInt8])
        /// A value.
        case value(Int)
        /// The error that the guide is about.
        indirect case error([Segment])
    }

    /// How many backticks the author put on either side.
    public let width: Int
    /// Whether the author put a space inside of them.
    public let isPadded: Bool
    /// Whether it stands in a table's cell.
    public let isInCell: Bool
    /// What it holds.
    public let segments: [Segment]
}
