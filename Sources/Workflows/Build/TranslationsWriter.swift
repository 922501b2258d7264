import Guides
import Rendering
import Sources
import Values

/// Writes the team's pages that say which translations are behind, one in each language.
struct TranslationsWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// A guide in the place of the page.
    static func diagnose(_ loaded: LoadedProject) -> [Diagnostic] {
        guard loaded.hasTranslationsPage, loaded.project.inventory[TranslationsPage.id] != nil else { return [] }
        let place = Place(path: "\(InventoryReader.contentFolder)/\(TranslationsPage.id)")
        return [Diagnostic(TakenName(), at: place)]
    }

    func write(_ entries: GuideIndex) throws(OutputError) {
        let languages = loaded.project.languages
        var buffer: [UInt8] = []
        for language in languages {
            guard let template = loaded.site?.pages[language.tag]?.translations else { continue }
            let address = PageAddress(guide: TranslationsPage.id, language: language.tag)
            let siteTitle = loaded.project.configuration.title[language.tag]
            let frame = PageFrame(
                address: address, language: language, languages: languages, available: [language.tag],
                pageTitle: "\(language.term("translations")) – \(siteTitle)", description: "", site: "")
            let page = TranslationsPage(
                frame: frame, languages: Array(languages.dropFirst()),
                rows: entries.compactMap { row($0, entries.translations(of: $0.id), in: language) })
            buffer.removeAll(keepingCapacity: true)
            template.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
            try buffer.withUnsafeBufferPointer { (bytes) throws(OutputError) in
                try sink.put(bytes, at: "\(address.folder)/index.html")
            }
        }
    }

    private func row(_ entry: IndexEntry, _ translations: GuideTranslations?, in language: Language) -> TranslationRow?
    {
        guard let edition = entry.edition(for: language.tag), let titled = self.language(edition.language),
            let translations
        else { return nil }
        let cells = translations.translations.compactMap { translation in
            self.language(translation.language).map { cell(translation, of: entry.id, into: $0, shownIn: language) }
        }
        return TranslationRow(
            path: loaded.paths.path(of: entry.id, in: language.tag), title: edition.title, language: titled,
            cells: cells)
    }

    private func cell(
        _ translation: GuideTranslations.Translation, of guide: String, into target: Language, shownIn page: Language
    ) -> TranslationCell {
        let sections = translation.behind.map { section in
            switch section.id {
            case TranslationUnit.frontMatter: (id: "", title: target.term("front-matter"))
            case TranslationUnit.lead: (id: "", title: target.term("introduction"))
            default: (id: section.id, title: section.title)
            }
        }
        let state = translation.state.rawValue
        return TranslationCell(
            state: state, stateName: page.term("translation-\(state)"),
            path: loaded.paths.path(of: guide, in: target.tag), language: target,
            sections: sections)
    }

    private func language(_ tag: LanguageTag) -> Language? { loaded.project.languages.first { $0.tag == tag } }
}
