import CommonMark
import Guides
import Sources
import Values

/// A guide in one language, rendered: its Markdown, and its HTML with the ranges of its parts.
public final class RenderedEdition {
    /// The language of the text.
    public let language: Language
    /// The file that it was written in.
    public let path: String
    /// The title as text.
    public let title: String
    /// The summary as text.
    public let summary: String
    /// What templates of the project's own may show.
    public let extra: Extra
    /// Whether the source has changed since some part of it was translated.
    public let isBehind: Bool
    /// The title and the summary with names in the place of values; empty where they hold none.
    let titleTemplate: String
    let summaryTemplate: String
    /// The Markdown page.
    public let markdown: [UInt8]
    /// The Markdown page as the script fills it in, as JSON (`MarkdownTemplate`); empty where it is not wanted.
    let markdownTemplate: [UInt8]
    /// The values that the page shows or depends on.
    public let uses: [Int]
    /// The values as the page shows them.
    public let texts: ValueTexts
    /// The bytes that the parts are ranges of.
    public let html: [UInt8]
    /// What stands before the first heading; empty where nothing does.
    public let lead: Range<Int>
    /// The sections, in their order.
    public let sections: [SectionPart]
    /// The notes that the text refers to; empty where it refers to none.
    public let notes: Range<Int>
    /// Whether examples are shown.
    public let showsExamples: Bool
    /// Whether there is a picture in it.
    let hasImages: Bool

    /// A section's ranges.
    public struct SectionPart: Sendable {
        /// The anchor.
        public let id: String
        /// The level of the heading.
        public let level: Int
        /// The title as text.
        public let title: String
        /// The title as HTML.
        public let titleHTML: Range<Int>
        /// The contents of a free page's section as a list; empty where it has no headings below.
        public let contents: Range<Int>
        /// What stands before the first step, or all of it.
        public let html: Range<Int>
        /// The steps.
        public let steps: [StepPart]
        /// Whether the kind says that it holds steps.
        public let holdsSteps: Bool
        /// The anchors of the headings below it that are neither steps nor options.
        let subheadings: [String]
    }

    /// A step's ranges.
    public struct StepPart: Sendable {
        /// The anchor.
        public let id: String
        /// From 1.
        public let number: Int
        /// “Step 3”.
        public let label: String
        /// The title as text.
        let title: String
        /// The title as HTML.
        public let titleHTML: Range<Int>
        /// What stands before the first option, or all of it.
        public let html: Range<Int>
        /// The options.
        public let options: [OptionPart]
        /// The anchors of other headings below it.
        let subheadings: [String]
    }

    /// An option's ranges.
    public struct OptionPart: Sendable {
        /// The anchor.
        public let id: String
        /// “Option A”.
        public let label: String
        /// The title as HTML.
        public let titleHTML: Range<Int>
        /// Its text.
        public let html: Range<Int>
        /// Whether readers are advised to take it.
        public let isRecommended: Bool
        /// The anchors of the headings below it.
        let subheadings: [String]
    }

    /// The Markdown page with its title and labels, and with edits of its reader's.
    package static func markdown(_ edition: FilledEdition, _ edits: [MarkdownEdit]) -> [UInt8] {
        edition.markdown(PageEdits(edition: edition).all(linkingTo: nil) + edits)
    }

    /// Renders both outputs from one tree: the Markdown first, then the tree is dressed for HTML.
    ///
    /// - Parameters:
    ///   - pointsLinks: whether links to guides' files become links to pages.
    ///   - page: the page that links stand on; nil where that is beside the others as its guide is.
    ///   - isForScript: whether to keep the Markdown with marks too.
    ///   - imageSize: the size of a picture in the guide's folder; without it pictures are left as they are.
    init(
        _ edition: FilledEdition, tags: ValueTags, pointsLinks: Bool = true, from page: PageAddress? = nil,
        isForScript: Bool = false,
        imageSize: ((String) -> ImageSize?)? = nil
    ) {
        language = edition.language
        path = edition.path
        title = edition.title
        summary = edition.summary
        extra = edition.extra
        isBehind = edition.isBehind
        let names = edition.texts.names
        titleTemplate = edition.titleLine.template(names: names)
        summaryTemplate = edition.summaryLine.template(names: names)
        showsExamples = edition.showsExamples
        hasImages = edition.links.contains { $0.node.kind == .image }
        let edits = edition.allEdits(
            PageEdits(edition: edition).all(
                linkingTo: pointsLinks ? "index.md" : nil, from: page, isForScript: isForScript))
        markdown = MarkdownWriter(edition.source, edits, texts: edition.texts, language: language).written()
        let isFilled =
            !edition.uses.isEmpty || edits.contains { if case .openLink = $0.piece { true } else { false } }
        markdownTemplate = isForScript && isFilled ? MarkdownTemplate(edition, edits).written() : []
        uses = edition.uses
        texts = edition.texts
        if pointsLinks { GuideLinks.point(edition.links, to: "index.html", from: page) }
        // The headings are filled by now.
        let titles = edition.parts.map { ($0.heading.plainText, steps: $0.steps.map(\.heading.plainText)) }
        // A text of no guide is one whole, and comes out as CommonMark has it.
        let isWhole = edition.parts.isEmpty && edition.lead == nil
        var dresser = HTMLDresser(edition: edition, tags: tags, marksBare: !isWhole, imageSize: imageSize)
        dresser.dress()
        var writer = PartWriter(edition)
        lead = edition.lead.map { writer.range(of: $0) } ?? 0..<0
        sections = zip(edition.parts, titles).map { writer.section($0, title: $1.0, steps: $1.steps) }
        if isWhole { writer.append(edition.document.root) }
        // A whole document has them at its end.
        notes = isWhole ? 0..<0 : dresser.notes.map { writer.range(of: $0) } ?? 0..<0
        html = writer.html
    }
}

