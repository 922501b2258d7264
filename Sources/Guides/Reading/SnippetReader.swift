import CommonMark
import Sources
import Values

/// Puts snippets into a text that takes them in by `<!-- include: shared/name -->`, before anything of it is parsed: what comes
/// after sees one text, each byte of which has its place in the file where it was written.
public struct SnippetReader {
    /// The folder of the content that snippets lie in.
    public static let folder = "shared"
    /// What a comment that takes one in begins with.
    static let word: StaticString = "include:"

    private let language: Language
    /// The snippets that there are, by their files' paths below the content's folder.
    private let known: [String]
    /// The bytes that a text may have with all that it takes in.
    private let most: Int
    /// Reads a file by its path below the content's folder; nil where there is none.
    private let read: (String) -> SourceFile?
    /// Whether there is a snippet in any language.
    private let exists: (String) -> Bool
    /// What was read, so that a snippet that is taken in twice is looked at once.
    private var texts: [String: SourceFile?] = [:]
    /// The names of the snippets that are being read, each of which takes in the next.
    private var open: [String] = []
    /// The files that were asked for, whether they are there or not, by their paths below the content's folder.
    public private(set) var paths: Set<String> = []

    /// More within each other nobody keeps an overview of.
    private static let deepest = 20

    /// - Parameters:
    ///   - language: that of the text.
    ///   - known: the files of snippets that there are, by their paths below the content's folder.
    ///   - most: the bytes that a text may have with all that it takes in.
    ///   - exists: whether there is a snippet of a name in any language.
    ///   - read: reads a file by its path below the content's folder; nil where there is none.
    public init(
        _ language: Language, known: [String], most: Int, exists: @escaping (String) -> Bool,
        read: @escaping (String) -> SourceFile?
    ) {
        self.language = language
        self.known = known
        self.most = most
        self.exists = exists
        self.read = read
    }

    /// The file of a snippet in a language, by its path below the content's folder.
    public static func path(_ name: String, _ language: LanguageTag) -> String { "\(name).\(language).md" }

    /// The folder below the content's that links in some bytes of a text start from; nil where the bytes are the text's own.
    static func folder(of range: Range<Int>, in file: SourceFile) -> String? {
        guard let path = file.foreignFile(in: range)?.path else { return nil }
        return path.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
    }

    /// A file with the snippets that it takes in; the file itself where it takes in none.
    public mutating func filled(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> SourceFile {
        guard Self.mayTakeIn(file.bytes) else { return file }
        let start = FrontMatter.readLoosely(file).bodyStart
        var result = SourceComposition()
        var done = 0
        for marker in SnippetMarker.all(in: file, from: start) {
            guard let snippet = text(marker, in: file, &diagnostics) else { continue }
            let body = Self.body(of: snippet)
            guard result.count + body.count <= most else {
                diagnostics.append(
                    Diagnostic(TooMuch(what: "bytes with its snippets", most: most), at: file.place(marker.range)))
                break
            }
            result.append(done..<marker.lines.lowerBound, of: file)
            put(body, of: snippet, at: marker, in: file, &result)
            done = marker.lines.upperBound
        }
        guard done > 0 else { return file }
        result.append(done..<file.bytes.count, of: file)
        return result.file(of: file)
    }

    private static func mayTakeIn(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let colon = bytes.firstOffset(of: UInt8(ascii: ":"), from: start) {
                let word = colon + 1 - Self.word.utf8CodeUnitCount
                if word >= 0, bytes.holds(Self.word, at: word) { return true }
                start = colon + 1
            }
            return false
        }
    }

    // MARK: Finding

