import Checks
import Guides
import Rendering
import Sources
import Values

/// Takes a guide from its files to its pages. Each core has one, with buffers of its own.
struct GuideWorker: Sendable {
    private let line: Line
    private let sink: any OutputSink
    /// Where readers go on; nil where there is one guide alone.
    private let onward: OnwardMap?
    private var buffer: [UInt8] = []
    private var tags: [TagsKey: ValueTags] = [:]
    private var reviews = ReviewDates()
    private(set) var index = GuideIndex()
    /// The words that readers search for.
    private(set) var search: SearchCollector
    /// The values that some page shows or captures, by their indices: what the files of the languages declare.
    private(set) var values: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var failure: OutputError?
    private(set) var pages = 0
    /// The errors that have an address which stays.
    private(set) var addresses: [ErrorAddress] = []
    /// The paths that pages have of their own.
    private(set) var paths: [PathCheck.Claim] = []
    /// The files in no guide's folder that pages show or link to.
    private(set) var sharedFiles: Set<ExactText> = []
    /// Whether there was a guide that could be read.
    private(set) var hasRead = false
    /// The guides that ask for snippets, with the files of these.
    private(set) var snippets: [ExactText: Set<String>] = [:]

    private static let mostTags = 64
    /// The text of so many guides makes a file of about 3 MB in a language, which readers can still wait for.
    private static let mostSearched = 2_500

    private struct TagsKey: Hashable {
        let language: LanguageTag
        let examples: [String: Value]
    }

    init(_ line: Line, onward: OnwardMap?, sink: any OutputSink) {
        self.line = line
        self.onward = onward
        self.sink = sink
        search = SearchCollector(hasText: line.loaded.project.inventory.guides.count <= Self.mostSearched)
    }

    private var loaded: LoadedProject { line.loaded }

    /// Reads, checks, fills, renders and writes one guide, and keeps its index entry.
    mutating func build(_ entry: Inventory.Entry) {
        guard failure == nil else { return }
        var found: [Diagnostic] = []
        guard let guide = line.read(entry, &found) else {
            diagnostics += found
            return
        }
        found += line.check(guide)
        diagnostics += Masking.masked(found)
        hasRead = true
        if !guide.snippets.isEmpty { snippets[ExactText(guide.id)] = guide.snippets }
        let links = IndexLinks(of: guide)
        for edition in guide.editions {
            for link in edition.links {
                guard case .shared(let path) = link.target,
                    loaded.project.inventory.files.contains(ExactText(path))
                else { continue }
                sharedFiles.insert(ExactText(path))
            }
        }
        paths += guide.metadata.paths.map { PathCheck.Claim(guide: entry.id, path: $0) }
        // What has errors is never shown; reading on finds the errors of the other guides in the same run, and those
        // of its own links.
        guard !found.hasErrors else {
            index.add(guide.id, links: links, isWhole: false)
            return
        }
        let translations =
            loaded.hasTranslationsPage ? GuideTranslations(guide, in: loaded.project, earlier: nil) : nil
        let (id, metadata) = (guide.id, guide.metadata)
        let editions = render(line.fill(guide), examples: metadata.examples)
        let errors = ScriptPatterns(metadata.errors)
        collectWords(of: editions, id, metadata)
        index.add(
            id, links: links, isWhole: true, tags: metadata.tags,
            editions: editions.map {
                IndexEntry.Edition(language: $0.language.tag, title: $0.title, summary: $0.summary)
            },
            errors: errors, reviewed: metadata.reviewed?.iso ?? "", order: metadata.order,
            translations: translations)
        if let errorID = metadata.errorID {
            addresses.append(
                ErrorAddress(
                    id: errorID, guide: id, patterns: metadata.errors.map(\.written),
                    editions: editions.map { ($0.language.tag, $0.title) }))
        }
        do {
            try write(editions, untranslated(entry, editions, metadata), of: id, metadata, errors)
            try copyAssets(of: entry, but: Set(metadata.samples.compactMap { SampleReader.file(of: $0, entry) }))
        } catch {
            failure = error
        }
    }

    /// What readers of other languages see of a guide: where pages have paths of their own, links lead elsewhere from there.
    private mutating func untranslated(
        _ entry: Inventory.Entry, _ editions: [RenderedEdition], _ metadata: GuideMetadata
    ) -> [LanguageTag: RenderedEdition] {
        guard !loaded.paths.isEmpty else { return [:] }
        var shown: [LanguageTag: RenderedEdition] = [:]
        for language in loaded.project.languages where !editions.contains(where: { $0.language.tag == language.tag }) {
            var known: [Diagnostic] = []
            guard let guide = line.read(entry, &known) else { continue }
            shown[language.tag] = render(line.fill(guide), examples: metadata.examples, for: language.tag).first
        }
        return shown
    }

    private mutating func render(
        _ guide: consuming FilledGuide, examples: [String: Value], for reader: LanguageTag? = nil
    ) -> [RenderedEdition] {
        let id = guide.id
        let imageSize: (String) -> ImageSize? = { [loaded] path in
            let file =
                path.utf8.first == UInt8(ascii: "/")
                ? InventoryReader.contentFolder + path : LoadedProject.path(id, path)
            return loaded.folder.head(of: file, most: ImageSize.mostBytes).flatMap(ImageSize.read)
        }
        return line.render(guide, isPage: true, imageSize: imageSize, reader: reader) { edition in
            let key = TagsKey(language: edition.language.tag, examples: examples)
            let tags = self.tags[key] ?? ValueTags(edition.texts)
            // A project may have examples of its own for each of many guides.
            if self.tags.count < Self.mostTags { self.tags[key] = tags }
            return tags
        }
    }

