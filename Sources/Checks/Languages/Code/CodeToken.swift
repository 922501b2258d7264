/// A piece of code that is compared as one.
struct CodeToken: Sendable {
    enum Kind: Sendable {
        /// Runs: a name, a number, a sign.
        case code
        /// The value of an attribute that is code itself: `:key="…"`.
        case expression
        /// A string, which may be a name for a program or words for people.
        case string
        /// Words that people see: the text between tags, what a program is told to print, the value of `title:`.
        case visible
        /// A line of which it is not known whether it runs.
        case line
        /// The end of a line that is not empty.
        case lineEnd
    }

    let kind: Kind
    /// The bytes, quotation marks aside, by their place in the text.
    let range: Range<Int>
}
