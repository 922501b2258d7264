import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Checks

/// What may leave the program besides pages: nothing that is private, and no key, however they are written.
@Suite struct SecretGateTests {
    private static let gate = Result {
        let sample = try SampleProject(
            values: """
                corp: {type: text, private: true, value: Vexillum Secret Works, example: Example}
                budget: {type: decimal, private: true, value: 7301954.5, example: 1}
                since: {type: date, private: true, value: 2019-07-16, example: 2000-01-01}
                wait: {type: duration, private: true, value: 93784 s, example: 1 s}
                rows: {type: table, private: true, columns: {a: {type: text}, b: {type: integer}}, value: [{a: Labarum North, b: 8412377}], example: [{a: x, b: 1}]}
                plan: {type: choice, private: true, value: paid, example: free, choices: {paid: {en: Paid plan}, free: {en: Free plan}}}
                org: {type: identifier, pattern: "org-[A-Za-z0-9]+", private: true, example: org-EXAMPLE}
                """, languages: ["en", "fr"],
            content: ["g/en.md": SampleProject.frontMatter + "## Notes {#n}\n\nText.\n"])
        return SecretGate(ValueBook(sample.project.configuration, audience: .public))
    }

    @Test(
        arguments: [
            "Vexillum Secret Works", "VEXILLUM secret works", "Vexillum\u{A0}\u{202F}Secret  Works",
            "Vexillum\n  Secret\r\nWorks",
            "Vexillum%20Secret%20Works", "Vexillum+Secret+Works", "%56exillum%20Secret%20Works",
            "Véxillum Secrèt Works",
            "Ve\u{301}xillum Secret Works", "Vexil\u{AD}lum Secret\u{200B} Works", "Ｖｅｘｉｌｌｕｍ Secret Works",
            "7301954.5", "7,301,954.5", "7 301 954,5", "7\u{202F}301\u{202F}954,5", "7.301.954,5", "7'301'954.5",
            "2019-07-16", "July 16, 2019", "16 juillet 2019", "16\u{A0}juillet\u{A0}2019", "93784s",
            "Labarum North", "labarum  north", "8412377", "8,412,377", "org-a1B2c3D4", "org%2Da1B2c3D4",
        ])
    func isMasked(_ secret: String) throws {
        let gate = try Self.gate.get()
        for text in [secret, "a \(secret) b", "(\(secret))", "“\(secret)”, x", "q=\(secret)&r=1", "\(secret)."] {
            let masked = gate.masked(text)
            #expect(masked.contains("•"), "\(text)")
            #expect(gate.masked(masked) == masked || !gate.holdsSecret(Array(masked.utf8)), "\(masked)")
            #expect(masked.unicodeScalars.count <= text.unicodeScalars.count)
            #expect(masked.count(where: \.isNewline) == text.count(where: \.isNewline))
            #expect(gate.holdsSecret(Array(text.utf8)))
        }
    }

    @Test(
        arguments: [
            "Vexillum is a flag.", "Secret works", "17301954.5", "7301954.55", "17,301,954.5", "2019-07", "Paid plan",
            "org-EXAMPLE", "an org-wide limit", "NotVexillum Secret Works", "Vexillum Secret Workshop", "1", "Example",
        ])
    func isNoSecret(_ text: String) throws {
        let gate = try Self.gate.get()
        #expect(gate.masked(text) == text)
        #expect(!gate.holdsSecret(Array(text.utf8)))
    }

    @Test func keysAreMasked() {
        let gate = SecretGate()
        let body = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0"
        for start in ["gh" + "p_", "sk-" + "proj-", "AI" + "za", "xo" + "xb-", "glp" + "at-", "np" + "m_"] {
            for text in [
                start + body, "k=\(start)\(body)", "https://example.org/?k=\(start)\(body)&x=1", "`\(start)\(body)`",
            ] {
                let masked = gate.masked(text)
                #expect(!masked.contains(body) && masked.contains(start.prefix(4)), "\(masked)")
            }
            let encoded = start.replacing("-", with: "%2D").replacing("_", with: "%5F") + body
            #expect(!gate.masked(encoded).contains(body))
        }
        let armour =
            "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nqwertyuiop\n-----END RSA "
            + "PRIVATE KEY-----\nafter"
        let masked = gate.masked(armour)
        #expect(!masked.contains("MIIE") && !masked.contains("qwerty") && masked.hasSuffix("after"))
        #expect(masked.count(where: \.isNewline) == armour.count(where: \.isNewline))
    }

    /// Markup in the midst of a key is no reason not to look at the text without it.
    @Test func keysWithMarkup() {
        let (start, body) = ("gh" + "p_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0")
        for text in [
            "**\(start)**\(body)", "gh**p_**\(body)", "\\g\\h\(start.dropFirst(2))\(body)", "g&#104;p_\(body)",
            "\(start)*\(body)*", "\(start)\(body.prefix(10))<!-- -->\(body.dropFirst(10))", "[\(start)](x)\(body)",
        ] {
            #expect(KeyFinder.mayOccur(in: Array("See \(text), and more.".utf8)), "\(text)")
        }
        #expect(
            !KeyFinder.mayOccur(in: Array("A **sentence** with `code`, [links](https://example.org/a_b) & more.".utf8)))
    }
}
