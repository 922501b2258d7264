import Sources

/// Findings for programs. Lines and columns count from 1, columns in Unicode scalars; paths are relative to the project.
struct JSONReporter {
    func report(_ report: CheckReport) -> String {
        let value: JSONValue = [
            "version": 1,
            "guides": .integer(report.guides),
            "files": .integer(report.files),
            "findings": .array(report.diagnostics.map(finding)),
        ]
        return value.text(isIndented: true) + "\n"
    }

    private func finding(_ diagnostic: Diagnostic) -> JSONValue {
        let place = diagnostic.place
        return [
            "check": .string(diagnostic.check),
            "severity": .string(diagnostic.severity.rawValue),
            "message": .string(diagnostic.message),
            "path": .string(place.path),
            "line": .integer(place.line),
            "column": .integer(place.column),
            "endLine": .integer(place.endLine),
            "endColumn": .integer(place.endColumn),
            "help": JSONValue(diagnostic.help),
            "related": .array(diagnostic.related.map(related)),
            "fix": diagnostic.fix.map(fix) ?? .null,
        ]
    }

    private func related(_ related: Diagnostic.Related) -> JSONValue {
        [
            "path": .string(related.place.path),
            "line": .integer(related.place.line),
            "message": .string(related.fullText),
        ]
    }

    /// The edits are in bytes, so that a program can make them without counting characters.
    private func fix(_ fix: Fix) -> JSONValue {
        [
            "message": .string(fix.summary),
            "edits": .array(
                fix.edits.map { edit in
                    [
                        "path": .string(edit.path),
                        "start": .integer(edit.range.lowerBound),
                        "end": .integer(edit.range.upperBound),
                        "text": .string(String(decoding: edit.replacement, as: UTF8.self)),
                    ]
                }),
        ]
    }
}
