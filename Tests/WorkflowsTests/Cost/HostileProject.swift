import Testing

/// A project of any size that is made to be slow to read: what stands in its files but for the text of a guide.
struct HostileProject: Sendable, CustomTestStringConvertible {
    let name: String
    /// The files, by their paths; they replace those of a small guide.
    let files: @Sendable (Int) -> [String: String]

    var testDescription: String { name }

    /// A configuration whose values are numbered pieces.
    static func values(_ name: String, _ each: @escaping @Sendable (Int) -> String) -> HostileProject {
        let values = HostileText("", after: "title: {fr: T}\nlanguages: [fr]\nvalues:\n", each: each)
        return HostileProject(name: name) { ["vademecum.yaml": values.make($0)] }
    }

    static let all: [HostileProject] = [
        values("declared values") { "  v\($0): {type: text, value: x, label: L}\n" },
        values("values without a value") { "  v\($0): {type: integer, label: L}\n" },
        values("declarations with faults") { "  v\($0): {type: number, lable: L}\n" },
        values("formulas on each other") { "  v\($0): {type: integer, formula: v\($0 + 1) + v\($0 + 2)}\n" },
        values("formulas of what nobody declared") { "  v\($0): {type: integer, formula: w\($0)}\n" },
        values("private values") { "  v\($0): {type: identifier, private: true, example: x\($0)}\n" },
        HostileProject(name: "values in one line") { size in
            let values = HostileText("", each: { "v\($0): {type: text, value: x}, " }).make(size)
            return ["vademecum.yaml": "title: {fr: T}\nlanguages: [fr]\nvalues: {\(values)}\n"]
        },
        HostileProject(name: "aliases of aliases") { size in
            let lines = (1...max(1, min(size / 60, 200))).map {
                "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n"
            }
            return ["vademecum.yaml": "title: {fr: T}\nlanguages: [fr]\na0: &a0 x\n" + lines.joined()]
        },
        HostileProject(name: "mappings in mappings") { size in
            [
                "content/a/guide.yaml": String(repeating: "{a: ", count: size / 5)
                    + String(repeating: "}", count: size / 5)
            ]
        },
        HostileProject(name: "patterns of errors") { size in
            [
                "content/a/guide.yaml": HostileText(
                    "", after: "errors:\n", each: { "  - \"Error \($0) in {{name}}[ at {{name}}]\"\n" }
                ).make(size)
            ]
        },
        HostileProject(name: "one pattern of optional parts") { size in
            ["content/a/guide.yaml": "errors: [\"Error\(String(repeating: "[ a]", count: size / 4))\"]\n"]
        },
        HostileProject(name: "optional parts that nothing closes") { size in
            ["content/a/guide.yaml": "errors: [\"Error\(String(repeating: "[a", count: size / 2))\"]\n"]
        },
        HostileProject(name: "rules that leave findings out") { size in
            let rules = HostileText(
                "", after: "title: {fr: T}\nlanguages: [fr]\ncheck:\n  ignore:\n",
                each: { "    - {check: three-dots, path: content/x\($0)/**, reason: so}\n" })
            return ["vademecum.yaml": rules.make(size)]
        },
    ]
}
