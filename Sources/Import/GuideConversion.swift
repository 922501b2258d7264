import CommonMark
import Guides
import Messages
import Sources
import Values

/// Makes a guide of one Markdown text that was written for nobody's program.
///
/// It reads the text once, collects edits of its bytes, and puts the sections together in the order of the kind. What no
/// edit names stays as it was written.
package struct GuideConversion {
    /// What became of a text.
    package struct Result: Sendable {
        /// The file of the guide's language.
        package var markdown: [UInt8] = []
        /// The title, as it will stand there.
        package var title = ""
        /// The pattern of the guide's error, and the error that it was made of, without what is private.
        package var pattern: String?
        /// A message of its kind that holds nothing private.
        package var sample: String?
        /// The values that the text uses; those that the project lacks are not declared.
        package var values: [ImportedValue] = []
        /// What was decided, in the order of the text.
        package var decisions: [ImportDecision] = []
        /// The tags that the head gives.
        package var tags: [String] = []
        /// The IDs of the sections, in their order.
        package var sections: [String] = []
        /// Whether the text has braces of its own, which are no placeholders.
        package var hasBraces = false
    }

    /// What the first language of a guide has, which another is made beside.
    package struct FirstEdition: Sendable {
        /// The IDs of its sections, in their order.
        let sections: [String]
        /// The values that it asks for, in their order.
        let values: [String]

        package init(sections: [String], values: [String]) {
            (self.sections, self.values) = (sections, values)
        }
    }

    /// Whether the text itself says `{{`, as templates do; `${{` is left alone anyway.
    private var hasBraces: Bool {
        let bytes = source.file.bytes
        return bytes.indices.dropLast().contains { index in
            bytes[index] == 0x7B && bytes[index + 1] == 0x7B
                && (index == 0 || bytes[index - 1] != UInt8(ascii: "$") && bytes[index - 1] != UInt8(ascii: "\\"))
        }
    }

    let source: SourceText
    let language: Language
    let kind: Kind
    let known: [ImportedValue]
    /// What the guide's first language has; nil where this is the first.
    let original: FirstEdition?
    /// Whether the guide has an error already.
    let hasError: Bool
    var edits: SourceEdits
    var naming: ValueNaming
    var result = Result()
    var headings: [TextHeading] = []
    var values: [ImportedValue] = []
    /// Lists and paragraphs whose numbers are those of one thing or reader each.
    var settled: [Range<Int>] = []
    /// The declared values that the text has words for.
    var labelled: Set<String> = []
    /// Where the steps begin that stood beside the sections; -1 where none did.
    var liftedSteps = -1

    /// - Parameters:
    ///   - known: the values that the project declares, which are taken before any is made up.
    ///   - first: for a second language, what the first one has.
    package init?(
        _ file: SourceFile, _ language: Language, _ kind: Kind, known: [ImportedValue], first: FirstEdition? = nil,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let source = SourceText(file, &diagnostics) else { return nil }
        self.source = source
        self.language = language
        self.kind = kind
        self.known = known
        original = first
        hasError = first != nil
        edits = SourceEdits(source.document.source)
        naming = ValueNaming(language, taken: Set(known.map(\.name)), first: first?.values)
    }

    /// Converts the text.
    package mutating func convert() -> Result {
        readHeadings()
        let first = readTitle()
        sortHeadings(from: first)
        readError()
        readPrivate()
        readTables()
        readVariants()
        readAddresses()
        readNumbers()
        var replacing = ValueReplacing(values, settled: settled)
        replacing.replace(in: source.document.root, &edits)
        for value in values where value.type != "table" && value.type != "choice" && value.type != "url" {
            guard let count = replacing.counts[value.name], count > 0 else { continue }
            note(
                value.isPrivate ? .privateValue : .value, 0..<0,
                "\(count == 1 ? "one place says" : "\(count) places say") `{{\(value.name)}}` now")
        }
        rewriteAnchors()
        for heading in headings where heading.role != .title { heading.write(&edits) }
        assemble()
        // What the error says in another language is what the first one made of it.
        if original != nil {
            values.removeAll {
                !$0.isDeclared && !["table", "choice", "url"].contains($0.type) && replacing.counts[$0.name] == nil
            }
        }
        result.values = values.map { value in
            // A label of another language is none of this one, but where there are no other words.
            guard value.isDeclared, !labelled.contains(value.name) else { return value }
            var value = value
            value.label = naming.label(of: value.name)
            return value
        }
        result.hasBraces = hasBraces
        return result
    }

    mutating func note(_ kind: ImportDecision.Kind, _ range: Range<Int>, _ message: String, isOpen: Bool = false) {
        let place = range.isEmpty ? Place(path: source.file.path) : source.file.place(range)
        result.decisions.append(ImportDecision(kind: kind, place: place, message: message, isOpen: isOpen))
    }
}
