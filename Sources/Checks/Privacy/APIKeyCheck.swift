import Guides
import Sources
import Values

/// An API key or a token of one of the common providers.
struct APIKeyCheck: TextCheck, GuideCheck, FileCheck {
    static let problems: [any Problem.Type] = [APIKey.self]

    /// A key stands in the bytes as it is, unless markup interrupts it.
    func mayFind(in bytes: [UInt8], _ context: CheckContext) -> Bool {
        KeyFinder.mayOccur(in: bytes)
    }

    /// The file's bytes have comments and metadata in them, the text what escapes and emphasis hide in the bytes.
    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let file = text.edition.file
        var keys = KeyFinder.keys(in: file.bytes)
        let known = SortedRanges(keys.map(\.range))
        for key in KeyFinder.keys(in: text.bytes) where text.isWritten(key.range) {
            let source = text.sourceRange(key.range)
            if !known.overlap(source) {
                keys.append(KeyFinder.Key(provider: key.provider, range: source, text: key.text, whole: source))
            }
        }
        return diagnostics(keys, in: file, context)
    }

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        find(in: guide.metadataFile, context)
    }

    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        files.all.flatMap { find(in: $0, context) }
    }

    private func find(in file: SourceFile, _ context: CheckContext) -> [Diagnostic] {
        diagnostics(KeyFinder.keys(in: file.bytes), in: file, context)
    }

    private func diagnostics(_ keys: [KeyFinder.Key], in file: SourceFile, _ context: CheckContext) -> [Diagnostic] {
        if keys.isEmpty { return [] }
        let examples = Set(context.project.configuration.values.compactMap { $0.example?.key(type: $0.type) })
        return keys.filter { key in
            let text = String(decoding: key.text, as: UTF8.self)
            return !examples.contains(text) && !text.contains(APIKey.publishedPayload)
        }.map { key in
            guard let provider = key.provider else {
                return Diagnostic(APIKey(provider: nil, shown: ""), at: file.place(key.range))
            }
            let shown = Masking.shortened(key.text)
            return Diagnostic(
                APIKey(provider: provider, shown: shown),
                at: file.place(key.range).masked(after: shown.unicodeScalars.count - 1))
        }
    }
}

struct APIKey: Problem {
    /// `{"sub":"1234567890","name":"John Doe"`, of the token that documentations show as the example of one.
    static let publishedPayload = "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l"

    static let description = CheckDescription(
        "api-key", .privacy, guardsBuild: true,
        summary: "An API key, a token or a private key in content, configuration or a template.",
        why: "Whoever finds it can act, and spend, in your name; scanners find it within minutes.",
        mending: """
            Revoke the key where it was issued: it is in the history of the repository. Write a placeholder, or an \
            example that is plainly made up, such as `sk-EXAMPLE`.
            """,
        faulty: [
            CheckExample(
                "Put ⟦\(made("ghp", "_"))⟧.", "this looks like a key of GitHub: `ghp_a1…`"),
            CheckExample(
                fr: "La clé est «\u{A0}⟦\(made("sk", "-proj-"))⟧\u{A0}».", "this looks like a key of OpenAI: `sk-pro…`"),
            CheckExample(
                "```sh\nexport KEY=⟦\(made("AI", "za"))⟧\n```\n\n⟦-----BEGIN RSA PRIVATE KEY-----⟧",
                "this looks like a key of Google: `AIzaa1…`", "this is a private key"),
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  key: {type: text, value: ⟦\(made("glpat", "-"))⟧}\n",
                "this looks like a key of GitLab: `glpat-…`"),
        ],
        clean: [
            CheckExample(
                "A token is `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\(publishedPayload)IiwiaWF0IjoxNTE2MjM5MDIyfQ.\(made("Sfl", ""))`."
            ),
            CheckExample(
                "Yours begins with `sk-`: `sk-XXXXXXXXXXXXXXXXXXXXXXXX`, ghp_EXAMPLEexampleEXAMPLEexampleEXAMPLE."),
            CheckExample("A sk-looking-word-that-is-long-enough and task-force-of-the-whole-organization."),
        ])

    /// A key that is none, put together here so that no scanner takes this file for a leak.
    private static func made(_ start: String, _ end: String) -> String {
        start + end + (1...6).map { "a\($0)Bc\($0)D" }.joined()
    }

    /// Who issued it; nil for a private key.
    let provider: String?
    /// Its beginning; never the whole.
    let shown: String

    var message: String {
        provider.map { "this looks like a key of \($0): `\(shown)`" } ?? "this is a private key"
    }
    var help: String? { "revoke it where it was issued, and write an example that is plainly made up" }
}
