extension Diagnostic {
    /// The diagnostic with what must not be shown taken out of all that is shown of it.
    ///
    /// - Parameters:
    ///   - hasHelp: false leaves out the way out, which is looked for among thousands of names.
    ///   - mask: gives a text, of one line or several, without its secrets; the same text where it has none.
    public func masked(hasHelp: Bool = true, _ mask: (String) -> String) -> Diagnostic {
        let words = Words(message: mask(message), help: hasHelp ? help.map(mask) : nil)
        let fix = fix.flatMap { fix -> Fix? in
            // Whoever makes a fix that a report has would write what is masked into the file.
            let hides = fix.edits.contains {
                let text = String(decoding: $0.replacement, as: UTF8.self)
                return mask(text) != text
            }
            return hides ? nil : Fix(mask(fix.summary), edits: fix.edits)
        }
        return Diagnostic(
            self, words: words, place: place.masked(mask),
            related: related.map { Related($0.place.masked(mask), mask($0.message), excerpt: $0.excerpt.map(mask)) },
            fix: fix)
    }
}

extension Place {
    /// What stands for a character that is not shown.
    public static let mask: Unicode.Scalar = "•"

    /// The place with its path and its line masked.
    fileprivate func masked(_ mask: (String) -> String) -> Place {
        Place(
            path: mask(path), line: line, column: column, endLine: endLine, endColumn: endColumn,
            sourceLine: sourceLine.map(mask), sourceColumn: sourceColumn)
    }

    /// The place with its span masked in the line, but for the first characters.
    public func masked(after shown: Int) -> Place {
        guard let sourceLine else { return self }
        var line = Array(sourceLine.unicodeScalars)
        let end = endLine == self.line ? min(endColumn - sourceColumn, line.count) : line.count
        let start = min(max(0, column - sourceColumn + shown), max(0, end))
        for index in start..<max(start, end) { line[index] = Self.mask }
        return with(line)
    }

    /// The place with another text in its line, as long as before.
    public func with(_ line: [Unicode.Scalar]) -> Place {
        // A string of scalars is put together one by one; of bytes, at once.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.count)
        for scalar in line {
            if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += String(scalar).utf8 }
        }
        return Place(
            path: path, line: self.line, column: column, endLine: endLine, endColumn: endColumn,
            sourceLine: String(decoding: bytes, as: UTF8.self), sourceColumn: sourceColumn)
    }
}
