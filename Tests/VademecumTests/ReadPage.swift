import Foundation

/// A built page as its readers see it: the text of each part, by its anchor, with the links in it.
struct ReadPage {
    private(set) var parts: [(anchor: String, text: String, links: [String: String])] = []

    subscript(anchor: String) -> (text: String, links: [String: String])? {
        parts.first { $0.anchor == anchor }.map { ($0.text, $0.links) }
    }

    /// Reads HTML: tags are what nobody sees, and a part goes from its anchor to the next one.
    init(html: String) {
        let article = html.components(from: "<article", to: "</article>")
        let starts = article.matches(of: /<(?:section|li) id="([^"]+)"/)
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : article.endIndex
            let part = article[start.range.lowerBound..<end]
            var links: [String: String] = [:]
            for link in part.matches(of: /<a href="([^"]*)"(?: data-href="[^"]*")?>(.*?)<\/a>/) {
                links[Self.text(ofHTML: link.output.2)] = Self.unescaped(String(link.output.1))
            }
            parts.append((String(start.output.1), Self.text(ofHTML: part), links))
        }
    }

    /// Reads Markdown, whose headings stand in the order of the HTML's anchors.
    init(markdown: String, anchors: [String]) {
        let blocks = "\n\(markdown)".split(separator: /\n(?=#{2,4} )/).dropFirst()
        for (anchor, block) in zip(anchors, blocks) {
            var links: [String: String] = [:]
            for link in block.matches(of: /\[([^\]]+)\]\(([^)]+)\)/) {
                links[Self.folded(String(link.output.1))] = String(link.output.2)
            }
            var text = block.replacing(/\[([^\]]+)\]\([^)]+\)/) { $0.output.1 }
            // What marks emphasis, code, quotes, items and rows is not read aloud.
            text = text.replacing(/(?m)^(?:#+ |> |  - (?:\[[ x]\] )?|\d+\.  |\| )/, with: "").replacing(
                /(?m)[ ]\|$/, with: "")
            parts.append((anchor, Self.folded(text.replacing("**", with: "").replacing("`", with: "")), links))
        }
        if blocks.count != anchors.count { parts = [] }
    }

    private static func text(ofHTML html: Substring) -> String {
        // The links of a heading to itself and to its translations are buttons, no text.
        var text = html.replacing(/<span class="anchors">.*?<\/span>/, with: "")
        text = text.replacing("</td><td", with: "</td> | <td")
        return folded(unescaped(String(text.replacing(/<[^>]*>/, with: ""))))
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// Spaces and line ends as one space; those that do not break stay as they are.
    private static func folded(_ text: some StringProtocol) -> String {
        text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
}

extension String {
    /// What stands between two marks.
    fileprivate func components(from start: String, to end: String) -> Substring {
        guard let from = range(of: start), let to = range(of: end) else { return "" }
        return self[from.upperBound..<to.lowerBound]
    }
}
