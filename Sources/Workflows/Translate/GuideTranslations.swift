import Guides
import Sources
import Values

/// How the translations of one guide compare with their source, ready to be shown.
public struct GuideTranslations: Sendable {
    /// A translation.
    public struct Translation: Sendable {
        /// How far it is.
        public enum State: String, Sendable {
            /// Made from the source in its present state.
            case current
            /// Some sections of the source have changed since.
            case behind
            /// No record says what the translation, or a section of it, was made from.
            case unrecorded
            /// There is none.
            case missing
        }

        /// The language.
        public let language: LanguageTag
        /// How far it is.
        public let state: State
        /// The sections that are behind.
        public let behind: [Section]
    }

    /// A section that is behind.
    public struct Section: Sendable {
        /// The ID, which is also the anchor.
        public let id: String
        /// The title in the translation; empty for title and summary, and for the text before the first heading.
        public let title: String
        /// Where its translation stands.
        public let place: Place
        /// The blocks of the source that are new or changed.
        public let changed: [Block]
        /// The blocks that the translation was made from and that are no more, where they could be found.
        public let earlier: [Block]
        /// How many blocks are no more, or were others.
        public let gone: Int
    }

    /// A block of the source.
    public struct Block: Sendable {
        /// The file.
        public let path: String
        /// The first line, from 1.
        public let line: Int
        /// The text as it was written.
        public let text: String
        /// The commit that it was last seen in; nil for one that stands there now.
        public let commit: String?

        init(_ edition: Edition, _ block: TranslationUnit.Block, commit: String?) {
            let place = edition.file.place(line: block.lines.lowerBound)
            (path, line) = (place.path, place.line)
            text = edition.text(of: block)
            self.commit = commit
        }
    }

    /// The guide's ID.
    public let id: String
    /// The translations, in the order of the configuration's languages.
    public private(set) var translations: [Translation]

    /// Leaves out all languages but one.
    mutating func keep(_ language: LanguageTag) { translations.removeAll { $0.language != language } }

    init(_ guide: borrowing Guide, in project: Project, earlier: EarlierTexts?) {
        let source = project.configuration.sourceLanguage
        let states = guide.translationStates(from: source, values: project.configuration.values)
        let original = guide.editions.first
        let editions = guide.editions
        let (id, kind) = (guide.id, guide.kind)
        self.id = id
        translations = project.languages.dropFirst().map { language in
            guard let state = states.first(where: { $0.language == language.tag }), let original,
                let edition = editions.first(where: { $0.language.tag == language.tag })
            else {
                // Written in this language alone, it is no translation that is missing.
                let isOriginal = editions.first?.language.tag == language.tag
                return Translation(language: language.tag, state: isOriginal ? .current : .missing, behind: [])
            }
            let behind = state.behind.map { unit, change in
                Section(
                    id: unit.source.id, title: unit.translation?.title ?? unit.source.title,
                    place: edition.file.place(line: unit.translation?.line ?? 1),
                    changed: change.blocks.map { Block(original, $0, commit: nil) },
                    earlier: earlier?.blocks(change.gone, of: unit.source.id, in: original, of: id, kind) ?? [],
                    gone: change.gone.count)
            }
            let isRecorded = state.isRecorded && state.unrecorded.isEmpty
            return Translation(
                language: language.tag, state: !behind.isEmpty ? .behind : isRecorded ? .current : .unrecorded,
                behind: behind)
        }
    }
}
