import Messages
import Sources

/// The error that a guide is about, and front matter, which may print it.
extension Filler {
    /// A part of the error that the guide is about.
    enum Printed {
        case text(String)
        case value(Int, ValueTexts.Entry)
    }

    /// The error that the guide is about, as it is printed with the values that there are.
    mutating func printError(_ body: (inout Filler, Printed) -> Void) {
        guard let error else { return }
        let texts = texts
        let exists = { name in texts.index(of: name).map { texts.entries[$0] != nil } ?? false }
        error.forEachPrinted(where: exists) { piece in
            switch piece {
            case .literal(let text): body(&self, .text(text))
            case .value(let name):
                if let index = texts.index(of: name), let entry = entry(index) {
                    body(&self, .value(index, entry))
                } else {
                    body(&self, .text(name))
                }
            case .any, .optional, .choice: break
            }
        }
    }

    /// Appends the error to what is put together, which is code.
    mutating func appendError(to code: inout FilledCode) {
        let start = buffer.count
        printError { filler, piece in
            switch piece {
            case .text(let text): filler.buffer.append(text: text)
            case .value(let index, let entry): code.append(index, entry.code, to: &filler.buffer)
            }
        }
        code.appendError(from: start, in: buffer)
    }

    /// A line of front matter, where values are prose.
    mutating func line(_ text: String) -> FilledLine {
        guard text.holds(UInt8(ascii: "{")) else { return FilledLine(text: text, pieces: []) }
        var bytes = Array(text.utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        var pieces: [FilledLine.Piece] = []
        var words: [UInt8] = []
        var filled = ""
        func flush() {
            filled += String(decoding: words, as: UTF8.self)
            if !words.isEmpty { pieces.append(.text(words)) }
            words = []
        }
        var start = 0
        var holdsValues = false
        for mark in marks.marks {
            bytes[start..<mark.range.lowerBound].withUnsafeBufferPointer { _ = CodeEscapes.append($0, to: &words) }
            start = mark.range.upperBound
            if let index = texts.index(of: mark.name), let entry = entry(index) {
                flush()
                filled += entry.prose
                pieces.append(.value(index))
                holdsValues = true
            } else if mark.name == ErrorPattern.placeholder, error != nil {
                let first = words.count
                printError { _, piece in
                    switch piece {
                    case .text(let text): words.append(text: text)
                    case .value(_, let entry): words.append(text: entry.code)
                    }
                }
                for index in first..<words.count where words[index] == 0x0A { words[index] = 0x20 }
            } else {
                // Where only declared names are placeholders, others are the text's own.
                words += Array(text.utf8)[mark.range]
            }
        }
        bytes[start...].withUnsafeBufferPointer { _ = CodeEscapes.append($0, to: &words) }
        flush()
        return FilledLine(text: filled, pieces: holdsValues ? pieces : [])
    }
}
