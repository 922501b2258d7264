import Checks
import Guides
import Rendering
import Sources

/// Words a plan, or what became of it.
public struct WikiReport: Sendable {
    private let plan: WikiPlan
    private let gate: SecretGate
    /// Whether long differences and conflicts of edited pages are shown whole.
    public var isWhole = false

    /// Reports on a plan.
    ///
    /// - Parameter gate: what keeps secrets out of the report: the wiki is the team's, but who reads a log is not known.
    public init(_ plan: WikiPlan, through gate: SecretGate) {
        self.plan = plan
        self.gate = gate
    }

    /// Whether a person has to look at something.
    public var needsAttention: Bool { !plan.findings.isEmpty }

    // MARK: Text

    /// For people: a line for each page, with the differences that a plan is asked for or that discard an edit.
    public var text: [UInt8] {
        var text: [UInt8] = []
        // A page that comes differs in everything.
        let shown = plan.changes.map { $0.kind != .create && (plan.commit == nil || $0.discardsEdit) }
        let differences = differences(where: shown)
        for (change, difference) in zip(plan.changes, differences) {
            let from = change.from.map { "\($0) → " } ?? ""
            text += "\(Self.column(change.kind.rawValue))\(from)\(change.path)\n".utf8
            add(difference, to: &text)
        }
        for path in plan.leftovers {
            text +=
                "\(Self.column("unused"))\(path): nothing makes this page any more; --prune removes what is ours of it\n"
                .utf8
        }
        for finding in plan.findings {
            let word = Self.column(finding.isPublished ? "edited" : "held")
            text += "\(word)\(finding.path): \(finding.sentence)\n".utf8
            add(CutLines.text(finding.difference, isWhole: isWhole), to: &text)
            if case .conflict(let marked) = finding.reason, !marked.isEmpty {
                text += "    both changed the same lines:\n".utf8
                add(CutLines.text(marked, isWhole: isWhole), to: &text)
            }
        }
        return Array(TerminalText.printable(gate.masked(String(decoding: text, as: UTF8.self))).utf8)
    }

    /// What changes in each page that is to be shown, worked out on all cores; nothing for the others.
    private func differences(where shown: [Bool]) -> [[UInt8]] {
        let wanted = shown.indices.filter { shown[$0] }
        let changes = plan.changes
        let workers = Parallel.run(count: wanted.count, make: { [(index: Int, difference: [UInt8])]() }) {
            $0.append((wanted[$1], changes[wanted[$1]].difference))
        }
        var differences = [[UInt8]](repeating: [], count: shown.count)
        for found in workers.joined() { differences[found.index] = found.difference }
        return differences
    }

    /// The number of pages of each kind of change, in one line.
    public var summary: String {
        let count = plan.changes.count { $0.kind != .stub }
        let held = plan.findings.count { !$0.isPublished }
        let place = "\(plan.remote) (branch \(plan.branch))"
        let rest = "\(plan.unchanged) unchanged" + (held > 0 ? ", \(held) held back" : "")
        if let commit = plan.commit, count == 0 {
            return "Noted as published at \(place) in commit \(commit.prefix(12)), no page changed; \(rest)."
        }
        if let commit = plan.commit {
            return "Published \(count.counted("page")) to \(place) in commit \(commit.prefix(12)); \(rest)."
        }
        return count == 0
            ? "Nothing to publish to \(place); \(rest)." : "\(count.counted("page")) to publish to \(place); \(rest)."
    }

