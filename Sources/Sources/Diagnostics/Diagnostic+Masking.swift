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
        let start = column + shown
        return masked(in: CollectionOfOne(start..<max(start, endLine == line ? endColumn : .max)))
    }

    /// The place with some columns of its line masked: columns of the file, in their order.
    public func masked(in columns: some Sequence<Range<Int>>) -> Place {
        guard let sourceLine else { return self }
        let mask = Array(String(Self.mask).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sourceLine.utf8.count * mask.count)
        var columns = columns.makeIterator()
        var span = columns.next()
        var column = sourceColumn - 1
        var isMasked = false
        for byte in sourceLine.utf8 {
            if byte & 0xC0 != 0x80 {
                column += 1
                while let passed = span, passed.upperBound <= column { span = columns.next() }
                isMasked = span?.contains(column) ?? false
                if isMasked { for byte in mask { bytes.append(byte) } }
            }
            if !isMasked { bytes.append(byte) }
        }
        return Place(
            path: path, line: line, column: self.column, endLine: endLine, endColumn: endColumn,
            sourceLine: String(decoding: bytes, as: UTF8.self), sourceColumn: sourceColumn)
    }
}
