import CommonMark
import Sources

/// A paragraph in another language than its file's.
struct UntranslatedCheck: TextCheck {
    static let problems: [any Problem.Type] = [Untranslated.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let detector = context.detector
        guard let own = detector.tags.firstIndex(of: text.edition.language.tag), detector.tags.count > 1 else {
            return []
        }
        var found: [(language: Int, place: Place, isWhole: Bool)] = []
        var others = 0
        for block in text.blocks {
            guard block.node?.kind != .codeBlock, block.range.count > 12 else { continue }
            let sentences = detector.sentences(of: block, in: text)
            guard let foreign = Self.foreign(sentences, own: own), block.node?.isQuoted != true, !text.isCitation(block)
            else {
                if sentences.contains(where: { $0.count.hits[own] > 0 }) { others += 1 }
                continue
            }
            let place = foreign.range.map { text.place($0) } ?? text.place(of: block)
            found.append((foreign.language, place, foreign.range == nil))
        }
        func name(_ language: Int) -> String {
            context.project.languages.first { $0.tag == detector.tags[language] }?.name ?? ""
        }
        // A page that nobody has translated yet is one fault.
        let whole = found.filter(\.isWhole)
        if let first = whole.first, whole.count >= Self.fewestOfPage, whole.count > 9 * others,
            found.allSatisfy({ $0.language == first.language })
        {
            return [Diagnostic(Untranslated(language: name(first.language), blocks: whole.count), at: first.place)]
        }
        return found.map { Diagnostic(Untranslated(language: name($0.language), blocks: nil), at: $0.place) }
    }

    /// So many blocks at least are in another language in a page that is told as a whole.
    private static let fewestOfPage = 5

    /// The language of a block, or of sentences in it, and their range where others are in the right one.
    private static func foreign(
        _ sentences: [LanguageDetector.Sentence], own: Int
    ) -> (language: Int, range: Range<Int>?)? {
        guard var count = sentences.first?.count else { return nil }
        for sentence in sentences.dropFirst() { count.add(sentence.count) }
        if isForeign(count, own: own) { return (language(of: count, but: own), nil) }
        guard sentences.count > 1 else { return nil }
        let foreign = sentences.filter { isForeign($0.count, own: own) }
        guard let first = foreign.first, let last = foreign.last else { return nil }
        return (language(of: first.count, but: own), first.range.lowerBound..<last.range.upperBound)
    }

    /// Whether a text is in another language than its own: three words tell it, and hardly any its own.
    static func isForeign(_ count: LanguageDetector.Count, own: Int) -> Bool {
        let hits = count.hits[language(of: count, but: own)]
        return hits >= 3 && (count.hits[own] == 0 || hits > 5 * count.hits[own])
    }

    private static func language(of count: LanguageDetector.Count, but own: Int) -> Int {
        count.hits.indices.filter { $0 != own }.max { count.hits[$0] < count.hits[$1] } ?? own
    }
}

extension EditionText {
    /// The place of a block of prose, from its first byte to its last.
    func place(of block: Block) -> Place {
        let words = runs[block.runs].filter { $0.kind != .gap }
        guard let first = words.first, let last = words.last else { return edition.file.place(line: 1) }
        return place(first.range.lowerBound..<last.range.upperBound)
    }
}

extension Node {
    /// Whether a block is quoted from elsewhere; an alert is the author's own.
    var isQuoted: Bool {
        var current = parent
        while let node = current {
            if node.kind == .blockQuote { return true }
            current = node.parent
        }
        return false
    }
}

