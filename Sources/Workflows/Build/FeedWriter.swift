import Rendering
import Values

/// Writes the feed of each language, where the site has an address and somebody said when guides were read over.
struct FeedWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    private var site: String { loaded.project.configuration.url ?? "" }

    /// Whether a language has one.
    func hasFeed(_ entries: GuideIndex, in language: LanguageTag) -> Bool {
        !site.isEmpty
            && entries.contains { !$0.reviewed.isEmpty && $0.editions.contains { $0.language == language } }
    }

    func write(_ entries: GuideIndex) throws(OutputError) {
        guard !site.isEmpty else { return }
        // The latest first, and those of one day in the order of their IDs.
        var reviewed: [(index: Int, day: String)] = []
        for index in entries.indices {
            let day = entries[index].reviewed
            if !day.isEmpty { reviewed.append((index, day)) }
        }
        reviewed.sort { $0.day == $1.day ? $0.index < $1.index : $0.day > $1.day }
        for language in loaded.project.languages {
            var feed: [Feed.Entry] = []
            for (index, day) in reviewed where feed.count < Feed.mostEntries {
                let entry = entries[index]
                guard let edition = entry.editions.first(where: { $0.language == language.tag }) else { continue }
                feed.append(
                    Feed.Entry(
                        page: PageAddress(guide: entry.id, language: language.tag, paths: loaded.paths),
                        title: edition.title, summary: edition.summary, reviewed: day))
            }
            guard !feed.isEmpty else { continue }
            let title = loaded.project.configuration.title[language.tag]
            let file = Feed.file(feed, in: language, title: title, site: site)
            try file.withUnsafeBufferPointer { (bytes) throws(OutputError) in
                try sink.put(bytes, at: "\(language.tag)/\(Feed.name)")
            }
        }
    }
}
