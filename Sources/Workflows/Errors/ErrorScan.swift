import Foundation
import Guides
import Messages
import Sources
import Values

/// Looks through logs and source code for errors: which of them a guide explains, and which nobody does.
public struct ErrorScan: Sendable {
    /// A kind of message that was found.
    public struct Finding: Sendable {
        /// The message, with `<*>` where its values differ.
        public let template: String
        /// How many lines say it.
        public let count: Int
        /// Where the first of them stands.
        public let first: Place
        /// The guide that is about it; nil where none is.
        public let guide: String?
    }

    /// What a look through some text came to.
    public struct Report: Sendable {
        /// How many lines were read.
        public let lines: Int
        /// What was found, the most frequent first.
        public let findings: [Finding]
    }

    /// A log or source code, by its path in messages.
    public enum Source: Sendable {
        /// A file or a folder of the disk.
        case path(String)
        /// A text that is at hand, such as standard input.
        case text([UInt8], name: String)
    }

    /// Larger files are left alone: no source code is, and of a log that much says it all.
    public static let largestFile = 256 << 20
    /// What stands behind so many bytes of a line is not looked at.
    private static let longestLine = 4096

    /// Looks through some sources.
    public static func report(_ folder: ProjectFolder, _ values: ValueOptions, _ sources: [Source]) -> Outcome<Report> {
        ProjectLoader(folder, values.read(by: .team)).load(.guide).then { (loaded, found) throws(Refusal) in
            let catalogue = ErrorCatalogue(loaded)
            found += catalogue.diagnostics
            let matcher = catalogue.matcher
            var templates = LogTemplates()
            var lines = 0
            for source in sources {
                try LineFiles.forEach(source, largest: largestFile) { bytes, path, isCode in
                    lines += add(bytes, path, isCode: isCode, matcher, to: &templates)
                }
            }
            let findings = templates.groups.compactMap { group -> Finding? in
                let guide = group.examples.lazy.compactMap({ Self.guide(about: $0, matcher) }).first
                guard guide != nil || group.examples.contains(where: ErrorWords.stand) else { return nil }
                return Finding(
                    template: KeyFormat.masked(group.text), count: group.count, first: group.first, guide: guide)
            }
            return Report(lines: lines, findings: findings.sorted { $0.count > $1.count })
        }
    }

    private static func guide(about line: String, _ matcher: ErrorMatcher) -> String? {
        switch matcher.find(in: line) {
        case .found(let match): match.guide
        case .ambiguous(let matches): matches.map(\.guide).joined(separator: ", ")
        default: nil
        }
    }

    /// Adds the lines of a file.
    private static func add(
        _ bytes: [UInt8], _ path: String, isCode: Bool, _ matcher: ErrorMatcher, to templates: inout LogTemplates
    ) -> Int {
        var number = 0
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count
                number += 1
                let line = bytes.text(start..<min(end, start + longestLine))
                let place = Place(path: path, line: number, column: 1, endLine: number, endColumn: 1, sourceLine: nil)
                if !isCode {
                    let guides = Set(matcher.patterns(in: line).map(\.guide))
                    templates.add(line, of: guides.sorted(), at: place)
                } else if let message = ErrorWords.message(ofSource: line) {
                    templates.add(message, at: place)
                }
                start = end + 1
            }
        }
        return number
    }
}
