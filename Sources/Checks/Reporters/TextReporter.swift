import Sources

/// Prints diagnostics as the best compilers do: place, sentence, the source's line with the span marked, help.
public struct TextReporter: Sendable {
    /// Whether to colour.
    public let usesColor: Bool

    /// A reporter for a terminal, or for a file.
    public init(usesColor: Bool) {
        self.usesColor = usesColor
    }

    /// All diagnostics, and a line that counts them.
    public func report(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        return diagnostics.map(describe).joined(separator: "\n") + "\n" + diagnostics.countedBySeverity + "\n"
    }

    /// A check's findings, and a line that says what was looked at.
    public func report(_ report: CheckReport) -> String {
        report.diagnostics.map { describe($0) + "\n" }.joined() + report.summary + "\n"
    }

    /// One diagnostic, with a line feed at its end.
    public func describe(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        let severity = paint("\(diagnostic.severity.rawValue)[\(diagnostic.check)]", color(of: diagnostic.severity))
        var text = "\(paint(position(place), .bold)): \(severity): \(paint(safe(diagnostic.message), .bold))\n"
        text += excerpt(place, color(of: diagnostic.severity))
        for related in diagnostic.related {
            text += "\(position(related.place)): note: \(safe(related.message))\n"
            text += related.excerpt.map { wholeExcerpt($0, from: related.place) } ?? excerpt(related.place, .cyan)
        }
        if let help = diagnostic.help { text += "\(paint("  help:", .cyan)) \(safe(help))\n" }
        if let fix = diagnostic.fix { text += "\(paint("  fix:", .cyan)) \(safe(fix.summary)) (--fix)\n" }
        return text
    }

    private func position(_ place: Place) -> String {
        let path = safe(place.path)
        return place.sourceLine == nil ? path : "\(path):\(place.line):\(place.column)"
    }

    // MARK: The source's line

    /// Wider lines are cut around the span: a paragraph may be one long line.
    private static let widestExcerpt = 100

    private func excerpt(_ place: Place, _ color: Color) -> String {
        guard let line = place.sourceLine else { return "" }
        let scalars = Array(line.unicodeScalars)
        let start = min(max(0, place.column - place.sourceColumn), scalars.count)
        let end =
            place.endLine == place.line
            ? min(max(place.endColumn - place.sourceColumn, start + 1), scalars.count + 1) : scalars.count
        let from = scalars.count > Self.widestExcerpt ? max(0, start - 40) : 0
        let to = min(scalars.count, from + Self.widestExcerpt)
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count)
        let shown = scalars[from..<to].map(visible).joined()
        let before = String(repeating: " ", count: scalars[from..<min(start, to)].reduce(0) { $0 + width($1) })
        let span = scalars[min(start, to)..<min(max(end, start), to)].reduce(0) { $0 + width($1) }
        let marks = String(repeating: "^", count: max(1, span))
        let isCut = from > 0 || place.sourceColumn > 1
        let (left, right) = (isCut ? "…" : "", to < scalars.count ? "…" : "")
        return """
            \(paint("\(margin) |", .blue))
            \(paint("\(number) |", .blue)) \(left)\(shown)\(right)
            \(paint("\(margin) |", .blue)) \(isCut ? " " : "")\(before)\(paint(marks, color))

            """
    }

    /// The most lines that are shown of a text; nobody reads more of them in a message.
    private static let longestExcerpt = 30

    /// Several lines with their numbers, none of them marked.
    private func wholeExcerpt(_ text: String, from place: Place) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.prefix(Self.longestExcerpt)
        let width = String(place.line + shown.count - 1).count
        let margin = paint(String(repeating: " ", count: width) + " |", .blue)
        let numbered = shown.enumerated().map { index, line in
            let number = String(place.line + index)
            let label = String(repeating: " ", count: width - number.count) + number + " |"
            return "\(paint(label, .blue)) \(line.unicodeScalars.map(visible).joined())\n"
        }
        let rest = lines.count > shown.count ? "\(margin) … \(lines.count - shown.count) more lines\n" : ""
        return "\(margin)\n" + numbered.joined() + rest + "\(margin)\n"
    }

    /// A text on one line, as a terminal can show it.
    private func safe(_ text: String) -> String { text.unicodeScalars.map(visible).joined() }

    /// A character as a terminal can show it on the same line.
    private func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\t": "    "
        case "\n": "\u{FFFD}"
        default: String(TerminalText.visible(scalar))
        }
    }

    private func width(_ scalar: Unicode.Scalar) -> Int { TerminalText.columns(visible(scalar)) }

    // MARK: Colours

    private enum Color: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "34"
        case cyan = "36"
    }

    private func color(of severity: Diagnostic.Severity) -> Color {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }

    private func paint(_ text: String, _ color: Color) -> String {
        usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}
