import Guides
import Rendering

/// Writes the pages that need every guide: each language's home, and the root.
struct HomeWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    func write(_ entries: [IndexEntry]) throws(OutputError) {
        let configuration = loaded.project.configuration
        let languages = loaded.project.languages
        var buffer: [UInt8] = []
        for language in languages {
            guard let template = loaded.site.pages[language.tag] else { continue }
            let title = configuration.title[language.tag]
            let frame = PageFrame(
                address: PageAddress(guide: "", language: language.tag), language: language, languages: languages,
                available: languages.map(\.tag), pageTitle: title, description: title, site: configuration.url ?? "")
            let page = HomePage(
                frame: frame, guides: entries.compactMap { item($0, for: language) },
                hasTranslations: TranslationsWriter.isNeeded(for: loaded))
            buffer.removeAll(keepingCapacity: true)
            template.home.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
            try put(buffer, at: "\(language.tag)/index.html")
        }
        buffer.removeAll(keepingCapacity: true)
        let chooser = LanguagesPage(languages.map { ($0, configuration.title[$0.tag]) })
        loaded.site.languages.render(chooser, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
        try put(buffer, at: "index.html")
        try put(loaded.site.stylesheet, at: "site.css")
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
