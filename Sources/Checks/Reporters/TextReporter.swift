import Sources

/// Prints diagnostics as the best compilers do: place, sentence, the source's line with the span marked, help.
public struct TextReporter: Sendable {
    /// Whether to colour.
    public let usesColor: Bool
    /// How many columns a line may have; nil leaves lines as long as they are.
    public let width: Int?

    /// A reporter for a terminal, or for a file.
    public init(usesColor: Bool, width: Int? = nil) {
        self.usesColor = usesColor
        self.width = width.map { max(40, $0) }
    }

    /// All diagnostics, and a line that counts them; of many of one kind in one file, the first few.
    public func report(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        return findings(diagnostics, Crowd(most: 50, shown: 50, wayOut: "")) + diagnostics.countedBySeverity + "\n"
    }

    /// A check's findings, and a line that says what was looked at.
    public func report(_ report: CheckReport) -> String {
        let statistics = report.showsStatistics && !report.diagnostics.isEmpty ? report.statistics + "\n" : ""
        let crowd = report.showsAll ? nil : Crowd(most: 10, shown: 3, wayOut: " (--all shows them)")
        return findings(report.diagnostics, crowd) + statistics + report.summary
            + "\n"
    }

    /// When findings of one kind in one file are told together.
    private struct Crowd {
        /// So many are shown as they are.
        let most: Int
        /// Of more, so many.
        let shown: Int
        /// What shows the others.
        let wayOut: String
    }

    /// The lines that are named of findings that are not shown.
    private static let mostLines = 10

    /// The findings, of which many of one kind in one file are told together.
    ///
    /// - Parameter crowd: nil shows them all.
    private func findings(_ diagnostics: [Diagnostic], _ crowd: Crowd?) -> String {
        guard let crowd, diagnostics.count > crowd.most else {
            return diagnostics.map { describe($0) + "\n" }.joined()
        }
        var lines: [Group: [Int]] = [:]
        for diagnostic in diagnostics { lines[Group(diagnostic), default: []].append(diagnostic.place.line) }
        var shown: [Group: Int] = [:]
        var text = ""
        for diagnostic in diagnostics {
            let group = Group(diagnostic)
            let all = lines[group] ?? []
            let number = shown[group, default: 0] + 1
            shown[group] = number
            if all.count <= crowd.most || number <= crowd.shown {
                text += describe(diagnostic) + "\n"
            } else if number == crowd.shown + 1 {
                text += rest(all.dropFirst(crowd.shown), like: diagnostic, crowd.wayOut) + "\n"
            }
        }
        return text
    }

    private struct Group: Hashable {
        let check: String
        let path: String

        init(_ diagnostic: Diagnostic) {
            check = diagnostic.check
            path = diagnostic.place.path
        }
    }

    /// A line for the findings of one kind that are not shown.
    private func rest(_ lines: ArraySlice<Int>, like first: Diagnostic, _ wayOut: String) -> String {
        let list =
            lines.prefix(Self.mostLines).map(String.init).joined(separator: ", ")
            + (lines.count > Self.mostLines ? ", …" : "")
        let severity = paint("\(first.severity.rawValue)[\(first.check)]", color(of: first.severity))
        let head = first.place.path.count + first.check.count + first.severity.rawValue.count + 6
        let text = "\(lines.count) more like the last, in lines \(list)\(wayOut)"
        return
            "\(paint(safe(first.place.path), .bold)): \(severity): \(wrapped(text, behind: head).joined(separator: "\n  "))\n"
    }

    /// One diagnostic, with a line feed at its end.
    public func describe(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        let severity = paint("\(diagnostic.severity.rawValue)[\(diagnostic.check)]", color(of: diagnostic.severity))
        let head = position(place).count + diagnostic.severity.rawValue.count + diagnostic.check.count + 6
        let message = wrapped(safe(diagnostic.message), behind: head).map { paint($0, .bold) }.joined(separator: "\n  ")
        var text = "\(paint(position(place), .bold)): \(severity): \(message)\n"
        text += excerpt(place, color(of: diagnostic.severity))
        for related in diagnostic.related {
            text += "\(position(related.place)): note: \(safe(related.message))\n"
            text += related.excerpt.map { wholeExcerpt($0, from: related.place) } ?? excerpt(related.place, .cyan)
        }
        if let help = diagnostic.help {
            text += "\(paint("  help:", .cyan)) \(wrapped(safe(help), behind: 8).joined(separator: "\n  "))\n"
        }
        if let fix = diagnostic.fix { text += "\(paint("  fix:", .cyan)) \(safe(fix.summary)) (--fix)\n" }
        return text
    }

