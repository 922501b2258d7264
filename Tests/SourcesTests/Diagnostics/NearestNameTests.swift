import Testing

@testable import Sources

/// What somebody meant who mistyped a name.
@Suite struct NearestNameTests {
    static let known = ["limit.current", "limit.wanted", "limits", "usage.used", "org.id", "model"]

    @Test(arguments: [
        ("limit.curent", "limit.current"), ("limit.currrent", "limit.current"), ("limit.curretn", "limit.current"),
        ("limit.cuRRent", "limit.current"), ("limit", "limits"), ("orgid", "org.id"), ("modle", "model"),
        ("limt.curent", "limit.current"),
        ("limet.curennt", "limit.current"),
        ("usage.usd", "usage.used"),
    ])
    func found(name: String, nearest: String) {
        #expect(NearestName.nearest(to: name, in: Self.known) == nearest)
    }

    @Test(arguments: ["", "x", "throttle", "id", "madle.x", String(repeating: "limit", count: 1000)])
    func notFound(name: String) {
        #expect(NearestName.nearest(to: name, in: Self.known) == nil)
    }

    /// Letters count, not bytes: an accent too many is one change.
    @Test func accents() {
        #expect(NearestName.nearest(to: "Etapes", in: ["Étapes", "Notes"]) == "Étapes")
        #expect(NearestName.nearest(to: "PROBLÈME", in: ["Problème"]) == "Problème")
    }

    /// Of two as near, the first: the same answer every time.
    @Test func theFirstOfTwo() {
        #expect(NearestName.nearest(to: "bat", in: ["cat", "rat"]) == "cat")
    }

    /// What begins one name alone is that name, in a folder too; what begins several is none.
    @Test(
        arguments: [
            ("raise-rate", "raise-rate-limit"), ("backlog", "queue/backlog-grows"), ("re", nil), ("request", nil),
        ] as [(String, String?)])
    func beginnings(_ name: String, meant: String?) {
        let known = ["raise-rate-limit", "request-too-large", "request-refused", "queue/backlog-grows"]
        #expect(NearestName.suggestion(for: name, in: known) == meant.map { "did you mean `\($0)`?" })
    }
}
