import Foundation

/// Tables that are written as elements: those whose cells hold text alone become tables of Markdown.
extension ContainerRewriting {
    /// What a cell of a table of Markdown cannot hold.
    private static let blocks = [
        "<p>", "<p ", "<pre", "<ul", "<ol", "<div", "<table", "colspan", "rowspan", "<blockquote", "<h1", "<h2", "<h3",
        "<details", "```",
    ]

    /// The table that an element begins; nil where it has cells that no table of Markdown could have.
    mutating func tableElement(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        // One that nothing closes is not looked for through a whole book, line after line.
        guard let end = lines[index...].prefix(500).firstIndex(where: { $0.lowercased().contains("</table>") }) else {
            return nil
        }
        let text = lines[index...end].joined(separator: " ")
        guard let open = text.firstIndex(of: ">"),
            let close = text.range(of: "</table>", options: [.caseInsensitive, .backwards]),
            open < close.lowerBound, text[close.upperBound...].allSatisfy(\.isWhitespace)
        else { return nil }
        let inner = text[text.index(after: open)..<close.lowerBound]
        let lower = inner.lowercased()
        guard !Self.blocks.contains(where: lower.contains) else { return nil }
        var rows = Self.elements(inner, named: ["tr"]).map { row in
            (cells: Self.elements(row.text, named: ["th", "td"]), isHeader: row.text.lowercased().contains("<th"))
        }.filter { !$0.cells.isEmpty }
        guard let columns = rows.map(\.cells.count).max(), columns > 0, !lower.contains("<caption") else { return nil }
        let header = rows[0].isHeader ? rows.removeFirst().cells : []
        func line(_ cells: [String]) -> String {
            let all = cells + Array(repeating: "", count: columns - cells.count)
            return margin + "| " + all.joined(separator: " | ") + " |"
        }
        count("tables")
        return (
            ["", line(header.map { Self.cell($0.text) }), line(Array(repeating: "---", count: columns))]
                + rows.map { line($0.cells.map { Self.cell($0.text) }) } + [""], end + 1
        )
    }

    /// What stands in each element of some names; where its end is left out, up to the next.
    private static func elements(_ text: Substring, named names: [String]) -> [(name: String, text: Substring)] {
        var found: [(String, Substring)] = []
        var rest = text
        func next(in text: Substring) -> Range<Substring.Index>? {
            names.compactMap { name -> Range<Substring.Index>? in
                var start = text.startIndex
                while let open = text.range(of: "<\(name)", options: .caseInsensitive, range: start..<text.endIndex) {
                    let sign = text[open.upperBound...].first
                    if sign == ">" || sign?.isWhitespace == true { return open }
                    start = open.upperBound
                }
                return nil
            }.min { $0.lowerBound < $1.lowerBound }
        }
        while let open = next(in: rest), let close = rest[open.upperBound...].firstIndex(of: ">") {
            let name = rest[open].dropFirst().lowercased()
            let held = rest[rest.index(after: close)...]
            // An end that is left out is that of what is around.
            let end =
                ["</\(name)", "</tr", "</thead", "</tbody", "</tfoot", "<tbody", "<tfoot"].compactMap {
                    held.range(of: $0, options: .caseInsensitive)?.lowerBound
                }.min() ?? held.endIndex
            let stop = next(in: held).map { min($0.lowerBound, end) } ?? end
            found.append((name, held[..<stop]))
            rest = held[stop...]
        }
        return found
    }

    private static func cell(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|")
    }
}
