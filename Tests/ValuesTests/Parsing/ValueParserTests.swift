import Sources
import TestSupport
import Testing

@testable import Values

/// What each type takes, and what it refuses.
@Suite struct ValueParserTests {
    static let plan = ValueType.choice([
        ValueType.Choice(key: "free", label: LocalizedText([:], fallback: "Free"), match: [], facts: [:]),
        ValueType.Choice(
            key: "tpm", label: LocalizedText([:], fallback: "TPM"), match: ["tokens per min (TPM)", "TPM"], facts: [:]),
    ])

    @Test(
        "Taken",
        arguments: [
            (.text, "any text, even `this`", .text("any text, even `this`")), (.text, "", .text("")),
            (.text, "  trimmed\t\n", .text("trimmed")), (.identifier, "gpt-4o-mini", .text("gpt-4o-mini")),
            (.integer, "40000", .number(40000)), (.integer, "-3", .number(-3)),
            (.integer, "9007199254740991", .number(9_007_199_254_740_991)), (.decimal, "6.141", .number(6.141)),
            (.percent, "12.5 %", .number(0.125)), (.percent, "12.5", .number(0.125)), (.percent, "7%", .number(0.07)),
            (.duration, "6.141s", .number(6.141)),
            (.url, "https://example.org/a?b=c#d", .text("https://example.org/a?b=c#d")),
            (.url, "mailto:a@example.org", .text("mailto:a@example.org")), (plan, "free", .choice("free")),
            (plan, "tpm", .choice("tpm")), (plan, "tokens per min (TPM)", .choice("tpm")),
            (plan, "TPM", .choice("tpm")),
        ] as [(ValueType, String, Value)])
    func taken(type: ValueType, text: String, value: Value) throws {
        #expect(try ValueParser.parse(text, as: type) == value)
    }

    @Test(
        "Refused",
        arguments: [
            (.identifier, ""), (.identifier, "two words"), (.identifier, "a\u{A0}b"), (.integer, "forty"),
            (.integer, "1.5"), (.integer, "9007199254740992"), (.integer, ""), (.decimal, "1e5"), (.decimal, "1,5"),
            (.percent, "%"), (.percent, "half"), (.duration, "60"), (.duration, "soon"), (.date, "2026-02-29"),
            (.date, "23/11/2026"), (plan, "Free"), (plan, "tokens"), (plan, ""), (.table([]), "a"),
        ] as [(ValueType, String)])
    func refused(type: ValueType, text: String) {
        #expect { try ValueParser.parse(text, as: type) } throws: { ($0 as? ValueError)?.fault == .type }
    }

    @Test(
        "An address has a scheme that pages may link to, and nothing that ends a link",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
            "ftp://example.org", "//example.org", "/path", "example.org", "#anchor", "", "https:", "https://",
            "https:///path", "https:example.org", "https://a b", "https://a\"b", "https://a<b", "https://a\\b",
            "mailto:nobody", " java\nscript:alert(1)",
        ])
    func hostileAddresses(text: String) {
        #expect(throws: ValueError.self) { try ValueParser.parse(text, as: .url) }
    }

    @Test(
        "Characters that no output can show",
        arguments: [
            ("\u{0}", 0), ("\u{1B}[31m", 0x1B), ("a\u{8}b", 8), ("\u{85}", 0x85), ("\u{202E}gpj", 0x202E),
            ("\u{2066}", 0x2066), ("\u{E000}00", 0xE000), ("\u{FEFF}a", 0xFEFF), ("\u{FFFF}", 0xFFFF),
            ("\u{1FFFE}", 0x1FFFE),
        ] as [(String, UInt32)])
    func forbidden(text: String, scalar: UInt32) {
        #expect { try ValueParser.parse("a\(text)", as: .text) } throws: {
            ($0 as? ValueError)?.fault == .character(scalar)
        }
    }

    @Test func aPatternMatchesTheWholeText() throws {
        let pattern = "org-[A-Za-z0-9]+"
        #expect(try ValueParser.parse("org-EXAMPLE1", as: .identifier, pattern: pattern) == .text("org-EXAMPLE1"))
        for text in ["org-", "xorg-a", "org-a/b", "ORG-a"] {
            #expect { try ValueParser.parse(text, as: .identifier, pattern: pattern) } throws: {
                ($0 as? ValueError)?.fault == .pattern(pattern)
            }
        }
        #expect {
            try ValueParser.parse(String(repeating: "a", count: 10_001), as: .text, pattern: "a+")
        } throws: { ($0 as? ValueError)?.fault == .tooLong }
    }

    @Test(
        "The message says what is taken",
        arguments: [
            (.integer, "many", "`limit` takes a whole number such as 40000, not `many`"),
            (.identifier, "a b", "`limit` takes one word without spaces, not `a b`"),
            (.decimal, "x", "`limit` takes a number such as 6.141, not `x`"),
            (.percent, "x", "`limit` takes a percentage such as 12.5 %, not `x`"),
            (.duration, "60", "`limit` takes a duration such as 6.141s, 1m26s or 2 days, not `60`"),
            (.date, "today", "`limit` takes a date such as 2026-11-23, not `today`"),
            (.url, "x", "`limit` takes an absolute address with https, http or mailto, not `x`"),
            (plan, "big", "`limit` takes one of `free`, `tpm`, not `big`"),
            (.text, "\u{7}", "the text for `limit` holds the character U+7"),
        ] as [(ValueType, String, String)])
    func messages(type: ValueType, text: String, message: String) throws {
        let error = try #require(throws: ValueError.self) { try ValueParser.parse(text, as: type) }
        #expect(error.diagnostic("limit", isPrivate: false, at: Place(path: "x")).message == message)
    }

    @Test func aMessageNeverShowsAPrivateValue() throws {
        let error = try #require(throws: ValueError.self) {
            try ValueParser.parse("secret", as: .identifier, pattern: "org-.*")
        }
        let diagnostic = error.diagnostic("org.id", isPrivate: true, at: Place(path: "x"))
        #expect(diagnostic.message == "`org.id` must match `org-.*`; what was given does not")
        #expect(diagnostic.check == "wrong-pattern")
    }

    @Test func aLongTextIsCutInItsMessage() throws {
        let error = try #require(throws: ValueError.self) {
            try ValueParser.parse(String(repeating: "a", count: 100), as: .integer)
        }
        let message = error.diagnostic("n", isPrivate: false, at: Place(path: "x")).message
        #expect(message.contains("`\(String(repeating: "a", count: 57))…`"))
    }
}
