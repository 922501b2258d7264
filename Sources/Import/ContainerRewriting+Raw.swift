import Foundation

/// Liquid's `{% raw %}` … `{% endraw %}`: the tags go, and what they enclose is no Liquid.
extension ContainerRewriting {
    /// Lines of code without the tags, which lines of their own go with.
    func withoutRaw(_ lines: ArraySlice<String>) -> [String] {
        guard dialect == .jekyll else { return Array(lines) }
        var isRaw = isRaw
        return lines.compactMap { line in
            let parts = Self.rawParts(of: line, isRaw: isRaw)
            isRaw = parts.last?.isRaw ?? isRaw
            guard parts.count > 1 else { return line }
            let text = parts.map(\.text).joined()
            return text.allSatisfy(\.isWhitespace) ? nil : text
        }
    }

    /// The parts of a line between the tags, and whether each is what they enclose.
    static func rawParts(of line: String, isRaw: Bool) -> [(text: String, isRaw: Bool)] {
        guard line.contains("raw") else { return [(line, isRaw)] }
        var parts: [(text: String, isRaw: Bool)] = []
        var isRaw = isRaw
        var start = line.startIndex
        var search = start
        while let open = line.range(of: "{%", range: search..<line.endIndex),
            let close = line.range(of: "%}", range: open.upperBound..<line.endIndex)
        {
            let word = line[open.upperBound..<close.lowerBound].trimmingCharacters(in: .init(charactersIn: " -"))
            if word == (isRaw ? "endraw" : "raw") {
                parts.append((String(line[start..<open.lowerBound]), isRaw))
                isRaw.toggle()
                start = close.upperBound
                search = start
            } else {
                search = open.upperBound
            }
        }
        return parts + [(String(line[start...]), isRaw)]
    }

    /// A line with what Liquid makes of it, but for what is raw.
    mutating func liquidInline(_ line: String) -> String {
        let parts = Self.rawParts(of: line, isRaw: isRaw)
        isRaw = parts.last?.isRaw ?? isRaw
        if parts.count == 1 {
            if parts[0].isRaw { return line }
            let text = Self.liquidText(line)
            tellLiquid(text)
            return text
        }
        var text = ""
        for (number, part) in parts.enumerated() {
            // Within code, the blanks next to the tags are not meant.
            let isInner = part.isRaw && number > 0 && number + 1 < parts.count
            text +=
                isInner
                ? part.text.trimmingCharacters(in: .whitespaces) : part.isRaw ? part.text : Self.liquidText(part.text)
        }
        return text
    }

    /// Tells what a program would have made of Liquid that is left in a line, apart from code.
    private mutating func tellLiquid(_ line: String) {
        guard line.contains("{{") || line.contains("{%") else { return }
        let bytes = Array(line.utf8)
        var index = 0
        while index + 1 < bytes.count {
            if let end = Self.codeEnd(bytes, index) {
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "{"), "{%".utf8.contains(bytes[index + 1]) {
                let rest = bytes[index...].prefix { $0 != UInt8(ascii: "}") }
                let words = String(decoding: rest, as: UTF8.self).trimmingCharacters(in: .init(charactersIn: "{%- "))
                open.append("`\(words.prefix(60))` is Liquid, which a program fills in: it stays as it is")
                return
            }
            index += 1
        }
    }

    /// Links and addresses of Liquid.
    private static func liquidText(_ line: String) -> String {
        var line = line
        for (tag, folder, ending) in [("link", "/", ""), ("post_url", "/_posts/", ".md")] {
            while let open = line.range(of: "{% \(tag) "),
                let close = line.range(of: "%}", range: open.upperBound..<line.endIndex)
            {
                let name = line[open.upperBound..<close.lowerBound].trimmingCharacters(in: .whitespaces)
                line.replaceSubrange(open.lowerBound..<close.upperBound, with: folder + name + ending)
            }
        }
        for name in ["site.baseurl", "site.url"] {
            line = line.replacing("{{ \(name) }}", with: "").replacing("{{\(name)}}", with: "")
        }
        while let open = line.range(of: "{{"),
            let close = line.range(of: "}}", range: open.upperBound..<line.endIndex),
            let address = quoted(String(line[open.upperBound..<close.lowerBound])),
            line[open.upperBound..<close.lowerBound].contains("_url")
        {
            line.replaceSubrange(open.lowerBound..<close.upperBound, with: address)
        }
        return line
    }
}
