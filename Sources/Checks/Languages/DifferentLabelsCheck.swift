import Sources

/// A label between quotation marks that is another than in the source language, where both keep it as it is.
///
/// Whether a button's words are translated is the author's choice. So a fault is only a label that was kept but for a
/// letter, or one whose words are of the other's language and not those of its counterpart.
struct DifferentLabelsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentLabels.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let theirs = source.labels
        if theirs.allSatisfy(\.isEmpty) { return [] }
        let own = translation.labels
        let language = source.edition.language.name
        // Most labels are told from each other without them.
        lazy var ownWords = Words(of: translation, not: source)
        lazy var theirWords = Words(of: source, not: translation)
        return pair.regionIndices.flatMap { index, otherIndex -> [Diagnostic] in
            let (mine, others) = (own[index], theirs[otherIndex])
            guard mine.count == others.count else { return [] }
            return zip(mine, others).compactMap { label, other -> Diagnostic? in
                // A word that is explained has no capital letter of a button.
                guard label.text.lowercased() != other.text.lowercased(), !other.text.contains(label.text),
                    !others.contains(where: { $0.text == label.text }),
                    !mine.contains(where: { $0.text == other.text }),
                    label.isMistyped(other) || ownWords.have(other.text) && !theirWords.have(other.text)
                        || theirWords.have(label.text) && !ownWords.have(label.text)
                else { return nil }
                return Diagnostic(
                    DifferentLabels(label: label.text, other: other.text, language: language),
                    at: translation.place(label.range),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")])
            }
        }
    }

    /// The words that tell a language.
    private struct Words {
        private let words: Set<String>

        init(of text: EditionText, not other: EditionText) {
            words = Self.all(text).subtracting(Self.all(other))
        }

        private static func all(_ text: EditionText) -> Set<String> {
            Set(text.edition.language.vocabulary.words + text.edition.language.writing.commonWords)
        }

        /// Whether one of them is among a label's.
        func have(_ label: String) -> Bool {
            label.lowercased().split { !$0.isLetter }.contains { $0.count > 1 && words.contains(String($0)) }
        }
    }
}

/// Words between quotation marks.
struct QuotedLabel {
    let text: String
    let range: Range<Int>

    /// Whether one is the other with a letter or two wrong in one of three words or more: no translation is.
    func isMistyped(_ other: QuotedLabel) -> Bool {
        let (words, others) = (text.split(separator: " "), other.text.split(separator: " "))
        guard words.count >= 3, words.count == others.count else { return false }
        let different = zip(words, others).filter { $0 != $1 }
        guard different.count == 1, let (word, right) = different.first else { return false }
        return NearestName.nearest(to: String(word), in: [String(right)]) != nil
    }
}

extension EditionText {
    /// What stands between quotation marks, by region.
    fileprivate var labels: [[QuotedLabel]] {
        var labels: [[QuotedLabel]] = Array(repeating: [], count: regions.count)
        let marks: [(open: [UInt8], close: [UInt8])] = [
            (Array("«".utf8), Array("»".utf8)), (Array("“".utf8), Array("”".utf8)),
            (Array("\"".utf8), Array("\"".utf8)),
        ]
        for block in blocks where block.node != nil && block.node?.kind != .codeBlock {
            for mark in marks {
                var start = block.range.lowerBound
                while let open = bytes.firstRange(of: mark.open, within: start..<block.range.upperBound),
                    let close = bytes.firstRange(of: mark.close, within: open.upperBound..<block.range.upperBound)
                {
                    start = close.upperBound
                    // What code is, code is compared as.
                    if run(at: open.lowerBound)?.kind == .code { continue }
                    let inner = trimmed(open.upperBound..<close.lowerBound)
                    // A longer text is speech.
                    guard !inner.isEmpty, inner.count <= 60 else { continue }
                    // The spaces of a label are those of its language's typography.
                    let text = String(decoding: bytes[inner], as: UTF8.self).replacing("\u{A0}", with: " ")
                        .replacing("\u{202F}", with: " ")
                    labels[block.region].append(QuotedLabel(text: text, range: inner))
                }
            }
        }
        return labels
    }

    /// A range without the spaces at its ends, of whatever kind.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while case let width = TextSpace.width(in: bytes, at: start, before: end), width > 0 { start += width }
        for width in [1, 2, 3]
        where end - width >= start && TextSpace.width(in: bytes, at: end - width, before: end) == width {
            end -= width
        }
        return start..<max(start, end)
    }
}

struct DifferentLabels: Problem {
    static let description = CheckDescription(
        "different-labels", .languages, .warning,
        summary:
            "A label between quotation marks that is not the source language's, where both keep labels as they are.",
        why: "Readers look for a button that has another name.",
        mending: "Copy the label as the screen shows it.",
        faulty: [
            CheckExample(
                fr: "Choisis « Tokens per minute (TPM) ».", en: "Choose “⟦Tokens per minutes (TPM)⟧”.",
                "“Tokens per minutes (TPM)” here, and “Tokens per minute (TPM)” in Français"),
            CheckExample(
                fr: "Clique sur « Save changes ».", en: "Click on “⟦Keep changes⟧”.",
                "“Keep changes” here, and “Save changes” in Français"),
        ],
        clean: [
            CheckExample(fr: "Clique sur « Enregistrer ».", en: "Click on “Save”."),
            CheckExample(fr: "Choisis « Statut du compte ».", en: "Choose “Account status”."),
            CheckExample(
                fr: "Tu vois « Erreur 12\u{A0}: aucune imprimante\u{A0}».",
                en: "You see “Erreur 12 : aucune imprimante”."),
            CheckExample(fr: "Des « User stories ».", en: "So-called “user stories”."),
            CheckExample(
                fr: "Écris `src=\"https://example.org/the/mon-image.jpg\"`.",
                en: "Write `src=\"https://example.org/the/my-image.jpg\"`."),
        ])

    let label: String
    let other: String
    let language: String

    var message: String { "“\(label)” here, and “\(other)” in \(language)" }
    var help: String? { "copy the label as the screen shows it" }
}
