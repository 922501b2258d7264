import Sources

/// Keeps secrets out of messages: what is reported is on its way into a public log.
public enum Masking {
    /// The beginning of a secret, by which its owner knows it: six characters, or a third of it.
    static func shortened(_ secret: some Collection<UInt8>) -> String {
        let text = String(decoding: secret, as: UTF8.self)
        let shown = min(6, text.unicodeScalars.count / 3)
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(shown))) + "…"
    }

    /// The diagnostics, with the secrets that some of them report masked in the lines that the others show.
    public static func masked(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let secrets = diagnostics.filter { [APIKey.description.id, PrivateValue.description.id].contains($0.check) }
            .map(\.place)
        guard !secrets.isEmpty else { return diagnostics }
        func mask(_ place: Place) -> Place { secrets.reduce(place) { $0.masked(like: $1) } }
        func mask(_ text: String, from place: Place) -> String {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for secret in secrets where secret.path == place.path && lines.indices.contains(secret.line - place.line) {
                let index = secret.line - place.line
                let line = Place(
                    path: place.path, line: secret.line, column: 1, endLine: 1, endColumn: 1, sourceLine: lines[index])
                lines[index] = line.masked(like: secret).sourceLine ?? lines[index]
            }
            return lines.joined(separator: "\n")
        }
        return diagnostics.map { diagnostic in
            Diagnostic(
                diagnostic.problem, at: mask(diagnostic.place),
                related: diagnostic.related.map { related in
                    Diagnostic.Related(
                        mask(related.place), related.message,
                        excerpt: related.excerpt.map { mask($0, from: related.place) })
                }, fix: diagnostic.fix)
        }
    }
}

extension Place {
    private static let mask: Unicode.Scalar = "•"

    /// The place with its span masked in the line, but for the first characters.
    func masked(after shown: Int) -> Place {
        guard let sourceLine else { return self }
        var line = Array(sourceLine.unicodeScalars)
        let end = endLine == self.line ? min(endColumn - 1, line.count) : line.count
        let start = min(column - 1 + shown, end)
        for index in start..<end { line[index] = Self.mask }
        return withLine(line)
    }

    /// The place with those characters masked that are masked in another place of the same line.
    func masked(like other: Place) -> Place {
        guard path == other.path, line == other.line, let sourceLine, let masked = other.sourceLine else { return self }
        var line = Array(sourceLine.unicodeScalars)
        for (index, scalar) in masked.unicodeScalars.enumerated() where scalar == Self.mask && index < line.count {
            line[index] = Self.mask
        }
        return withLine(line)
    }

    private func withLine(_ line: [Unicode.Scalar]) -> Place {
        Place(
            path: path, line: self.line, column: column, endLine: endLine, endColumn: endColumn,
            sourceLine: String(String.UnicodeScalarView(line)))
    }
}
