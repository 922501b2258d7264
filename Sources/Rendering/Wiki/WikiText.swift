import Guides
import Sources
import Values

/// Markdown of a wiki's page that is put together from words: what the flavour would see in them is disarmed.
struct WikiText {
    let flavor: WikiFlavor
    private(set) var bytes: [UInt8] = []

    init(_ flavor: WikiFlavor) { self.flavor = flavor }

    /// Markdown as it is.
    mutating func markdown(_ text: String) { bytes += text.utf8 }

    /// A text.
    ///
    /// - Parameter next: the byte that will follow.
    mutating func text(_ text: String, next: UInt8 = 0x0A) {
        let text = Array(text.utf8)
        MarkdownText.append(text, cutting: WikiMarkup(flavor).cuts(text, next: next), to: &bytes, next: next)
    }

    /// A link with a text.
    mutating func link(to address: String, _ words: String) {
        bytes.append(UInt8(ascii: "["))
        let words = Array(words.utf8)
        let next = UInt8(ascii: "]")
        let cuts = WikiMarkup(flavor).cuts(words, next: next, isInLink: true)
        MarkdownText.append(words, cutting: cuts, to: &bytes, next: next)
        bytes += "](".utf8 + MarkdownEscapes.address(Array(address.utf8)) + [UInt8(ascii: ")")]
    }

    /// A strong text.
    mutating func strong(_ text: String) {
        markdown("**")
        self.text(text, next: UInt8(ascii: "*"))
        markdown("**")
    }

    /// A code span of words without backticks.
    mutating func code(_ code: String) { markdown("`\(code)`") }

    /// A quote's lines: the paragraphs, with an empty line between two.
    mutating func quote(_ paragraphs: [[UInt8]]) {
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { markdown(">\n") }
            bytes += "> ".utf8 + paragraph + [0x0A]
        }
    }

    /// A paragraph, with a blank line before it where something stands there.
    mutating func paragraph(_ write: (inout WikiText) -> Void) {
        if !bytes.isEmpty { markdown("\n") }
        write(&self)
        markdown("\n")
    }

    /// What is written by a function of its own.
    static func of(_ flavor: WikiFlavor, _ write: (inout WikiText) -> Void) -> [UInt8] {
        var text = WikiText(flavor)
        write(&text)
        return text.bytes
    }
}
