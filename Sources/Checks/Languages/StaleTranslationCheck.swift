import Guides
import Sources
import Values

/// A section whose source has changed since it was translated.
struct StaleTranslationCheck: GuideCheck {
    static let problems: [any Problem.Type] = [
        StaleTranslation.self, UnrecordedTranslation.self, MissingRecords.self,
    ]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let id = guide.id
        let rules = guide.kind.sections
        // Records that cannot be read are a fault of their own.
        guard let original = guide.editions.first, !guide.hasUnreadableRecords else { return [] }
        if guide.translations == nil, context.hasRecords, guide.editions.count > 1,
            original.language.tag == context.project.configuration.sourceLanguage
        {
            let path = original.file.path.split(separator: "/").dropLast().joined(separator: "/")
            return [
                Diagnostic(MissingRecords(guide: id), at: Place(path: "\(path)/\(TranslationRecords.fileName)"))
            ]
        }
        let configuration = context.project.configuration
        let states = guide.translationStates(from: configuration.sourceLanguage, values: configuration.values)
        return states.flatMap { state -> [Diagnostic] in
            guard let edition = guide.edition(state.language) else { return [] }
            guard state.isRecorded else {
                let problem = UnrecordedTranslation(unit: nil, guide: id, language: state.language)
                return [Diagnostic(problem, at: Place(path: edition.file.path))]
            }
            // What another finding tells is to be mended first; after that the blocks may well be the recorded ones.
            let broken = original.brokenSections(beside: edition, rules: rules)
            let unrecorded = state.unrecorded.compactMap { unit in
                unit.translation.map {
                    Diagnostic(
                        UnrecordedTranslation(unit: $0.name, guide: id, language: state.language),
                        at: edition.file.place(line: $0.line))
                }
            }
            return unrecorded
                + state.behind.filter { !broken.contains($0.unit.source.id) }.compactMap { unit, change in
                    unit.translation.map { translation in
                        Diagnostic(
                            StaleTranslation(
                                unit: translation.name, source: original.file.name, guide: id,
                                language: state.language, new: change.blocks.count, gone: change.gone.count),
                            at: edition.file.place(line: translation.line),
                            related: change.blocks.map { related($0, in: original) })
                    }
                }
        }
    }

    private func related(_ block: TranslationUnit.Block, in edition: Edition) -> Diagnostic.Related {
        let step = block.step.map { ", in step \($0)" } ?? ""
        return Diagnostic.Related(
            edition.file.place(line: block.lines.lowerBound), "new or changed since the translation\(step)",
            excerpt: edition.text(of: block))
    }
}

extension Edition {
    /// The sections whose blocks may be other ones by a fault of the structure: all of them where a heading is missing or
    /// mistyped, for what stood below it stands elsewhere now; those with more or fewer steps than in a translation; and
    /// title and summary where one of them could not be read.
    fileprivate func brokenSections(beside translation: Edition, rules: [SectionRule]) -> Set<String> {
        var broken: Set<String> = title.isEmpty || summary.isEmpty && !kind.isFree ? [TranslationUnit.frontMatter] : []
        let isWhole =
            parts.allSatisfy { $0.role != .unknown }
            && rules.allSatisfy { rule in !rule.isRequired || parts.contains { $0.id == rule.id } }
        if !isWhole { return broken.union(parts.map(\.id)) }
        for part in parts {
            guard let other = translation.parts.first(where: { $0.id == part.id }) else { continue }
            let counts = [part, other].map { [$0.steps.count] + $0.steps.map(\.options.count) }
            if counts[0] != counts[1] { broken.insert(part.id) }
        }
        return broken
    }
}

/// A translation of which only the first section was recorded.
private let partlyRecorded = """
    ---
    ⟦title: Title⟧
    summary: Summary.
    ---

    ## Problem

    Text.

    ⟦## Steps⟧

    ### Wait

    Text.

    ⟦## Verification⟧

    Text.

    """

