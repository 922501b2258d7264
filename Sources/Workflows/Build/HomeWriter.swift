import Rendering
import Values

/// Writes the pages that need every guide: each language's home, and the root.
struct HomeWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// What a guide takes in a list, roughly.
    private static let itemSize = 512
    /// More tags than these are no overview.
    private static let mostTags = 24
    /// More guides than these make homes that are written one after the other.
    private static let large = 10_000

    /// - Parameter values: the values that pages show or capture, by their indices.
    func write(_ entries: GuideIndex, values: Set<Int>) throws(OutputError) {
        guard let site = loaded.site else { return }
        let configuration = loaded.project.configuration
        let languages = loaded.project.languages
        let declarations = configuration.values.closure(of: values.map { configuration.values[$0].name })
        let guides = entries.lazy.map { (entry: $0, errors: $0.errors.json) }.filter { $0.errors.count > 2 }
            .map { (id: $0.entry.id, titles: $0.entry.editions.map { ($0.language, $0.title) }, errors: $0.errors) }
        let hasErrors = guides.first { _ in true } != nil
        let hasScript = hasErrors || !declarations.isEmpty
        // A home with thousands of guides takes its time, and no language waits for another; one with tens of thousands
        // takes its memory.
        let outcomes = Parallel.map(count: languages.count, workers: entries.count > Self.large ? 1 : nil) { index in
            Result { () throws(OutputError) in
                try write(entries, for: languages[index], hasErrors: hasErrors)
                guard hasScript else { return }
                let texts = loaded.book.texts(in: languages[index].tag)
                let script = LanguageScript.file(languages[index], texts, values: declarations)
                try put(script, at: "\(languages[index].tag)/\(LanguageScript.name)")
            }
        }
        for outcome in outcomes { try outcome.get() }
        var buffer: [UInt8] = []
        let chooser = LanguagesPage(
            languages.map { ($0, configuration.title[$0.tag]) }, site: configuration.url ?? "")
        site.languages.render(chooser, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
        try put(buffer, at: "index.html")
        for file in site.files { try put(file.bytes, at: file.name) }
        // GitHub's own generator would make other pages of the Markdown, and leave names with an underscore out.
        try put([], at: ".nojekyll")
        guard hasErrors else { return }
        try sink.put(at: PageData.guidesName) { (put) throws(OutputError) in
            try PageData.guides(guides, paths: loaded.paths, put)
        }
    }

    private func write(_ entries: GuideIndex, for language: Language, hasErrors: Bool) throws(OutputError) {
        guard let template = loaded.site?.pages[language.tag] else { return }
        let configuration = loaded.project.configuration
        let languages = loaded.project.languages
        let title = configuration.title[language.tag]
        let frame = PageFrame(
            address: PageAddress(guide: "", language: language.tag), language: language, languages: languages,
            available: languages.map(\.tag), pageTitle: title, description: title, site: configuration.url ?? "")
        let order = TitleOrder.indices(of: entries, in: language.tag)
        let lists = configuration.order.grouped(order) { entries[$0].id }
        func list(_ numbers: [Int]) -> GuideList {
            GuideList(count: numbers.count) { item(entries[numbers[$0]], for: language) }
        }
        let isLong = HomePage.isLong(order.count)
        let groups = lists.map { group, numbers in
            let title = group.map { configuration.order.groups[$0].title[language.tag] }
            return GroupItem(
                number: group.map { $0 + 1 },
                title: title ?? language.term(lists.count > 1 ? "other-guides" : "guides"), guides: list(numbers),
                folds: isLong && lists.count > 1)
        }
        let page = HomePage(
            frame: frame, guides: list(lists.flatMap(\.items)), groups: groups,
            tags: isLong ? tags(of: entries, in: language) : [],
            hasTranslations: loaded.hasTranslationsPage, hasErrors: hasErrors,
            hasFeed: FeedWriter(loaded: loaded, sink: sink).hasFeed(entries, in: language.tag))
        var buffer: [UInt8] = []
        buffer.reserveCapacity(entries.count * Self.itemSize)
        template.home.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
        try put(buffer, at: "\(language.tag)/index.html")
    }

    /// The tags that the most guides have, those first.
    private func tags(of entries: GuideIndex, in language: Language) -> [TagCount] {
        var counts: [String: Int] = [:]
        for entry in entries { for tag in entry.tags { counts[tag, default: 0] += 1 } }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostTags)
        let names = loaded.project.configuration.labels(of: most.map(\.key), in: language.tag)
        return zip(names, most).map { TagCount(name: $0, count: $1.value) }
    }

    private func item(_ entry: IndexEntry, for language: Language) -> GuideItem? {
        guard let edition = entry.edition(for: language.tag),
            let written = loaded.project.languages.first(where: { $0.tag == edition.language })
        else { return nil }
        let notice = edition.language == language.tag ? "" : language.term("untranslated-notice")
        return GuideItem(
            path: loaded.paths.path(of: entry.id, in: language.tag), title: edition.title, summary: edition.summary,
            tags: loaded.project.configuration.labels(of: entry.tags, in: language.tag), language: written,
            notice: notice)
    }

    private func put(_ bytes: [UInt8], at path: String) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(OutputError) in try sink.put(buffer, at: path) }
    }
}
