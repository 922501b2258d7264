import Guides
import Sources
import Values

/// Decides which sections of a guide's translations can be recorded as current.
struct TranslationAcceptance {
    private let guide: String
    private let source: LanguageTag?
    private let order: [LanguageTag]
    private let states: [(state: TranslationState, file: SourceFile)]
    /// The IDs of the source's sections.
    let sections: [String]
    private let options: TranslationsOptions
    private let recorded: TranslationRecords?
    private let isUnreadable: Bool
    private var records: TranslationRecords?

    /// Sections that cannot be accepted, and why.
    private(set) var diagnostics: [Diagnostic] = []
    /// How many sections were accepted that were not before.
    private(set) var count = 0

    init(_ guide: borrowing Guide, in project: Project, _ options: TranslationsOptions) {
        self.guide = guide.id
        self.options = options
        source = project.configuration.sourceLanguage
        order = project.languages.map(\.tag)
        let all = guide.translationStates(
            from: source, values: project.configuration.values, forms: [.exact, .fair])
        states = all.compactMap { state in guide.edition(state.language).map { (state, $0.file) } }
        sections = all.first?.units.map(\.source.id) ?? []
        recorded = guide.translations
        isUnreadable = guide.hasUnreadableRecords
    }

    /// The text of the file; nil where it would say what it says already.
    var newText: String? {
        guard let records, records != recorded else { return nil }
        return records.text(languages: order, sections: sections)
    }

    mutating func accept() {
        guard let source, !states.isEmpty else { return }
        // What cannot be read would be lost.
        if isUnreadable {
            let path = LoadedProject.path(guide, TranslationRecords.fileName)
            return diagnostics.append(Diagnostic(UnreadableRecords(guide: guide), at: Place(path: path)))
        }
        // What was made from another language is of no use any more.
        var records = recorded.flatMap { $0.source == source ? $0 : nil } ?? TranslationRecords(source: source)
        for (state, file) in states where options.language == nil || options.language == state.language {
            var units: [String: TranslationRecords.Unit] = [:]
            for unit in state.units {
                let isMeant = options.sections.isEmpty || options.sections.contains(unit.source.id)
                units[unit.source.id] = isMeant ? accept(unit, state, file) : unit.record
            }
            records.languages[state.language] = units
        }
        self.records = records
    }

    /// The record that the section has from now on.
    private mutating func accept(
        _ unit: TranslationState.Unit, _ state: TranslationState, _ file: SourceFile
    ) -> TranslationRecords.Unit? {
        guard let translation = unit.translation else { return nil }
        let source = unit.source.recorded
        let fingerprint = translation.fingerprint
        guard let record = unit.record else {
            count += 1
            return TranslationRecords.Unit(source: source, translation: fingerprint)
        }
        if record.translation != fingerprint {
            count += 1
            return TranslationRecords.Unit(source: source, translation: fingerprint)
        }
        // What need not be followed is recorded too: from it, later changes are told.
        if case .current = unit.state {
            return TranslationRecords.Unit(
                source: source, translation: fingerprint, unchanged: record.unchanged)
        }
        // The source has changed and the translation has not: somebody has to say that this is right.
        guard let reason = options.unchanged else {
            let problem = UnchangedTranslation(
                unit: translation.name, section: unit.source.id, guide: guide, language: state.language)
            diagnostics.append(Diagnostic(problem, at: file.place(line: translation.line)))
            return record
        }
        count += 1
        return TranslationRecords.Unit(source: source, translation: fingerprint, unchanged: reason)
    }
}
