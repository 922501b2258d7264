import Guides
import Sources

/// Every check; a new one is a file and a line here.
public enum CheckRegistry {
    /// Which checks to run.
    public enum Scope: Sendable {
        /// Those that guard what is written.
        case build
        /// All of them.
        case all
    }

    /// The checks of guides, in the order of their groups.
    public static let guideChecks: [any GuideCheck] = [
        UnknownSectionCheck(),
        MissingSectionCheck(),
        EmptySectionCheck(),
        MisplacedSectionCheck(),
        SkippedLevelCheck(),
        UntitledHeadingCheck(),
        EmptyStepCheck(),
        LonelyOptionCheck(),
        SeveralRecommendedCheck(),
        TypedNumberCheck(),
        LongRowCheck(),
        OpenCodeCheck(),
        UnnamedAnchorsCheck(),
        MissingTranslationCheck(),
        UndefinedValueCheck(),
        MissingValueCheck(),
        DollarBeforeValueCheck(),
        FilledSizeCheck(),
        ErrorPlaceholderCheck(),
        TablePlaceholderCheck(),
        LinkCheck(),
        MissingAlternativeTextCheck(),
        InsecureLinkCheck(),
        VagueLinkCheck(),
        PrivateValueCheck(),
        APIKeyCheck(),
        ByteOrderMarkCheck(),
        OverdueReviewCheck(),
        ForeignAddressCheck(),
        StaleTranslationCheck(),
    ]

    /// The checks of texts.
    public static let textChecks: [any TextCheck] = [
        LiteralMarkupCheck(),
        ForeignMarkupCheck(),
        FootnoteCheck(),
        BareAddressCheck(),
        UntranslatedCheck(),
        TranslatorLeftoverCheck(),
        TermCheck(),
        MixedAlphabetsCheck(),
        GarbledLettersCheck(),
        PrivateValueCheck(),
        APIKeyCheck(),
        SpaceBeforeSignCheck(),
        SpaceAfterSignCheck(),
        StraightApostropheCheck(),
        ThreeDotsCheck(),
        StraightQuoteCheck(),
        ByteOrderMarkCheck(),
        DecomposedLettersCheck(),
    ]

    /// The checks of one language against the other.
    public static let comparisonChecks: [any ComparisonCheck] = [
        DifferentSectionsCheck(),
        DifferentHeadingsCheck(),
        DifferentStepsCheck(),
        DifferentOptionsCheck(),
        DifferentAnchorsCheck(),
        DifferentListsCheck(),
        DifferentTablesCheck(),
        DifferentParagraphsCheck(),
        DifferentCodeBlocksCheck(),
        DifferentCodeCheck(),
        DifferentValuesCheck(),
        DifferentNumbersCheck(),
        DifferentLinksCheck(),
        DifferentImagesCheck(),
        DifferentVariantsCheck(),
        DifferentRecommendationCheck(),
        DifferentAlertsCheck(),
        DifferentElementsCheck(),
        DifferentFootnotesCheck(),
        DifferentTasksCheck(),
        DifferentInlineCodeCheck(),
        DifferentLabelsCheck(),
        SameTextCheck(),
        DifferentTermsCheck(),
    ]

    /// The checks of the project's other files.
    public static let fileChecks: [any FileCheck] = [
        PrivateValueCheck(),
        APIKeyCheck(),
        ByteOrderMarkCheck(),
        MissingTermCheck(),
        MissingLabelCheck(),
    ]

    /// The checks that come last.
    public static let projectChecks: [any ProjectCheck] = [
        UnusedValueCheck(), MixedRegisterCheck(), ErrorSampleCheck(), ErrorOverlapCheck(),
    ]

    private static let guideGuards = guideChecks.filter { type(of: $0).guardsBuild }
    private static let textGuards = textChecks.filter { type(of: $0).guardsBuild }

