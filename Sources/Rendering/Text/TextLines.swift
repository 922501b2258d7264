import Sources

/// Breaks text into lines that fit a terminal.
enum TextLines {
    /// Lines of at most so many columns, broken at spaces; a word that is longer stays whole. A space that must not
    /// break, as French has before its punctuation, does not.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapLine($0, width) }
    }

    private static func wrapLine(_ text: Substring, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let columns = TerminalText.columns(String(word))
            if !line.isEmpty, used + 1 + columns > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if !line.isEmpty {
                line += " "
                used += 1
            }
            line += word
            used += columns
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
