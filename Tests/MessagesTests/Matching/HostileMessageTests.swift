import Messages
import Sources
import Testing
import Values

/// What a pasted text may hold that nobody wishes for.
@Suite struct HostileMessageTests {
    private let message =
        "Rate limit reached for gpt-4o in organization org-EXAMPLE on tokens per min (TPM): Limit 40000, Used 1, Requested 2. Please try again in 5.712s."

    private func found(_ text: String) throws -> ErrorMatch? {
        if case .found(let match) = try ProjectErrors.matcher().find(in: text) { match } else { nil }
    }

    @Test(arguments: [
        "x ", "Rate limit reached for ", "%3", "\\", "&", "_", "&#x", "\u{1B}[", "\n> ", "é ", "9,",
        "Rate limit reached for a.",
        "Rate limit reached for a in organization org-a on tokens per min (TPM): Limit 9 9, Used 9 9, ",
    ])
    func isFoundInTheMiddleOfNoise(noise: String) throws {
        let half = String(repeating: noise, count: 20_000 / noise.utf8.count)
        let match = try #require(try found("\(half)\n\(message)\n\(half)"))
        #expect(match.guide == "raise-rate-limit")
        #expect(match.values.count == 7)
    }

    @Test func controlCharactersArePassedOver() throws {
        let match = try #require(try found(message.replacing(" ", with: "\u{0} \u{7}\u{200B}\u{202E}")))
        #expect(match.values.count == 7)
    }

    @Test(arguments: ["s" + "k-", "gs" + "k_", "xa" + "i-", "AI" + "za", "xo" + "xb-", "np" + "m_"])
    func keyIsNeverTakenForAValue(prefix: String) throws {
        // Put together here, so that nobody who looks for keys finds one in this file.
        let key = prefix + String(repeating: "x1", count: 20)
        let match = try #require(try found(message.replacing("gpt-4o", with: key)))
        #expect(match.hidden == ["model"] && !"\(match.values)".contains(key))
        let beside = try #require(try found("Authorization: Bearer \(key)\n\(message)"))
        #expect(!"\(beside.values)".contains(key))
    }

    @Test func markupIsNeverPartOfAValue() throws {
        for markup in [
            "<script>alert(1)</script>", "gpt\"onclick=\"x", "[x](javascript:alert(1))", "a b", "{{org.id}}",
        ] {
            for value in try found(message.replacing("gpt-4o", with: markup))?.values ?? [] {
                guard case .text(let text) = value.value else { continue }
                #expect(!text.contains { "<>\"'`{} ".contains($0) })
            }
        }
    }

    @Test func messagesOfTwoGuidesAreAQuestionAndNotAGuess() throws {
        let other = "Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 63278."
        guard case .ambiguous(let guides) = try ProjectErrors.matcher().find(in: "\(message)\n\(other)") else {
            Issue.record("one of the two was taken")
            return
        }
        #expect(guides.map(\.guide) == ["raise-rate-limit", "request-too-large"])
    }

    /// Thousands of patterns may begin with the same words, and with each other.
    @Test(arguments: [
        ("no room on disk 12", "disk 12"), ("no room on disk 1", "disk 1"), ("No room  on\ndisk 7!", "disk 7"),
    ])
    func patternsThatBeginAlikeAreToldApart(message: String, guide: String) {
        let disks = (1...20).map { ("disk \($0)", [ErrorPattern(pasted: "no room on disk \($0)")]) }
        let others = [("room", [ErrorPattern(pasted: "no room on")])]
        guard case .found(let match) = ErrorMatcher(disks + others, values: ValueDeclarations([])).find(in: message)
        else {
            Issue.record("\(message) is not found")
            return
        }
        #expect(match.guide == guide)
    }
}
