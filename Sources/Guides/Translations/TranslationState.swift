import Messages
import Values

/// How far a translation is behind the language that it was made from.
public struct TranslationState: Sendable {
    /// How one section compares with its record.
    public enum UnitState: Sendable {
        /// Made from the source in its present state.
        case current
        /// No record says what the translation was made from.
        case unrecorded
        /// The source has changed since.
        case behind(Change)
        /// The section is not in the translation.
        case missing
    }

    /// What happened to a section of the source since the translation was made.
    public struct Change: Sendable {
        /// The blocks that are new or changed.
        public let blocks: [TranslationUnit.Block]
        /// The blocks that are no more, or were others.
        public let gone: [TranslationRecords.Block]
    }

    /// A section of the source, its translation, and how they compare.
    public struct Unit: Sendable {
        /// The section in the source.
        public let source: TranslationUnit
        /// The section in the translation; nil where it is missing.
        public let translation: TranslationUnit?
        /// What was recorded of it; nil where nothing was.
        public let record: TranslationRecords.Unit?
        /// How they compare.
        public let state: UnitState
    }

    /// The language of the translation.
    public let language: LanguageTag
    /// Whether the records have the language.
    public let isRecorded: Bool
    /// The sections, in the order of the source.
    public let units: [Unit]

    /// The sections that are behind, with what has changed.
    public var behind: [(unit: Unit, change: Change)] {
        units.compactMap { unit in
            if case .behind(let change) = unit.state { (unit, change) } else { nil }
        }
    }

    /// The sections of which nothing was recorded.
    public var unrecorded: [Unit] {
        units.filter { if case .unrecorded = $0.state { true } else { false } }
    }
}

extension Guide {
    /// The state of each translation; none where the guide is not written in the project's first language.
    ///
    /// - Parameters:
    ///   - source: the language that the others are translated from.
    ///   - values: the values that there are: a name that is none of theirs any more may have been renamed.
    ///   - forms: the fingerprints that are wanted of both languages; those that the states need are made of the source.
    public func translationStates(
        from source: LanguageTag?, values: ValueDeclarations, forms: TranslationUnit.Forms = []
    ) -> [TranslationState] {
        guard let original = editions.first, original.language.tag == source, editions.count > 1 else { return [] }
        // What was made from another language says nothing about this one.
        let known = translations?.source == source ? translations : nil
        let units = original.translationUnits((known?.forms ?? []).union(forms))
        return editions.dropFirst().map { edition in
            let tag = edition.language.tag
            let records = known?.languages[tag]
            let translated = Dictionary(
                edition.translationUnits(forms).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return TranslationState(
                language: tag, isRecorded: records != nil,
                units: units.map { unit in
                    let translation = translated[unit.id]
                    let record = records?[unit.id]
                    let state: TranslationState.UnitState =
                        translation == nil ? .missing : record.map { unit.state(since: $0, values) } ?? .unrecorded
                    return TranslationState.Unit(source: unit, translation: translation, record: record, state: state)
                })
        }
    }

    /// The IDs of the sections of each language whose source has changed since; it costs nothing where nothing was
    /// recorded.
    func staleSections(_ values: ValueDeclarations) -> [LanguageTag: Set<String>] {
        guard let translations, let original = editions.first, original.language.tag == translations.source else {
            return [:]
        }
        let units = original.translationUnits(translations.forms)
        return translations.languages.mapValues { records in
            Set(units.filter { unit in records[unit.id].map { !unit.isCurrent(since: $0, values) } ?? false }.map(\.id))
        }
    }
}

extension TranslationRecords {
    /// The fingerprints that the records hold.
    fileprivate var forms: TranslationUnit.Forms {
        languages.values.reduce(into: []) { forms, units in
            for unit in units.values { forms.insert(unit.source.contains { $0.fair == nil } ? .exact : .fair) }
        }
    }
}

extension TranslationUnit {
    /// Whether the section is what it was when its translation was made, but for what a translation need not follow.
    fileprivate func isCurrent(since record: TranslationRecords.Unit, _ values: ValueDeclarations) -> Bool {
        let (before, after) = keys(since: record, values)
        return before == after
    }

    /// How the section compares with what it was when its translation was made.
    fileprivate func state(
        since record: TranslationRecords.Unit, _ values: ValueDeclarations
    ) -> TranslationState.UnitState {
        let (before, after) = keys(since: record, values)
        if before == after { return .current }
        var known = Dictionary(before.map { ($0, 1) }, uniquingKeysWith: +)
        func take(_ key: Fingerprints) -> Bool {
            guard let count = known[key], count > 0 else { return false }
            known[key] = count - 1
            return true
        }
        let new = zip(blocks, after).filter { !take($1) }.map(\.0)
        let gone = zip(record.source, before).filter { take($1) }.map(\.0)
        return .behind(TranslationState.Change(blocks: new, gone: gone))
    }

    /// What the blocks are told apart by, as they were and as they are.
    private func keys(
        since record: TranslationRecords.Unit, _ values: ValueDeclarations
    ) -> (before: [Fingerprints], after: [Fingerprints]) {
        let fair = record.source.compactMap(\.fair)
        guard fair.count == record.source.count else {
            return (
                record.source.map { Fingerprints(exact: $0.exact, fair: nil) },
                blocks.map { Fingerprints(exact: $0.fingerprints.exact, fair: nil) }
            )
        }
        let (before, after) = FairFingerprint.comparable(fair, blocks.compactMap(\.fingerprints.fair)) { name in
            // The error that a guide is about is no value of the project's.
            values.owner(of: name) != nil || name == ErrorPattern.placeholder
        }
        return (before.map { Fingerprints(exact: nil, fair: $0) }, after.map { Fingerprints(exact: nil, fair: $0) })
    }
}
