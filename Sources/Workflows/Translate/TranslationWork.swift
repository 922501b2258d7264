import Guides
import Sources
import Values

/// Compares the translations of guides with what was recorded of them, or records them.
public struct TranslationWork: Sendable {
    /// What was looked at, and what came of it.
    public struct Result: Sendable {
        /// The languages of the translations, in the order of the configuration.
        public let languages: [LanguageTag]
        /// The guides that were looked at, by ID.
        public internal(set) var guides: [GuideTranslations] = []
        /// How many sections were recorded as current.
        public internal(set) var accepted = 0
        /// What was carried over, or would be, as a unified diff.
        public internal(set) var difference: [UInt8] = []
        /// The files that were written, by path.
        public internal(set) var written: [String] = []
    }

    private let folder: ProjectFolder
    private let options: TranslationsOptions

    /// Works on a project's guides.
    public init(_ folder: ProjectFolder, _ options: TranslationsOptions) {
        self.folder = folder
        self.options = options
    }

    /// Compares each translation with what it was made from.
    ///
    /// - Parameter history: where earlier texts of the source come from; nil leaves them out.
    public func status(history: GitHistory?) -> Outcome<Result> {
        run { guide, line, result, _ in
            let earlier = history.map { EarlierTexts($0, line) }
            var translations = GuideTranslations(guide, in: line.loaded.project, earlier: earlier)
            if let language = options.language { translations.keep(language) }
            result.guides.append(translations)
        }
    }

    /// Records that translations are current, and writes the files of those guides that it is news for.
    public func accept() -> Outcome<Result> {
        var known: [String] = []
        let outcome = run { guide, line, result, found in
            var acceptance = TranslationAcceptance(guide, in: line.loaded.project, options)
            for id in acceptance.sections where !known.contains(id) { known.append(id) }
            acceptance.accept()
            found += acceptance.diagnostics
            guard let text = acceptance.newText else { return }
            let path = LoadedProject.path(guide.id, TranslationRecords.fileName)
            do throws(FileFailure) {
                try folder.files.write(Array(text.utf8), to: path)
                result.accepted += acceptance.count
                result.written.append(path)
            } catch {
                found.append(Diagnostic(UnwritableFile(reason: error.reason), at: Place(path: path)))
            }
        }
        let unknown = options.sections.filter { !known.contains($0) }
        guard !unknown.isEmpty, outcome.value != nil else { return outcome }
        let faults = unknown.map {
            Diagnostic(NoSuchSection(id: $0, known: known), at: Place(path: "--section \($0)"))
        }
        return Outcome(outcome.value, outcome.diagnostics + faults, isUsage: outcome.isUsage, gate: outcome.gate)
    }

    /// Carries over what changed in the source and needs no translator, and records it.
    ///
    /// - Parameters:
    ///   - history: where the source comes from that the translations were made from.
    ///   - writes: whether files are written; otherwise only the difference is made.
    public func sync(history: GitHistory?, writes: Bool) -> Outcome<Result> {
        run { guide, line, result, found in
            let sync = TranslationSync(line, earlier: history.map { EarlierTexts($0, line) }, options)
            let outcome = sync.sync(guide)
            found += outcome.diagnostics
            result.accepted += outcome.sections
            for change in outcome.changes {
                if !change.old.isEmpty {
                    result.difference += UnifiedDiff(from: change.old, to: change.new).bytes(path: change.path)
                }
                guard writes else { continue }
                do throws(FileFailure) {
                    try folder.files.write(change.new, to: change.path)
                    result.written.append(change.path)
                } catch {
                    found.append(Diagnostic(UnwritableFile(reason: error.reason), at: Place(path: change.path)))
                }
            }
        }
    }

    private func run(_ work: (borrowing Guide, Line, inout Result, inout [Diagnostic]) -> Void) -> Outcome<Result> {
        ProjectLoader(folder, ValueOptions().read(by: .public)).load(.guides).then { (loaded, found) throws(Refusal) in
            let languages = loaded.project.languages.dropFirst().map(\.tag)
            var result = Result(languages: languages.filter { options.language == nil || options.language == $0 })
            let faults = faults(loaded, result.languages)
            guard faults.isEmpty else { throw Refusal(faults, isUsage: true) }
            let line = Line(loaded)
            for entry in loaded.project.inventory.guides where options.guide?.hasSameBytes(as: entry.id) != false {
                guard let guide = line.read(entry, &found) else { continue }
                work(guide, line, &result, &found)
            }
            return result
        }
    }

    /// What the command line names that there is none of.
    private func faults(_ loaded: LoadedProject, _ languages: [LanguageTag]) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if let reason = options.unchanged, loaded.gate.holdsSecret(Array(reason.utf8)) {
            faults.append(Diagnostic(SecretInReason(), at: Place(path: "--unchanged")))
        }
        if let guide = options.guide, loaded.project.inventory[guide] == nil {
            let known = loaded.project.inventory.guides.map(\.id)
            faults.append(Diagnostic(NoSuchGuide(id: guide, known: known), at: Place(path: guide)))
        }
        if let language = options.language, languages.isEmpty {
            let tags = loaded.project.languages.map(\.tag.rawValue)
            let problem = NoSuchTranslation(language: language.rawValue, languages: tags)
            faults.append(Diagnostic(problem, at: Place(path: "--language \(language)")))
        }
        return faults
    }
}
