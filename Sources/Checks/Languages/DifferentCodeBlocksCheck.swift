import Sources

/// A part of the guide with more or fewer code blocks than in the source language.
struct DifferentCodeBlocksCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentCodeBlocks.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return zip(pair.regions, pair.regionIndices).flatMap { regions, indices -> [Diagnostic] in
            let (region, other) = regions
            let (own, theirs) = (region.codeBlocks, other.codeBlocks)
            if own.isEmpty, theirs.isEmpty { return [] }
            let pairing = CodeBlockPairing(own, theirs)
            func line(_ index: Int) -> Place { translation.edition.file.place(line: max(1, own[index].startLine)) }
            guard own.count == theirs.count else {
                let difference = DifferentCodeBlocks.Difference.count(own.count, theirs.count)
                let place =
                    own.count > theirs.count
                    ? pairing.surplus.first.map(line)
                    : pairing.missing.first.map { pair.place(ofMissing: theirs[$0.other], in: indices) }
                return [
                    Diagnostic(
                        DifferentCodeBlocks(difference: difference, language: language),
                        at: place ?? translation.place(of: region),
                        related: pairing.missing.first.map {
                            [source.note(theirs[$0.other], "a code block in \(language)")]
                        }
                            ?? [])
                ]
            }
            return pairing.surplus.map {
                Diagnostic(DifferentCodeBlocks(difference: .surplus, language: language), at: line($0))
            }
                + pairing.missing.map { missing in
                    Diagnostic(
                        DifferentCodeBlocks(difference: .missing(isFirst: missing.before == 0), language: language),
                        at: missing.before > 0 ? line(missing.before - 1) : translation.place(of: region),
                        related: [source.note(theirs[missing.other], "it is here")])
                }
        }
    }
}

struct DifferentCodeBlocks: Problem {
    static let description = CheckDescription(
        "different-code-blocks", .languages,
        summary: "More or fewer code blocks than in the source language.",
        why: "A command that is missing in one language is a step that cannot be taken.",
        mending: "Copy the code block that is missing, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\n```\nmake\n```\n\n```\nmake test\n```", en: "## Problem\n\n⟦```⟧\nmake\n```",
                "1 code block, and 2 code blocks in Français"),
            CheckExample(
                fr: "```yaml\na: 1\n```\n\n```sh\nmake\n```\n\n```yaml\nb: 2\n```",
                en: "⟦```properties⟧\nc=3\n```\n\n```yaml\na: 1\n```\n\n⟦```sh⟧\nmake\n```",
                "Français has no such code block", "a code block of Français is missing after this one"),
        ],
        clean: [CheckExample(fr: "```\nmake\n```", en: "    make")])

    enum Difference: Sendable {
        /// So many, and so many in the source.
        case count(Int, Int)
        /// As many, and this one has no counterpart.
        case surplus
        case missing(isFirst: Bool)
    }

    let difference: Difference
    let language: String

    var message: String {
        switch difference {
        case .count(let count, let sourceCount):
            "\(count.counted("code block")), and \(sourceCount.counted("code block")) in \(language)"
        case .surplus: "\(language) has no such code block"
        case .missing(let isFirst):
            "a code block of \(language) is missing \(isFirst ? "before the first one" : "after this one")"
        }
    }
    var help: String? {
        switch difference {
        case .count(let count, let sourceCount) where count >= sourceCount: Self.removal
        case .surplus: Self.removal
        default: "copy the code block that is missing"
        }
    }

    private static let removal = "add it to the other language, or remove it here"
}
