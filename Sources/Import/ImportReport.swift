import Sources

/// What an import did, what it decided on the way, and what a person has to look at.
public struct ImportReport: Sendable {
    /// A guide that came over.
    public struct Guide: Sendable {
        /// Its ID, which is its folder.
        public let id: String
        /// The language of the text.
        public let language: String
        /// Where the text was.
        public let source: String

        package init(id: String, language: String, source: String) {
            (self.id, self.language, self.source) = (id, language, source)
        }
    }

    /// The guides.
    public package(set) var guides: [Guide] = []
    /// The files that were written, or would be.
    public package(set) var written: [String] = []
    /// What was decided.
    public package(set) var decisions: [ImportDecision] = []
    /// What the checks find in what was written.
    public package(set) var findings: [Diagnostic] = []
    /// Where pages were, and where they are now.
    public package(set) var redirects: [(from: String, to: String)] = []
    /// The program that a folder was written for, and whether its files told; nil for a single text.
    public package(set) var dialect: (name: PageDialect, isFound: Bool)?
    /// Whether nothing was written.
    public package(set) var isDry = false

    package init() {}

    /// How many things a person has to look at.
    public var open: Int {
        decisions.count { $0.isOpen } + findings.count { $0.severity >= .warning }
    }

    /// The report for a person.
    ///
    /// - Parameter showsAll: also what needs nobody.
    public func text(showsAll: Bool = true) -> String {
        var lines = guides.prefix(20).map { "\($0.source) → content/\($0.id)/\($0.language).md" }
        if guides.count > 20 { lines.append("… and \(guides.count - 20) more") }
        if showsAll { lines += decisions.filter { !$0.isOpen }.map(Self.line) }
        let left = decisions.filter(\.isOpen)
        if open > 0 {
            lines += ["", "To look at:"] + left.map(Self.line)
            lines += findings.filter { $0.severity >= .warning }.map {
                "\($0.place.path):\($0.place.line): \($0.severity.rawValue)[\($0.check)]: \($0.message)"
            }
        }
        if showsAll, let dialect {
            lines.append(
                "Read as \(dialect.name.rawValue)\(dialect.isFound ? ", as its files tell (--from says otherwise)" : "")"
            )
        }
        if showsAll, !redirects.isEmpty {
            lines.append(
                "\(redirects.count) old address\(redirects.count == 1 ? "" : "es") \(isDry ? "would lead" : "lead") to the new pages"
            )
        }
        let files = "\(written.count.counted("file")) \(isDry ? "would be written" : "written")"
        lines += [
            "",
            "\(guides.count.counted("text")) read, \(files), \(open == 0 ? "nothing" : open.counted("thing")) to look at.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ decision: ImportDecision) -> String {
        let place = decision.place
        return
            "\(place.path)\(place.sourceLine == nil ? "" : ":\(place.line)"): \(decision.kind.rawValue): \(decision.message)"
    }

    /// The report for a program.
    public var json: String {
        let guides = guides.map {
            JSONValue.object([
                ("id", .string($0.id)), ("language", .string($0.language)), ("source", .string($0.source)),
            ])
        }
        let decisions = decisions.map { decision in
            JSONValue.object([
                ("kind", .string(decision.kind.rawValue)), ("path", .string(decision.place.path)),
                ("line", decision.place.sourceLine == nil ? .null : .integer(decision.place.line)),
                ("message", .string(decision.message)), ("open", .bool(decision.isOpen)),
            ])
        }
        let findings = findings.map { finding in
            JSONValue.object([
                ("check", .string(finding.check)), ("severity", .string(finding.severity.rawValue)),
                ("path", .string(finding.place.path)), ("line", .integer(finding.place.line)),
                ("column", .integer(finding.place.column)), ("message", .string(finding.message)),
            ])
        }
        let redirects = redirects.map { JSONValue.object([("from", .string($0.from)), ("to", .string($0.to))]) }
        return JSONValue.object([
            ("version", 1), ("dry-run", .bool(isDry)), ("open", .integer(open)), ("guides", .array(guides)),
            ("written", JSONValue(written)), ("decisions", .array(decisions)), ("findings", .array(findings)),
            ("redirects", .array(redirects)), ("dialect", dialect.map { .string($0.name.rawValue) } ?? .null),
        ]).text(isIndented: true) + "\n"
    }
}
