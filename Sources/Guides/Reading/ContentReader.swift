import CommonMark
import Sources
import Values

/// Walks a tree once for what the parts do not tell: links, raw HTML, comments, variants, verbatim code.
struct ContentReader {
    private let project: Project
    private let guide: String
    private let kind: Kind
    private let file: SourceFile
    private(set) var marks: ValueMarks
    private var verbatim: [ClosedRange<Int>] = []
    private var variantReader: VariantReader
    private var elementReader = ElementReader()

    private(set) var links: [Link] = []
    var variants: [Variant] { variantReader.variants }
    /// The HTML that reaches a page.
    var elements: [Node] { elementReader.elements }
    private(set) var comments: [Node] = []
    /// Texts, links and images that hold marks, and all code.
    private(set) var fillable: [Node] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(project: Project, guide: String, kind: Kind, file: SourceFile, marks: ValueMarks) {
        self.project = project
        self.guide = guide
        self.kind = kind
        self.file = file
        self.marks = marks
        variantReader = VariantReader(project.configuration.values)
        fillable.reserveCapacity(32)
    }

    mutating func read(_ root: Node) {
        let nodes = root.descendants(
            [.code, .links, .html, .codeBlock, .heading], or: .text, holding: ValueMarks.lead)
        for node in nodes {
            switch node.kind {
            case .text:
                readText(node)
                fillable.append(node)
            case .code: fillable.append(node)
            case .link, .image:
                readLink(node)
                if node.addressContains(ValueMarks.lead) { fillable.append(node) }
            case .htmlBlock: readHTML(node)
            case .htmlInline: readInlineHTML(node)
            case .codeBlock:
                if node.isVerbatim { verbatim.append(node.startLine...max(node.startLine, node.endLine)) }
                fillable.append(node)
            case .heading where !kind.isFree && node.parent != root && node.parent?.kind != .customBlock:
                report(MisplacedHeading(level: node.headingLevel, reason: .nested), at: node)
            default: break
            }
        }
        elementReader.finish()
        for node in elementReader.unpaired {
            let tag = node.literal.prefix { $0 != ">" && $0 != " " && $0 != "\n" }
            report(UnpairedElement(text: "\(tag)>"), at: node)
        }
        variantReader.finish()
        for (problem, node) in variantReader.problems { report(problem, at: node) }
    }

    /// Whether there is code that is left as it is.
    var hasVerbatim: Bool { !verbatim.isEmpty }

    /// Whether some bytes stand in code that is left as it is.
    func isVerbatim(_ range: Range<Int>, in file: SourceFile) -> Bool {
        guard !verbatim.isEmpty else { return false }
        let line = file.line(at: range.lowerBound)
        // Code stands in the order of the text.
        var (low, high) = (0, verbatim.count)
        while low < high {
            let middle = (low + high) / 2
            if verbatim[middle].upperBound < line { low = middle + 1 } else { high = middle }
        }
        return low < verbatim.count && verbatim[low].contains(line)
    }

    /// Notes a placeholder that is a whole paragraph: there a table can stand.
    private mutating func readText(_ text: Node) {
        guard text.isOnlyChild, text.parent?.kind == .paragraph else { return }
        let number = text.withLiteral { text in
            marks.next(in: text, from: 0).flatMap { $0.range == 0..<text.count ? $0.number : nil }
        }
        if let number { marks.marks[number].standsAlone = true }
    }

    // MARK: Links

    private mutating func readLink(_ node: Node) {
        let url = marks.restored(node.url)
        let base = base(of: node)
        let written = valueTarget(node) ?? LinkTarget(guide: guide, base: base).target(of: url)
        let rooted = rootTarget(written, url)
        let target = rooted ?? written
        let way = base == nil && rooted == nil ? nil : LinkTarget(guide: guide).way(to: target)
        links.append(
            Link(
                node: node, isImage: node.kind == .image, url: way ?? url, written: url, isForeign: way != nil,
                target: target))
    }

    /// Where an address leads that begins at the content's folder: `/shared/logo.png`, and `/logo.png` for the same.
    private func rootTarget(_ target: Link.Target, _ url: String) -> Link.Target? {
        guard target == .invalid(.absolutePath) else { return nil }
        let inventory = project.inventory
        let found = LinkTarget(guide: "").target(of: String(url.utf8.dropFirst()) ?? "")
        switch found {
        case .file(let path):
            return [path, "\(SnippetReader.folder)/\(path)"].first(where: inventory.holds).map { .shared($0) }
        case .guide(let id, _, _): return inventory[id] == nil ? nil : found
        default: return nil
        }
    }

    /// The folder that a relative address starts from: a snippet's is its own.
    private func base(of node: Node) -> String? {
        guard file.isComposed else { return nil }
        let range = node.sourceRange ?? file.range(ofLine: max(1, node.container?.startLine ?? node.startLine))
        return SnippetReader.folder(of: range, in: file)
    }

    /// An address that is a placeholder, or begins with one whose value is an address.
    private func valueTarget(_ node: Node) -> Link.Target? {
        node.withURL { url in
            guard let mark = marks.next(in: url, from: 0), mark.range.lowerBound == 0 else { return nil }
            let name = marks.marks[mark.number].name
            let isAddress = project.configuration.values.declaration(named: name)?.type == .url
            return isAddress || mark.range.upperBound == url.count ? .value(name) : nil
        }
    }

    // MARK: HTML

    private mutating func readHTML(_ node: Node) {
        guard let comment = node.commentText else {
            if !elementReader.read(block: node) { report(RawHTML(text: marks.restored(node.literal)), at: node) }
            return
        }
        if VariantReader.isMarker(comment) {
            variantReader.read(marks.restored(comment), at: node)
        } else {
            comments.append(node)
        }
    }

    private mutating func readInlineHTML(_ node: Node) {
        guard let comment = node.commentText else {
            if !elementReader.read(inline: node) { report(RawHTML(text: node.literal), at: node) }
            return
        }
        if VariantReader.isMarker(comment) {
            report(BadVariant(.notAlone), at: node)
        } else if comment.hasPrefix("\(SnippetReader.word)") {
            report(BadInclude(.notAlone), at: node)
        } else {
            comments.append(node)
        }
    }

    private mutating func report(_ problem: some Problem, at node: Node) {
        let place = node.sourceRange.map { file.place($0) } ?? file.place(line: max(1, node.startLine))
        diagnostics.append(Diagnostic(problem, at: place))
    }
}

extension Node {
    /// Whether code is left as it is: `verbatim` is one of the words behind its fence.
    var isVerbatim: Bool { withFenceInfo { $0.holdsWord("verbatim") } }
}

extension Node {
    /// The text of HTML that is one comment and nothing else; nil for anything else.
    public var commentText: String? {
        guard kind == .htmlBlock || kind == .htmlInline else { return nil }
        return withLiteral { bytes in
            let whole = bytes.trimmed(0..<bytes.count)
            guard whole.count >= 7, bytes.holds("<!--", at: whole.lowerBound),
                bytes.holds("-->", at: whole.upperBound - 3)
            else { return nil }
            let inner = (whole.lowerBound + 4)..<(whole.upperBound - 3)
            var dashes = 0
            for index in inner {
                // Behind an end something follows.
                if bytes[index] == UInt8(ascii: ">"), dashes >= 2 { return nil }
                dashes = bytes[index] == UInt8(ascii: "-") ? dashes + 1 : 0
            }
            return bytes.text(bytes.trimmed(inner))
        }
    }
}
