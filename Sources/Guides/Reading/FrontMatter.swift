/// The head of a language's file: its title and its summary, between two lines of `---`.
struct FrontMatter {
    var title = ""
    var summary = ""
    /// The offset of the first byte behind it.
    var bodyStart = 0
    var diagnostics: [Diagnostic] = []

    static func read(_ file: SourceFile) -> FrontMatter {
        var result = FrontMatter()
        let bytes = file.bytes
        // Editors of some systems put a byte order mark first; it is no part of the text.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        result.bodyStart = start
        guard let (inner, end) = bounds(bytes, from: start) else {
            result.diagnostics.append(Diagnostic(BadFrontMatter(.missing), at: file.place(line: 1)))
            return result
        }
        result.bodyStart = end
        if let (title, summary) = flat(bytes[inner]) {
            result.title = title
            result.summary = summary
        } else {
            result.readYAML(file, inner)
        }
        return result
    }

    /// The range between the two lines, and the offset behind the second.
    private static func bounds(_ bytes: [UInt8], from start: Int) -> (inner: Range<Int>, end: Int)? {
        func isFence(_ line: Range<Int>) -> Bool {
            var end = line.upperBound
            while end > line.lowerBound, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
            return end - line.lowerBound == 3 && bytes[line.lowerBound..<end].allSatisfy { $0 == UInt8(ascii: "-") }
        }
        func line(from start: Int) -> Range<Int> { start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count) }
        let first = line(from: start)
        guard isFence(first), first.upperBound < bytes.count else { return nil }
        let innerStart = first.upperBound + 1
        var index = innerStart
        while index < bytes.count {
            let current = line(from: index)
            if isFence(current) { return (innerStart..<index, min(current.upperBound + 1, bytes.count)) }
            index = current.upperBound + 1
        }
        return nil
    }

    /// The usual front matter: a title, a summary, plain texts. YAML takes a hundred times as long, so whatever is
    /// beyond doubt is read here; anything else gives nil, and YAML decides.
    private static func flat(_ bytes: ArraySlice<UInt8>) -> (title: String, summary: String)? {
        var title: String?
        var summary: String?
        for line in bytes.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.endIndex, line[colon + 1] == 0x20
            else {
                return nil
            }
            let value = line[(colon + 2)...]
            guard let first = value.first, first.isASCIILetter || first >= 0x80, let last = value.last, last > 0x20
            else {
                return nil
            }
            var previous: UInt8 = 0
            for byte in value {
                // A colon or a hash can mean something in YAML; so can a control, a quotation mark or a brace.
                if byte < 0x20 || byte == UInt8(ascii: "#") || previous == UInt8(ascii: ":") && byte == 0x20 {
                    return nil
                }
                previous = byte
            }
            guard last != UInt8(ascii: ":") else { return nil }
            let text = String(decoding: value, as: UTF8.self)
            // Words that YAML takes for something else than a text.
            if ["true", "false", "null", "yes", "no", "on", "off", "nan", "inf"].contains(text.lowercased()) {
                return nil
            }
            switch String(decoding: line[..<colon], as: UTF8.self) {
            case "title" where title == nil: title = text
            case "summary" where summary == nil: summary = text
            default: return nil
            }
        }
        guard let title, let summary else { return nil }
        return (title, summary)
    }

    private mutating func readYAML(_ file: SourceFile, _ range: Range<Int>) {
        guard let node = YAMLNode.read(file, bytes: file.bytes[range], firstLine: 2, &diagnostics) else { return }
        var reader = YAMLReader()
        let keys = reader.mapping(node, keys: ["title", "summary"])
        for (name, key) in [("title", \FrontMatter.title), ("summary", \FrontMatter.summary)] {
            if let node = keys[name] {
                if node.isEmpty {
                    reader.report(BadFrontMatter(.empty(name)), at: node.place)
                } else if let text = reader.text(node) {
                    self[keyPath: key] = text.split(separator: "\n").joined(separator: " ")
                }
            } else if !reader.diagnostics.contains(where: { $0.check == WrongShape.check }) {
                reader.report(BadFrontMatter(.lacks(name)), at: file.place(line: 1))
            }
        }
        diagnostics += reader.diagnostics
    }
}

/// Front matter that does not say what it should.
struct BadFrontMatter: Problem {
    enum Fault: Sendable {
        case missing
        case lacks(String)
        case empty(String)
    }

    static let check = "front-matter"
    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .missing: "the file does not begin with front matter"
        case .lacks(let key): "the front matter has no `\(key)`"
        case .empty(let key): "`\(key)` is empty"
        }
    }

    var help: String? {
        switch fault {
        case .missing: "begin with a line of `---`, then `title: …` and `summary: …`, then a line of `---`"
        case .lacks(let key): "add `\(key): …` between the two lines of `---`"
        case .empty(let key): "write one sentence for the \(key)"
        }
    }
}
