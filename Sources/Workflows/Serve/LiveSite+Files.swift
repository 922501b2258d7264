import Checks
import Guides
import Rendering
import Sources
import Synchronization
import Templates
import Values

extension LiveSite {
    /// An address that leads elsewhere, or what is there.
    enum Answer: Sendable {
        case file(LiveFile)
        /// A folder without the slash at its end, from which no relative link would lead anywhere.
        case folder
        case nothing
    }

    /// What stands at an address.
    func answer(_ path: LivePath) async -> Answer {
        if path.parts.first == LivePage.folder { return ownFile(path.file) }
        guard let loaded = state.withLock({ $0.loaded }) else { return .file(faultPage()) }
        if let file = loaded.site?.files.first(where: { $0.name == path.file }),
            !loaded.folder.has("\(StaticFiles.folder)/\(file.name)")
        {
            return .file(LiveFile(file.bytes, at: file.name))
        }
        if let answer = guideFile(path, loaded) { return answer }
        await waitForIndex()
        return sharedFile(path)
    }

    private func ownFile(_ path: String) -> Answer {
        let name = String(path.dropFirst(LivePage.folder.count + 1))
        guard Self.ownNames.contains(name), let bytes = DefaultTemplates.files[name] else { return .nothing }
        return .file(LiveFile(bytes, at: name))
    }

    /// What is added to pages here alone; no build writes these files.
    private static let ownNames = ["live.js", "live.css"]

    // MARK: A guide's files

    private func guideFile(_ path: LivePath, _ loaded: LoadedProject) -> Answer? {
        guard let first = path.parts.first, let tag = LanguageTag(rawValue: first),
            loaded.project.languages.contains(where: { $0.tag == tag })
        else { return nil }
        let parts = path.parts.dropFirst().map { Substring($0) }
        guard let entry = loaded.guide(ofPage: parts[...], in: tag) else { return nil }
        let folder = PageAddress(guide: entry.id, language: tag, paths: loaded.paths).folder
        if !path.isFolder, path.file == folder { return .folder }
        guard let pages = pages(of: entry, loaded) else {
            return path.file.hasSuffix(".html") ? .file(faultPage(of: entry.id)) : nil
        }
        return pages.files[path.file].flatMap { file(path.file, $0, guide: entry.id, number: pages.number) }
    }

    /// The pages of a guide; those before where it has faults now, and nil where there were none.
    private func pages(of entry: Inventory.Entry, _ loaded: LoadedProject) -> LiveState.Pages? {
        let (kept, number, since, onward) = state.withLock { state in
            (state.pages(of: entry.id), state.number, state.number(of: entry.id), state.onward)
        }
        if let kept, kept.number >= since { return kept }
        let sink = MemorySink()
        var worker = GuideWorker(Line(loaded), onward: onward, sink: sink)
        worker.build(entry)
        let files = sink.files
        let found = worker.diagnostics
        return state.withLock { state in
            // The first to ask for a guide may be before all are read.
            if files.isEmpty, !state.isIndexed { state.guideFaults[ExactText(entry.id)] = found }
            return state.keep(files, number: number, of: entry.id)
        }
    }

    // MARK: Files of all guides

    private func waitForIndex() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if !state.isIndexed, state.loaded != nil { state.waiting.append(continuation) }
                return state.isIndexed || state.loaded == nil
            }
            if isThere { continuation.resume() }
        }
    }

    private func sharedFile(_ path: LivePath) -> Answer {
        let (files, number) = sharedFiles(path.file)
        if let made = files[path.file] { return file(path.file, made, guide: nil, number: number) ?? .nothing }
        return files[path.file + "/index.html"] == nil ? .nothing : .folder
    }

    private func sharedFiles(_ path: String) -> ([String: MemorySink.Made], number: Int) {
        let state = state.withLock { $0 }
        // The words and declarations of a language change with the project alone, and every page waits for them.
        let isLanguages = path.hasSuffix("/\(LanguageScript.name)")
        let since = isLanguages ? state.numberOfAll : state.number
        if let shared = state.shared, state.sharedNumber >= since { return (shared, state.sharedNumber) }
        guard let loaded = state.loaded else { return ([:], state.number) }
        let memory = MemorySink()
        var ignored: [Diagnostic] = []
        let sink = StaticSink(memory, StaticFiles(loaded.folder, &ignored), of: loaded.folder)
        try? SharedPages(loaded: loaded, sink: sink, isServed: true).write(
            state.index, state.addresses, values: state.values, files: state.files, search: state.search)
        try? sink.putFiles()
        let files = memory.files
        self.state.withLock {
            $0.shared = files
            $0.sharedNumber = state.number
        }
        return (files, state.number)
    }

    // MARK: Sending

    private func file(_ path: String, _ made: MemorySink.Made, guide: String?, number: Int) -> Answer? {
        let loaded = state.withLock { $0.loaded }
        switch made {
        case .copy(let source):
            guard let bytes = try? loaded?.folder.files.read(source) else { return nil }
            return .file(LiveFile(bytes, at: path))
        case .bytes(let bytes):
            guard path.hasSuffix(".html") else { return .file(LiveFile(bytes, at: path)) }
            return .file(LiveFile(page(guide, number, loaded).put(into: bytes), at: path))
        }
    }

    private func page(_ guide: String?, _ number: Int, _ loaded: LoadedProject?) -> LivePage {
        LivePage(run: run, number: number, guide: guide, isTeams: loaded?.book.audience == .team)
    }

    /// A page that says why there is none.
    private func faultPage(of guide: String? = nil) -> LiveFile {
        let reporter = TextReporter(usesColor: false)
        let all = faults
        let own = guide.map { guide in all.filter { self.guide(of: $0) == guide } } ?? all
        let text = (own.isEmpty ? all : own).map { reporter.describe($0) }.joined(separator: "\n")
        let bytes = LivePage.fault("This page cannot be made yet", text)
        let number = state.withLock { $0.number }
        var file = LiveFile(page(guide, number, nil).put(into: bytes), at: "index.html")
        file.isFault = true
        return file
    }

    /// The guide that a fault is in; nil where it is the whole project's.
    private func guide(of fault: Diagnostic) -> String? {
        state.withLock { $0.loaded }?.guide(of: fault)?.id
    }

    /// The event that tells pages what is wrong.
    var faultsEvent: ServerSentEvent {
        let reporter = TextReporter(usesColor: false)
        let all = faults
        let shown = all.prefix(Self.mostFaults).map { fault -> JSONValue in
            ["guide": JSONValue(guide(of: fault)), "text": .string(reporter.describe(fault))]
        }
        let value: JSONValue = ["faults": .array(shown), "more": .integer(all.count - shown.count)]
        return ServerSentEvent("faults", value.text())
    }

    /// More than these nobody reads over a page.
    private static let mostFaults = 30
}