    /// What is wrong with a guide.
    public static func diagnose(
        _ guide: borrowing Guide, in context: CheckContext, scope: Scope = .build
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for check in scope == .all ? guideChecks : guideGuards { diagnostics += check.diagnose(guide, in: context) }
        if scope == .build {
            diagnostics += guardTexts(of: guide, context)
        } else {
            let texts = texts(of: guide, context)
            for (index, text) in texts.enumerated() {
                let own = CascadeFilter.withoutForeign(textChecks.flatMap { $0.diagnose(text, in: context) })
                diagnostics += own
                if index == 0 { continue }
                let pair = EditionPair(text, from: texts[0])
                let found = CascadeFilter(pair).apply(to: comparisonChecks.flatMap { $0.diagnose(pair, in: context) })
                let page = CascadeFilter.withoutPage(found, own)
                diagnostics += CascadeFilter.withoutFailed(CascadeFilter.withoutNotes(page, own), own)
            }
            diagnostics = CascadeFilter.withoutRepetition(diagnostics)
        }
        return Masking.masked(diagnostics)
    }

    /// Looks at the text only of files whose bytes give reason to: a build has other things to do.
    private static func guardTexts(of guide: borrowing Guide, _ context: CheckContext) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, edition) in guide.editions.enumerated() {
            let checks = textGuards.filter { $0.mayFind(in: edition.file.bytes, context) }
            if checks.isEmpty { continue }
            let text = text(of: guide, index, context)
            for check in checks { diagnostics += check.diagnose(text, in: context) }
        }
        return diagnostics
    }

    private static func texts(of guide: borrowing Guide, _ context: CheckContext) -> [EditionText] {
        guide.editions.indices.map { text(of: guide, $0, context) }
    }

    private static func text(of guide: borrowing Guide, _ index: Int, _ context: CheckContext) -> EditionText {
        let edition = guide.editions[index]
        let texts = context.book.texts(in: edition.language.tag, examples: guide.metadata.examples)
        return EditionText(edition, of: guide.id, filledWith: texts)
    }

    /// What is wrong with a text that belongs to no guide: it has no sections, and what it links to may be anywhere.
    public static func diagnose(_ edition: Edition, in context: CheckContext) -> [Diagnostic] {
        var diagnostics =
            MissingValueCheck().diagnose(edition, context.book.resolved(), context)
            + FilledSizeCheck().diagnose(edition, [:], context) + TablePlaceholderCheck().diagnose(edition, context)
            + LinkCheck().diagnoseAddresses(edition, context)
        let secrets: [any TextCheck] = [PrivateValueCheck(), APIKeyCheck()]
        let checks = secrets.filter { $0.mayFind(in: edition.file.bytes, context) }
        if !checks.isEmpty {
            let texts = context.book.texts(in: edition.language.tag)
            let text = EditionText(edition, of: "", filledWith: texts)
            for check in checks { diagnostics += check.diagnose(text, in: context) }
        }
        return Masking.masked(diagnostics)
    }

    /// What is wrong with the configuration, the templates and the tables.
    public static func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        fileChecks.flatMap { $0.diagnose(files, in: context) }
    }

    /// What is wrong with all guides taken together.
    ///
    /// - Parameters:
    ///   - shares: into how many shares the guides may be parted.
    ///   - run: makes so many calls, side by side or not, and gives what came of each.
    public static func diagnose(
        _ guides: ProjectFacts, in context: CheckContext, shares: Int = 1,
        run: (Int, @escaping @Sendable (Int) -> [Diagnostic]) -> [[Diagnostic]] = { count, call in (0..<count).map(call)
        }
    ) -> [Diagnostic] {
        let count = guides.messages.count
        // A share of few guides is not worth what each needs.
        let shares = min(max(1, shares), max(1, count / fewestShared))
        let calls = projectChecks.flatMap { check in
            let parts = check.isShared ? shares : 1
            return (0..<parts).map { (check: check, share: count * $0 / parts..<count * ($0 + 1) / parts) }
        }
        return run(calls.count) { calls[$0].check.diagnose(guides, calls[$0].share, in: context) }.flatMap { $0 }
    }

    /// So many guides at least are a share.
    private static let fewestShared = 200
}

extension ProblemRegistry {
    /// What the checks and their suppressions report.
    package static let ofChecks: [any Problem.Type] = {
        typealias Registry = CheckRegistry
        let checks: [any Check] =
            Registry.guideChecks + Registry.textChecks + Registry.comparisonChecks + Registry.fileChecks
            + Registry.projectChecks
        return checks.flatMap { type(of: $0).problems }
            + [BadSuppression.self, UnknownCheck.self, UnusedSuppression.self, UnsuppressibleCheck.self]
    }()
}
