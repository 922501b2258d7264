import Foundation
import Sources

extension ContainerRewriting {
    /// `{{< note >}}` and what it encloses.
    mutating func shortcode(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let body = text.trimmingCharacters(in: .whitespaces)
        guard body.hasSuffix(">}}") || body.hasSuffix("%}}"), body.ranges(of: "{{").count == 1 else { return nil }
        let words = body.dropFirst(3).dropLast(3).trimmingCharacters(in: .whitespaces)
        if words.hasPrefix("/") { return ([], index + 1) }
        let name = String(words.prefix { !$0.isWhitespace })
        let arguments = words.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
        if name == "figure" || name == "image" || name == "img", let source = Self.argument("src", arguments) {
            count("images")
            return (
                [
                    margin
                        + "![\(Self.argument("alt", arguments) ?? Self.argument("caption", arguments) ?? Self.argument("title", arguments) ?? "")](\(source))"
                ], index + 1
            )
        }
        let close = lines[(index + 1)...].firstIndex { line in
            let line = line.replacing(" ", with: "")
            return line.contains("{{</\(name)>}}") || line.contains("{{%/\(name)%}}")
        }
        guard let close else {
            open.append("the shortcode `\(name)` has no equal: it is left out")
            return ([], index + 1)
        }
        let inner = rewrite(Self.dedented(Array(lines[(index + 1)..<close]), by: margin.count))
        let kind =
            Self.argument("type", arguments) ?? Self.argument("color", arguments) ?? Self.argument("level", arguments)
            ?? arguments.split { " \"".contains($0) }.first.map(String.init)
        let title = Self.argument("title", arguments) ?? ""
        if ["details", "expand", "collapse", "spoiler"].contains(name) {
            return (details(title.isEmpty ? Self.quoted(arguments) ?? "Details" : title, inner, margin), close + 1)
        }
        if let alert = kind.flatMap(PageDialect.alert) ?? PageDialect.alert(name) {
            return (self.alert(alert, title, inner, margin), close + 1)
        }
        if ["highlight", "code"].contains(name) {
            return ([margin + "```\(kind ?? "")"] + lines[(index + 1)..<close] + [margin + "```"], close + 1)
        }
        count("containers")
        let label = title.isEmpty ? (name.contains("tab") ? Self.quoted(arguments) ?? "" : "") : title
        return ((label.isEmpty ? [] : [margin + "**\(label)**", ""]) + inner, close + 1)
    }

    /// What Jekyll and kramdown put on a line of its own, and the code that FastAPI's pages take in.
    mutating func liquid(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let body = text.trimmingCharacters(in: .whitespaces)
        if body.hasPrefix("{*"), body.hasSuffix("*}") {
            let path = body.dropFirst(2).dropLast(2).split(separator: " ").first.map(String.init) ?? ""
            return includedCode(path, index, margin)
        }
        if body.hasPrefix("{:"), body.hasSuffix("}") {
            let words = body.dropFirst(2).dropLast().split(separator: " ")
            let alert = words.lazy.filter { $0.hasPrefix(".") }.compactMap { PageDialect.alert(String($0.dropFirst())) }
                .first
            count("attributes")
            guard let alert else { return ([], index + 1) }
            var end = index + 1
            while end < lines.count, !lines[end].allSatisfy(\.isWhitespace) { end += 1 }
            guard end > index + 1 else { return ([], index + 1) }
            let block = lines[(index + 1)..<end].map { $0.hasPrefix("> ") ? String($0.dropFirst(2)) : $0 }
            return (self.alert(alert, "", rewrite(Array(block)), margin), end)
        }
        guard body.hasPrefix("{%"), body.hasSuffix("%}") else { return nil }
        let words = body.dropFirst(2).dropLast(2).trimmingCharacters(in: .init(charactersIn: " -"))
        let name = String(words.prefix { !$0.isWhitespace })
        // What is raw is a text of the page, also when it stands on a line of its own.
        if dialect == .jekyll, body.ranges(of: "{%").count > 1 || isRaw && name != "endraw" { return nil }
        switch name {
        case "raw", "endraw":
            isRaw = name == "raw"
            return ([], index + 1)
        case "comment", "endcomment": return ([], index + 1)
        case "highlight":
            guard let close = lines[(index + 1)...].firstIndex(where: { $0.contains("endhighlight") }) else {
                return nil
            }
            let language = words.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            return ([margin + "```" + language] + withoutRaw(lines[(index + 1)..<close]) + [margin + "```"], close + 1)
        case "include", "include_relative":
            let path = words.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            return included(path, index, margin)
        default:
            open.append("`\(name)` of Liquid has no equal: it is left out")
            return ([], index + 1)
        }
    }