extension SourceFile {
    /// The last part of the path.
    fileprivate var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// A section that is behind its source.
struct StaleTranslation: Problem {
    static let description = CheckDescription(
        "stale-translation", .languages,
        summary: "A section whose source has changed since it was translated.",
        why: "Readers of the translation follow steps that are no longer right, and nobody tells them.",
        mending: """
            Bring the section up to date with the blocks that the message prints, then run `vademecum translations \
            accept`. Where the translation is right as it is, accept it with `--unchanged REASON`.
            """,
        faulty: [
            CheckExample(
                files: [
                    ("fr.md", "## Problème\n\nAttends deux jours."), ("en.md", "⟦## Problem⟧\n\nWait for a day."),
                    ("translations.yaml", recorded(problem: "00000000c0ffee00")),
                ], ["the section “Problem” is behind fr.md: 1 block is new or changed"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("fr.md", "## Problème\n\nAttends deux\njours."), ("en.md", "## Problem\n\nWait for two days."),
                    ("translations.yaml", recorded(problem: "cf04e4fc4884496d")),
                ])
        ])

    /// A record of the section that the examples are about, and of no other.
    fileprivate static func recorded(problem fingerprint: String) -> String {
        """
        format: 1
        source: fr
        translations:
          en:
            problem:
              source:
                - \(fingerprint)
              translation: 00000000c0ffee01

        """
    }

    /// The section, as messages name it.
    let unit: String
    /// The name of the source's file.
    let source: String
    let guide: String
    let language: LanguageTag
    let new: Int
    let gone: Int

    var message: String {
        "\(unit) \(unit.hasPrefix("the") ? "is" : "are") behind \(source): \(changes)"
    }
    var help: String? {
        "bring the translation up to date, then run `vademecum translations accept \(guide) --language \(language)`; where it is "
            + "right as it is, add `--unchanged REASON`"
    }

    private var changes: String {
        // What is gone and what is new are the two sides of what was changed.
        let removed = gone - new
        switch (new, removed) {
        case (0, ...0): return "its blocks stand in another order"
        case (0, _): return "\(blocks(removed)) gone"
        case (_, 1...): return "\(blocks(new)) new or changed, \(removed) \(removed == 1 ? "is" : "are") gone"
        default: return "\(blocks(new)) new or changed"
        }
    }

    private func blocks(_ count: Int) -> String { count == 1 ? "1 block is" : "\(count) blocks are" }
}

/// A translation without a record.
struct UnrecordedTranslation: Problem {
    static let description = CheckDescription(
        "unrecorded-translation", .languages, .warning,
        summary: "A translation, or a section of one, of which nobody said what it was made from.",
        why: "When its source changes, nothing can tell that it has fallen behind.",
        mending: "Compare it with its source, then run `vademecum translations accept`, and commit what it wrote.",
        faulty: [
            CheckExample(
                files: [
                    ("fr.md", "## Problème\n\nTexte."), ("en.md", "## Problem\n\nText."),
                    ("translations.yaml", "format: 1\nsource: fr\ntranslations:\n"),
                ],
                ["nothing says what this translation was made from"]),
            CheckExample(
                files: [
                    ("fr.md", "## Problème\n\nTexte."),
                    ("en.md", partlyRecorded),
                    ("translations.yaml", StaleTranslation.recorded(problem: "00000000c0ffee00")),
                ],
                [
                    "nothing says what title and summary were translated from",
                    "nothing says what the section “Steps” was translated from",
                    "nothing says what the section “Verification” was translated from",
                ]),
        ],
        clean: [CheckExample("Text in one language alone.")])

    /// The section, as messages name it; nil for the whole translation.
    let unit: String?
    let guide: String
    let language: LanguageTag

    var message: String {
        guard let unit else { return "nothing says what this translation was made from" }
        return "nothing says what \(unit) \(unit.hasPrefix("the") ? "was" : "were") translated from"
    }
    var help: String? {
        "if it is current, run `vademecum translations accept \(guide) --language \(language)` and commit its file"
    }
}