    private mutating func collectWords(of editions: [RenderedEdition], _ id: String, _ metadata: GuideMetadata) {
        let languages = loaded.project.languages.map(\.tag)
        let translated = editions.map(\.language.tag)
        let errors = metadata.errors.flatMap(\.literals)
        for (number, edition) in editions.enumerated() {
            let tag = edition.language.tag
            // Who has no translation reads the first.
            let readers = languages.filter { $0 == tag || number == 0 && !translated.contains($0) }
            search.add(
                edition, of: id, for: readers,
                tags: metadata.tags + loaded.project.configuration.labels(of: metadata.tags, in: tag),
                errors: errors)
        }
    }

    /// A report begun for a reader: it names the page and its file, and nothing that may be private.
    private func report(of id: String, _ edition: RenderedEdition, at address: PageAddress) -> String {
        guard let tracker = loaded.project.configuration.issues else { return "" }
        let page = loaded.project.configuration.url.map { address.absolute(on: $0) } ?? address.folder
        return IssueTracker.address(
            tracker, title: "\(id) (\(edition.language.tag))", text: "\(page)\n\(edition.path)\n\n")
    }

    /// The number and the title of the group that lists show a guide in.
    private func group(of id: String, in language: Language) -> (number: Int, title: String)? {
        let order = loaded.project.configuration.order
        return order.group(of: id).map { ($0 + 1, order.groups[$0].title[language.tag]) }
    }

    private mutating func write(
        _ editions: [RenderedEdition], _ untranslated: [LanguageTag: RenderedEdition], of id: String,
        _ metadata: GuideMetadata, _ errors: ScriptPatterns
    ) throws(OutputError) {
        let configuration = loaded.project.configuration
        for language in loaded.project.languages {
            guard
                let edition = untranslated[language.tag] ?? editions.first(where: { $0.language.tag == language.tag })
                    ?? editions.first,
                let template = loaded.site?.pages[language.tag]
            else { continue }
            let address = PageAddress(guide: id, language: language.tag, paths: loaded.paths)
            let siteTitle = configuration.title[language.tag]
            let frame = PageFrame(
                address: address, language: language, languages: loaded.project.languages,
                available: editions.map(\.language.tag), pageTitle: "\(edition.title) – \(siteTitle)",
                description: edition.summary.isEmpty ? edition.title : edition.summary, site: configuration.url ?? "",
                texts: editions)
            let data = PageData.guide(edition, errors: errors, examples: metadata.examples)
            let group = group(of: id, in: language)
            let linked = LinkedData.guide(
                edition, frame: frame, siteTitle: siteTitle, group: group, reviewed: metadata.reviewed?.iso)
            let dataEnd = edition.html.count + data.count
            let page = GuidePage(
                edition, frame: frame, tags: configuration.labels(of: metadata.tags, in: language.tag),
                group: group, onward: onward?.ways(from: id, in: language) ?? OnwardWays(),
                reviewed: metadata.reviewed.map { reviews.text(of: $0, in: language) },
                editHref: configuration.source.map { $0 + PercentEncoding.encode(path: edition.path) } ?? "",
                reportHref: report(of: id, edition, at: address), errorID: metadata.errorID?.text,
                moved: MovedPlaces(loaded).anchors(of: id, from: address),
                data: edition.html.count..<dataEnd,
                linkedData: dataEnd..<(dataEnd + linked.count))
            buffer.removeAll(keepingCapacity: true)
            edition.html.withUnsafeBufferPointer { html in
                (data + linked).withUnsafeBufferPointer {
                    template.guide.render(page, html: html, data: $0, into: &buffer)
                }
            }
            try put(buffer, at: "\(address.folder)/index.html")
            let head = MarkdownHead.text(edition, frame: frame, reviewed: metadata.reviewed?.iso)
            try put(head + edition.markdown, at: "\(address.folder)/index.md")
            pages += 1
            guard !data.isEmpty else { continue }
            try put(PageData.markdown(edition), at: "\(address.folder)/\(PageData.markdownName)")
            values.formUnion(edition.uses)
            values.formUnion(errors.names.compactMap { edition.texts.index(of: $0) })
        }
    }

    /// - Parameter samples: messages that nobody published yet, and that no page shows.
    private mutating func copyAssets(of entry: Inventory.Entry, but samples: Set<String>) throws(OutputError) {
        for name in entry.assets.sorted().lazy.map(\.text) where !samples.contains(name) {
            let path = LoadedProject.path(entry.id, name)
            let content: FileContent
            do {
                content = try loaded.folder.files.open(path)
            } catch {
                diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: path)))
                continue
            }
            for language in loaded.project.languages {
                let page = PageAddress(guide: entry.id, language: language.tag, paths: loaded.paths)
                try sink.put(content, at: "\(page.folder)/\(name)")
            }
        }
    }

    private func put(_ bytes: [UInt8], at path: String) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(OutputError) in try sink.put(buffer, at: path) }
    }
}
