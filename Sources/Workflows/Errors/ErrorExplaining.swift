import Foundation
import Messages
import Sources

/// Says why a message finds its guide, or does not.
public enum ErrorExplaining {
    /// Longer messages are refused, as everywhere.
    public static let longestMessage = GuideFinder.longestMessage

    /// Explains a message.
    public static func explain(
        _ message: String, _ folder: ProjectFolder, _ values: ValueOptions
    ) -> Outcome<ErrorExplanation> {
        ProjectLoader(folder, values.read(by: .team)).load(.guide).then { (loaded, found) throws(Refusal) in
            let catalogue = ErrorCatalogue(loaded)
            found += catalogue.diagnostics
            return catalogue.matcher.explain(message, now: Date().timeIntervalSince1970)
        }
    }
}

extension ErrorReport {
    /// What a message came to, and the patterns beside it, piece by piece.
    public static func text(_ explanation: ErrorExplanation) -> String {
        var text = verdict(explanation.finding) + "\n"
        if explanation.candidates.isEmpty { text += "No text of any pattern stands in the message.\n" }
        for candidate in explanation.candidates {
            text += "\n\(candidate.guide): \(TerminalText.printable(candidate.pattern))\n"
            // What may be missing and is, is no news; nor is what follows the place where the pattern stopped.
            let stop = candidate.pieces.lastIndex { $0.state == .found || $0.state == .unreadable } ?? 0
            let next = candidate.pieces[stop...].firstIndex { $0.state == .missing } ?? stop
            for piece in candidate.pieces[...next]
            where piece.state != .left && piece.text.contains(where: { !$0.isWhitespace }) {
                let words = piece.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let sign =
                    switch piece.state {
                    case .found: "+"
                    case .unreadable: "?"
                    case .left: " "
                    case .missing: "-"
                    }
                text += "  \(sign) \(TerminalText.printable(words))"
                if let value = piece.value { text += " = \(TerminalText.printable(value))" }
                if piece.state == .unreadable { text += " is hidden, or of another form" }
                text += "\n"
            }
            if let expected = candidate.expected {
                let found =
                    candidate.found.isEmpty ? "the message ends" : "“\(TerminalText.printable(candidate.found))”"
                text += "  stopped where “\(TerminalText.printable(expected))” was expected: \(found)\n"
            } else if !candidate.isWhole {
                text += "  what stands before this is missing\n"
            } else if !explanation.isFound(candidate.guide) {
                text += "  all of it is there, and more of another guide’s\n"
            }
        }
        return text
    }

    private static func verdict(_ finding: ErrorMatcher.Finding) -> String {
        switch finding {
        case .found(let match): "The message is about \(match.guide)."
        case .unknown: "No guide is about the message."
        case .near(let matches): "The message may be a part of one of \(names(matches.map(\.guide)))."
        case .ambiguous(let matches): "Several guides are about the message: \(names(matches.map(\.guide)))."
        }
    }

    private static func names(_ guides: [String]) -> String { guides.joined(separator: ", ") }

    /// An object with `result` (`found`, `unknown`, `near` or `ambiguous`), `guides`, and `patterns`, each with `guide`,
    /// `pattern`, `whole`, `pieces`, and, where it stopped, `expected` and `found`.
    public static func json(_ explanation: ErrorExplanation) -> [UInt8] {
        let (result, guides): (String, [String]) =
            switch explanation.finding {
            case .found(let match): ("found", [match.guide])
            case .unknown: ("unknown", [])
            case .near(let matches): ("near", matches.map(\.guide))
            case .ambiguous(let matches): ("ambiguous", matches.map(\.guide))
            }
        let patterns = explanation.candidates.map { candidate -> JSONValue in
            let pieces = candidate.pieces.map { piece -> JSONValue in
                var fields: [(key: String, value: JSONValue)] = [
                    ("text", .string(piece.text)), ("state", .string(piece.state.rawValue)),
                ]
                if let value = piece.value { fields.append(("value", .string(value))) }
                return .object(fields)
            }
            var fields: [(key: String, value: JSONValue)] = [
                ("guide", .string(candidate.guide)), ("pattern", .string(candidate.pattern)),
                ("whole", .bool(candidate.isWhole)), ("pieces", .array(pieces)),
            ]
            if let expected = candidate.expected {
                fields += [("expected", .string(expected)), ("found", .string(candidate.found))]
            }
            return .object(fields)
        }
        let report: JSONValue = [
            "result": .string(result), "guides": JSONValue(guides), "patterns": .array(patterns),
        ]
        return Array(report.text(isIndented: true).utf8) + [0x0A]
    }
}
