import Foundation
import TestSupport
import Testing

/// `vademecum personalise`, on this project's own guides.
@Suite struct PersonaliseTests {
    static let message =
        "Rate limit reached for gpt-4o in organization org-EXAMPLE42 on tokens per min (TPM): Limit 30000, Used 25502, "
        + "Requested 18592. Please try again in 28.188s. Visit https://platform.openai.com/account/rate-limits to learn more."

    static func run(
        _ arguments: String..., message: String? = nil, environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        var all = ["personalise", "--project", Package.folder.path] + arguments
        if message != nil { all += ["--error", "-"] }
        var environment = environment
        // The language of whoever runs the tests is not what they are about.
        environment["LC_ALL"] = environment["LC_ALL"] ?? "C"
        return try Program.vademecum(all, environment: environment, input: Data((message ?? "").utf8))
    }

    // MARK: Formats

    @Test(arguments: [("fr", "text", "txt"), ("en", "text", "txt"), ("fr", "markdown", "md"), ("en", "json", "json")])
    func messageIsAnsweredByItsGuide(language: String, format: String, ending: String) throws {
        let outcome = try Self.run("--language", language, "--format", format, message: Self.message)
        #expect(outcome.status == 0)
        try expectSnapshot(outcome.text, at: "Tests/Fixtures/personal/\(language).\(ending)")
    }

