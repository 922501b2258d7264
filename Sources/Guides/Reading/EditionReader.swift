import CommonMark
import Sources
import Values

/// Reads one file of a guide: bytes → marks → tree → parts, links and variants.
struct EditionReader {
    let project: Project
    let guide: String
    let kind: Kind
    let language: Language
    let file: SourceFile
    /// The names that are placeholders beside those of values, where no others are; nil where every name is one.
    var names: [String]?
    /// The edition that this one is a translation of, after which a free page's headings are named; nil where it is none.
    var original: Edition?
    /// What the guide says for templates in every language.
    var extra = Extra.none

    /// The edition; nil where the file is no text that could be parsed.
    ///
    /// - Parameter structured: whether front matter and sections are demanded.
    func read(structured: Bool = true, _ diagnostics: inout [Diagnostic]) -> Edition? {
        let scan = TextScan(file.bytes)
        diagnostics += scan.findings.map { Diagnostic(BadCharacter($0.kind), at: file.place($0.range)) }
        guard !scan.findings.contains(where: { $0.kind.stopsReading }) else { return nil }

        let frontMatter =
            structured ? FrontMatter.read(file, needsSummary: !kind.isFree) : FrontMatter.readLoosely(file)
        diagnostics += frontMatter.diagnostics
        guard let document = parse(from: frontMatter.bodyStart, &diagnostics) else { return nil }
        let (tree, marks) = document

        var reader = PartReader(kind: kind, language: language, file: file, marks: marks)
        let parts = structured ? reader.read(tree.root) : []
        let headings = structured ? [] : reader.looseHeadings(tree.root)
        diagnostics += reader.diagnostics
        if kind.isFree { HeadingIDs.assign(to: parts, after: original?.parts) }
        var content = ContentReader(project: project, guide: guide, kind: kind, file: file, marks: marks)
        content.read(tree.root)
        diagnostics += content.diagnostics

        // Title and summary are filled like the text, so what they ask for is checked like the text.
        var head = Array(file.bytes[..<frontMatter.bodyStart])
        let headMarks = ValueMarks(
            marking: &head, from: 0, names: project.configuration.values.names, onlyBeside: names)
        for range in headMarks.malformed + marks.malformed where !content.isVerbatim(range, in: file) {
            let problem = MalformedPlaceholder(
                written: file.bytes[range], fence: tree.fence(around: range.lowerBound, in: file))
            diagnostics.append(Diagnostic(problem, at: file.place(range)))
        }
        let textMarks = content.marks.marks
        let textUses = content.hasVerbatim ? textMarks.filter { !content.isVerbatim($0.range, in: file) } : textMarks
        let edition = Edition(
            kind: kind, names: names, language: language, file: file, title: frontMatter.title,
            summary: frontMatter.summary,
            wikiName: frontMatter.wikiName,
            bodyStart: frontMatter.bodyStart, document: tree, marks: content.marks,
            uses: headMarks.marks.isEmpty ? textUses : headMarks.marks + textUses, lead: reader.lead,
            headings: headings,
            parts: parts,
            links: content.links,
            variants: content.variants, comments: content.comments, elements: content.elements,
            fillable: content.fillable)
        edition.extra = frontMatter.extra.merged(over: extra)
        return edition
    }

    private func parse(from bodyStart: Int, _ diagnostics: inout [Diagnostic]) -> (Document, ValueMarks)? {
        var bytes = file.bytes
        // The front matter becomes blank lines, so that every line and offset of the tree is the file's own.
        bytes.withUnsafeMutableBufferPointer { bytes in
            for index in 0..<min(bodyStart, bytes.count) where bytes[index] != 0x0A && bytes[index] != 0x0D {
                bytes[index] = 0x20
            }
        }
        let marks = ValueMarks(
            marking: &bytes, from: bodyStart, names: project.configuration.values.names, onlyBeside: names)
        if marks.isOverfull {
            diagnostics.append(
                Diagnostic(TooMuch(what: "placeholders", most: ValueMarks.most), at: Place(path: file.path)))
        }
        do {
            let document = try Document(parsing: bytes)
            let spaces = MarkupSpaces.find(in: bytes, from: bodyStart)
            if spaces.isEmpty { return (document, marks) }
            // What was meant is read, so that one space is one fault and not a missing section too.
            let read = MarkupSpacePlaces(spaces, outsideCodeOf: document, file)
            diagnostics += read.diagnostics
            for range in read.ranges { for index in range { bytes[index] = 0x20 } }
            return (read.ranges.isEmpty ? document : try Document(parsing: bytes), marks)
        } catch {
            let problem = TooMuch(what: error.limit.words, most: error.limit.most())
            diagnostics.append(Diagnostic(problem, at: file.place(error.offset..<(error.offset + 1))))
            return nil
        }
    }
}

extension TextScan.Finding.Kind {
    /// Whether the parser must not see the file.
    var stopsReading: Bool {
        switch self {
        case .invalidUTF8, .reserved, .encoding: true
        case .control(let scalar): scalar == 0
        case .bidirectional: false
        }
    }
}