/// Has libcmark write the parts, one after the other.
private struct PartWriter {
    private(set) var html: [UInt8] = []
    private let language: Language
    private let isFree: Bool

    init(_ edition: FilledEdition) {
        html.reserveCapacity(edition.document.source.count * 4 + 1024)
        language = edition.language
        isFree = edition.kind.isFree
    }

    /// A text that has no parts, as libcmark writes it.
    mutating func append(_ root: Node) {
        if !root.appendHTML(to: &html).isEmpty { html.append(0x0A) }
    }

    /// A block that holds others, as libcmark writes them.
    mutating func range(of block: Node) -> Range<Int> { block.appendHTML(to: &html) }

    mutating func section(_ part: Part, title: String, steps: [String]) -> RenderedEdition.SectionPart {
        RenderedEdition.SectionPart(
            id: part.id, level: part.level, title: title, titleHTML: part.heading.appendInnerHTML(to: &html),
            contents: isFree ? contents(of: part) : 0..<0, html: content(of: part),
            steps: zip(part.steps, steps).map { step($0, title: $1) },
            holdsSteps: part.holdsSteps, subheadings: Self.subheadings(of: part))
    }

    private mutating func step(_ part: Part, title: String) -> RenderedEdition.StepPart {
        RenderedEdition.StepPart(
            id: part.id, number: part.number, label: PartLabel.text(part, in: language),
            title: title, titleHTML: part.heading.appendInnerHTML(to: &html), html: content(of: part),
            options: part.options.map { option($0) },
            subheadings: Self.subheadings(of: part))
    }

    private mutating func option(_ part: Part) -> RenderedEdition.OptionPart {
        RenderedEdition.OptionPart(
            id: part.id, label: PartLabel.text(part, in: language),
            titleHTML: part.heading.appendInnerHTML(to: &html), html: content(of: part),
            isRecommended: part.isRecommended, subheadings: Self.subheadings(of: part))
    }

    /// The anchors of the headings below a part that the template does not write.
    private static func subheadings(of part: Part) -> [String] {
        var ids: [String] = []
        for below in part.parts where below.kind == .subheading {
            below.forEach { if !$0.id.isEmpty { ids.append($0.id) } }
        }
        return ids
    }

    /// The headings below a part, as lists in lists.
    private mutating func contents(of part: Part) -> Range<Int> {
        let start = html.count
        appendContents(of: part)
        return start..<html.count
    }

    private mutating func appendContents(of part: Part) {
        guard !part.parts.isEmpty else { return }
        html += "\n<ul>\n".utf8
        for part in part.parts {
            html += "<li><a href=\"#\(part.id)\">".utf8
            // A link within a link would end it.
            if part.heading.descendants.contains(where: { $0.kind == .link }) {
                HTMLEscaping.append(part.heading.plainText, to: &html)
            } else {
                _ = part.heading.appendInnerHTML(to: &html)
            }
            html += "</a>".utf8
            appendContents(of: part)
            html += "</li>\n".utf8
        }
        html += "</ul>".utf8
    }

    /// A part's own blocks, and the parts below it that the template does not write.
    private mutating func content(of part: Part) -> Range<Int> {
        let start = html.count
        part.body.appendHTML(to: &html)
        for part in part.parts where part.kind == .subheading { append(part, from: start) }
        return start..<html.count
    }

    private mutating func append(_ part: Part, from start: Int) {
        let attributes = part.id.isEmpty ? [] : Array(" id=\"\(part.id)\"".utf8)
        appendLine(part.heading, attributes: attributes, from: start)
        appendLine(part.body, from: start)
        for part in part.parts { append(part, from: start) }
    }

    private mutating func appendLine(_ node: Node, attributes: [UInt8] = [], from start: Int) {
        let end = html.count
        if end > start { html.append(0x0A) }
        if node.appendHTML(to: &html, attributes: attributes).isEmpty { html.removeLast(html.count - end) }
    }
}
