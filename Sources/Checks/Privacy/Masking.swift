import Sources

/// Keeps secrets out of messages: what is reported is on its way into a public log.
public enum Masking {
    /// The beginning of a secret, by which its owner knows it: six characters, or a third of it.
    static func shortened(_ secret: some Collection<UInt8>) -> String {
        let text = String(decoding: secret.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
        let shown = min(6, text.unicodeScalars.count / 3)
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(shown))) + "…"
    }

    /// The diagnostics, with the secrets that some of them report masked in the lines that the others show.
    public static func masked(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let secrets = diagnostics.filter { [APIKey.description.id, PrivateValue.description.id].contains($0.check) }
            .map(\.place)
        guard !secrets.isEmpty else { return diagnostics }
        let lines = secrets.flatMap { place in place.maskedSpans.map { (place.path, $0) } }
        let spans = Dictionary(grouping: lines) { Line(path: $0.0, number: $0.1.line) }
            .mapValues { SortedRanges($0.map(\.1.span)) }
        func mask(_ place: Place) -> Place {
            guard let spans = spans[Line(path: place.path, number: place.line)], let text = place.sourceLine else {
                return place
            }
            return place.masked(in: spans.overlapping(place.sourceColumn..<(place.sourceColumn + text.utf8.count)))
        }
        func mask(_ text: String, from place: Place) -> String {
            var number = place.line - 1
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                number += 1
                let whole = Place(
                    path: place.path, line: number, column: 1, endLine: 1, endColumn: 1, sourceLine: String(line))
                return mask(whole).sourceLine ?? String(line)
            }.joined(separator: "\n")
        }
        return diagnostics.map { diagnostic in
            diagnostic.moved(
                to: mask(diagnostic.place),
                related: diagnostic.related.map { related in
                    Diagnostic.Related(
                        mask(related.place), related.message,
                        excerpt: related.excerpt.map { mask($0, from: related.place) })
                }, fix: diagnostic.fix)
        }
    }

    /// A line of a file.
    private struct Line: Hashable {
        let path: String
        let number: Int
    }
}

extension Place {
    /// The columns that are masked, line by line, of a place that is: to the line's end where it goes on in the next one.
    fileprivate var maskedSpans: [(line: Int, span: Range<Int>)] {
        guard let sourceLine else { return [] }
        let first = sourceLine.unicodeScalars.dropFirst(max(0, column - sourceColumn)).enumerated()
            .first { $0.element == Self.mask }?.offset
        var spans: [(line: Int, span: Range<Int>)] = []
        if let first {
            let start = max(column, sourceColumn) + first
            spans.append((line, start..<max(start, endLine == line ? endColumn : .max)))
        }
        guard endLine > line else { return spans }
        return spans + (line + 1...endLine).map { ($0, 1..<max(1, $0 == endLine ? endColumn : .max)) }
    }
}
