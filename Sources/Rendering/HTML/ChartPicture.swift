import Guides

/// A chart as an inline picture: told apart by patterns and words, so that nobody has to see colours.
///
/// What it shows is in attributes as well, for the page's script to move when the reader's values change: the figure
/// has `data-chart`; each part and the limit `data-name`. Places are in percent
/// of the width. Below stand the numbers, as values like any other, and `data-difference`.
struct ChartPicture {
    let drawing: ChartDrawing
    /// Which of the page's charts it is: identifiers are made with it.
    let index: Int
    /// The opening tag of a value's element, by its number.
    let tag: (Int) -> [UInt8]

    /// The figure.
    var html: [UInt8] {
        var html = Array("<figure class=\"chart\" data-chart=\"\(drawing.name)\">\n".utf8)
        let label = escaped("\(drawing.label). \(drawing.summary)")
        html += "<svg role=\"img\" width=\"100%\" height=\"44\" aria-label=\"\(label)\">\n\(patterns)".utf8
        var start = 0.0
        for (number, part) in drawing.parts.enumerated() {
            let end = start + max(0, part.amount)
            html += rect("class=\"chart-part\" data-name=\"\(part.name)\"\(fill(number))", start, end).utf8
            start = end
        }
        html += rect("class=\"chart-excess\"\(fill(excess))", drawing.limit.amount, start).utf8
        let limit = drawing.percent(drawing.limit.amount)
        html += "<line class=\"chart-limit\" data-name=\"\(drawing.limit.name)\"".utf8
        html += " x1=\"\(limit)\" x2=\"\(limit)\" y1=\"2\" y2=\"42\"/>\n</svg>\n<figcaption>\n<ul>\n".utf8
        for (number, part) in drawing.parts.enumerated() {
            html += row("<rect width=\"16\" height=\"16\"\(fill(number))/>", part)
        }
        html += row("<line class=\"chart-limit\" x1=\"8\" x2=\"8\" y1=\"0\" y2=\"16\"/>", drawing.limit)
        let swatch = "<rect class=\"chart-excess\" width=\"16\" height=\"16\"\(fill(excess))/>"
        html += "<li\(drawing.isOver ? " class=\"chart-over\"" : "")>\(key(swatch))".utf8
        html += "<span data-difference-label>\(escaped(drawing.differenceLabel))</span>\(drawing.colon) ".utf8
        html +=
            "<span\(drawing.isExample ? " class=\"example\"" : "") data-difference>\(escaped(drawing.difference))</span></li>\n"
            .utf8
        return html + "</ul>\n</figcaption>\n</figure>".utf8
    }

    /// What is over the limit, behind the parts.
    private var excess: Int { Self.patterns.count - 1 }

    /// The first part is full, in the style sheet's colour; the others have patterns.
    private func fill(_ part: Int) -> String {
        let number = part == excess ? part : part % excess
        return number == 0 ? "" : " fill=\"url(#\(pattern(number)))\""
    }

    private func pattern(_ number: Int) -> String { "chart-\(index)-\(number == excess ? "excess" : "\(number)")" }

    private func rect(_ attributes: String, _ start: Double, _ end: Double) -> String {
        let width = drawing.percent(max(0, end - start))
        return "<rect \(attributes) x=\"\(drawing.percent(start))\" y=\"10\" width=\"\(width)\" height=\"24\"/>\n"
    }

    private func row(_ shape: String, _ item: ChartDrawing.Item) -> [UInt8] {
        Array("<li>\(key(shape))\(escaped(item.label))\(drawing.colon) ".utf8) + tag(item.number)
            + escaped(item.prose).utf8 + "</data></li>\n".utf8
    }

    private func key(_ shape: String) -> String {
        "<svg class=\"chart-key\" width=\"16\" height=\"16\" aria-hidden=\"true\">\(shape)</svg> "
    }

    /// Nothing, slanted, dotted and lined; what is over the limit is crossed.
    private static let patterns = [
        "", "<path class=\"chart-line\" d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\"/>",
        "<circle class=\"chart-ink\" cx=\"4\" cy=\"4\" r=\"2\"/>", "<path class=\"chart-line\" d=\"M0 4h8\"/>",
        "<path class=\"chart-line\" d=\"M0 0l8 8M0 8l8-8\"/>",
    ]

    private var patterns: String {
        Self.patterns.enumerated().map { number, shape in
            guard number > 0, number < drawing.parts.count || number == excess else { return "" }
            return "<pattern id=\"\(pattern(number))\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                + "<rect class=\"chart-ground\" width=\"8\" height=\"8\"/>\(shape)</pattern>\n"
        }.joined()
    }

    private func escaped(_ text: String) -> String { String(decoding: HTMLEscaping.escaped(text), as: UTF8.self) }
}
