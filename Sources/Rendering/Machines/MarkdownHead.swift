import Guides
import Sources

/// The head of the Markdown beside a page: what a program has to know that reads it without the page.
public enum MarkdownHead {
    /// Front matter with the language of the text, its address, when it was last read over, and which values in it are
    /// examples; each text is quoted as JSON, which YAML reads as well.
    ///
    /// - Parameters:
    ///   - frame: that of the page.
    ///   - reviewed: the day, in ISO 8601; nil where nobody said.
    public static func text(_ edition: RenderedEdition, frame: PageFrame, reviewed: String?) -> [UInt8] {
        var head = Array("---\nlanguage: \(edition.language.tag)\n".utf8)
        if !frame.canonical.isEmpty { head += line("address", frame.canonical) }
        if let reviewed { head += "reviewed: \(reviewed)\n".utf8 }
        if edition.language.tag != frame.language.tag {
            head += line("notice", frame.language.term("untranslated-notice"))
        }
        let examples = edition.uses.filter { use in
            edition.texts.entries[use]?.resolved.isExample == true && !edition.texts.declarations[use].type.isPicture
        }
        if !examples.isEmpty { head += "examples:\n".utf8 }
        for use in examples {
            guard let entry = edition.texts.entries[use] else { continue }
            var writer = JSONWriter(.line)
            writer.object { writer in
                writer.field("name", entry.name)
                writer.field("label", edition.texts.declarations[use].label[edition.language.tag])
                writer.field("example", entry.prose)
            }
            head += "  - ".utf8 + writer.bytes + "\n".utf8
        }
        return head + Array("---\n\n".utf8)
    }

    private static func line(_ name: String, _ text: String) -> [UInt8] {
        var writer = JSONWriter(.line)
        writer.string(text)
        return Array("\(name): ".utf8) + writer.bytes + [0x0A]
    }
}
