import Foundation

/// HTML that is there for the layout: its tags become the breaks, lists and headings of Markdown, and what is set in for the
/// eye is no code.
extension ContainerRewriting {
    /// Elements whose tags part paragraphs.
    private static let blocks: Set = [
        "div", "section", "p", "center", "article", "figure", "figcaption", "nav", "header", "footer", "main", "aside",
        "form", "fieldset", "hgroup", "address",
    ]
    /// Elements that Markdown has its own signs for.
    private static let own: Set = ["a", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr", "blockquote"]
    /// Elements whose tags say nothing.
    private static let plain: Set = [
        "span", "font", "small", "big", "label", "picture", "source", "button", "time", "legend",
    ]
    /// Elements that go with all that they hold.
    private static let dropped: Set = ["svg", "script", "style", "noscript", "template", "select", "canvas"]
    /// Elements of which the address stays.
    private static let media: Set = ["iframe", "video", "audio", "embed"]

    /// The lines of HTML, up to a blank one, that begin with an element of the layout; nil where they do not.
    mutating func htmlPart(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> ([String], Int)? {
        let isInstruction = text.hasPrefix("<?")
        let name = String(text.dropFirst().prefix { $0.isLetter || $0.isNumber }).lowercased()
        let isOwn = Self.dropped.contains(name) || Self.media.contains(name) || name == "input"
        guard !isFlowing,
            isInstruction || isOwn
                || !isMDX
                    && (Self.blocks.contains(name) || Self.plain.contains(name) || Self.own.contains(name))
        else { return nil }
        var end = index
        while end < lines.count, !lines[end].allSatisfy(\.isWhitespace) {
            if end > index, let fence = Self.fenceEnd(lines, end) {
                end = fence + 1
                continue
            }
            end += 1
        }
        guard end - index < 2000 else { return nil }
        if isInstruction {
            guard let last = lines[index..<end].firstIndex(where: { $0.contains("?>") }) else { return nil }
            end = last + 1
        }
        // A drawing or a script goes on over blank lines.
        let joined = lines[index..<end].joined(separator: "\n").lowercased()
        for name in Self.dropped.union(["pre"]) where joined.contains("<\(name)") {
            let opens = joined.ranges(of: "<\(name)").count
            guard joined.ranges(of: "</\(name)").count < opens, end < lines.count,
                let close = lines[end..<min(lines.count, end + 1000)].firstIndex(where: {
                    $0.lowercased().contains("</\(name)")
                })
            else { continue }
            end = close + 1
            while end < lines.count, !lines[end].allSatisfy(\.isWhitespace) { end += 1 }
        }
        let part = Array(lines[index..<end])
        if let parted = Self.parted(part) { return ([""] + rewrite(parted) + [""], end) }
        // Tables and code of HTML are no layout, and components are read elsewhere.
        guard !joined.contains("<table"), !joined.contains("<pre"), !joined.contains("```"),
            !joined.contains("<details")
        else { return nil }
        let plain = Self.setOut(part)
        var flow = HTMLFlow(plain.joined(separator: "\n"))
        let new = flow.markdown(
            blocks: Self.blocks, plain: Self.plain, dropped: Self.dropped, media: Self.media)
        guard flow.hasChanged else { return nil }
        open += flow.open
        count("layout")
        let result = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        isFlowing = true
        defer { isFlowing = false }
        return ([""] + rewrite(result).map { $0.isEmpty ? $0 : margin + $0 } + [""], end)
    }

    /// HTML with tables and code on lines of their own, apart from what is around them; nil where it stands within a list, or is
    /// apart already.
    private static func parted(_ lines: [String]) -> [String]? {
        var text = lines.joined(separator: "\n")
        for name in ["pre", "table"] {
            var result = ""
            var rest = text[...]
            while let open = rest.range(of: "<\(name)", options: .caseInsensitive),
                let close = rest[open.upperBound...].range(of: "</\(name)>", options: .caseInsensitive)
            {
                let before = (result + rest[..<open.lowerBound]).lowercased()
                guard before.ranges(of: "<li").count == before.ranges(of: "</li").count else { return nil }
                result += rest[..<open.lowerBound] + "\n\n" + rest[open.lowerBound..<close.upperBound] + "\n\n"
                rest = rest[close.upperBound...]
            }
            text = result + rest
        }
        let new = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return new == lines ? nil : new
    }

    /// Code of HTML, `<pre>`, as a block between fences.
    func codeElement(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        guard
            let end = lines[index..<min(lines.count, index + 2000)].firstIndex(where: {
                $0.lowercased().contains("</pre>")
            })
        else { return nil }
        let text = lines[index...end].joined(separator: "\n")
        guard let open = text.firstIndex(of: ">"),
            let close = text.range(of: "</pre>", options: [.backwards, .caseInsensitive]), open < close.lowerBound
        else { return nil }
        let tags = text[...open].lowercased() + text[open...].prefix(200).prefix { $0 != "\n" }.lowercased()
        let language = tags.range(of: "language-").map {
            tags[$0.upperBound...].prefix { $0.isLetter || $0.isNumber || "+-#".contains($0) }
        }
        var code = ""
        var isTag = false
        for character in text[text.index(after: open)..<close.lowerBound] {
            if character == "<" { isTag = true }
            if !isTag { code.append(character) }
            if character == ">" { isTag = false }
        }
        for (name, sign) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("nbsp", " "), ("amp", "&")] {
            code = code.replacing("&\(name);", with: sign)
        }
        var body = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while body.first?.allSatisfy(\.isWhitespace) == true { body.removeFirst() }
        while body.last?.allSatisfy(\.isWhitespace) == true { body.removeLast() }
        var fence = "```"
        while body.contains(where: { $0.contains(fence) }) { fence += "`" }
        let rest = text[close.upperBound...].trimmingCharacters(in: .whitespaces)
        return (
            ["", margin + fence + (language ?? "")] + body.map { margin + $0 } + [margin + fence, ""]
                + (rest.isEmpty ? [] : [margin + rest]), end + 1
        )
    }

    /// Lines that begin with a tag without what they are set in by, and those between such lines by what all of them are.
    private static func setOut(_ lines: [String]) -> [String] {
        var result: [String] = []
        var group: [String] = []
        func flush() {
            result += dedented(group, by: margin(group[...])).map { $0.trimmingTrailingSpace }
            group = []
        }
        for line in lines {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("<") {
                flush()
                result.append(text)
            } else {
                group.append(line.replacing("\t", with: "    "))
            }
        }
        flush()
        return result
    }
}

extension String {
    fileprivate var trimmingTrailingSpace: String {
        var text = self[...]
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
