import Sources

/// What a check came to: findings, which know nothing of the form that they are reported in.
public struct CheckReport: Sendable {
    /// What was found, by place.
    public var diagnostics: [Diagnostic]
    /// How many guides were looked at.
    public var guides: Int
    /// How many files of theirs, in all languages.
    public var files: Int
    /// How many faults were mended, and so are not among the findings.
    public var mended = 0
    /// Whether a text for people shows every finding, and not only the first of many of one kind in one file.
    public var showsAll = false
    /// Whether a text for people ends with how often each check found something.
    public var showsStatistics = false
    /// The program's version.
    public var version: String
    /// What the program can report, of which some forms have a list.
    let registry: ProblemRegistry

    /// Puts a report together.
    public init(_ diagnostics: [Diagnostic], guides: Int, files: Int, version: String, registry: ProblemRegistry) {
        self.registry = registry
        self.diagnostics = diagnostics
        self.guides = guides
        self.files = files
        self.version = version
    }

    /// What was looked at, and what was found, in one line: `2 guides, 4 files: 1 error, 3 warnings`.
    public var summary: String {
        let looked = "\(guides.counted("guide")), \(files.counted("file"))"
        let found = diagnostics.countedBySeverity
        let fixable = diagnostics.count { $0.fix != nil }
        let hint = fixable == 0 ? "" : " (\(fixable) can be fixed with --fix)"
        let mended = mended == 0 ? "" : ", \(mended) fixed"
        return "\(looked): " + (found.isEmpty ? "no faults" : found + hint) + mended
    }

    /// How often each check found something, the most frequent first, as lines of a table.
    public var statistics: String {
        var counts: [String: (count: Int, severity: Diagnostic.Severity)] = [:]
        for diagnostic in diagnostics {
            counts[diagnostic.check, default: (0, diagnostic.severity)].count += 1
        }
        let width = counts.values.map { String($0.count).count }.max() ?? 0
        return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { check, found in
            let count = String(found.count)
            return String(repeating: " ", count: width - count.count)
                + "\(count)  \(check) (\(found.severity.rawValue))\n"
        }.joined()
    }

    /// Lets all paths begin with a folder: where programs that read a report look for files from another folder than
    /// the project's.
    ///
    /// - Parameter folder: ends with a slash, or is empty.
    public mutating func move(to folder: String) {
        guard !folder.isEmpty else { return }
        diagnostics = diagnostics.map { $0.moved(to: folder) }
    }

}

extension [Diagnostic] {
    /// `1 error, 3 warnings`; empty where there are none.
    var countedBySeverity: String {
        [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = count { $0.severity == severity }
            return count == 0 ? nil : count.counted(severity.rawValue)
        }.joined(separator: ", ")
    }
}

extension Diagnostic {
    /// The message, and the way out and the other places in lines of their own: all of it, for forms that show one
    /// text and no lines of source.
    var fullText: String {
        var lines = [message]
        if let help { lines.append("Help: \(help)") }
        if let fix { lines.append("Fix: \(fix.summary)") }
        for related in related {
            let position = related.place.sourceLine == nil ? "" : ":\(related.place.line)"
            lines.append("\(related.place.path)\(position): \(related.fullText)")
        }
        return lines.joined(separator: "\n")
    }

    /// The finding with a folder put before its paths.
    fileprivate func moved(to folder: String) -> Diagnostic {
        let fix = fix.map { fix in
            Fix(
                fix.summary,
                edits: fix.edits.map {
                    Fix.Edit(
                        path: folder + $0.path, range: $0.range, expected: $0.expected, replacement: $0.replacement)
                }, keepsTree: fix.keepsTree)
        }
        let related = related.map { Related($0.place.moved(to: folder), $0.message, excerpt: $0.excerpt) }
        return moved(to: place.moved(to: folder), related: related, fix: fix)
    }
}

extension Diagnostic.Related {
    /// The message, and the text of the place.
    var fullText: String { excerpt.map { "\(message):\n\($0)" } ?? message }
}

extension Place {
    fileprivate func moved(to folder: String) -> Place {
        // What stands on the command line is in no folder.
        guard !path.hasPrefix("-"), !path.hasPrefix("/") else { return self }
        return Place(
            path: folder + path, line: line, column: column, endLine: endLine, endColumn: endColumn,
            sourceLine: sourceLine, sourceColumn: sourceColumn)
    }
}
