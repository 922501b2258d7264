import Checks
import Foundation
import Guides

/// What the command line says about translations.
public struct TranslationsOptions: Sendable {
    /// The guide's ID; nil for all of them.
    public var guide: String?
    /// The language of the translations; nil for all of them.
    public var language: LanguageTag?
    /// Why translations that did not change are current all the same; nil where nobody says so.
    public var unchanged: String?

    /// All guides in all languages.
    public init() {}
}

/// The way of the translations' files: guides → how they compare with what was recorded → a report, or new records.
public struct TranslationsPipeline: Sendable {
    /// What was looked at, and what came of it.
    public struct Result: Sendable {
        /// What was found, by place.
        public var diagnostics: [Diagnostic] = []
        /// The languages of the translations, in the order of the configuration.
        public var languages: [LanguageTag] = []
        /// The guides that were looked at, by ID.
        public var guides: [GuideTranslations] = []
        /// How many sections were recorded as current.
        public var accepted = 0
        /// The files that were written, by path.
        public var written: [String] = []
        /// Whether the fault is in the way of looking rather than in the content.
        public var isUsage = false
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
    public func status(history: GitHistory?) -> Result {
        run { guide, loaded, result in
            let earlier = history.map { EarlierTexts($0, loaded.project) }
            var translations = GuideTranslations(guide, in: loaded.project, earlier: earlier)
            if let language = options.language { translations.keep(language) }
            result.guides.append(translations)
        }
    }

    /// Records that translations are current, and writes the files of those guides that it is news for.
    public func accept() -> Result {
        run { guide, loaded, result in
            var acceptance = TranslationAcceptance(guide, in: loaded.project, options)
            acceptance.accept()
            result.diagnostics += acceptance.diagnostics
            guard let text = acceptance.newText else { return }
            let path = "\(InventoryReader.contentFolder)/\(guide.id)/\(TranslationRecords.fileName)"
            do throws(Disk.Failure) {
                try Disk.put(Array(text.utf8), at: "\(folder.path)/\(path)")
                result.accepted += acceptance.count
                result.written.append(path)
            } catch {
                result.diagnostics.append(Diagnostic(UnwritableFile(reason: error.reason), at: Place(path: path)))
            }
        }
    }

    private func run(_ work: (borrowing Guide, LoadedProject, inout Result) -> Void) -> Result {
        var result = Result()
        var buildOptions = BuildOptions()
        buildOptions.audience = .public
        switch LoadedProject.load(folder, buildOptions, environment: [:], makesSite: false) {
        case .failed(let diagnostics):
            result.diagnostics = diagnostics
            result.isUsage = true
        case .loaded(let loaded, let diagnostics):
            result.diagnostics = diagnostics
            result.languages = loaded.project.languages.dropFirst().map(\.tag).filter {
                options.language == nil || options.language == $0
            }
            guard check(loaded, &result) else { break }
            for entry in loaded.project.inventory.guides where options.guide == nil || options.guide == entry.id {
                guard let files = GuideFilesReader(loaded).read(entry, &result.diagnostics),
                    let guide = GuideReader(loaded.project).read(files, &result.diagnostics)
                else { continue }
                work(guide, loaded, &result)
            }
        }
        result.diagnostics = result.diagnostics.sortedByPlace()
        return result
    }

    /// Whether the command line names what there is.
    private func check(_ loaded: LoadedProject, _ result: inout Result) -> Bool {
        if let guide = options.guide, loaded.project.inventory[guide] == nil {
            let known = loaded.project.inventory.guides.map(\.id)
            result.diagnostics.append(Diagnostic(NoSuchGuide(id: guide, known: known), at: Place(path: guide)))
            result.isUsage = true
        }
        if let language = options.language, result.languages.isEmpty {
            let tags = loaded.project.languages.map(\.tag.rawValue)
            let problem = NoSuchTranslation(language: language.rawValue, languages: tags)
            result.diagnostics.append(Diagnostic(problem, at: Place(path: "--language \(language)")))
            result.isUsage = true
        }
        return !result.isUsage
    }
}

/// A guide that there is none of.
struct NoSuchGuide: Problem {
    static let check = "no-such-guide"
    let id: String
    let known: [String]

    var message: String { "no guide is called `\(id)`" }
    var help: String? { NearestName.suggestion(for: id, in: known) }
}

/// A language that nothing is translated into.
struct NoSuchTranslation: Problem {
    static let check = "no-such-translation"
    let language: String
    let languages: [String]

    var message: String {
        language == languages.first
            ? "`\(language)` is the language that the others are translated from"
            : "`\(language)` is none of the site’s languages"
    }
    var help: String? {
        let translations = languages.dropFirst()
        return translations.isEmpty
            ? "add a language to `languages:` in vademecum.yaml"
            : "guides are translated into \(translations.joined(separator: ", "))"
    }
}
