import Sources

/// What the words behind a fence say besides the language: `title="x.sh"`, and lines to mark, `{1,3-5}` or `hl_lines="1 3-5"`,
/// as VitePress, Docusaurus and MkDocs write them.
package struct CodeFence: Equatable {
    /// What the code is called; empty where it is not said.
    package private(set) var title = ""
    /// The lines to mark, from 1.
    package private(set) var lines: [ClosedRange<Int>] = []

    /// Reads the words behind a fence; what it does not know says nothing.
    package init(_ info: String) {
        let bytes = Array(info.utf8)
        var index = bytes.prefix { $0 != 0x20 && $0 != UInt8(ascii: "{") }.count
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
                lines += Self.lines(bytes[(index + 1)..<end])
                index = end + 1
            } else if let (value, end) = Self.value(of: "title=", rest) {
                title = String(decoding: value, as: UTF8.self)
                index = end
            } else if let (value, end) = Self.value(of: "hl_lines=", rest) {
                lines += Self.lines(value)
                index = end
            } else {
                // The next word.
                index = rest.firstIndex { $0 == 0x20 || $0 == UInt8(ascii: "{") && $0 != rest.first } ?? bytes.count
                while index < bytes.count, bytes[index] == 0x20 { index += 1 }
            }
        }
    }

    private static func value(of name: StaticString, _ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
        guard name.withUTF8Buffer({ bytes.starts(with: $0) }) else { return nil }
        let rest = bytes.dropFirst(name.utf8CodeUnitCount)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = rest.prefix { $0 != 0x20 }
            return (value, value.endIndex)
        }
        guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
        return (rest[(rest.startIndex + 1)..<end], end + 1)
    }

    /// `1,3-5`; nothing where anything else is in it.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [ClosedRange<Int>] {
        let parts = bytes.split { $0 == UInt8(ascii: ",") || $0 == 0x20 }
        let ranges = parts.compactMap { part -> ClosedRange<Int>? in
            let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first > 0, first <= last
            else { return nil }
            return first...last
        }
        return ranges.count == parts.count ? ranges : []
    }

    /// The bytes of the lines to mark, without their ends; a line's end within a value ends none.
    package func ranges(in code: UnsafeBufferPointer<UInt8>, outside values: [Range<Int>]) -> [Range<Int>] {
        guard !lines.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var (line, start, value) = (1, 0, 0)
        func end(_ index: Int) {
            if index > start, lines.contains(where: { $0.contains(line) }) { found.append(start..<index) }
            line += 1
            start = index + 1
        }
        for index in code.indices where code[index] == 0x0A {
            while value < values.count, values[value].upperBound <= index { value += 1 }
            if value < values.count, values[value].contains(index) { continue }
            end(index)
        }
        end(code.count)
        return found
    }
}
