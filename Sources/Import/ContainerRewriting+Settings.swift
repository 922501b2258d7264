import Foundation

/// What Liquid and MkDocs fill in from the site's settings, the page's head, or what an include is given.
extension ContainerRewriting {
    /// Lines with the values that are known; what only a program could make stays.
    ///
    /// - Parameter given: what an include is given, by names without `include.`; nil where the lines are of none.
    func withSettings(_ lines: [String], given: [String: String]? = nil) -> [String] {
        guard dialect == .jekyll || dialect == .mkdocs || dialect == .vitepress else { return lines }
        var isRaw = isRaw
        return lines.map { line in
            guard line.contains("{{") || isRaw || line.contains("raw") else { return line }
            guard dialect == .jekyll else { return filled(line, given) }
            let parts = Self.rawParts(of: line, isRaw: isRaw)
            isRaw = parts.last?.isRaw ?? isRaw
            if parts.count == 1 { return parts[0].isRaw ? line : filled(line, given) }
            // A line with both stays as it is: its tags are read later.
            return line
        }
    }

    private func filled(_ line: String, _ given: [String: String]?) -> String {
        var result = ""
        var rest = line[...]
        while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
            result += rest[..<open.lowerBound]
            let words = rest[open.upperBound..<close.lowerBound].split(separator: "|").map {
                $0.trimmingCharacters(in: .init(charactersIn: " -"))
            }
            let isPlain = words.dropFirst().allSatisfy {
                ["escape", "strip", "markdownify", "xml_escape"].contains($0)
            }
            if isPlain, let name = words.first, let value = value(of: name, given) {
                result += value
            } else {
                result += rest[open.lowerBound..<close.upperBound]
            }
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    private func value(of name: String, _ given: [String: String]?) -> String? {
        if let value = settings.value(of: name, in: language) { return value }
        for start in ["page.", "$frontmatter."] where name.hasPrefix(start) {
            return parameters[String(name.dropFirst(start.count))]
        }
        // What nobody gave is nothing.
        return name.hasPrefix("include.") ? given.map { $0[String(name.dropFirst(8))] ?? "" } : nil
    }

    /// What an include is given behind its path: `type="note" text=page.title`.
    func arguments(_ words: String) -> [String: String] {
        var result: [String: String] = [:]
        var rest = words[...]
        while let sign = rest.firstIndex(of: "=") {
            let name = rest[..<sign].split(separator: " ").last.map(String.init) ?? ""
            rest = rest[rest.index(after: sign)...].drop { $0 == " " }
            if let quote = rest.first, quote == "\"" || quote == "'",
                let end = rest.dropFirst().firstIndex(of: quote)
            {
                result[name] = String(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                let word = rest.prefix { $0 != " " }
                result[name] = value(of: String(word), nil) ?? String(word)
                rest = rest[word.endIndex...]
            }
        }
        return result
    }
}
