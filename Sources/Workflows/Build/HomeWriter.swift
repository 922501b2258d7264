import Guides
import Rendering

/// Writes the pages that need every guide: each language's home, and the root.
struct HomeWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// What a guide takes in a list, roughly.
    private static let itemSize = 512
    /// More guides than these make homes that are written one after the other.
    private static let large = 10_000

    func write(_ entries: GuideIndex) throws(OutputError) {
        guard let site = loaded.site else { return }
        let configuration = loaded.project.configuration
        let languages = loaded.project.languages
        // A home with thousands of guides takes its time, and no language waits for another; one with tens of thousands
        // takes its memory.
        let outcomes = Parallel.map(count: languages.count, workers: entries.count > Self.large ? 1 : nil) { index in
            Result { () throws(OutputError) in try write(entries, for: languages[index]) }
        }
        for outcome in outcomes { try outcome.get() }
        var buffer: [UInt8] = []
        let chooser = LanguagesPage(languages.map { ($0, configuration.title[$0.tag]) })
        site.languages.render(chooser, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
        try put(buffer, at: "index.html")
        for file in site.files { try put(file.bytes, at: file.name) }
    }

    private func write(_ entries: GuideIndex, for language: Language) throws(OutputError) {
        guard let template = loaded.site?.pages[language.tag] else { return }
        let configuration = loaded.project.configuration
        let languages = loaded.project.languages
        let title = configuration.title[language.tag]
        let frame = PageFrame(
            address: PageAddress(guide: "", language: language.tag), language: language, languages: languages,
            available: languages.map(\.tag), pageTitle: title, description: title, site: configuration.url ?? "")
        let data = data(entries, for: language)
        let page = HomePage(
            frame: frame, guides: GuideList(count: entries.count) { item(entries[$0], for: language) },
            hasTranslations: loaded.hasTranslationsPage, data: 0..<data.count)
        var buffer: [UInt8] = []
        buffer.reserveCapacity(data.count + entries.count * Self.itemSize)
        data.withUnsafeBufferPointer { template.home.render(page, html: $0, into: &buffer) }
        try put(buffer, at: "\(language.tag)/index.html")
    }

    /// Where a message leads: the page of each guide that knows how its error is worded.
    private func data(_ entries: GuideIndex, for language: Language) -> [UInt8] {
        let guides = entries.compactMap { entry in
            entry.edition(for: language.tag).map { (GuideItem.href(to: entry.id), $0.title, entry.errors) }
        }
        return PageData.home(
            guides, language: loaded.scriptLanguages.language(of: language, content: language.tag),
            values: ScriptValues(loaded.book.texts(in: language.tag), labels: language.tag))
    }

    private func item(_ entry: IndexEntry, for language: Language) -> GuideItem? {
        guard let edition = entry.edition(for: language.tag),
            let written = loaded.project.languages.first(where: { $0.tag == edition.language })
        else { return nil }
        let notice = edition.language == language.tag ? "" : language.term("untranslated-notice")
        return GuideItem(
            guide: entry.id, title: edition.title, summary: edition.summary, tags: entry.tags, language: written,
            notice: notice)
    }

    private func put(_ bytes: [UInt8], at path: String) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(OutputError) in try sink.put(buffer, at: path) }
    }
}
