import Foundation
import Sources

extension ContainerRewriting {
    // MARK: What comes of them

    mutating func alert(_ kind: String, _ title: String, _ inner: [String], _ margin: String) -> [String] {
        count("alerts")
        var body = inner[...]
        while body.first?.allSatisfy(\.isWhitespace) == true { body.removeFirst() }
        while body.last?.allSatisfy(\.isWhitespace) == true { body.removeLast() }
        let isDefault = title.isEmpty || PageDialect.alert(title) != nil
        let head = isDefault ? [] : ["**\(title)**", ""]
        return ["", margin + "> [!\(kind)]"] + (head + body).map { $0.isEmpty ? margin + ">" : margin + "> " + $0 } + [
            ""
        ]
    }

    mutating func details(_ title: String, _ inner: [String], _ margin: String) -> [String] {
        count("details")
        return ["", margin + "**\(title)**", ""] + inner.map { $0.isEmpty ? $0 : margin + $0 } + [""]
    }

    mutating func included(_ path: String, _ index: Int, _ margin: String) -> ([String], Int) {
        guard let lines = include(path) else {
            open.append("`\(path)` is to be included and is not in the folder: it is left out")
            return ([], index + 1)
        }
        count("includes")
        return (rewrite(lines).map { $0.isEmpty ? $0 : margin + $0 }, index + 1)
    }

    mutating func includedCode(_ path: String, _ index: Int, _ margin: String) -> ([String], Int) {
        guard let lines = include(path) else {
            open.append("the code of `\(path)` is to be included and is not in the folder: it is left out")
            return ([], index + 1)
        }
        count("includes")
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        return ([margin + "```" + ending] + lines.map { margin + $0 } + [margin + "```"], index + 1)
    }

    mutating func count(_ name: String) { counts[name, default: 0] += 1 }

    // MARK: Lines

    /// What a dialect has within a line.
    mutating func inline(_ line: String) -> String {
        var line = line
        if line.contains("{/*") { line = Self.removing("{/*", "*/}", from: line) }
        if line.contains("{{<") || line.contains("{{%") {
            for (start, end) in [("{{<", ">}}"), ("{{%", "%}}")] {
                while let open = line.range(of: start),
                    let close = line.range(of: end, range: open.upperBound..<line.endIndex)
                {
                    let words = line[open.upperBound..<close.lowerBound].trimmingCharacters(in: .whitespaces)
                    let isLink = words.hasPrefix("ref ") || words.hasPrefix("relref ")
                    if !isLink, !words.hasPrefix("/") {
                        self.open.append(
                            "the shortcode `\(words.prefix { !$0.isWhitespace })` has no equal: it is left out")
                    }
                    line.replaceSubrange(
                        open.lowerBound..<close.upperBound, with: isLink ? Self.quoted(words) ?? "" : "")
                    count(isLink ? "links" : "shortcodes")
                }
            }
        }
        if dialect == .jekyll {
            while let open = line.range(of: "{% link "),
                let close = line.range(of: "%}", range: open.upperBound..<line.endIndex)
            {
                line.replaceSubrange(
                    open.lowerBound..<close.upperBound,
                    with: "/" + line[open.upperBound..<close.lowerBound].trimmingCharacters(in: .whitespaces))
            }
            for name in ["site.baseurl", "site.url"] {
                line = line.replacing("{{ \(name) }}", with: "").replacing("{{\(name)}}", with: "")
            }
            while let open = line.range(of: "{{"),
                let close = line.range(of: "}}", range: open.upperBound..<line.endIndex),
                let address = Self.quoted(String(line[open.upperBound..<close.lowerBound])),
                line[open.upperBound..<close.lowerBound].contains("_url")
            {
                line.replaceSubrange(open.lowerBound..<close.upperBound, with: address)
            }
        }
        for start in ["){:", "){ ", "){.", "){target", "){#"] {
            while let open = line.range(of: start),
                let close = line.range(of: "}", range: open.upperBound..<line.endIndex)
            {
                line.replaceSubrange(line.index(after: open.lowerBound)..<close.upperBound, with: "")
            }
        }
        return line
    }

    static func removing(_ start: String, _ end: String, from line: String) -> String {
        var line = line
        while let open = line.range(of: start), let close = line.range(of: end, range: open.upperBound..<line.endIndex)
        {
            line.removeSubrange(open.lowerBound..<close.upperBound)
        }
        return line
    }

    static func margin(_ lines: ArraySlice<String>) -> Int {
        lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    }

    static func dedented(_ lines: [String], by count: Int) -> [String] {
        lines.map { line in
            if line.hasPrefix("\t"), count >= 4 { return String(line.dropFirst()) }
            return String(line.dropFirst(min(count, line.prefix { $0 == " " }.count)))
        }
    }

    /// What stands between the first quotation marks.
    static func quoted(_ text: String) -> String? {
        guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "'" }),
            let close = text[text.index(after: open)...].firstIndex(of: text[open])
        else { return nil }
        return String(text[text.index(after: open)..<close])
    }

    static func argument(_ name: String, _ text: String) -> String? {
        guard let range = text.range(of: "\(name)=") else { return nil }
        let rest = text[range.upperBound...]
        if rest.first == "\"" || rest.first == "'" || rest.first == "{" { return quoted(String(rest)) }
        return String(rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" })
    }
}
