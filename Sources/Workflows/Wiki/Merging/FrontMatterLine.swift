import Sources

/// Writes a line of front matter.
enum FrontMatterLine {
    /// Gives a key another text; what the file has besides stays.
    static func replace(_ key: String, with text: [UInt8], in bytes: inout [UInt8]) {
        let start = Array("\(key):".utf8)
        var line = 0
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            if bytes[line..<end].starts(with: start) {
                var value = line + start.count
                while value < end, bytes[value].isSpaceOrTab { value += 1 }
                // A text of several lines goes on as long as they are set in.
                var last = end
                while last + 1 < bytes.count, bytes[last + 1].isSpaceOrTab {
                    last = bytes[(last + 1)...].firstIndex(of: 0x0A) ?? bytes.count
                }
                if last > value, bytes[last - 1] == 0x0D { last -= 1 }
                let quote = value < last ? bytes[value] : 0
                let written = Array(YAMLLine.written(String(decoding: text, as: UTF8.self), quotedBy: quote).utf8)
                bytes.replaceSubrange(value..<last, with: (value == line + start.count ? [0x20] : []) + written)
                return
            }
            line = end + 1
        }
    }
}

/// A text as YAML has it on one line (YAML 1.2, section 7.3).
enum YAMLLine {
    /// - Parameter quote: the sign that stood around the old text, if any.
    static func written(_ text: String, quotedBy quote: UInt8) -> String {
        if quote == UInt8(ascii: "\"") { return doubled(text) }
        if quote == UInt8(ascii: "'") { return "'\(text.replacing("'", with: "''"))'" }
        if isPlain(text) { return text }
        return text.contains("\"") || text.contains("\\") ? "'\(text.replacing("'", with: "''"))'" : doubled(text)
    }

    private static func doubled(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// Whether a text means itself without quotes.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20 else { return false }
        if "-?:,[]{}#&*!|>'\"%@`=~".utf8.contains(first) || last == UInt8(ascii: ":") { return false }
        if text.contains(": ") || text.contains(" #") || text.contains("\t") { return false }
        let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        return !words.contains(text.lowercased()) && Double(text) == nil
            && !(first >= 0x30 && first <= 0x39 && !text.contains(" "))
    }
}