    private mutating func text(
        _ marker: SnippetMarker, in file: SourceFile, _ diagnostics: inout [Diagnostic]
    ) -> SourceFile? {
        let name = marker.name
        func refuse(_ fault: BadInclude.Fault) -> SourceFile? {
            diagnostics.append(Diagnostic(BadInclude(fault), at: file.place(marker.range)))
            return nil
        }
        guard Self.isName(name) else { return refuse(.name(name)) }
        if let first = open.firstIndex(of: name) { return refuse(.circle(Array(open[first...]) + [name])) }
        guard open.count < Self.deepest else {
            diagnostics.append(
                Diagnostic(
                    TooMuch(what: "snippets within each other", most: Self.deepest), at: file.place(marker.range)))
            return nil
        }
        let path = Self.path(name, language.tag)
        paths.insert(path)
        if let text = texts[path] { return text ?? refuse(fault(name, path)) }
        guard let snippet = read(path) else {
            texts[path] = .some(nil)
            return refuse(fault(name, path))
        }
        open.append(name)
        let text = filled(snippet, &diagnostics)
        open.removeLast()
        texts[path] = text
        return text
    }

    private func fault(_ name: String, _ path: String) -> BadInclude.Fault {
        if exists(name) { return .language(name, language.name, path: path) }
        let names = Set(known.compactMap { $0.split(separator: ".").dropLast(2).joined(separator: ".") })
        return .missing(name, path: path, known: names.sorted())
    }

    /// Whether a name is a path in the folder of snippets that stays in it.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0] == folder
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F }
            }
    }

    // MARK: Putting

    /// The lines of a snippet, without a head, blank lines and a byte order mark around them.
    private static func body(of snippet: SourceFile) -> Range<Int> {
        let bytes = snippet.bytes
        let head = FrontMatter.readLoosely(snippet).bodyStart
        guard let last = bytes[head...].lastIndex(where: { !$0.isSpace }),
            let first = bytes[head...].firstIndex(where: { !$0.isSpace })
        else { return head..<head }
        let start = bytes[head..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? head
        return start..<(last + 1)
    }

    /// Puts a snippet in the place of its marker's lines: set in as the marker is, and apart from what stands around it.
    private func put(
        _ body: Range<Int>, of snippet: SourceFile, at marker: SnippetMarker, in file: SourceFile,
        _ result: inout SourceComposition
    ) {
        let bytes = snippet.bytes
        let end = marker.lines.upperBound
        if body.isEmpty { return }
        let blank = Self.trimmed(marker.margin)
        if marker.isBehindText, !(Self.isItem(bytes[body]) && Self.isItem(file.bytes[marker.lineBefore])) {
            result.append(blank + [0x0A], at: marker.lines.lowerBound, of: file)
        }
        result.append(marker.lines.lowerBound..<marker.range.lowerBound, of: file)
        var start = body.lowerBound
        while start < body.upperBound {
            let next = bytes[start..<body.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.upperBound
            if start > body.lowerBound, !marker.margin.isEmpty {
                let isBlank = bytes[start..<next].allSatisfy(\.isSpace)
                result.append(isBlank ? blank : marker.margin, at: start, of: snippet)
            }
            // Without a margin all lines are one piece.
            let stop = marker.margin.isEmpty ? body.upperBound : next
            result.append(start..<stop, of: snippet)
            start = stop
        }
        let last = bytes[body].lastIndex(of: 0x0A).map { $0 + 1 } ?? body.lowerBound
        if marker.isBeforeText,
            !(Self.isItem(bytes[last..<body.upperBound]) && Self.isItem(file.bytes[marker.lineAfter]))
        {
            result.append([0x0A] + blank, at: end, of: file)
        }
    }

    private static func trimmed(_ margin: [UInt8]) -> [UInt8] {
        Array(margin.prefix((margin.lastIndex { !$0.isSpace } ?? -1) + 1))
    }

    /// Whether a line begins an item of a list.
    private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
        guard let first = text.first else { return false }
        if first.isOne(of: "-+*") { return text.dropFirst().first?.isSpaceOrTab == true }
        let rest = text.drop(while: \.isASCIIDigit)
        return rest.count < text.count && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
            && rest.dropFirst().first?.isSpaceOrTab == true
    }
}
