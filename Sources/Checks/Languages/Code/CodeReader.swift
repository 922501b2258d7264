import Sources

/// Reads a block of code into what is compared between languages: comments are left out, strings are told from names.
struct CodeReader {
    let bytes: [UInt8]
    let end: Int
    let syntax: CodeSyntax
    var index: Int
    var modes: [Mode]
    var tokens: [CodeToken] = []
    /// Whether what is read is printed or shown, as what stands before it says.
    var isShown = false
    /// How many brackets were open when that was said.
    var shownDepth = 0
    var isShownByCall = false
    var depth = 0
    /// Whether the code before the markup is read.
    private var isInScript = false
    /// The whole lines that are comments and look like a heading of Markdown: nobody writes those in code.
    private(set) var headings: [Range<Int>] = []
    /// The comments, by their place.
    private(set) var comments: [Range<Int>] = []

    /// Where the reader stands among tags.
    enum Mode {
        /// Code, in so many braces.
        case code(braces: Int)
        /// Between `<` and `>`.
        case tag(isClosing: Bool, name: Range<Int>)
        /// Between two tags.
        case text
    }

    /// The line that code before the markup stands between.
    private static let dashes = Array("---\n".utf8)

    /// The braces of code that no brace ends.
    static let unbraced = Int.max / 2

    private init(_ bytes: [UInt8], _ range: Range<Int>, _ syntax: CodeSyntax) {
        self.bytes = bytes
        self.syntax = syntax
        index = range.lowerBound
        end = range.upperBound
        modes = [syntax.traits.contains(.markup) ? .text : .code(braces: Self.unbraced)]
        if syntax.traits.contains(.script), holds(Self.dashes, at: index) {
            modes.append(.code(braces: Self.unbraced))
            isInScript = true
            index += Self.dashes.count
        }
    }

    /// The pieces of the code in a range of bytes, and the comments in it that look like headings.
    static func read(
        _ bytes: [UInt8], _ range: Range<Int>, as syntax: CodeSyntax
    ) -> (tokens: [CodeToken], headings: [Range<Int>]) {
        var reader = CodeReader(bytes, range, syntax)
        reader.read()
        return (reader.tokens, reader.headings)
    }

    /// The pieces of some code, and its comments.
    static func readComments(_ bytes: [UInt8], as syntax: CodeSyntax) -> (tokens: [CodeToken], comments: [Range<Int>]) {
        var reader = CodeReader(bytes, 0..<bytes.count, syntax)
        reader.read()
        return (reader.tokens, reader.comments)
    }

    mutating func read() {
        while index < end {
            switch modes.last ?? .text {
            case .text: readText()
            case .tag(let isClosing, let name): readTag(isClosing, name)
            case .code:
                if isInScript, holds(Self.dashes, at: index), lineIsEmptySoFar {
                    endScript()
                } else {
                    readCode()
                }
            }
        }
        endLine()
    }

    /// Goes on with the markup behind the code.
    private mutating func endScript() {
        modes = [.text]
        isInScript = false
        isShown = false
        index += Self.dashes.count
    }

    mutating func add(_ kind: CodeToken.Kind, _ range: Range<Int>) {
        // A comma before a bracket that closes, and the end of a statement in JavaScript, are a matter of taste.
        if kind == .code, range.count == 1, !syntax.traits.contains(.words) {
            let byte = bytes[range.lowerBound]
            if byte == UInt8(ascii: ";"), syntax.traits.contains(.tags) { return }
            if byte.isOne(of: ")]}"), let last = tokens.last, last.kind == .code, last.range.count == 1,
                bytes[last.range.lowerBound] == UInt8(ascii: ",")
            {
                tokens.removeLast()
            }
        }
        tokens.append(CodeToken(kind: kind, range: range))
    }

    func holds(_ wanted: [UInt8], at offset: Int) -> Bool {
        offset + wanted.count <= end && bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }

    func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

    // MARK: Comments and lines

    /// Passes over a comment that begins here.
    mutating func skipComment() -> Bool {
        for comment in syntax.blockComments where holds(comment.open, at: index) {
            var close = index + comment.open.count
            while close < end, !holds(comment.close, at: close) { close += 1 }
            comments.append(index..<close)
            index = min(end, close + comment.close.count)
            return true
        }
        guard case .code = modes.last ?? .text else { return false }
        for comment in syntax.lineComments where holds(comment, at: index) {
            let isFirst = lineIsEmptySoFar
            // `https://`, `a#b`, `--option`: a sign in a word.
            if !isFirst, syntax.traits.contains(.words), !byte(at: index - 1).isSpace { continue }
            if comment == Array("//".utf8), index > 0, bytes[index - 1] == UInt8(ascii: ":") { continue }
            if syntax.traits.contains(.unknown) {
                let next = byte(at: index + comment.count)
                guard isFirst || next == 0x20, comment.count == 1 || isFirst || next == 0x20 else { continue }
                if comment == Array("--".utf8), !isFirst || next != 0x20 { continue }
                if comment == Array(";".utf8), !isFirst { continue }
                // A filter's remark, `! Block it.`, and no `!important`.
                if comment == Array("!".utf8), !isFirst || next != 0x20 { continue }
            }
            let start = index
            while index < end, bytes[index] != 0x0A { index += 1 }
            comments.append(start..<index)
            if isFirst, isHeading(start) { headings.append(start..<index) }
            return true
        }
        return false
    }

    var lineIsEmptySoFar: Bool {
        var offset = index
        while offset > 0, bytes[offset - 1].isSpaceOrTab { offset -= 1 }
        return offset == 0 || bytes[offset - 1] == 0x0A
    }

    /// Whether two `#` or more, a space and a word stand here.
    func isHeading(_ start: Int) -> Bool {
        var offset = start
        while byte(at: offset) == UInt8(ascii: "#") { offset += 1 }
        return (2...6).contains(offset - start) && byte(at: offset) == 0x20 && byte(at: offset + 1).isWordPart
            && bytes[offset..<end].prefix { $0 != 0x0A }.last != UInt8(ascii: "#")
    }

    /// A value that is shown ends with its line, where the line has it.
    mutating func endShownText() {
        guard isShown, !isShownByCall, depth <= shownDepth, let last = tokens.last(where: { $0.kind != .lineEnd })
        else {
            return
        }
        if last.kind != .code || bytes[last.range].last.map({ $0 == UInt8(ascii: ")") }) == true { isShown = false }
    }

    mutating func endLine() {
        let isWithin = depth > 0 && !syntax.traits.contains(.words)
        if syntax.traits.contains(.lines), !isWithin, let last = tokens.last, last.kind != .lineEnd {
            add(.lineEnd, last.range.upperBound..<last.range.upperBound)
        }
        if syntax.traits.contains(.words) { isShown = false }
    }
}