struct Untranslated: Problem {
    static let description = CheckDescription(
        "untranslated", .languages,
        summary: "A paragraph, heading, item or cell in another language than its file's.",
        why: "It was copied to be translated, and forgotten.",
        mending: "Translate it. Put names that stay as they are between quotation marks or backticks.",
        faulty: [
            CheckExample(
                "⟦Ouvre la page des limites et vérifie que le compte est le bon.⟧", "this is in Français"),
            CheckExample(
                fr: "⟦You need to open the page and check that it is the right account.⟧", "this is in English"),
            CheckExample(
                fr: "Ouvre la page. ⟦Then check that you have the right account⟧.", "this is in English"),
            CheckExample(
                "---\ntitle: T\nsummary: ⟦La page des limites est dans les réglages du compte.⟧\n---\n\n## Problem\n\nText.",
                "this is in Français"),
            CheckExample(
                "---\ntitle: ⟦La page des limites du compte⟧\nsummary: ⟦La page des limites du compte⟧\n---\n\n## Problem\n\nText.",
                "this is in Français", "this is in Français"),
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"),
                    (
                        "en.md",
                        "---\ntitle: Ada\n---\n\n## ⟦Ouvre la page des limites du compte⟧\n\n"
                            + (1...5).map { "La page \($0) des limites est dans les réglages du compte.\n\n" }.joined()
                    ),
                ], ["the page is in Français"]),
            CheckExample(
                fr: "- [⟦Then check that you have the right account⟧](https://example.org/a)", "this is in English"),
            CheckExample(
                fr: "- [⟦Then check that you have the right account (it is in the list)⟧](https://example.org/a)",
                "this is in English"),
        ],
        clean: [
            CheckExample(
                fr: "Clique sur « Request an increase of the limit for this organization », puis remplis le formulaire."
            ),
            CheckExample("The French name is “la page des limites et des quotas de l’organisation”."),
            CheckExample(
                fr: """
                    - [CWE-321 Use of Hard-coded Cryptographic Key in the Account of the User](https://example.org/321)
                    - [The Complete Guide to the Limits of Your Account](https://example.org/guide).
                    - [12. Make sure that users succeed the first time (Digital Standard (UK))](https://example.org/12)
                    - [How to write for all of your readers (example.org)](https://example.org/write)
                    """),
            CheckExample(fr: "OpenAI Realtime API, Azure, Google Cloud."),
            CheckExample("AC-2, SI-4, AU-6, AU-12, SI-4(7), DES, SUR/LES."),
            CheckExample(fr: "> The limit for this organization is the one that you have been given."),
        ])

    let language: String
    /// How many headings, paragraphs, items and cells are, where it is nearly all of the page; nil for one of them.
    let blocks: Int?

    var message: String { blocks == nil ? "this is in \(language)" : "the page is in \(language)" }
    var help: String? {
        if let blocks { return "translate its \(blocks) texts, or remove the file until somebody does" }
        return "translate it, or put what stays as it is between quotation marks or backticks"
    }
}

struct SameText: Problem {
    static let description = CheckDescription(
        "same-text", .languages,
        summary: "A paragraph, heading, item or cell that is word for word the source language's.",
        why: "It was copied to be translated, and forgotten.",
        mending: "Translate it. Put names that stay as they are between quotation marks or backticks.",
        faulty: [
            CheckExample(
                fr: "Ouvre la page.", en: "⟦Ouvre la page.⟧", "this is the same text as in Français"),
            CheckExample(
                fr: "- Attends deux minutes.\n- La limite vaut {{limit.current}}.",
                en: "- ⟦Attends deux minutes.⟧\n- ⟦La limite vaut {{limit.current}}.⟧",
                "this is the same text as in Français", "this is the same text as in Français"),
            CheckExample(
                fr: "---\ntitle: Sauvegarder un serveur\nsummary: Un résumé.\n---\n\n## Problème\n\nTexte.",
                en:
                    "---\ntitle: ⟦Sauvegarder un serveur⟧\nsummary: A summary.\n---\n\n## Problem\n\nText.",
                "this is the same text as in Français"),
            CheckExample(
                fr: "## Références {#refs}\n\nTexte.", en: "## ⟦Références⟧ {#refs}\n\nText.",
                "this is the same text as in Français"),
        ],
        clean: [
            CheckExample(fr: "OpenAI Realtime API", en: "OpenAI Realtime API"),
            CheckExample(fr: "- hello-world.md\n- src/how-to.mdx", en: "- hello-world.md\n- src/how-to.mdx"),
            CheckExample(fr: "« Ouvre la page. »", en: "« Ouvre la page. »"),
            CheckExample(
                fr: "## Description {#a}\n\nUn texte.\n\n## Usage {#b}\n\nTexte.\n\n- Documentation :\n- Message",
                en: "## Description {#a}\n\nA text.\n\n## Usage {#b}\n\nText.\n\n- Documentation :\n- Message"),
            CheckExample(
                fr: "- [La Clé des Limites du Compte](https://example.org/a)",
                en: "- [La Clé des Limites du Compte](https://example.org/a)"),
        ])

    let language: String

    var message: String { "this is the same text as in \(language)" }
    var help: String? { "translate it, or put what stays as it is between quotation marks or backticks" }
}
