import Foundation
import Guides
import Rendering
import Sources

/// Makes the site: every guide through the line, then the pages that need all of them.
public struct SiteBuild: Sendable {
    /// What a build made, or compared with what stands there.
    public struct Result: Sendable {
        /// How many guides.
        public internal(set) var guides = 0
        /// How many pages, in all languages.
        public internal(set) var pages = 0
        /// Private values that were given and are not shown.
        public internal(set) var heldBack: [String]
        /// Where the output is, as messages name it.
        public let output: String
    }

    private let folder: ProjectFolder
    private let values: ValueOptions
    private let options: BuildOptions
    private let progress: @Sendable (Int, Int) -> Void

    /// - Parameter progress: called from any thread with how many of how many guides are done.
    public init(
        _ folder: ProjectFolder, _ values: ValueOptions, _ options: BuildOptions,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.folder = folder
        self.values = values
        self.options = options
        self.progress = progress
    }

    /// Builds the site, or compares it with what stands there.
    public func build() -> Outcome<Result> {
        ProjectLoader(folder, values).load(.site).then { (loaded, found) throws(Refusal) in
            var result = Result(heldBack: loaded.book.resolved().heldBack, output: options.output ?? "site")
            do throws(OutputError) {
                if options.verifies {
                    let comparison = try OutputComparison(with: outputPath, audience: loaded.book.audience)
                    try run(loaded, into: comparison, &result, &found)
                    if !found.hasErrors { found += comparison.diagnostics(shownAs: result.output) }
                } else {
                    let output = try OutputFolder(at: outputPath, project: folder.path, audience: loaded.book.audience)
                    // What is not put in its place is thrown away, whatever was in the way.
                    defer { output.abandon() }
                    try run(loaded, into: output, &result, &found)
                    if !found.hasErrors { try output.commit() }
                }
            } catch {
                throw .usage(error, at: result.output)
            }
            return result
        }
    }

    private func run(
        _ loaded: LoadedProject, into sink: any OutputSink, _ result: inout Result, _ found: inout [Diagnostic]
    ) throws(OutputError) {
        found += TranslationsWriter.diagnose(loaded)
        let gate = loaded.gate
        let gated = loaded.book.audience == .public && gate.knowsValues ? GatedSink(sink, gate) : nil
        let open: any OutputSink = gated ?? sink
        defer { found += gated?.diagnostics ?? [] }
        let files = StaticFiles(folder, &found)
        let statics = files.paths.isEmpty ? nil : StaticSink(open, files, of: folder)
        defer { found += statics?.diagnostics ?? [] }
        let sink: any OutputSink = statics ?? open
        let guides = loaded.project.inventory.guides
        let outlines = OnwardMap(Line(loaded))
        let onward = guides.count > 1 ? outlines : nil
        let loaded = loaded.with(outlines.paths)
        let line = Line(loaded)
        // Of two pages at one place none is written; all that is wrong is told.
        let hasClash = PathCheck(loaded: loaded).hasClash(loaded.paths)
        let pages: any OutputSink = hasClash ? MemorySink(keeps: false) : sink
        let counter = ProgressCounter(total: guides.count, report: progress)
        let workers = Parallel.run(count: guides.count, make: { GuideWorker(line, onward: onward, sink: pages) }) {
            worker, index in
            worker.build(guides[index])
            counter.advance()
        }
        found += workers.flatMap(\.diagnostics).foundOnce()
        for worker in workers {
            result.pages += worker.pages
            if let failure = worker.failure { throw failure }
        }
        let index = GuideIndex(workers.map(\.index))
        result.guides = index.count
        let addresses = workers.flatMap(\.addresses).sorted { $0.guide.precedesByBytes($1.guide) }
        let shared = SharedPages(loaded: loaded, sink: sink)
        found += shared.diagnose(index, addresses, workers.flatMap(\.paths))
        guard !found.hasErrors else { return }
        try shared.write(
            index, addresses, values: workers.reduce(into: []) { $0.formUnion($1.values) },
            files: workers.reduce(into: []) { $0.formUnion($1.sharedFiles) },
            search: workers.map(\.search))
        try statics?.putFiles()
    }

    private var outputPath: String {
        guard let output = options.output else { return "\(folder.path)/site" }
        return URL(fileURLWithPath: output).standardizedFileURL.path
    }
}
