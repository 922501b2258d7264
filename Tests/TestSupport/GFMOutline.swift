import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What cmark-gfm, GitHub's own parser, reads in a Markdown text, told as `Outline` tells it.
public final class GFMOutline: NSObject, XMLParserDelegate {
    private var lines: [String] = []
    private var text = ""
    private var literal = ""
    private var heads: [String] = []

    /// Reads several texts, many at once; the reader of XML takes ten million bytes and no more.
    ///
    /// - Parameter linksAddresses: whether bare addresses are links, as GFM has it.
    public static func of(_ texts: [String], linksAddresses: Bool = true) throws -> [String] {
        try stride(from: 0, to: texts.count, by: 2000).flatMap { start in
            try ofAll(texts[start..<min(start + 2000, texts.count)], linksAddresses)
        }
    }

    /// Reads texts at once; the separator between them is a heading that no text holds.
    private static func ofAll(_ texts: ArraySlice<String>, _ linksAddresses: Bool) throws -> [String] {
        let separator = "###### end of one text"
        let joined = texts.map { "\($0)\n\n\(separator)\n\n" }.joined()
        let extensions = ["table", "strikethrough", "tasklist"] + (linksAddresses ? ["autolink"] : [])
        let outcome = try Program.named(
            "cmark-gfm", arguments: ["-t", "xml"] + extensions.flatMap { ["-e", $0] },
            input: Data(joined.utf8))
        guard outcome.status == 0 else { throw CocoaError(.executableLoad) }
        let reader = GFMOutline()
        let parser = XMLParser(data: outcome.output)
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return reader.lines.joined(separator: "\n").components(separatedBy: "heading 6\n  “end of one text”")
            .dropLast().map { $0.trimmingCharacters(in: .newlines) }
    }

    /// Called by the parser.
    public func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        literal = ""
        guard let head = Self.describe(name, attributes) else { return }
        flush()
        lines.append(indent + head)
        heads.append(name)
        if name == "tasklist" { text = "[ ] " }
    }

    /// Called by the parser.
    public func parser(_ parser: XMLParser, foundCharacters string: String) { literal += string }

    /// Called by the parser.
    public func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "text": text += literal
        case "softbreak": text += "⏎"
        case "code", "html_inline", "html_block", "code_block":
            lines[lines.count - 1] += "“\(literal)”"
            heads.removeLast()
            if literal.hasPrefix("<!-- list -->") || literal.hasPrefix("<!-- end list") { lines.removeLast() }
        case "document": break
        default:
            flush()
            heads.removeLast()
        }
        literal = ""
    }

    private var indent: String { String(repeating: "  ", count: heads.count) }

    private func flush() {
        // A box is told before the paragraph that holds its text.
        guard !text.isEmpty, heads.last != "tasklist" else { return }
        lines.append(indent + "“\(text)”")
        text = ""
    }

    private static func describe(_ name: String, _ attributes: [String: String]) -> String? {
        switch name {
        case "paragraph", "strikethrough", "item": name
        case "tasklist": "item"
        case "heading": "heading \(attributes["level"] ?? "")"
        case "list": attributes["type"] == "ordered" ? "ordered list" : "bullet list"
        case "block_quote": "blockQuote"
        case "emph": "emphasis"
        case "linebreak": "lineBreak"
        case "thematic_break": "thematicBreak"
        case "link", "image": "\(name) <\(attributes["destination"] ?? "")> “\(attributes["title"] ?? "")”"
        case "code": "code "
        case "html_inline": "htmlInline "
        case "html_block": "htmlBlock "
        case "code_block": "codeBlock \(attributes["info"] ?? "") "
        case "table_header", "table_row": "tableRow"
        case "table_cell": "cell"
        case "text", "softbreak", "document": nil
        default: name
        }
    }
}
