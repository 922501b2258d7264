import Sources

/// What stands for what: the way back from a written text to its file.
extension MarkdownWriter {
    /// Notes what an edit made.
    ///
    /// - Parameters:
    ///   - start: where its bytes begin in the output.
    ///   - range: the bytes of the file that they stand for.
    mutating func note(_ edit: MarkdownEdit, from start: Int, through range: Range<Int>) {
        let written = start..<output.count
        if written.isEmpty && range.isEmpty { return }
        var span = MarkdownSpan(output: written, source: range, role: edit.role ?? edit.piece.role)
        if span.role == .error {
            span.expansion = expansion(of: edit.piece)
        } else if case .codeSpan(let code) = edit.piece, let pieces = pieces(of: code, written, range) {
            spans += pieces
            return
        } else if written.count == range.count, output[written].elementsEqual(source[range]) {
            return
        }
        spans.append(span)
    }

    /// Moves what stands behind a fence that grew.
    ///
    /// - Parameters:
    ///   - count: how many signs it has more.
    ///   - start: where it begins in the output.
    ///   - place: where it begins in the file.
    ///   - first: the first span behind it.
    mutating func move(by count: Int, from start: Int, _ place: Int, first: Int) {
        for index in spans.indices.dropFirst(first) {
            let range = spans[index].output
            spans[index].output = (range.lowerBound + count)..<(range.upperBound + count)
        }
        let grown = MarkdownSpan(output: start..<(start + count), source: place..<place, role: .form)
        spans.insert(grown, at: min(first, spans.count))
    }

    /// The error that a guide is about, as a file has it that writes it out.
    private func expansion(of piece: MarkdownPiece) -> [UInt8] {
        switch piece {
        case .printed(let segments), .error(let segments, _): segments.flatMap(expansion)
        default: []
        }
    }

    private func expansion(of segment: MarkdownCodeSpan.Segment) -> [UInt8] {
        switch segment {
        case .text(let text): Self.escaped(text)
        case .value(let value): placeholder(value)
        case .error(let segments): segments.flatMap(expansion)
        }
    }

    private func placeholder(_ value: Int) -> [UInt8] {
        texts.entries[value].map { Array("{{\($0.name)}}".utf8) } ?? []
    }

    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        Array(String(decoding: text, as: UTF8.self).replacing("{{", with: "\\{{").utf8)
    }

    /// A code span's own bytes and its values apart; nil where more is another than its values.
    private func pieces(of code: MarkdownCodeSpan, _ written: Range<Int>, _ range: Range<Int>) -> [MarkdownSpan]? {
        var (offset, place) = (written.lowerBound, range.lowerBound)
        func skipSame(_ isSkipped: (UInt8) -> Bool) {
            while offset < written.upperBound, place < range.upperBound, output[offset] == source[place],
                isSkipped(output[offset])
            {
                (offset, place) = (offset + 1, place + 1)
            }
        }
        skipSame { $0 == UInt8(ascii: "`") }
        if code.isPadded, offset < written.upperBound, place < range.upperBound, output[offset] == 0x20,
            source[place] == 0x20
        {
            (offset, place) = (offset + 1, place + 1)
        }
        var found: [MarkdownSpan] = []
        for segment in code.segments {
            switch segment {
            case .error: return nil
            case .text(let text):
                guard output[offset..<written.upperBound].starts(with: text),
                    source[place..<range.upperBound].starts(with: text)
                else { return nil }
                (offset, place) = (offset + text.count, place + text.count)
            case .value(let value):
                guard let entry = texts.entries[value], source[place..<range.upperBound].starts(with: "{{".utf8),
                    let close = source[place..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
                else { return nil }
                let text = Array(entry.code.utf8)
                guard !text.isEmpty, output[offset..<written.upperBound].starts(with: text) else { return nil }
                let end = min(close + 2, range.upperBound)
                found.append(
                    MarkdownSpan(output: offset..<(offset + text.count), source: place..<end, role: .value))
                (offset, place) = (offset + text.count, end)
            }
        }
        guard output[offset..<written.upperBound].elementsEqual(source[place..<range.upperBound]) else { return nil }
        return found
    }
}
