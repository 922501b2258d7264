import Checks
import Foundation
import Guides
import Sources
import Synchronization
import Values

/// A site that is made while it is read: a page when somebody asks for it, and again when its files are saved.
///
/// One thread reads changes, by `load`, `index` and `update`; any may ask for files meanwhile.
package final class LiveSite: Sendable {
    private let folder: ProjectFolder
    private let values: ValueOptions
    let state = Mutex(LiveState())
    /// Tells one run of the server from another.
    let run = String(UInt64.random(in: .min ... .max), radix: 36)

    /// - Parameter values: as `build` takes them.
    package init(_ folder: ProjectFolder, _ values: ValueOptions) {
        self.folder = folder
        self.values = values
    }

    /// What is watched.
    var watched: WatchedFiles {
        WatchedFiles(
            project: folder.path, others: values.files.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    }

    /// All that is wrong, by place, with nothing private in it.
    package var faults: [Diagnostic] {
        let (faults, loaded) = state.withLock { ($0.faults, $0.loaded) }
        return Masking.masked(loaded?.gate.masked(faults) ?? faults)
    }

    // MARK: Reading all

    /// Reads the configuration, the templates and which guides there are, but no guide.
    ///
    /// - Parameter keepsOutlines: whether what is known of guides' titles and tags is still true.
    /// - Returns: whether there is something to make pages of.
    @discardableResult
    package func load(keepsOutlines: Bool = false) -> Bool {
        let outcome = ProjectLoader(folder, values).load(.site)
        let known = keepsOutlines ? state.withLock { $0.onward } : nil
        let onward = outcome.value.map { OnwardMap(Line($0), known: known) }
        return state.withLock { state in
            state.projectFaults = outcome.diagnostics
            guard let loaded = outcome.value else { return false }
            state.number += 1
            // What lists guides waits until all were read again, rather than list one that is gone.
            let inventory = loaded.project.inventory
            if state.loaded?.project.inventory.guides.contains(where: { inventory[$0.id] == nil }) == true {
                state.isIndexed = false
            }
            state.loaded = onward.map { loaded.with($0.paths) } ?? loaded
            state.onward = onward
            state.numberOfAll = state.number
            return true
        }
    }

    /// Reads every guide, so that those pages can be made that list them, and all faults are known.
    package func index() {
        guard let loaded = state.withLock({ $0.loaded }) else { return }
        let guides = loaded.project.inventory.guides
        let line = Line(loaded)
        let workers = Parallel.run(
            count: guides.count, make: { GuideWorker(line, onward: nil, sink: MemorySink(keeps: false)) }
        ) {
            $0.build(guides[$1])
        }
        let found = Dictionary(grouping: workers.flatMap(\.diagnostics)) { diagnostic in
            ExactText(loaded.guide(of: diagnostic)?.id ?? "")
        }
        let index = GuideIndex(workers.map(\.index))
        let addresses = workers.flatMap(\.addresses)
        let paths = workers.flatMap(\.paths)
        let shared = SharedPages(loaded: loaded, sink: MemorySink(keeps: false)).diagnose(index, addresses, paths)
        let waiting = state.withLock { state in
            state.number += 1
            state.guideFaults = found
            state.index = index
            state.addresses = addresses
            state.paths = paths
            state.files = workers.reduce(into: []) { $0.formUnion($1.sharedFiles) }
            state.search = workers.map(\.search)
            state.snippets = workers.reduce(into: [:]) { $0.merge($1.snippets) { _, new in new } }
            state.values = workers.reduce(into: []) { $0.formUnion($1.values) }
            state.sharedFaults = shared
            state.isIndexed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: Reading what was saved

    /// Reads what was saved.
    ///
    /// - Parameters:
    ///   - paths: the files' paths from the project's folder; none where anything may have changed.
    ///   - tell: is told which pages are others as soon as they can be asked for.
    package func update(_ paths: Set<String>, _ tell: (LiveChange) -> Void) {
        let (loaded, snippets) = state.withLock { ($0.loaded, $0.snippets) }
        var work = LiveWork(paths, in: loaded, folder, snippets: snippets)
        if work.needsProject {
            let before = state.withLock { $0.loaded?.project.inventory }
            guard load(keepsOutlines: !work.needsIndex) else { return tell(LiveChange()) }
            let after = state.withLock { $0.loaded?.project.inventory }
            work.compare(before, after, faulty: state.withLock { state in state.guideFaults.keys.map(\.text) })
        }
        if work.needsIndex {
            state.withLock { $0.isIndexed = false }
            tell(LiveChange(isOfAll: true))
            index()
            return tell(LiveChange(guides: [""]))
        }
        let isKnownByOthers = updateOutlines(of: work.guides)
        for guide in work.guides.sorted() { remake(guide) }
        if !work.guides.isEmpty { compareAll() }
        tell(
            LiveChange(
                guides: work.guides, isOfAll: work.isOfAll || isKnownByOthers, isOfStyle: work.isOfStyle))
    }

    /// Reads what other guides' pages say of some guides.
    ///
    /// - Returns: whether that is something else now, so that every page may be another.
    private func updateOutlines(of guides: Set<String>) -> Bool {
        var (loaded, onward) = state.withLock { ($0.loaded, $0.onward) }
        guard let loaded else { return false }
        let line = Line(loaded)
        let changed = guides.sorted().filter { onward?.update($0, line) == true }
        guard !changed.isEmpty else { return false }
        let updated = onward
        state.withLock { state in
            state.onward = updated
            state.loaded = updated.map { loaded.with($0.paths) } ?? loaded
            state.number += 1
            state.numberOfAll = state.number
        }
        return true
    }

    /// Reads one guide again.
    private func remake(_ guide: String) {
        let (loaded, onward) = state.withLock { ($0.loaded, $0.onward) }
        guard let loaded else { return }
        let sink = MemorySink()
        var worker = GuideWorker(Line(loaded), onward: onward, sink: sink)
        if let entry = loaded.project.inventory[guide] { worker.build(entry) }
        let made = worker
        state.withLock { state in
            state.number += 1
            state.numbers[ExactText(guide)] = state.number
            state.guideFaults[ExactText(guide)] = made.diagnostics.isEmpty ? nil : made.diagnostics
            state.index.replace(guide, with: made.index)
            state.values.formUnion(made.values)
            state.search.append(made.search)
            state.addresses.removeAll { $0.guide.hasSameBytes(as: guide) }
            state.addresses += made.addresses
            state.paths.removeAll { $0.guide.hasSameBytes(as: guide) }
            state.paths += made.paths
            state.files.formUnion(made.sharedFiles)
            // What a guide asked for while it could be read is remembered while it cannot.
            if made.hasRead { state.snippets[ExactText(guide)] = made.snippets[ExactText(guide)] }
            state.keep(sink.files, number: state.number, of: guide)
        }
    }

    private func compareAll() {
        let (loaded, index, addresses, paths) = state.withLock { ($0.loaded, $0.index, $0.addresses, $0.paths) }
        guard let loaded else { return }
        let found = SharedPages(loaded: loaded, sink: MemorySink(keeps: false)).diagnose(index, addresses, paths)
        state.withLock { $0.sharedFaults = found }
    }
}

extension LoadedProject {
    /// The guide that a file belongs to, by its path from the project's folder.
    func guide(ofFile path: String) -> Inventory.Entry? {
        let start = InventoryReader.contentFolder + "/"
        guard path.hasPrefix(start) else { return nil }
        return guide(above: path.dropFirst(start.count).split(separator: "/").dropLast())
    }

    /// The guide that a fault is in, or of a fault in a snippet one that takes it in; nil where it is the whole project's.
    func guide(of fault: Diagnostic) -> Inventory.Entry? {
        let shared = "\(InventoryReader.contentFolder)/\(SnippetReader.folder)/"
        return guide(ofFile: fault.place.path)
            ?? (fault.place.path.hasPrefix(shared)
                ? fault.related.lazy.compactMap { guide(ofFile: $0.place.path) }.first : nil)
    }

    /// The innermost guide of an address below a language's folder.
    func guide(ofPage parts: ArraySlice<Substring>, in language: LanguageTag) -> Inventory.Entry? {
        var rest = paths.isEmpty ? [] : parts
        while !rest.isEmpty {
            if let guide = paths.guide(at: rest.joined(separator: "/"), in: language) {
                return project.inventory[guide]
            }
            rest.removeLast()
        }
        return guide(above: parts)
    }

    /// The innermost guide of a path below the content's folder.
    func guide(above parts: ArraySlice<Substring>) -> Inventory.Entry? {
        var parts = parts
        while !parts.isEmpty {
            if let entry = project.inventory[parts.joined(separator: "/")] { return entry }
            parts.removeLast()
        }
        return nil
    }
}
