import Foundation

/// What MDX has otherwise than Markdown, apart from its components.
extension ContainerRewriting {
    /// Whether a tag with a capital is a component.
    var hasComponents: Bool { isMDX || dialect == .vitepress || dialect == .starlight }

    /// `{/* … */}`, which may go on over lines, is for those who write the page.
    mutating func comment(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        for end in index..<min(lines.count, index + 500) {
            guard let close = lines[end].range(of: "*/}") else { continue }
            count("comments")
            let rest = lines[end][close.upperBound...].trimmingCharacters(in: .whitespaces)
            return (rest.isEmpty ? [] : rewrite([margin + rest]), end + 1)
        }
        return nil
    }

    /// Where an import or an export ends: at a blank line, but for those within its braces.
    static func scriptEnd(_ lines: [String], _ start: Int) -> Int {
        var depth = 0
        var blank: Int?
        for index in start..<min(lines.count, start + 500) {
            if lines[index].allSatisfy(\.isWhitespace) {
                if depth <= 0 { return index }
                blank = blank ?? index
            }
            for byte in lines[index].utf8 {
                if byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "}") { depth -= 1 }
            }
        }
        return blank ?? (lines[start...].firstIndex { $0.allSatisfy(\.isWhitespace) } ?? lines.count)
    }

    // MARK: Lines that are set in

    /// The columns that a line is set in by.
    private static func column(_ line: String) -> Int {
        var column = 0
        for byte in line.utf8 {
            if byte == 0x09 { column += 4 - column % 4 } else if byte == 0x20 { column += 1 } else { break }
        }
        return column
    }

    /// The end of the lines that Markdown would take for code because they are set in; nil where they are not.
    static func setInEnd(_ lines: [String], _ start: Int) -> Int? {
        guard column(lines[start]) >= 4, !lines[start].allSatisfy(\.isWhitespace) else { return nil }
        var end = start + 1
        var last = end
        while end < lines.count {
            if !lines[end].allSatisfy(\.isWhitespace) {
                if column(lines[end]) < 4 { break }
                last = end + 1
                if let fence = fenceEnd(lines, end) {
                    end = fence
                    last = fence + 1
                }
            }
            end += 1
        }
        return last
    }

    /// Whether what follows a line may belong to the item of a list.
    static func isInList(_ line: String, after isList: Bool) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        if text.isEmpty { return isList }
        let number = text.prefix { $0.isASCII && $0.isNumber }
        let rest = number.isEmpty ? text : text.dropFirst(number.count)
        if let sign = rest.first, (number.isEmpty ? "-*+" : ".)").contains(sign) {
            let next = rest.dropFirst().first
            if next == nil || next == " " || next == "\t" { return true }
        }
        return isList && text.count < line.count
    }

    /// Lines without the margin that all of them have, those of code by the margin of the text.
    static func unindented(_ lines: [String]) -> [String] {
        var least = Int.max
        var index = 0
        while index < lines.count {
            if !lines[index].allSatisfy(\.isWhitespace) { least = min(least, column(lines[index])) }
            index = (fenceEnd(lines, index) ?? index) + 1
        }
        guard least > 0, least < Int.max else { return lines }
        return lines.map { line in
            var column = 0
            var rest = line[...]
            while column < least, let first = rest.first, first == " " || first == "\t" {
                column += first == "\t" ? 4 - column % 4 : 1
                rest = rest.dropFirst()
            }
            return String(repeating: " ", count: max(0, column - least)) + rest
        }
    }
}