    /// Elements that are there for the layout alone, and components.
    mutating func element(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let body = text.trimmingCharacters(in: .whitespaces)
        if body.hasPrefix("<!--"), body.hasSuffix("-->"), let at = body.range(of: "@include:") {
            let path =
                body[at.upperBound...].dropLast(3).trimmingCharacters(in: .whitespaces).split { "{#".contains($0) }
                .first.map(String.init) ?? ""
            return included(path, index, margin)
        }
        if body.hasPrefix("<<<") {
            let path =
                body.dropFirst(3).trimmingCharacters(in: .whitespaces).split { "{#[ ".contains($0) }.first.map(
                    String.init) ?? ""
            return includedCode(path, index, margin)
        }
        guard body.hasSuffix(">"), !body.hasPrefix("<!") else { return nil }
        let isClosing = body.hasPrefix("</")
        let name = String(
            body.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
        if name == "script" || name == "style" || name == "template", !isClosing {
            let close = lines[index...].firstIndex { $0.contains("</\(name)>") } ?? index
            count("scripts")
            return ([], close + 1)
        }
        let isComponent = name.first?.isUppercase == true
        let isAlone = body.ranges(of: "<").count == 1
        guard isComponent || Self.layout.contains(name.lowercased()), isAlone else { return nil }
        if isComponent, !isClosing, !body.hasSuffix("/>") {
            let close = lines[(index + 1)...].firstIndex { $0.trimmingCharacters(in: .whitespaces) == "</\(name)>" }
            if ["Aside", "Admonition", "Callout", "Note", "Tip", "Warning"].contains(name), let close {
                let inner = rewrite(
                    Self.dedented(Array(lines[(index + 1)..<close]), by: Self.margin(lines[(index + 1)..<close])))
                let kind = Self.argument("type", body).flatMap(PageDialect.alert) ?? PageDialect.alert(name) ?? "NOTE"
                return (alert(kind, Self.argument("title", body) ?? "", inner, margin), close + 1)
            }
            count("layout")
            let label = Self.argument("label", body) ?? Self.argument("title", body) ?? ""
            if let close {
                let inner = rewrite(
                    Self.dedented(
                        Array(lines[(index + 1)..<close]), by: max(0, Self.margin(lines[(index + 1)..<close]))))
                return (
                    (label.isEmpty ? [] : [margin + "**\(label)**", ""]) + inner.map { $0.isEmpty ? $0 : margin + $0 }
                        + [""], close + 1
                )
            }
            return (label.isEmpty ? [] : [margin + "**\(label)**", ""], index + 1)
        }
        if isComponent, !isClosing {
            if let label = Self.argument("title", body), let address = Self.argument("href", body) {
                count("layout")
                return ([margin + "- [\(label)](\(address))"], index + 1)
            }
            open.append("the component `\(name)` has no equal: it is left out")
        }
        count("layout")
        return ([], index + 1)
    }

    static let layout: Set = [
        "div", "section", "span", "center", "p", "article", "font", "figure", "picture", "source", "nav", "header",
        "footer", "main", "template", "small", "big", "a", "tt", "u",
    ]
}
