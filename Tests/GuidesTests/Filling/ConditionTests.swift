import TestSupport
import Testing

@testable import Guides

/// What readers see of parts that depend on comparisons.
@Suite struct ConditionTests {
    static let values = """
        used: {type: integer, label: {en: Used}}
        limit: {type: integer, value: 10, label: {en: Limit}}
        model: {type: identifier, label: {en: Model}}
        since: {type: date, label: {en: Since}}
        """

    /// The text behind a marker, for a reader who gave values.
    private func page(_ body: String, _ settings: String...) throws -> String {
        let project = try SampleProject(values: Self.values, body: "## Notes\n\n" + body)
        return String(try project.filled(settings: settings).editions[0].markdownText.dropFirst("## Notes\n\n".count))
    }

    @Test(arguments: [
        ("used > limit", "used=11", true), ("used > limit", "used=10", false), ("used >= limit", "used=10", true),
        ("used <= limit", "used=10", true), ("used < limit", "used=10", false), ("used = limit", "used=10", true),
        ("used / limit > 50 %", "used=6", true), ("used / limit > 50 %", "used=5", false),
        ("model = a|b", "model=b", true), ("model = a|b", "model=c", false),
        ("since < 2026-02-01", "since=2026-01-31", true), ("since < 2026-02-01", "since=2026-02-01", false),
    ])
    func known(condition: String, setting: String, holds: Bool) throws {
        let body = "<!-- only: \(condition) -->\nYes.\n<!-- else -->\nNo.\n<!-- end -->\n"
        #expect(try page(body, setting) == (holds ? "Yes.\n" : "No.\n"))
    }

    /// Two branches that touch stay two paragraphs; each says for whom it is.
    @Test(arguments: [
        (
            "A\n\n<!-- only: used > limit -->\n\nOver.\n\n<!-- else -->\n\nUnder.\n\n<!-- end -->\n\nB\n",
            "A\n\n*(Used > Limit)* Over.\n\n*(Used ≤ Limit)* Under.\n\nB\n", "A\n\nOver.\n\nB\n", "A\n\nUnder.\n\nB\n"
        ),
        (
            "A\n<!-- only: used > limit -->\nOver.\n<!-- else -->\nUnder.\n<!-- end -->\nB\n",
            "A\n\n*(Used > Limit)* Over.\n\n*(Used ≤ Limit)* Under.\n\nB\n", "A\n\nOver.\n\nB\n", "A\n\nUnder.\n\nB\n"
        ),
        (
            "- A\n<!-- only: used > limit -->\n- Over\n<!-- else -->\n- Under\n<!-- end -->\n- B\n",
            "- A\n- *(Used > Limit)* Over\n- *(Used ≤ Limit)* Under\n- B\n", "- A\n- Over\n- B\n", "- A\n- Under\n- B\n"
        ),
        (
            "<!-- only: used > limit -->\n```sh\nstop\n```\n<!-- else -->\n> wait\n<!-- end -->\n",
            "*(Used > Limit)*\n\n```sh\nstop\n```\n\n*(Used ≤ Limit)*\n\n> wait\n", "```sh\nstop\n```\n", "> wait\n"
        ),
        (
            "- [ ] A\n<!-- only: used > limit -->\n- [x] Over\n<!-- end -->\n- [ ] B\n",
            "- [ ] A\n- [x] *(Used > Limit)* Over\n- [ ] B\n", "- [ ] A\n- [x] Over\n- [ ] B\n", "- [ ] A\n- [ ] B\n"
        ),
    ])
    func branches(body: String, unknown: String, over: String, under: String) throws {
        #expect(try page(body) == unknown)
        #expect(try page(body, "used=11") == over)
        #expect(try page(body, "used=1") == under)
    }
}
