extension Outline {
    /// An outline in which the elements that stand for emphasis are emphasis, and empty comments are nothing.
    public static func withElements(_ outline: String) -> String {
        var lines = outline.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let names = ["em": "emphasis", "strong": "strong", "del": "strikethrough"]
        for element in names.keys.sorted() {
            let (open, close) = ("htmlInline “<\(element)>”", "htmlInline “</\(element)>”")
            while let first = lines.firstIndex(where: { $0.trimmed == open }) {
                let indent = lines[first].prefix { $0 == " " }
                var depth = 0
                let last = lines[first...].firstIndex { line in
                    guard line.prefix(while: { $0 == " " }) == indent else { return false }
                    if line.trimmed == open { depth += 1 }
                    if line.trimmed == close { depth -= 1 }
                    return depth == 0
                }
                guard let last else { break }
                lines[first] = indent + (names[element] ?? "")
                for index in (first + 1)..<last { lines[index] = "  " + lines[index] }
                lines.remove(at: last)
            }
        }
        return joined(lines.filter { !["htmlInline “<!-- -->”", "htmlBlock “<!-- -->\n”"].contains($0.trimmed) })
    }

    /// Texts side by side are one.
    private static func joined(_ lines: [String]) -> String {
        var joined: [String] = []
        for line in lines {
            // By scalars: an accent that a value begins with is one character with the sign before it.
            let opening = Array((line.prefix { $0 == " " } + "“").unicodeScalars)
            if let last = joined.last?.unicodeScalars, last.starts(with: opening), last.last == "”",
                line.unicodeScalars.starts(with: opening)
            {
                joined[joined.count - 1] = String(
                    String.UnicodeScalarView(last.dropLast() + line.unicodeScalars.dropFirst(opening.count)))
            } else {
                joined.append(line)
            }
        }
        return joined.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
