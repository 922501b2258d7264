import Sources

/// A part of the guide with more or fewer code blocks than in the source language.
struct DifferentCodeBlocksCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentCodeBlocks.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return pair.regions.compactMap { region, other in
            let (count, sourceCount) = (region.codeBlocks.count, other.codeBlocks.count)
            guard count != sourceCount else { return nil }
            let surplus = other.codeBlocks.dropFirst(count).first
            return Diagnostic(
                DifferentCodeBlocks(count: count, sourceCount: sourceCount, language: language),
                at: translation.place(of: region),
                related: surplus.map { [source.note($0, "a code block in \(language)")] } ?? [])
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
                fr: "## Problème\n\n```\nmake\n```\n\n```\nmake test\n```", en: "## ⟦Problem⟧\n\n```\nmake\n```",
                "1 code block, and 2 code blocks in Français")
        ],
        clean: [CheckExample(fr: "```\nmake\n```", en: "    make")])

    let count: Int
    let sourceCount: Int
    let language: String

    var message: String {
        "\(count.counted("code block")), and \(sourceCount.counted("code block")) in \(language)"
    }
    var help: String? {
        count < sourceCount ? "copy the code block that is missing" : "add it to the other language, or remove it here"
    }
}
