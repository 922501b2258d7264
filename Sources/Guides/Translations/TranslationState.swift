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
        public let gone: [Fingerprint]
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
    /// - Parameter source: the language that the others are translated from.
    public func translationStates(from source: LanguageTag?) -> [TranslationState] {
        guard let original = editions.first, original.language.tag == source, editions.count > 1 else { return [] }
        let units = original.translationUnits
        return editions.dropFirst().map { edition in
            let tag = edition.language.tag
            // What was made from another language says nothing about this one.
            let records = translations?.source == source ? translations?.languages[tag] : nil
            let translated = Dictionary(
                edition.translationUnits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return TranslationState(
                language: tag, isRecorded: records != nil,
                units: units.map { unit in
                    let translation = translated[unit.id]
                    let record = records?[unit.id]
                    let state: TranslationState.UnitState =
                        translation == nil ? .missing : record.map { unit.state(since: $0) } ?? .unrecorded
                    return TranslationState.Unit(source: unit, translation: translation, record: record, state: state)
                })
        }
    }

    /// The IDs of the sections of each language whose source has changed since; it costs nothing where nothing was
    /// recorded.
    var staleSections: [LanguageTag: Set<String>] {
        guard let translations, let original = editions.first, original.language.tag == translations.source else {
            return [:]
        }
        let units = original.translationUnits
        return translations.languages.mapValues { records in
            Set(
                units.filter { unit in records[unit.id].map { $0.source != unit.blocks.map(\.fingerprint) } ?? false }
                    .map(\.id))
        }
    }
}

extension TranslationUnit {
    /// How the section compares with what it was when its translation was made.
    fileprivate func state(since record: TranslationRecords.Unit) -> TranslationState.UnitState {
        if blocks.map(\.fingerprint) == record.source { return .current }
        var known = Dictionary(record.source.map { ($0, 1) }, uniquingKeysWith: +)
        let new = blocks.filter { block in
            guard let count = known[block.fingerprint], count > 0 else { return true }
            known[block.fingerprint] = count - 1
            return false
        }
        let gone = record.source.filter { fingerprint in
            guard let count = known[fingerprint], count > 0 else { return false }
            known[fingerprint] = count - 1
            return true
        }
        return .behind(TranslationState.Change(blocks: new, gone: gone))
    }
}
