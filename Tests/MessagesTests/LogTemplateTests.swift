import Sources
import Testing

@testable import Messages

/// Lines of logs and of source code, as what they say.
@Suite struct LogTemplateTests {
    private func templates(_ lines: [String]) -> [String] {
        var templates = LogTemplates()
        for line in lines { templates.add(line, at: Place(path: "app.log")) }
        return templates.groups.map { "\($0.count) \($0.text)" }
    }

    /// Lines that differ in their values alone are one message.
    @Test func valuesAreLeftOut() {
        #expect(
            templates([
                "12:00:01 ERROR connection to 10.0.0.1 refused", "12:00:02 ERROR connection to 10.0.0.2 refused",
                "12:00:03 ERROR user ana not found in realm a", "12:00:04 ERROR user ben not found in realm b",
                "", "   ",
            ]) == ["2 ERROR connection to <*> refused", "2 ERROR user <*> not found in realm <*>"])
    }

    /// Other words, or more of them, are another message.
    @Test func otherWordsAreAnotherMessage() {
        #expect(
            templates(["disk is full", "disk is nearly full", "disc has gone away", "disk is full"]) == [
                "2 disk is full", "1 disk is nearly full", "1 disc has gone away",
            ])
    }

    /// However many messages there are, a line is compared with a bounded number of them.
    @Test func manyMessagesStayFew() {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let lines = (0..<4000).map { number in
            "failed "
                + (0..<6).map { "\(letters[(number / Int(1 << $0)) % 26])\(letters[(number * 7 + $0) % 26])" }
                .joined(separator: " ")
        }
        #expect(templates(lines).count <= 64)
    }

    @Test(arguments: [
        ("ERROR: it broke", true), ("the request timed out", true), ("Échec de la connexion", true),
        ("HTTP 429 Too Many Requests", true), ("INFO retried after an error", false),
        ("build finished: 0 errors", false),
        ("done without error", false), ("all is well", false), ("terror in the night", false),
    ])
    func looksLikeAnError(line: String, isOne: Bool) { #expect(ErrorWords.stand(in: line) == isOne) }

    @Test(arguments: [
        (#"throw new Error(`Limit ${limit} reached for ${name}`);"#, "Limit *** reached for ***"),
        (#"    raise ValueError("no such file: %s" % path)"#, "no such file: ***"),
        (#"throw Failure("\(path) cannot be read")"#, "*** cannot be read"),
        (#"return fmt.Errorf("opening %q failed: %w", p, err)"#, "opening *** failed: ***"),
        (#"let title = "Nothing is raised here""#, nil), (#"throw Failure("short")"#, nil),
    ])
    func messagesOfSource(line: String, message: String?) { #expect(ErrorWords.message(ofSource: line) == message) }
}
