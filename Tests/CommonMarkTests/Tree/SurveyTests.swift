import Testing

@testable import CommonMark

/// What is seen in a text before it is parsed.
@Suite struct SurveyTests {
    @Test(arguments: [
        ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb\n\rc", [0, 2, 4, 5]),
        ("\n\n", [0, 1, 2]), ("a\r\n\r\nb\n", [0, 3, 5, 7]),
    ])
    func lines(text: String, starts: [Int]) {
        #expect(survey(text).lines == starts)
    }

    @Test func whatIsWorthLookingFor() {
        let nothing = survey("Plain text: *with* emphasis.\n")
        #expect(!nothing.hasPipes && !nothing.hasTildes && !nothing.hasBrackets && !nothing.hasDefinitions)
        let all = survey("| a | ~~b~~ |\n\n[c]: https://example.org\n")
        #expect(all.hasPipes && all.hasTildes && all.hasBrackets && all.hasDefinitions)
        #expect(!survey("[a](b) : c").hasDefinitions)
    }

    /// A text need not be counted where its size and what is in it pass no limit, wherever that stands.
    @Test(arguments: [
        ("- a\n- b\n", true), (String(repeating: "[a](b)\n\n", count: 400), true),
        (String(repeating: "word ", count: 400), true), (String(repeating: "[a](b)\n\n", count: 1100), false),
        (String(repeating: "*a* `b` <", count: 9000), true), (String(repeating: "> ", count: 60) + "a", false),
    ])
    func harmless(text: String, isHarmless: Bool) {
        #expect(survey(text).isHarmless == isHarmless)
    }

    /// The end of a line is one end, however it is written: it is no blank line behind which counting begins anew.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func imagesOverManyLines(end: String) throws {
        let text = String(repeating: "![a" + end, count: 1002)
        #expect(throws: ParseLimitError.self) { try Document(parsing: Array(text.utf8)) }
        _ = try Document(parsing: Array(String(repeating: "![a" + end + end, count: 1002).utf8))
    }

    private func survey(_ text: String) -> Survey {
        Array(text.utf8).withUnsafeBufferPointer { Survey($0, limits: .standard) }
    }
}
