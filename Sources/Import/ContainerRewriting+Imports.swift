import Foundation

/// What MDX takes in by name: other texts as components, and pictures as addresses.
extension ContainerRewriting {
    private static let texts = [".md", ".mdx", ".markdown"]
    private static let pictures = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]

    /// The lines with addresses where programs make them, `src={require('./a.png').default}`, once their imports are known.
    mutating func withAddresses(_ lines: [String]) -> [String] {
        guard hasComponents else { return lines }
        for line in lines where line.hasPrefix("import ") {
            guard let from = line.range(of: " from "), let path = Self.quoted(String(line[from.upperBound...])) else {
                continue
            }
            let name = line[..<from.lowerBound].dropFirst("import ".count).trimmingCharacters(in: .whitespaces)
            let plain = String(path.prefix { $0 != "?" })
            if (Self.texts + Self.pictures).contains(where: plain.lowercased().hasSuffix) { imported[name] = plain }
        }
        var result: [String] = []
        var index = 0
        while index < lines.count {
            let end = Self.fenceEnd(lines, index)
            result += end.map { Array(lines[index...$0]) } ?? [withAddress(lines[index])]
            index = (end ?? index) + 1
        }
        return result
    }

    /// The text that a component stands for, by the import that names it.
    func importedText(_ name: String) -> String? {
        imported[name].flatMap { path in Self.texts.contains(where: path.lowercased().hasSuffix) ? path : nil }
    }

    private func withAddress(_ line: String) -> String {
        guard line.contains("={") else { return line }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let end = Self.codeEnd(bytes, index) {
                result += bytes[index..<end]
                index = end
                continue
            }
            if bytes[index...].starts(with: "={".utf8), let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
                let address = address(of: String(decoding: bytes[(index + 2)..<close], as: UTF8.self))
            {
                result += "=\"\(address)\"".utf8
                index = close + 1
                continue
            }
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The address, or the number, that an expression comes to; nil where only a program knows.
    private func address(of expression: String) -> String? {
        let words = expression.trimmingCharacters(in: .whitespaces)
        if ["require(", "useBaseUrl(", "withBase("].contains(where: words.hasPrefix) { return Self.quoted(words) }
        if !words.isEmpty, words.allSatisfy({ $0.isASCII && $0.isNumber }) { return words }
        if let first = words.first, "\"'".contains(first), words.last == first, words.count > 1 {
            let text = String(words.dropFirst().dropLast())
            return text.contains("\"") ? nil : text
        }
        return imported[words.hasSuffix(".src") ? String(words.dropLast(4)) : words]
    }

    /// A text without its head: what is taken in has none.
    static func withoutHead(_ lines: [String]) -> [String] {
        guard lines.first?.trimmingCharacters(in: .whitespacesAndNewlines) == "---",
            let end = lines.dropFirst().firstIndex(where: {
                $0.trimmingCharacters(in: .whitespacesAndNewlines) == "---"
            })
        else { return lines }
        return Array(lines[(end + 1)...])
    }
}