    /// A text in lines that fit, which are torn between words; lines behind the first are indented by two.
    ///
    /// - Parameter used: the columns that the first line has already.
    private func wrapped(_ text: String, behind used: Int) -> [String] {
        guard let width else { return [text] }
        var lines = [""]
        var room = width - used
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let columns = TerminalText.columns(String(word))
            let space = lines[lines.count - 1].isEmpty ? 0 : 1
            if columns + space > room, !lines[lines.count - 1].isEmpty || lines.count == 1 && used > 2 {
                lines.append(String(word))
                room = width - 2 - columns
            } else {
                lines[lines.count - 1] += (space == 0 ? "" : " ") + word
                room -= columns + space
            }
        }
        return lines
    }

    private func position(_ place: Place) -> String {
        let path = safe(place.path)
        return place.sourceLine == nil ? path : "\(path):\(place.line):\(place.column)"
    }

    // MARK: The source's line

    /// Wider lines are cut around the span: a paragraph may be one long line.
    private static let widestExcerpt = 100

    /// The widest excerpt that fits behind a line's number.
    private func widest(behind number: String) -> Int {
        width.map { max(20, min(Self.widestExcerpt, $0 - number.count - 5)) } ?? Self.widestExcerpt
    }

    private func excerpt(_ place: Place, _ color: Color) -> String {
        guard let line = place.sourceLine else { return "" }
        let scalars = Array(line.unicodeScalars)
        let start = min(max(0, place.column - place.sourceColumn), scalars.count)
        let end =
            place.endLine == place.line
            ? min(max(place.endColumn - place.sourceColumn, start + 1), scalars.count + 1) : scalars.count
        let number = String(place.line)
        let (from, to) = window(scalars, around: start, widest(behind: number))
        let margin = String(repeating: " ", count: number.count)
        let shown = visible(scalars[from..<to])
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

    /// The part of a line that is shown: all of it where it fits, else what stands around a place. Wide letters and tabs take
    /// more than one column.
    private func window(_ scalars: [Unicode.Scalar], around start: Int, _ widest: Int) -> (from: Int, to: Int) {
        var whole = 0
        if scalars.allSatisfy({
            whole += width($0); return whole <= widest
        }) {
            return (0, scalars.count)
        }
        var from = min(start, scalars.count)
        var room = widest * 2 / 5
        while from > 0, room >= width(scalars[from - 1]) {
            from -= 1
            room -= width(scalars[from])
        }
        var to = from
        room = widest
        while to < scalars.count, room >= width(scalars[to]) {
            room -= width(scalars[to])
            to += 1
        }
        return (from, to)
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
            return "\(paint(label, .blue)) \(visible(line.unicodeScalars))\n"
        }
        let rest = lines.count > shown.count ? "\(margin) … \(lines.count - shown.count) more lines\n" : ""
        return "\(margin)\n" + numbered.joined() + rest + "\(margin)\n"
    }

    /// A text on one line, as a terminal can show it.
    private func safe(_ text: String) -> String { visible(text.unicodeScalars) }

    private func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case "\t": text.append(contentsOf: "    ".unicodeScalars)
            case "\n": text.append("\u{FFFD}")
            default: text.append(TerminalText.visible(scalar))
            }
        }
        return String(text)
    }

    /// The columns of a character as it is shown.
    private func width(_ scalar: Unicode.Scalar) -> Int {
        scalar == "\t" ? 4 : scalar == "\n" ? 1 : TerminalText.columns(TerminalText.visible(scalar))
    }

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
