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
    }

    let source: SourceText
    let language: Language
    let kind: Kind
    let known: [ImportedValue]
    /// The IDs of the extra sections of the guide's first language, in their order; nil where this is the first.
    let extras: [String]?
    /// Whether the guide has an error already.
    let hasError: Bool
    var edits: SourceEdits
    var naming: ValueNaming
    var result = Result()
    var headings: [TextHeading] = []
    var values: [ImportedValue] = []
    /// The declared values that the text has words for.
    var labelled: Set<String> = []
    /// Where the steps begin that stood beside the sections; -1 where none did.
    var liftedSteps = -1

    /// - Parameters:
    ///   - known: the values that the project declares, which are taken before any is made up.
    ///   - extras: for a second language, the IDs of the first one's sections that the kind does not know.
    package init?(
        _ file: SourceFile, _ language: Language, _ kind: Kind, known: [ImportedValue], extras: [String]? = nil,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let source = SourceText(file, &diagnostics) else { return nil }
        self.source = source
        self.language = language
        self.kind = kind
        self.known = known
        self.extras = extras
        hasError = extras != nil
        edits = SourceEdits(source.document.source)
        naming = ValueNaming(language, taken: Set(known.map(\.name)))
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
        var replacing = ValueReplacing(values)
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
        result.values = values.map { value in
            // A label of another language is none of this one.
            guard value.isDeclared, !labelled.contains(value.name) else { return value }
            var value = value
            value.label = language.imports.labels[value.name] ?? ""
            return value
        }
        return result
    }

    mutating func note(_ kind: ImportDecision.Kind, _ range: Range<Int>, _ message: String, isOpen: Bool = false) {
        let place = range.isEmpty ? Place(path: source.file.path) : source.file.place(range)
        result.decisions.append(ImportDecision(kind: kind, place: place, message: message, isOpen: isOpen))
    }
}
