import CommonMark
import Foundation
import Sources

/// A Markdown text of any origin: its head, and its tree.
struct SourceText {
    let file: SourceFile
    /// What the head says, in its order; empty where there is none.
    let head: [(key: String, node: YAMLNode)]
    /// Where the text begins behind it.
    let bodyStart: Int
    let document: Document

    /// Reads a file; nil, with the reason among the diagnostics, where it is no Markdown that could be read.
    init?(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
        let stops = TextScan(file.bytes).findings.filter {
            switch $0.kind {
            case .invalidUTF8, .reserved, .encoding: true
            case .control(let scalar): scalar == 0
            case .bidirectional: false
            }
        }
        guard stops.isEmpty else {
            diagnostics += stops.prefix(1).map { Diagnostic(BadCharacter($0.kind), at: file.place($0.range)) }
            return nil
        }
        self.file = file
        var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var pairs: [(key: String, node: YAMLNode)] = []
        if let (inner, end, sign) = Self.bounds(file.bytes, from: start) {
            var found: [Diagnostic] = []
            let isTOML = sign == UInt8(ascii: "+")
            let lines = isTOML ? Self.yaml(ofTOML: file.bytes[inner])[...] : file.bytes[inner]
            let node =
                YAMLNode.read(file, bytes: lines, firstLine: 2, &found)
                ?? YAMLNode.read(file, bytes: Self.quoted(lines)[...], firstLine: 2, &found)
            if case .mapping(let known)? = node?.content {
                pairs = known.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
                start = end
            } else if node?.isEmpty == true {
                start = end
            }
        }
        head = pairs
        bodyStart = start
        var bytes = file.bytes
        for index in 0..<start where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
        do {
            document = try Document(parsing: bytes)
        } catch {
            let problem = TooMuch(what: error.limit.words, most: error.limit.most())
            diagnostics.append(Diagnostic(problem, at: file.place(error.offset..<(error.offset + 1))))
            return nil
        }
    }

    /// A single value of the head.
    func text(_ key: String) -> String? {
        head.first { $0.key == key }?.node.text.flatMap {
            $0.isEmpty ? nil : $0.split(separator: "\n").joined(separator: " ")
        }
    }

    /// A head that is no YAML because of a text in it, as in `title: Guide : the limit`: with texts between quotes.
    private static func quoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let new = lines.map { line -> String in
            guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("#") else {
                return String(line)
            }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            let isText = value.first.map { !"\"'[{|>".contains($0) } ?? false
            return isText && (value.contains(": ") || value.contains(" :") || value.contains(" #"))
                ? "\(line[...colon]) \(value.yamlQuoted)" : String(line)
        }
        return Array(new.joined(separator: "\n").utf8)
    }

    /// Hugo's heads are TOML: `key = value` on a line, with values that are the same in YAML, also in tables. What stands over
    /// several lines, and in lists of tables, is told by its name alone.
    private static func yaml(ofTOML bytes: ArraySlice<UInt8>) -> [UInt8] {
        var lines: [String] = []
        /// What lines of a table are set in by; nil in a list of tables.
        var margin: String? = ""
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("[") {
                let isList = text.hasPrefix("[[")
                margin = isList ? nil : "  "
                let name = text.filter { $0.isLetter || $0.isNumber || "._-".contains($0) }
                let start = "\(name):"
                lines.append(
                    name.isEmpty || lines.contains(where: { $0.hasPrefix(start) })
                        ? "" : isList ? start + " true" : start)
                continue
            }
            guard let margin, !text.hasPrefix("#"), let sign = text.firstIndex(of: "=") else {
                lines.append("")
                continue
            }
            let key = text[..<sign].trimmingCharacters(in: .init(charactersIn: " \t\"'"))
            let value = text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            let isLong =
                value.hasPrefix("\"\"\"") || value.hasPrefix("'''") || value.hasPrefix("{")
                || value.hasPrefix("[") && !value.hasSuffix("]")
            let isKey = !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
            lines.append(isKey ? "\(margin)\(key): \(isLong ? "true" : value)" : "")
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// What stands between two lines of `---`, or of `+++`, the offset behind the second, and the sign.
    private static func bounds(_ bytes: [UInt8], from start: Int) -> (inner: Range<Int>, end: Int, sign: UInt8)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") else {
            return nil
        }
        let sign = bytes[start]
        func line(from start: Int) -> Range<Int> { start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count) }
        func isFence(_ line: Range<Int>) -> Bool {
            let text = bytes[line].reversed().drop { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
            return text.count == 3 && text.allSatisfy { $0 == sign }
        }
        let first = line(from: start)
        guard isFence(first), first.upperBound < bytes.count else { return nil }
        var index = first.upperBound + 1
        while index < bytes.count {
            let current = line(from: index)
            if isFence(current) {
                return ((first.upperBound + 1)..<index, min(current.upperBound + 1, bytes.count), sign)
            }
            index = current.upperBound + 1
        }
        return nil
    }
}
