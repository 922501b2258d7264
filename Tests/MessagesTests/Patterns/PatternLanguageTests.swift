import Guides
import Messages
import Sources
import TestSupport
import Testing
import Values

/// What patterns can say, and what they take of a message.
@Suite struct PatternLanguageTests {
    private static let values = """
        title: T
        languages: [en, fr]
        values:
          file: {type: text, example: f}
          name: {type: identifier, example: n}
          other: {type: identifier, example: o}
          count: {type: integer, example: 1}
          wait: {type: duration, example: 1s}
          day: {type: date, example: 2026-01-01}
        """

    private func matcher(_ errors: String) throws -> ErrorMatcher {
        let configuration = try #require(
            Configuration.read(SourceFile(path: "vademecum.yaml", bytes: Array(Self.values.utf8))).configuration)
        let file = SourceFile(path: "guide.yaml", bytes: Array("errors: \(errors)\n".utf8))
        let (metadata, problems) = GuideMetadata.read(file, configuration: configuration)
        #expect(problems.lines == [])
        return ErrorMatcher([("guide", try #require(metadata).errors)], values: configuration.values)
    }

    private func found(_ errors: String, in message: String) throws -> [String: JSON]? {
        guard case .found(let match) = try matcher(errors).find(in: message, now: 1_790_000_000) else { return nil }
        return Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) })
    }

    @Test(
        arguments: [
            (
                "cannot (open|read|write to) {{file}}: denied", "cannot write to /a b: denied",
                ["file": JSON.text("/a b")]
            ),
            ("cannot (open|read) {{file}}: denied", "cannot close /a: denied", nil),
            ("limit (\\\\(TPM\\\\|x\\\\)|reached) {{count}}", "limit (TPM|x) 5", ["count": .number(5)]),
            // Parentheses without a bar, and one that is never closed, are the message's.
            ("limit (TPM) of {{count}} (but", "limit (TPM) of 5 (but here", ["count": .number(5)]),
            ("a [b [c {{name}} ]d ]e", "a e", [:]), ("a [b [c {{name}} ]d ]e", "a b d e", [:]),
            ("a [b [c {{name}} ]d ]e", "a b c x1 d e", ["name": .text("x1")]),
            (
                "{{name}} failed{{*}}code {{count}}", "job-1 failed\nafter a while\nwith code 7",
                ["name": .text("job-1"), "count": .number(7)]
            ),
            (
                "from {{name}} {{*}} to {{other}}.", "from app@1 over many places to web@2.",
                ["name": .text("app@1"), "other": .text("web@2")]
            ),
            ("no \\\\{{ {{name}} }} here", "no {{ x }} here", ["name": .text("x")]),
            ("bad ${{ matrix.os }} for {{name}}", "bad ${{ matrix.os }} for x", ["name": .text("x")]),
        ] as [(String, String, [String: JSON]?)])
    func language(pattern: String, message: String, values: [String: JSON]?) throws {
        #expect(try found("[\"\(pattern)\"]", in: message) == values)
    }

    /// A wait that ends at a moment lasts until then: the message is read at 2026-09-21T14:13:20Z.
    @Test(arguments: [
        ("2 hours and 30 minutes", 9000), ("2 hours, 30 minutes", 9000), ("PT30S", 30), ("P1DT1H", 90000),
        ("00:01:30", 90), ("1.02:03:04", 93784), ("250µs", 0.00025), ("250 μs", 0.00025), ("1,800 seconds", 1800),
        ("30,5 s", 30.5), ("30 Sekunden", 30), ("5 minutes et 3 secondes", 303), ("an hour", 3600), ("1m26.4s", 86.4),
        ("30秒", 30), ("5分钟", 300), ("2026-09-21T14:14:20Z", 60), ("2026-09-21 16:14:20 +02:00", 60),
        ("Mon, 21 Sep 2026 14:14:20 GMT", 60), ("Sep 21, 2026 at 2:14:20 PM UTC", 60), ("2020-01-01T00:00:00Z", 0),
        ("1790000060", 60), ("1790000060000", 60),
    ])
    func waits(text: String, seconds: Double) throws {
        #expect(try found("[\"Retry after {{wait}}.\"]", in: "Retry after \(text).") == ["wait": .number(seconds)])
        #expect(try found("[\"wait: {{wait}}\"]", in: "log: wait: \(text)\nnext") == ["wait": .number(seconds)])
    }

    @Test func unitMayBeThePatterns() throws {
        #expect(try found("[\"Retry after {{wait}} minutes\"]", in: "Retry after 3 minutes") == ["wait": .number(180)])
        #expect(try found("[\"Retry-After: {{wait}}\"]", in: "Retry-After: 120\r\n") == ["wait": .number(120)])
    }

    @Test(arguments: [
        ("40000", 40000), ("40,000", 40000), ("40.000", 40000), ("1.000.000", 1_000_000), ("40 000", 40000),
        ("40'000", 40000), ("1,00,000", 100_000), ("40K", 40000), ("1.5M", 1_500_000), ("1e6", 1_000_000),
        ("512Mi", 536_870_912), ("-5", -5),
    ])
    func numbers(text: String, number: Double) throws {
        #expect(
            try found("[\"limit of {{count}} tokens\"]", in: "limit of \(text) tokens") == ["count": .number(number)])
        #expect(try found("[\"the limit is {{count}}\"]", in: "the limit is \(text).") == ["count": .number(number)])
    }

    @Test(arguments: [
        "Oct 1, 2026", "1 October 2026", "2026-10-01", "2026-10-01T18:00:00Z", "01.10.2026", "Thu Oct  1 18:00:00 2026",
    ])
    func days(text: String) throws {
        #expect(try found("[\"expires {{day}} soon\"]", in: "expires \(text) soon") == ["day": .text("2026-10-01")])
    }

    @Test func wordingsOfLanguages() throws {
        let errors = "{en: ['cannot push to {{name}}'], fr: ['impossible de pousser vers {{name}}']}"
        #expect(try found(errors, in: "erreur : impossible de pousser vers origin") == ["name": .text("origin")])
        #expect(try found(errors, in: "error: cannot push to origin") == ["name": .text("origin")])
    }

    @Test(arguments: [
        "cannot open the file ***: denied", "cannot open the file [REDACTED]: denied",
        "cannot open the file XXXXX: denied",
        "cannot open the file <your-file>: denied",
    ])
    func masked(message: String) throws {
        guard case .found(let match) = try matcher("['cannot open the file {{name}}: denied']").find(in: message) else {
            Issue.record("\(message) is not found")
            return
        }
        #expect(match.values.isEmpty && match.hidden == ["name"])
    }
}
