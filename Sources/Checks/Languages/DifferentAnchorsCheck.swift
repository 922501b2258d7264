import CommonMark
import Guides
import Sources

/// A step, an option or another heading whose ID differs from the source language's.
struct DifferentAnchorsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentAnchors.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation.edition, pair.source.edition)
        return pair.anchorDifferences.map { own, other in
            Diagnostic(
                DifferentAnchors(
                    own: own.hasDefaultID ? nil : own.id, source: other.hasDefaultID ? nil : other.id,
                    language: source.language.name),
                at: translation.place(of: own.heading),
                related: [pair.source.note(other.heading, "its counterpart")],
                fix: other.hasDefaultID ? nil : fix(own, other, in: translation))
        }
    }

    /// Writes the source's ID into the translation's heading, and into the links to it on the same page.
    private func fix(_ own: Part, _ other: Part, in edition: Edition) -> Fix? {
        let file = edition.file
        let line = file.range(ofLine: own.heading.startLine)
        guard line.upperBound <= file.bytes.count, file.bytes[line].first == UInt8(ascii: "#"),
            !edition.anchors.contains(other.id)
        else { return nil }
        func edit(_ range: Range<Int>, _ text: String) -> Fix.Edit {
            Fix.Edit(in: file, replacing: range, with: Array(text.utf8))
        }
        if own.hasDefaultID {
            // Behind the title, or within braces that it has already.
            if let open = file.bytes[line].lastIndex(of: UInt8(ascii: "{")), file.bytes[line].last == UInt8(ascii: "}"),
                file.bytes[open + 1] == UInt8(ascii: ".")
            {
                return Fix("write `#\(other.id)`", edits: [edit((open + 1)..<(open + 1), "#\(other.id) ")])
            }
            let end = file.bytes[line].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? line.upperBound
            guard file.bytes[end - 1] != UInt8(ascii: "#") else { return nil }
            return Fix("write `{#\(other.id)}`", edits: [edit(end..<end, " {#\(other.id)}")])
        }
        guard let found = file.bytes.firstRange(of: Array("{#\(own.id)".utf8), within: line) else { return nil }
        var edits = [edit((found.lowerBound + 2)..<found.upperBound, other.id)]
        for link in edition.links where link.target == .anchor(own.id) {
            guard let range = link.node.sourceRange,
                let address = file.bytes.lastRange(of: Array("#\(own.id)".utf8), within: range)
            else { return nil }
            edits.append(edit((address.lowerBound + 1)..<address.upperBound, other.id))
        }
        return Fix("write `#\(other.id)`", edits: edits)
    }
}

extension [UInt8] {
    /// The last place of some bytes within a range.
    fileprivate func lastRange(of wanted: [UInt8], within range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        var start = range.lowerBound
        while let next = firstRange(of: wanted, within: start..<range.upperBound) {
            found = next
            start = next.lowerBound + 1
        }
        return found
    }
}

struct DifferentAnchors: Problem {
    static let description = CheckDescription(
        "different-anchors", .languages,
        summary: "A step, an option or another heading whose ID differs from the source language's.",
        why:
            "Anchors are the same in every language: a link that a reader shares leads to the same place whoever opens it.",
        mending: "`--fix` writes the source's ID. An ID is not a word to translate.",
        faulty: [
            CheckExample(
                fr: "## Étapes\n\n### Demander {#ask}\n\nTexte.", en: "## Steps\n\n### ⟦Ask {#request}⟧\n\nText.",
                "the ID is `#request`, and in Français `#ask`"),
            CheckExample(
                fr: "## Étapes\n\n### Demander {#ask}\n\nTexte.", en: "## Steps\n\n### ⟦Ask⟧\n\nText.",
                "there is no ID here, and in Français it is `#ask`"),
        ],
        clean: [
            CheckExample(
                fr: "## Étapes\n\n### Demander {#ask}\n\nTexte.\n\n### Attendre\n\nTexte.",
                en: "## Steps\n\n### Ask {#ask}\n\nText.\n\n### Wait\n\nText.")
        ])

    /// The ID in the translation, and in the source; nil where it is the heading's number.
    let own: String?
    let source: String?
    let language: String

    var message: String {
        switch (own, source) {
        case (let own?, let source?): "the ID is `#\(own)`, and in \(language) `#\(source)`"
        case (let own?, nil): "the ID is `#\(own)`, and \(language) has none"
        case (nil, let source): "there is no ID here, and in \(language) it is `#\(source ?? "")`"
        }
    }
    var help: String? {
        source.map { "write `{#\($0)}`" } ?? "write the same one in the other language, or remove it here"
    }
}
