import CommonMark
import Guides
import Sources
import Values

/// A guide in one language, rendered: its Markdown, and its HTML with the ranges of its parts.
public struct RenderedEdition {
    /// The language of the text.
    public let language: Language
    /// The file that it was written in.
    public let path: String
    /// The title as text.
    public let title: String
    /// The summary as text.
    public let summary: String
    /// The Markdown page.
    public let markdown: [UInt8]
    /// The Markdown page as the script fills it in, as JSON (`MarkdownTemplate`); empty where nobody asked for it.
    let markdownTemplate: [UInt8]
    /// The values that the page shows or depends on.
    public let uses: [Int]
    /// The values as the page shows them.
    public let texts: ValueTexts
    /// The bytes that the parts are ranges of.
    public let html: [UInt8]
    /// The sections, in their order.
    public let sections: [SectionPart]
    /// Whether examples are shown.
    public let showsExamples: Bool

    /// A section's ranges.
    public struct SectionPart: Sendable {
        /// The anchor.
        public let id: String
        /// The title as text.
        public let title: String
        /// The title as HTML.
        public let titleHTML: Range<Int>
        /// What stands before the first step, or all of it.
        public let html: Range<Int>
        /// The steps.
        public let steps: [StepPart]
        /// Whether the kind says that it holds steps.
        public let holdsSteps: Bool
    }

    /// A step's ranges.
    public struct StepPart: Sendable {
        /// The anchor.
        public let id: String
        /// From 1.
        public let number: Int
        /// The title as HTML.
        public let titleHTML: Range<Int>
        /// What stands before the first option, or all of it.
        public let html: Range<Int>
        /// The options.
        public let options: [OptionPart]
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
    }

    /// Renders both outputs from one tree: the Markdown first, then the tree is dressed for HTML.
    ///
    /// - Parameters:
    ///   - pointsLinks: whether links to guides' files become links to pages.
    ///   - isForScript: whether to keep the Markdown with marks too.
    public init(_ edition: FilledEdition, tags: ValueTags, pointsLinks: Bool = true, isForScript: Bool = false) {
        language = edition.language
        path = edition.path
        title = edition.title
        summary = edition.summary
        showsExamples = edition.showsExamples
        let more = PageEdits(edition: edition).all(linkingTo: pointsLinks ? "index.md" : nil)
        markdown = edition.markdown(more)
        markdownTemplate = isForScript && !edition.uses.isEmpty ? MarkdownTemplate(edition, more).written() : []
        uses = edition.uses
        texts = edition.texts
        if pointsLinks { GuideLinks.point(edition.links, to: "index.html") }
        // The headings are filled by now, and about to leave the tree.
        let titles = edition.parts.map(\.heading.plainText)
        var dresser = HTMLDresser(edition: edition, tags: tags)
        let writer = HTMLWriter(edition.document, dresser.dress(), PageElements(edition: edition, tags: tags))
        html = writer.html
        var parts = PartReader(parts: HTMLParts.read(html, writer.boundaries), language: edition.language)
        sections = zip(edition.parts, titles).map { parts.section($0, title: $1) }
    }
}

/// Hands out the ranges in the order of the headings, which is that of the tree.
private struct PartReader {
    let parts: [(title: Range<Int>, content: Range<Int>)]
    let language: Language
    private var index = 0

    init(parts: [(title: Range<Int>, content: Range<Int>)], language: Language) {
        self.parts = parts
        self.language = language
    }

    private mutating func next() -> (title: Range<Int>, content: Range<Int>) {
        defer { index += 1 }
        return index < parts.count ? parts[index] : (0..<0, 0..<0)
    }

    mutating func section(_ section: Part, title: String) -> RenderedEdition.SectionPart {
        let part = next()
        var steps: [RenderedEdition.StepPart] = []
        for step in section.steps { steps.append(self.step(step)) }
        return RenderedEdition.SectionPart(
            id: section.id, title: title, titleHTML: part.title, html: part.content, steps: steps,
            holdsSteps: section.holdsSteps)
    }

    private mutating func step(_ step: Part) -> RenderedEdition.StepPart {
        let part = next()
        var options: [RenderedEdition.OptionPart] = []
        for option in step.options {
            let part = next()
            options.append(
                RenderedEdition.OptionPart(
                    id: option.id, label: OptionLabel.text(option, in: language), titleHTML: part.title,
                    html: part.content, isRecommended: option.isRecommended))
        }
        return RenderedEdition.StepPart(
            id: step.id, number: step.number, titleHTML: part.title, html: part.content, options: options)
    }
}
