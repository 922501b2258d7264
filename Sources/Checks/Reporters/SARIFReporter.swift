import Sources
import Values

/// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code scanning services read.
struct SARIFReporter {
    /// The published schema, by the address that it names itself.
    static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    /// What relative addresses start from.
    private static let root = "%SRCROOT%"

    func report(_ report: CheckReport) -> String {
        var fingerprints = FindingFingerprints()
        let results = report.diagnostics.map { result($0, fingerprints.next($0), report.registry.index(of: $0.check)) }
        let driver: JSONValue = [
            "name": "Vademecum",
            "version": .string(report.version),
            "semanticVersion": .string(report.version),
            "rules": .array(report.registry.descriptions.map(rule)),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver],
            // Columns count characters, not the halves of them that UTF-16 has.
            "columnKind": "unicodeCodePoints",
            "results": .array(results),
        ]
        let log: JSONValue = ["$schema": .string(Self.schema), "version": "2.1.0", "runs": [run]]
        return log.text(isIndented: true) + "\n"
    }

    private func rule(_ description: CheckDescription) -> JSONValue {
        [
            "id": .string(description.id),
            "shortDescription": ["text": .string(description.summary)],
            "fullDescription": ["text": .string(description.why)],
            "help": [
                "text": .string("\(description.summary)\n\n\(description.why)\n\n\(description.mending)"),
                "markdown": .string("\(description.why)\n\n\(description.mending)"),
            ],
            "defaultConfiguration": ["level": .string(description.severity.rawValue)],
            "properties": ["tags": [.string(description.group.rawValue)]],
        ]
    }

    private func result(_ diagnostic: Diagnostic, _ fingerprint: String, _ index: Int?) -> JSONValue {
        var result: JSONValue = ["ruleId": .string(diagnostic.check)]
        if let index { result.append("ruleIndex", .integer(index)) }
        result.append("level", .string(diagnostic.severity.rawValue))
        let text = diagnostic.help.map { "\(diagnostic.message)\n\($0)" } ?? diagnostic.message
        result.append("message", ["text": .string(text)])
        result.append("locations", [["physicalLocation": location(diagnostic.place)]])
        // GitHub compares by the first of the two, and would make one of its own from the lines around.
        result.append(
            "partialFingerprints",
            ["primaryLocationLineHash": .string(fingerprint), "vademecumFinding/v1": .string(fingerprint)])
        if !diagnostic.related.isEmpty {
            let related = diagnostic.related.enumerated().map { number, related -> JSONValue in
                [
                    "id": .integer(number + 1),
                    "physicalLocation": location(related.place),
                    "message": ["text": .string(related.fullText)],
                ]
            }
            result.append("relatedLocations", .array(related))
        }
        if let fix = diagnostic.fix { result.append("fixes", [self.fix(fix)]) }
        return result
    }

    private func location(_ place: Place) -> JSONValue {
        let region: JSONValue =
            place.sourceLine == nil
            ? ["startLine": 1]
            : [
                "startLine": .integer(place.line), "startColumn": .integer(place.column),
                "endLine": .integer(place.endLine), "endColumn": .integer(place.endColumn),
            ]
        return ["artifactLocation": artifact(place.path), "region": region]
    }

    private func artifact(_ path: String) -> JSONValue {
        ["uri": .string(PercentEncoding.encode(path: path)), "uriBaseId": .string(Self.root)]
    }

    private func fix(_ fix: Fix) -> JSONValue {
        var paths: [String] = []
        for edit in fix.edits where !paths.contains(edit.path) { paths.append(edit.path) }
        let changes = paths.map { path -> JSONValue in
            let replacements = fix.edits.filter { $0.path == path }.map { edit -> JSONValue in
                [
                    "deletedRegion": [
                        "byteOffset": .integer(edit.range.lowerBound), "byteLength": .integer(edit.range.count),
                    ],
                    "insertedContent": ["text": .string(String(decoding: edit.replacement, as: UTF8.self))],
                ]
            }
            return ["artifactLocation": artifact(path), "replacements": .array(replacements)]
        }
        return ["description": ["text": .string(fix.summary)], "artifactChanges": .array(changes)]
    }
}