    /// Adds lines, set in.
    private func add(_ lines: [UInt8], to text: inout [UInt8]) {
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex(of: 0x0A) ?? lines.count
            text += "    ".utf8
            text += lines[start..<end]
            text.append(0x0A)
            start = end + 1
        }
    }

    private static func column(_ word: String) -> String {
        word + String(repeating: " ", count: max(1, 10 - word.count))
    }

    // MARK: JSON

    /// For programs.
    public var json: [UInt8] {
        let differences = differences(where: plan.changes.map { _ in true })
        let changes = zip(plan.changes, differences).map { change, difference in
            var object: JSONValue = ["action": .string(change.kind.rawValue), "path": .string(change.path)]
            object.append("from", JSONValue(change.from))
            for (key, value) in change.origin.fields { object.append(key, value) }
            object.append("diff", .string(gate.masked(String(decoding: difference, as: UTF8.self))))
            return object
        }
        let held = plan.findings.map { finding in
            var object: JSONValue = ["reason": .string(finding.reason.name), "path": .string(finding.path)]
            for (key, value) in finding.origin.fields { object.append(key, value) }
            object.append("published", .bool(finding.isPublished))
            object.append("other", JSONValue(finding.reason.otherPath))
            object.append("author", JSONValue(finding.people.first?.author))
            object.append("date", JSONValue(finding.people.first?.date))
            object.append("commit", JSONValue(finding.people.first?.commit))
            object.append("editors", .array(finding.people.map(\.json)))
            object.append("diff", .string(gate.masked(String(decoding: finding.difference, as: UTF8.self))))
            if case .conflict(let marked) = finding.reason {
                object.append("conflict", .string(gate.masked(String(decoding: marked, as: UTF8.self))))
            }
            return object
        }
        let report: JSONValue = [
            "version": 1, "remote": .string(plan.remote), "branch": .string(plan.branch),
            "commit": JSONValue(plan.commit), "changes": .array(changes), "held": .array(held),
            "unused": JSONValue(plan.leftovers), "unchanged": .integer(plan.unchanged),
        ]
        return Array((report.text(isIndented: true) + "\n").utf8)
    }
}

extension WikiPlan.Finding {
    /// What happened, who did it, and the way out.
    fileprivate var sentence: String {
        let who = people.isEmpty ? "by somebody" : "by \(people.listed)"
        let adopt =
            origin.guide == nil
            ? origin.list.map {
                "it is made from the guides’ titles: change those, or write above and below it with `wiki: {\($0): between}`; "
            } ?? "" : "`vademecum wiki adopt` brings it home, "
        return switch reason {
        case .edited: "edited \(who), and left so; \(adopt)`--overwrite` discards it"
        case .merged: "edited \(who), and published with the edit in it; \(adopt)`--overwrite` discards it"
        case .conflict:
            "edited \(who), where the guides change the same lines; "
                + "write into the guide what is to stay, then `--overwrite` this page"
        case .deleted: "deleted \(who); `--overwrite` publishes it again"
        case .renamed(let other):
            "renamed to \(other) \(who); `vademecum wiki adopt` brings the name home, `--overwrite` discards it"
        case .taken(let other) where other == path && origin.list != nil:
            "a page of this name is there, not made here, last edited \(who); keep it with "
                + "`wiki: {\(origin.list ?? ""): theirs}` in vademecum.yaml, or ours within it with `between`; "
                + "`--overwrite` replaces it"
        case .shared:
            "the team’s own words stand around our part, last edited \(who); keep them with "
                + "`wiki: {\(origin.list ?? ""): between}` in vademecum.yaml; `--overwrite` discards them"
        case .taken(let other) where other == path: "a page of this name is there, not made here, last edited \(who)"
        case .taken(let other): "the wiki would take it for \(other), which was not made here, last edited \(who)"
        case .editedLeftover:
            "no guide makes this page, but it was edited \(who); `--overwrite` removes it all the same"
        }
    }
}

extension WikiPlan.Finding.Reason {
    /// The reason's stable name.
    fileprivate var name: String {
        switch self {
        case .edited: "edited"
        case .merged: "merged"
        case .conflict: "conflict"
        case .deleted: "deleted"
        case .renamed: "renamed"
        case .taken: "taken"
        case .shared: "shared"
        case .editedLeftover: "unused"
        }
    }

    /// The page that has, or stands in, the name.
    fileprivate var otherPath: String? {
        switch self {
        case .renamed(let path), .taken(let path): path
        default: nil
        }
    }
}

extension WikiPage.Origin {
    /// What the configuration calls a list; nil for what is none.
    fileprivate var list: String? {
        switch self {
        case .home: WikiList.home.rawValue
        case .sidebar: WikiList.sidebar.rawValue
        case .footer: WikiList.footer.rawValue
        default: nil
        }
    }
}
