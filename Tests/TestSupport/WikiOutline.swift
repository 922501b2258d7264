/// What is left of an outline when what wikis' pages carry for their hosts alone is taken out: empty comments, `<span>`
/// around dollar signs, anchors.
public enum WikiOutline {
    /// The outline as it would be without them.
    public static func cleaned(_ outline: String) -> String {
        var lines: [String] = []
        var joins = false
        for line in outline.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if marks.contains(where: { line.hasSuffix("htmlInline “\($0)”") }) || line.contains("htmlInline “<a id=") {
                joins = true
                continue
            }
            if joins, let last = lines.last, isText(last), isText(line), indent(last) == indent(line) {
                let rest = line.drop { $0 == " " }.dropFirst()
                lines[lines.count - 1] = "\(last.dropLast())\(rest)"
            } else {
                // A paragraph that held an anchor holds nothing now.
                if joins, lines.last.map({ $0.hasSuffix("paragraph") && indent($0) >= indent(line) }) == true {
                    lines.removeLast()
                }
                lines.append(line)
            }
            joins = false
        }
        return lines.joined(separator: "\n")
    }

    private static let marks = ["<!-- -->", "<span>", "</span>", "</a>"]

    private static func isText(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix("“") && line.hasSuffix("”") }

    private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}
