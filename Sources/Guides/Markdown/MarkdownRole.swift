/// What a stretch of a page that is not the author's own bytes is there for.
///
/// The letter is what a record of a published page has for it, and never changes.
public enum MarkdownRole: UInt8, Sendable, CaseIterable {
    /// Escapes, joined lines, and other forms of what the author wrote.
    case form = 0x66  // f
    /// A value, or several between one pair of delimiters.
    case value = 0x76  // v
    /// Where a link leads.
    case address = 0x61  // a
    /// The number of a step.
    case number = 0x6E  // n
    /// The letter of an option.
    case option = 0x6F  // o
    /// That an option is advised.
    case recommended = 0x72  // r
    /// A place that links lead to.
    case anchor = 0x23  // #
    /// A word of ours: that a link leads to another language, that a section is behind.
    case notice = 0x69  // i
    /// The edge of a part for some readers only.
    case variant = 0x7C  // |
    /// For whom a part is.
    case audience = 0x71  // q
    /// A comment of the author's, which no page shows.
    case comment = 0x63  // c
    /// The attributes of a heading.
    case attributes = 0x7B  // {
    /// A chart or a table that is a value.
    case block = 0x62  // b
    /// The error that the guide is about.
    case error = 0x65  // e
    /// A place that refers to a note, or the beginning of one, as the page has it.
    case footnote = 0x5E  // ^
    /// The guide's title.
    case title = 0x74  // t
    /// The guide's summary.
    case summary = 0x73  // s
}

/// A stretch of a written text that an edit made.
package struct MarkdownSpan: Sendable, Equatable {
    /// Its bytes in what was written; none for what the page does not show.
    package var output: Range<Int>
    /// The bytes of the file that it stands for; none where it was put between two of them.
    package var source: Range<Int>
    /// What it is there for; nil where it is the author's bytes after all.
    package var role: MarkdownRole?
    /// Of the error, what stands in a file that writes it out.
    package var expansion: [UInt8]?
}
