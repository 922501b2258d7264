import Rendering
import Sources

/// What needs every guide: it comes when all of them are done.
struct SharedPages {
    let loaded: LoadedProject
    let sink: any OutputSink
    /// Whether they are for a server on this machine.
    var isServed = false

    /// What is wrong with all guides taken together.
    func diagnose(_ index: GuideIndex, _ addresses: [ErrorAddress], _ paths: [PathCheck.Claim]) -> [Diagnostic] {
        AnchorCheck(folder: loaded.folder).diagnose(index)
            + ErrorAddressWriter.diagnose(addresses, in: loaded.project.inventory)
            + PathCheck(loaded: loaded, errors: addresses.map(\.id.text)).diagnose(paths)
            + RedirectCheck(loaded, errors: addresses.map(\.id.text)).diagnose(index)
    }

    /// Writes the homes, what pages search in, what machines find them by, and the addresses of errors.
    ///
    /// - Parameters:
    ///   - values: the values that pages show or capture, by their indices.
    ///   - files: the files in no guide's folder that pages show or link to.
    ///   - search: the words of the guides; of a guide that several have, the last counts.
    func write(
        _ index: GuideIndex, _ addresses: [ErrorAddress], values: Set<Int>, files: Set<ExactText>,
        search: [SearchCollector]
    ) throws(OutputError) {
        try HomeWriter(loaded: loaded, sink: sink).write(index, values: values)
        try copy(files)
        try SearchWriter(loaded: loaded, sink: sink).write(index, search)
        try ErrorAddressWriter(loaded: loaded, sink: sink).write(addresses)
        try RedirectWriter(loaded: loaded, sink: sink).write(index)
        try DiscoveryWriter(loaded: loaded, sink: sink).write(index)
        try FeedWriter(loaded: loaded, sink: sink).write(index)
        try MissingWriter(loaded: loaded, sink: sink).write(isServed: isServed)
        if loaded.hasTranslationsPage { try TranslationsWriter(loaded: loaded, sink: sink).write(index) }
    }

    /// Puts files beside the pages of each language as they lie beside the guides.
    private func copy(_ files: Set<ExactText>) throws(OutputError) {
        for path in files.sorted().map(\.text) {
            let source = "\(InventoryReader.contentFolder)/\(path)"
            do {
                let content = try loaded.folder.files.open(source)
                for language in loaded.project.languages { try sink.put(content, at: "\(language.tag)/\(path)") }
            } catch let error as OutputError {
                throw error
            } catch {
                throw OutputError(path: source, .unread((error as? FileFailure)?.reason ?? ""))
            }
        }
    }
}
