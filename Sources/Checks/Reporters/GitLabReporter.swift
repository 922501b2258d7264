import Sources

/// Findings as GitLab's code quality report (docs.gitlab.com, “Code quality report format”).
struct GitLabReporter {
    func report(_ report: CheckReport) -> String {
        var fingerprints = FindingFingerprints()
        let issues = report.diagnostics.map { diagnostic -> JSONValue in
            [
                "description": .string(diagnostic.fullText),
                "check_name": .string(diagnostic.check),
                "fingerprint": .string(fingerprints.next(diagnostic)),
                "severity": .string(severity(of: diagnostic)),
                "location": [
                    "path": .string(diagnostic.place.path),
                    "lines": ["begin": .integer(diagnostic.place.line), "end": .integer(diagnostic.place.endLine)],
                ],
            ]
        }
        return JSONValue.array(issues).text(isIndented: true) + "\n"
    }

    /// What stops a build, what should be looked at, what is worth knowing.
    private func severity(of diagnostic: Diagnostic) -> String {
        switch diagnostic.severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
