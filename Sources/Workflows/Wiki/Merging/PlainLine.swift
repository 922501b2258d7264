import CommonMark
import Sources

/// A line of front matter, which is text and no Markdown.
enum PlainLine {
    /// Markdown as the text that it shows, placeholders untouched; spaces at its edges stay.
    static func text(_ markdown: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < markdown.count {
            if markdown[index] == UInt8(ascii: "\\"), index + 1 < markdown.count,
                markdown[index + 1].isASCIIPunctuation,
                markdown[index + 1] != UInt8(ascii: "{")
            {
                index += 1
            }
            text.append(markdown[index] == 0x0A ? 0x20 : markdown[index])
            index += 1
        }
        return text
    }
}
