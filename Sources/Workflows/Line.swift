import Checks
import CommonMark
import Foundation
import Guides
import Rendering
import Sources
import Values

/// The one way of a guide through the program, for every use case:
///
///     read: files → guide    check: guide → diagnostics    fill: guide → filled guide    render: filled guide → page
///
/// Each step takes what the one before it made and nothing else, so that what was not filled cannot be rendered.
package struct Line: Sendable {
    /// What the guides are read, checked and filled with.
    package let loaded: LoadedProject
    private let context: CheckContext

    /// - Parameter today: the day of a check; nil where nothing may depend on it.
    package init(_ loaded: LoadedProject, today: CalendarDate? = nil) {
        self.loaded = loaded
        context = CheckContext(project: loaded.project, book: loaded.book, today: today)
    }

    // MARK: Read

    /// Reads a guide's files, and the guide from them; nil where nothing of it could be read.
    package func read(_ entry: Inventory.Entry, _ diagnostics: inout [Diagnostic]) -> Guide? {
        var found: [Diagnostic] = []
        defer { diagnostics += found }
        guard let files = GuideFilesReader(loaded).read(entry, &found), let guide = read(files, &found) else {
            return nil
        }
        guide.showSnippets(of: &found)
        return guide
    }

    /// Reads a guide from files that may stand nowhere.
    package func read(_ files: GuideFiles, _ diagnostics: inout [Diagnostic]) -> Guide? {
        GuideReader(loaded.project).read(files, &diagnostics)
    }

    /// Reads another version of one of a guide's files, without reporting its faults.
    ///
    /// - Parameter original: what it is a translation of; nil where it is none.
    package func read(
        _ file: SourceFile, as edition: Edition, of guide: String, _ kind: Kind, after original: Edition? = nil
    ) -> Edition? {
        GuideReader(loaded.project).edition(file, of: guide, kind, like: edition, after: original)
    }

    /// Reads a text of no guide, in the project's first language.
    package func read(_ text: SourceFile, _ diagnostics: inout [Diagnostic]) -> LooseText? {
        guard let language = loaded.project.languages.first else { return nil }
        var snippets: Set<String> = []
        let text = GuideFilesReader(loaded).filled(text, in: language, &snippets, &diagnostics)
        return LooseReader(loaded.project, language: language).read(text, &diagnostics)
    }

    // MARK: Check

    /// What is wrong with a guide that was read, besides what reading it found.
    package func check(_ guide: borrowing Guide, _ scope: CheckRegistry.Scope = .build) -> [Diagnostic] {
        var found = CheckRegistry.diagnose(guide, in: context, scope: scope)
        guide.showSnippets(of: &found)
        return found
    }

    /// What is wrong with a text of no guide.
    package func check(_ text: borrowing LooseText) -> [Diagnostic] {
        CheckRegistry.diagnose(text.edition, in: context)
    }

    /// What is wrong with the configuration, the templates and the tables.
    package func check(_ files: ProjectFiles) -> [Diagnostic] { CheckRegistry.diagnose(files, in: context) }

    /// What is wrong with all guides taken together.
    package func check(_ guides: ProjectFacts) -> [Diagnostic] {
        CheckRegistry.diagnose(guides, in: context, shares: ProcessInfo.processInfo.activeProcessorCount) {
            Parallel.map(count: $0, $1)
        }
    }

    // MARK: Fill

    /// Fills a guide in; it is gone afterwards.
    ///
    /// - Parameters:
    ///   - book: other values than the project's.
    ///   - keepsProse: whether the places of the author's prose are wanted, as a wiki does.
    ///   - pasted: the reader's own message, which `{{error}}` prints.
    package func fill(
        _ guide: consuming Guide, from book: ValueBook? = nil, keepsProse: Bool = false, pasted: String? = nil
    ) -> FilledGuide {
        guide.filled(from: book ?? loaded.book, keepsProse: keepsProse, pasted: pasted)
    }

    /// Fills a text of no guide in; it is gone afterwards.
    package func fill(_ text: consuming LooseText) -> FilledGuide { text.filled(from: loaded.book) }

    // MARK: Render

    /// Renders a guide as HTML and as Markdown, edition by edition; it is gone afterwards.
    ///
    /// - Parameters:
    ///   - isPage: whether it becomes pages of the site, with links to the others and data for the script.
    ///   - imageSize: the size of a picture in the guide's folder; without it pictures are left as they are.
    ///   - reader: the language of the page that shows it; nil for each edition's own.
    ///   - tags: the values' markup, for whoever has it already.
    package func render(
        _ guide: consuming FilledGuide, isPage: Bool, imageSize: ((String) -> ImageSize?)? = nil,
        reader: LanguageTag? = nil,
        tags: (FilledEdition) -> ValueTags = { ValueTags($0.texts) }
    ) -> [RenderedEdition] {
        guide.rendered(
            pointsLinks: isPage, isForScript: isPage, imageSize: imageSize, paths: loaded.paths, reader: reader,
            tags: tags)
    }

    /// Renders an edition as Markdown alone.
    ///
    /// - Parameter edits: what its reader's page has besides.
    package func markdown(_ edition: FilledEdition, _ edits: [MarkdownEdit]) -> [UInt8] {
        RenderedEdition.markdown(edition, edits)
    }

    /// Renders a guide, which was filled keeping its prose, as the pages of a wiki.
    ///
    /// - Parameter stamp: what the pages say that they were built from.
    package func render(_ guide: consuming FilledGuide, on map: WikiMap, stamp: String?) -> [WikiPage] {
        WikiGuideRenderer(map, sourceURL: loaded.project.configuration.source, stamp: stamp)
            .pages(of: guide)
    }
}