    /// Both spellings are the same command.
    @Test func otherSpelling() throws {
        let outcome = try Program.vademecum(
            "personalize", "request-too-large", "--project", Package.folder.path, "--language", "en")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("# Request too large for the OpenAI limit\n"))
    }

    @Test func tellsWhichValuesCameFromWhereByName() throws {
        let outcome = try Self.run(
            "--set", "limit.wanted=90000", message: Self.message,
            environment: ["VADEMECUM_LIMIT_WANTED_MAX": "95000", "LC_ALL": "en_GB.UTF-8"])
        #expect(
            outcome.errors == """
                raise-rate-limit (English):
                  from --set or your answers: Requested limit
                  from the message: Organization ID, Model, Type of limit, Current limit, Already used, Requested, Wait, \
                Rate limits page
                  from the environment: Highest requested limit
                  from vademecum.yaml: Limits for each model, OpenAI support
                  computed: Limit that would have been enough, Over the limit by, Use of the limit, \
                Time between two requests
                  not known: Plan (plan)

                """)
        #expect(!outcome.errors.contains("org-EXAMPLE42"), "standard error ends up in logs")
        #expect(try Self.run("--quiet", message: Self.message).errors == "")
    }

    @Test func outputIsReplacedAsAWhole() throws {
        let folder = try TemporaryFolder()
        try folder.write("what was there", at: "guide.html")
        let path = "\(folder.path)/guide.html"
        #expect(try Self.run("--output", path, message: "something else").status == 1)
        #expect(try folder.text(at: "guide.html") == "what was there")
        let outcome = try Self.run("--output", path, message: Self.message)
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(try folder.files() == ["guide.html"])
        #expect(try folder.text(at: "guide.html").contains(">org-EXAMPLE42</data>"))
        #expect(try Self.run("--output", folder.path, message: Self.message).status == 2)
    }

    // MARK: Values

    /// A reader on a paid plan sees only that delay.
    @Test(arguments: [("plan=free", true, false), ("plan=paid", false, true), ("limit.wanted=1", true, true)])
    func variantsFollowTheValues(setting: String, isFree: Bool, isPaid: Bool) throws {
        for format in ["markdown", "text", "html"] {
            let text = try Self.run(
                "raise-rate-limit", "--language", "en", "--set", setting, "--format", format
            ).text
            #expect(text.contains("a few days to a week") == isFree)
            #expect(text.contains("faster, 24 to 48 hours") == isPaid)
        }
    }

    /// Where the message and the formula are more than a second apart, both are shown.
    @Test(arguments: [
        ("28.188s", "28.188 sec."), ("28s", "28 sec."), ("29.2s", "29.2 sec (by computation: 28.188 sec)."),
        ("1m26.4s", "1 min 26.4 sec (by computation: 28.188 sec)."),
    ])
    func waitOfTheMessageIsComparedWithTheFormula(wait: String, shown: String) throws {
        let message = Self.message.replacing("28.188s", with: wait)
        for format in ["markdown", "text", "html"] {
            let outcome = try Self.run("--language", "en", "--format", format, message: message)
            let text = outcome.text.replacing(/<[^>]*>/, with: "").replacing(/\s+/, with: " ")
            #expect(text.contains("for the request to pass: here, \(shown)"))
        }
    }

    /// Without the use, the formula rests on an example, and an example proves nothing against a message.
    @Test func waitIsNotComparedWithAnExample() throws {
        let message = """
            Rate limit reached for default-gpt-3.5-turbo in organization org-EXAMPLE42 on tokens per min. \
            Limit: 10000 / min. Please try again in 6ms.
            """
        let outcome = try Self.run("--language", "en", message: message)
        #expect(outcome.text.contains("here, 0.006 sec.\n"))
        #expect(
            outcome.errors.contains(
                "still examples: Already used (usage.used), Requested (usage.requested), Limit that would"))
        #expect(outcome.text.contains("Examples, not values of yours: Already used, Requested, "))
        let html = try Self.run("--language", "en", "--format", "html", message: message).text
        #expect(html.contains("<data class=\"example\" value=\"44094\" data-name=\"limit.needed\">44,094</data>"))
        #expect(html.contains("<data value=\"10000\" data-name=\"limit.current\">10,000</data>"))
    }

    /// A day is a day: the formulas take the period of the limit that the message names.
    @Test func limitsOfADayAreComputedByTheDay() throws {
        let message = """
            Rate limit reached for gpt-4o in organization org-EXAMPLE42 on requests per day (RPD): Limit 10000, \
            Used 10000, Requested 1.
            """
        let text = try Self.run("--language", "en", message: message).text
        #expect(text.contains("here, 8.64 sec."))
        #expect(text.contains("one request of this size every 8.6 sec."))
        #expect(text.contains("exceeded by **1**: a limit of at least **10,001** was needed"))
    }

    // MARK: Refusals

    @Test(arguments: ["You exceeded your patience.", "\u{1B}[31mred\u{0}", "<script>alert(1)</script>"])
    func unknownMessageIsNotAnsweredAndNotRepeated(message: String) throws {
        let outcome = try Self.run(message: message)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors == """
                --error: error[unknown-message]: no guide is about this message
                  help: name the guide instead, if you know it; those that are about errors: quota-exceeded, \
                raise-rate-limit, request-too-large

                1 error

                """)
    }

    @Test func nothingIsNoMessage() throws {
        let outcome = try Self.run(message: " \n")
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("--error: error[empty-message]: the message is empty\n"))
    }

    static let tail = """
        tokens per min (TPM): Limit 40000, Used 33436, Requested 10372. Please try again in 5.712s.
        """

    /// The guide is not guessed, and the message is not repeated: what fits is told in the pattern's words.
    @Test func partOfAMessageNamesItsGuideAndPrintsNothing() throws {
        let outcome = try Self.run(message: Self.tail)
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(
            outcome.errors == """
                --error: error[near-message]: this may be a part of the message of `raise-rate-limit` (it has \
                `{{limit.metric}}: Limit {{limit.current}}, Used {{usage.used}}, Requested {{usage.requested}}. Please try \
                again in {{usage.wait}}.`; missing: `Rate limit reached for {{model}} on`)
                  help: paste the whole message, or take the part: `vademecum personalise raise-rate-limit --error …`

                1 error

                """)
    }

    @Test func partIsTakenWhereTheGuideIsNamed() throws {
        let outcome = try Self.run("raise-rate-limit", "--language", "en", message: Self.tail)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Limit 40000, Used 33436, Requested 10372."))
        #expect(
            outcome.errors.contains("from the message: Type of limit, Current limit, Already used, Requested, Wait"))
    }

    /// What somebody masked stays an example, and is said to have been masked.
    @Test func maskedValueIsNotKnown() throws {
        let message = """
            Rate limit reached for gpt-4o in organization [REDACTED] on tokens per min (TPM): Limit 40000, Used 1, \
            Requested 2. Please try again in 5.712s.
            """
        let outcome = try Self.run("--language", "en", "--format", "json", message: message)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("  hidden or illegible in the message: Organization ID (org.id)\n"))
        // The message is shown as it is, and nothing else says so.
        #expect(outcome.text.components(separatedBy: "REDACTED").count == 2)
    }

    /// The page shows the reader's own line: as it was pasted, but on the lines of the pattern, without colours, and
    /// without keys.
    @Test(arguments: ["markdown", "html", "text", "json"])
    func showsTheLineAsItWasPasted(format: String) throws {
        let key = "s" + "k-" + String(repeating: "Ab1", count: 16)
        let message = """
            web-1 | \u{1B}[31mRate limit reached for a&b in organization org-EXAMPLE1 on tokens per min (TPM): Limit 30.000, \
            Used 29999,
            web-1 | Requested 2000. Please try again in 7m12s. Visit \(key) to learn more.\u{1B}[0m
            """
        let outcome = try Self.run("--language", "en", "--format", format, message: message)
        #expect(outcome.status == 0)
        var shown = format == "json" ? outcome.text.replacing("\\n", with: "\n") : outcome.text
        if format == "html" { shown = shown.replacing("&amp;", with: "&") }
        #expect(shown.contains("for a&b in organization org-EXAMPLE1 on tokens per min (TPM):"))
        #expect(shown.contains("Limit 30.000, Used 29999, Requested 2000. Please try again in 7m12s."))
        #expect(!shown.contains(key) && !shown.contains("in 432s"))
    }

    /// Of a part of a message the part is shown.
    @Test func showsThePartThatWasPasted() throws {
        let outcome = try Self.run(
            "raise-rate-limit", "--language", "en",
            message: "tokens per min (TPM): Limit 40000, Used 33436, Requested 10372. Please try again in 190ms.")
        #expect(outcome.text.contains("    … tokens per min (TPM):\n    Limit 40000, Used 33436"))
        #expect(outcome.text.contains("try again in 190ms."))
    }

    @Test func keysAreNeverRepeated() throws {
        // Put together here, so that nobody who looks for keys finds one in this file.
        let key = "s" + "k-" + String(repeating: "Ab1", count: 16)
        for arguments in [
            ["--error", "Incorrect API key provided: \(key)"], ["--set", "limit.current=\(key)"],
        ] {
            let outcome = try Program.vademecum(["personalise", "--project", Package.folder.path] + arguments)
            #expect(outcome.status != 0)
            #expect(outcome.output.isEmpty)
            #expect(!outcome.errors.contains(key))
        }
        // In the place of a value it is none; the rest of the message is read.
        let inside = try Self.run("--format", "json", message: Self.message.replacing("gpt-4o", with: key))
        #expect(inside.status == 0)
        #expect(!inside.text.contains(key) && !inside.errors.contains(key))
        let beside = try Self.run("--format", "json", message: "Authorization: Bearer \(key)\n\(Self.message)")
        #expect(beside.status == 0)
        #expect(!beside.text.contains(key) && !beside.errors.contains(key))
        #expect(beside.errors.contains("--error: warning[key-in-message]"))
        #expect(try !Self.run("--format", "json", message: Self.message).errors.contains("key-in-message"))
    }

    @Test func settingOfTheWrongTypeNamesTheValueAndWhatItTakes() throws {
        let outcome = try Self.run("raise-rate-limit", "--set", "limit.current=plenty")
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("`limit.current` takes a whole number such as 40000, not `plenty`"))
    }

    /// A pasted message where a guide's name belongs is told from a name that was mistyped.
    @Test func messageInThePlaceOfANameIsNotRepeated() throws {
        let outcome = try Self.run(Self.message)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error[no-guide-named]"))
        #expect(!outcome.errors.contains("org-EXAMPLE42"))
    }

    #if os(Linux)
        /// On a terminal the missing values are asked for, by their labels, until they are of their type.
        @Test func asksOnATerminal() throws {
            let command = "$VADEMECUM personalise request-too-large --project '\(Package.folder.path)' --language en"
            let answers = "org-MINE\\ngpt-5\\n\\nmany\\n70000\\n"
            let asked = try Program.shell("printf '\(answers)' | script -qec \"\(command)\" /dev/null")
            let text = asked.text.replacing("\r", with: "")
            #expect(text.contains("Organization ID [example: org-XXXXXXXXXXXX]: "))
            #expect(text.contains("Type of limit [tpm = tokens per minute (TPM), rpm = requests per minute (RPM), "))
            #expect(text.contains("rpd = requests per day (RPD); example: tpm]: "))
            #expect(text.contains("`usage.requested` takes a whole number such as 40000, not `many`."))
            #expect(text.contains("the request asks for **70,000**."))
            #expect(text.contains("ID, `org-MINE`."))
            let quiet = try Program.shell("script -qec \"\(command) --no-input\" /dev/null < /dev/null")
            #expect(!quiet.text.contains("[example:"))
        }
    #endif
}
