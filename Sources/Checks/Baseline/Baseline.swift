import Foundation
import Sources

/// Findings that a project has made its peace with, for now: a check reports what is not among them.
///
/// A finding is known by its check, its file and the words of its line, not by the line's number, so that edits elsewhere move
/// nothing.
public struct Baseline: Sendable {
    /// One finding of the list.
    public struct Entry: Sendable, Hashable, Codable {
        /// The check that found it.
        public let check: String
        /// The file, from the project's folder.
        public let path: String
        /// What stands for the finding.
        public let fingerprint: String
    }

    /// The findings, by path, check and fingerprint.
    public let entries: [Entry]

    private struct File: Codable {
        let version: Int
        let findings: [Entry]
    }

    private static let version = 1

    /// The list of some findings, which are in the order of a report.
    public init(of diagnostics: [Diagnostic]) {
        var fingerprints = FindingFingerprints()
        entries = diagnostics.map {
            Entry(check: $0.check, path: $0.place.path, fingerprint: fingerprints.next($0))
        }.sorted { ($0.path, $0.check, $0.fingerprint) < ($1.path, $1.check, $1.fingerprint) }
    }

    /// Reads a file; nil where it is none of ours.
    public init?(bytes: [UInt8]) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.version == Self.version else {
            return nil
        }
        entries = file.findings
    }

    /// The file: a line for each finding, so that branches that mend different ones merge.
    public var bytes: [UInt8] {
        let lines = entries.map { entry -> String in
            let value: JSONValue = [
                "path": .string(entry.path), "check": .string(entry.check), "fingerprint": .string(entry.fingerprint),
            ]
            return "    " + value.text()
        }
        let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
        return Array("{\n  \"version\": \(Self.version),\n  \"findings\": \(list)\n}\n".utf8)
    }

    /// Parts findings into those that are not in the list, and the entries that none of them is.
    public func compare(_ diagnostics: [Diagnostic]) -> (new: [Diagnostic], gone: [Entry]) {
        var left = Dictionary(entries.map { ($0, 1) }, uniquingKeysWith: +)
        var fingerprints = FindingFingerprints()
        let new = diagnostics.filter { diagnostic in
            let entry = Entry(
                check: diagnostic.check, path: diagnostic.place.path, fingerprint: fingerprints.next(diagnostic))
            guard let count = left[entry], count > 0 else { return true }
            left[entry] = count - 1
            return false
        }
        return (new, entries.filter { left[$0, default: 0] > 0 })
    }
}
