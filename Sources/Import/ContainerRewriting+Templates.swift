import Foundation
import Sources

extension ContainerRewriting {
    /// What Jekyll and kramdown put on a line of its own, and the code that FastAPI's pages take in.
    mutating func liquid(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let body = text.trimmingCharacters(in: .whitespaces)
        if body.hasPrefix("{*"), body.hasSuffix("*}") {
            let path = body.dropFirst(2).dropLast(2).split(separator: " ").first.map(String.init) ?? ""
            return includedCode(path, index, margin)
        }
        if body.hasPrefix("{:") && body.hasSuffix("}") || Self.attributeList(body) != nil {
            return kramdown(lines, index, margin, body)
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
            return included(path, index, margin, given: arguments(words))
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
            let words = body.dropFirst(3).trimmingCharacters(in: .whitespaces).prefix { !"{[ ".contains($0) }
            let parts = words.split(separator: "#", maxSplits: 1).map(String.init)
            return includedCode(parts.first ?? "", index, margin, region: parts.count > 1 ? parts[1] : nil)
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
        "footer", "main", "template", "small", "big", "a", "tt", "u", "aside", "figcaption", "address", "hgroup",
    ]
}
