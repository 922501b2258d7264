import Rendering
import Values

/// Writes what the pages of each language search in.
struct SearchWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// - Parameter collectors: the words that each worker found.
    func write(_ entries: GuideIndex, _ collectors: [SearchCollector]) throws(OutputError) {
        let languages = loaded.project.languages
        let order = entries.map(\.id)
        let outcomes = Parallel.map(count: languages.count) { number in
            Result { () throws(OutputError) in
                let file = SearchIndex.file(collectors, for: languages[number], order: order, paths: loaded.paths)
                try file.withUnsafeBufferPointer { (bytes) throws(OutputError) in
                    try sink.put(bytes, at: "\(languages[number].tag)/\(SearchIndex.name)")
                }
            }
        }
        for outcome in outcomes { try outcome.get() }
    }
}
