/// More of something than a file may hold.
package struct TooMuch: Problem {
    package static let description = CheckDescription(
        "too-large", .hygiene, guardsBuild: true,
        summary: "A file with more of something than a text that a person wrote ever has.",
        why: "A parser needs hours for such files, so Vademecum does not parse them.",
        mending: "Split the text.",
        faulty: [
            CheckExample(
                String(repeating: "> ", count: 50) + "⟦>⟧ a",
                "more quotes and lists within each other than one file may hold (at most 50)")
        ],
        clean: [CheckExample(String(repeating: "- [a] **b** `c`\n", count: 1500))])

    let what: String
    let most: Int?

    /// Names what there is too much of, and how much there may be.
    package init(what: String, most: Int?) {
        self.what = what
        self.most = most
    }

    package var message: String {
        let limit = most.map { " (at most \($0))" } ?? ""
        return "more \(what) than one file may hold\(limit)"
    }
    package var help: String? { "split the text" }
}
