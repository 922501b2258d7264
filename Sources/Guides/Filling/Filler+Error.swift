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
            case .optional: break
            }
        }
    }

    /// Appends the error to what is put together, which is code.
    mutating func appendError(to code: inout FilledCode) {
        printError { filler, piece in
            switch piece {
            case .text(let text): filler.buffer.append(text: text)
            case .value(let index, let entry): code.append(index, entry.code, to: &filler.buffer)
            }
        }
    }

    /// A line of front matter, where values are prose.
    mutating func line(_ text: String) -> String {
        guard text.holds(UInt8(ascii: "{")) else { return text }
        var bytes = Array(text.utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        var filled: [UInt8] = []
        var start = 0
        for mark in marks.marks {
            bytes[start..<mark.range.lowerBound].withUnsafeBufferPointer { _ = CodeEscapes.append($0, to: &filled) }
            start = mark.range.upperBound
            if let index = texts.index(of: mark.name), let entry = entry(index) {
                filled.append(text: entry.prose)
            } else if mark.name == ErrorPattern.placeholder {
                let first = filled.count
                printError { _, piece in
                    switch piece {
                    case .text(let text): filled.append(text: text)
                    case .value(_, let entry): filled.append(text: entry.code)
                    }
                }
                for index in first..<filled.count where filled[index] == 0x0A { filled[index] = 0x20 }
            }
        }
        bytes[start...].withUnsafeBufferPointer { _ = CodeEscapes.append($0, to: &filled) }
        return String(decoding: filled, as: UTF8.self)
    }
}
