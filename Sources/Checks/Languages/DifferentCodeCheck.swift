import CommonMark
import Sources

/// A code block that says something else than in the source language.
struct DifferentCodeCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentCode.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let (blocks, others) = (Self.lines(of: translation), Self.lines(of: source))
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            guard region.codeBlocks.count == other.codeBlocks.count else { return [] }
            return zip(region.codeBlocks, other.codeBlocks).compactMap { block, otherBlock in
                // What is marked as text is a file's or a program's words, which may be in the reader's language.
                guard block.fenceInfo.prefix(while: { $0 != " " }) != "text" else { return nil }
                guard let lines = blocks[block], let otherLines = others[otherBlock] else { return nil }
                return difference(lines, translation, otherLines, source)
            }
        }
    }

    private func difference(
        _ lines: [Range<Int>], _ translation: EditionText, _ others: [Range<Int>], _ source: EditionText
    ) -> Diagnostic? {
        let language = source.edition.language.name
        var index = 0
        while index < min(lines.count, others.count),
            translation.bytes[lines[index]] == source.bytes[others[index]]
        {
            index += 1
        }
        if index == lines.count, index == others.count { return nil }
        let other = index < others.count ? others[index] : others.last
        let related = other.map { [Diagnostic.Related(source.place($0), "the line in \(language)")] } ?? []
        guard index < lines.count else {
            guard let last = lines.last else { return nil }
            let problem = DifferentCode(isMissing: true, language: language)
            return Diagnostic(problem, at: translation.place(last), related: related)
        }
        return Diagnostic(
            DifferentCode(isMissing: false, language: language), at: translation.place(lines[index]), related: related)
    }

    /// The lines of every code block, without empty ones and comments, which are translated.
    private static func lines(of text: EditionText) -> [Node: [Range<Int>]] {
        var found: [Node: [Range<Int>]] = [:]
        for block in text.blocks {
            guard let node = block.node, node.kind == .codeBlock else { continue }
            found[node] = text.bytes[block.range].split(separator: 0x0A).map { line -> Range<Int> in
                let start = line.firstIndex { !$0.isSpace } ?? line.endIndex
                let end = line.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? line.endIndex
                return start..<max(start, end)
            }.filter { line in
                let code = text.bytes[line]
                return !line.isEmpty && code.first != UInt8(ascii: "#") && !code.starts(with: Array("//".utf8))
                    && !code.starts(with: Array("--".utf8))
            }
        }
        return found
    }
}

struct DifferentCode: Problem {
    static let description = CheckDescription(
        "different-code", .languages, .warning,
        summary: "A code block that differs from the source language's.",
        why: "Commands are the same in every language; one of the two does not work, or does something else.",
        mending:
            "Copy the line from the other language. Comments may differ: lines that begin with `#`, `//` or `--`, and code marked as `text`.",
        faulty: [
            CheckExample(
                fr: "```sh\nmake\nmake test --all\n```", en: "```sh\nmake\n⟦make tset --all⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```sh\nmake\nmake test\n```", en: "```sh\n⟦make⟧\n```", "a line is missing behind this one"),
        ],
        clean: [
            CheckExample(fr: "```text\nTrop de requêtes\n```", en: "```text\nToo many requests\n```"),
            CheckExample(
                fr: "```sh\n# Construire\nmake {{limit.current}}\n```",
                en: "```sh\n# Build\nmake {{limit.current}}\n```"),
        ])

    let isMissing: Bool
    let language: String

    var message: String {
        isMissing ? "a line is missing behind this one" : "this line differs from \(language)"
    }
    var help: String? { "make both the same; a line that begins with `#`, `//` or `--` is a comment and may differ" }
}
