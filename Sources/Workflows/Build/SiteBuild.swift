import Foundation
import Guides
import Rendering

/// The whole way: configuration and files → documents → guides → diagnostics → filled guides → pages → output.
public struct Pipeline: Sendable {
    /// What a build came to.
    public struct Result: Sendable {
        /// What was found, by place.
        public var diagnostics: [Diagnostic] = []
        /// How many guides and pages were made.
        public var guides = 0
        /// How many pages, in all languages.
        public var pages = 0
        /// Private values that were given and are not shown.
        public var heldBack: [String] = []
        /// Where the output is, as messages name it.
        public var output = ""
        /// Whether the fault is in the way of building rather than in the content.
        public var isUsage = false
    }

    private let folder: ProjectFolder
    private let options: BuildOptions
    private let environment: [String: String]
    private let progress: @Sendable (Int, Int) -> Void

    /// - Parameters:
    ///   - environment: the process's variables, of which values may be among.
    ///   - progress: called from any thread with how many of how many guides are done.
    public init(
        _ folder: ProjectFolder, _ options: BuildOptions, environment: [String: String],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.folder = folder
        self.options = options
        self.environment = environment
        self.progress = progress
    }

    /// Builds the site, or compares it with what stands there.
    public func build() -> Result {
        var result = Result()
        result.output = options.output ?? "site"
        let loaded: LoadedProject
        switch LoadedProject.load(folder, options, environment: environment) {
        case .failed(let diagnostics):
            result.diagnostics = diagnostics.sortedByPlace()
            result.isUsage = true
            return result
        case .loaded(let project, let diagnostics):
            loaded = project
            result.diagnostics = diagnostics
            // Pages would get in each other's way; a check can look at the guides all the same.
            if diagnostics.hasErrors {
                result.diagnostics = diagnostics.sortedByPlace()
                result.isUsage = true
                return result
            }
        }
        result.heldBack = loaded.book.resolved().heldBack
        do throws(OutputError) {
            if options.verifies {
                let comparison = try OutputComparison(with: outputPath, audience: loaded.book.audience)
                try run(loaded, into: comparison, &result)
                if !result.diagnostics.hasErrors {
                    result.diagnostics += comparison.diagnostics(shownAs: result.output)
                }
            } else {
                let output = try OutputFolder(at: outputPath, project: folder.path, audience: loaded.book.audience)
                // What is not put in its place is thrown away, whatever was in the way.
                defer { output.abandon() }
                try run(loaded, into: output, &result)
                if !result.diagnostics.hasErrors { try output.commit() }
            }
        } catch {
            result.isUsage = true
            result.diagnostics.append(Diagnostic(error, at: Place(path: result.output)))
        }
        result.diagnostics = result.diagnostics.sortedByPlace()
        return result
    }

    private func run(_ loaded: LoadedProject, into sink: any OutputSink, _ result: inout Result) throws(OutputError) {
        result.diagnostics += TranslationsWriter.diagnose(loaded)
        let guides = loaded.project.inventory.guides
        let counter = ProgressCounter(total: guides.count, report: progress)
        let workers = Parallel.run(count: guides.count, make: { GuideWorker(loaded, sink: sink) }) { worker, index in
            worker.build(guides[index])
            counter.advance()
        }
        for worker in workers {
            result.diagnostics += worker.diagnostics
            result.pages += worker.pages
            if let failure = worker.failure { throw failure }
        }
        let entries = workers.flatMap(\.entries).sorted { $0.id < $1.id }
        result.guides = entries.count
        result.diagnostics += AnchorCheck(loaded: loaded).diagnose(entries)
        guard !result.diagnostics.hasErrors else { return }
        try HomeWriter(loaded: loaded, sink: sink).write(entries)
        if TranslationsWriter.isNeeded(for: loaded) {
            try TranslationsWriter(loaded: loaded, sink: sink).write(entries)
        }
    }

    private var outputPath: String {
        guard let output = options.output else { return "\(folder.path)/site" }
        return URL(fileURLWithPath: output).standardizedFileURL.path
    }
}
