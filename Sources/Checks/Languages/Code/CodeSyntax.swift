import Sources

/// What of a programming language has to be known to tell what runs from what is only read: its comments, its strings,
/// and whether it has tags with text between them.
struct CodeSyntax: Sendable {
    /// How a text in the code begins and ends.
    struct Quote: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        /// Whether it may go on over the end of a line.
        let isLong: Bool

        init(_ open: String, _ close: String? = nil, isLong: Bool = false) {
            self.open = Array(open.utf8)
            self.close = Array((close ?? open).utf8)
            self.isLong = isLong
        }
    }

    /// What has a meaning besides comments and strings.
    struct Traits: OptionSet, Sendable {
        let rawValue: Int
        /// Tags may stand in the code, and text between them.
        static let tags = Traits(rawValue: 1)
        /// It begins with text and tags rather than with code.
        static let markup = Traits(rawValue: 2)
        /// Words end at white space, and a sign for a comment has white space before it.
        static let words = Traits(rawValue: 4)
        /// Behind `key:` or `key=` the rest of the line is a text.
        static let scalars = Traits(rawValue: 8)
        /// The end of a line means something.
        static let lines = Traits(rawValue: 16)
        /// Nothing is known but that there may be commands, listings, and words of a program.
        static let unknown = Traits(rawValue: 32)
        /// Capital letters mean nothing.
        static let anyCase = Traits(rawValue: 64)
        /// Code may stand before the markup, between two lines of three dashes.
        static let script = Traits(rawValue: 128)
        /// How far a line stands from the edge says what it belongs to.
        static let nested = Traits(rawValue: 256)
    }

    /// What begins a comment that ends with the line.
    let lineComments: [[UInt8]]
    /// What begins and ends a comment of any length.
    let blockComments: [Quote]
    /// The strings, longer signs first.
    let quotes: [Quote]
    let traits: Traits

    init(
        _ lineComments: [String], _ blockComments: [Quote] = [], quotes: [Quote] = plainQuotes,
        traits: Traits = []
    ) {
        self.lineComments = lineComments.map { Array($0.utf8) }
        self.blockComments = blockComments
        self.quotes = quotes
        self.traits = traits
    }

    static let plainQuotes = [Quote("\""), Quote("'")]

    /// The language that a fence names: `js{1,3}`, `{.python}` and `ts [file.ts]` too. Nil where its text is for people,
    /// who read it in their own language.
    static func named(_ fence: String) -> CodeSyntax? {
        let name = fence.lowercased().drop { "{. ".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || "+#-".contains($0) }
        return prose.contains(String(name)) ? nil : table[String(name)] ?? unknown
    }

    /// What stands in a fence that names no language, or one that nothing is known of.
    static let unknown = CodeSyntax(
        ["#", "//", "--", ";", "!"], [Quote("<!--", "-->"), Quote("/*", "*/")], traits: [.words, .lines, .unknown])

    /// What attributes hold.
    static let script = CodeSyntax(["//"], [Quote("/*", "*/")], quotes: plainQuotes + [Quote("`", isLong: true)])

    /// Fences that hold text for people, or drawings whose labels are.
    private static let prose: Set<String> = [
        "text", "txt", "plain", "plaintext", "md", "markdown", "mdx", "mermaid", "plantuml", "rst", "adoc", "asciidoc",
        "csv", "email", "po", "srt",
    ]
}
