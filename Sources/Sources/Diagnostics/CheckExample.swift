/// A piece of a project that shows what a check reports, or lets pass.
///
/// In the text of a faulty one, `⟦` and `⟧` stand around the span that is reported. What an example leaves out is
/// supplied by whoever runs it: front matter, the sections of the kind, a configuration.
public struct CheckExample: Sendable {
    /// A file of the example.
    public struct File: Sendable {
        /// The path from the project's folder; a name alone, `fr.md` or `guide.yaml`, is in the folder of the guide.
        public let path: String
        /// The text, with its markers.
        public let marked: String

        /// The text as it would stand in the file.
        public var text: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }
    }

    /// The files, in the order in which they are read best.
    public let files: [File]
    /// What is reported, one message for each marked span in their order; empty for a clean example.
    public let messages: [String]
    /// The day on which the example is checked, `2026-11-23`; nil where it does not matter.
    public let today: String?

    /// Content in English alone. A text without a heading of level 2 is a part of the first section.
    public init(_ english: String, _ messages: String..., today: String? = nil) {
        self.init(files: [("en.md", english)], messages, today: today)
    }

    /// Content in French alone.
    public init(fr french: String, _ messages: String...) {
        self.init(files: [("fr.md", french)], messages)
    }

    /// Content in both languages; French is the source.
    public init(fr french: String, en english: String, _ messages: String...) {
        self.init(files: [("fr.md", french), ("en.md", english)], messages)
    }

    /// One file of any sort, with the values of a configuration where it needs some.
    public init(file path: String, _ text: String, _ messages: String..., today: String? = nil) {
        self.init(files: [(path, text)], messages, today: today)
    }

    /// Several files.
    public init(files: [(path: String, marked: String)], _ messages: [String] = [], today: String? = nil) {
        self.files = files.map { File(path: $0.path, marked: $0.marked) }
        self.messages = messages
        self.today = today
    }
}
