import Messages
import Rendering
import Sources
import Values

/// A value that somebody typed over on a page, as a change of the file that gives it.
struct ValuePatch {
    let source: WikiSource

    /// The patch of the project's configuration; nothing where the value is private, is given elsewhere, or cannot be read
    /// from what was typed.
    func patch(of changes: [PageChange]) -> [UInt8] {
        let folder = source.line.loaded.folder
        let path = "vademecum.yaml"
        guard let old = try? folder.files.read(path) else { return [] }
        var new = old
        for change in changes {
            guard case .value(let name, _, let typed)? = change.hold else { continue }
            replace(name, by: typed, in: &new)
        }
        return UnifiedDiff(from: old, to: new).bytes(path: path)
    }

    private func replace(_ name: String, by typed: String, in bytes: inout [UInt8]) {
        let values = source.line.loaded.project.configuration.values
        guard let index = values.firstIndex(where: { $0.name == name }), !values[index].isPrivate,
            source.line.loaded.book.resolved().values[index]?.source == .config, let was = values[index].value,
            let now = read(typed, as: values[index])
        else { return }
        let (declaration, type) = (values[index], values[index].type)
        guard declaration.place.path == "vademecum.yaml" else { return }
        // From the declaration's line to the next one that is set in no further.
        var lines: [Range<Int>] = PageUnit.lines(of: bytes)
        lines = Array(lines.dropFirst(max(0, declaration.place.line - 1)))
        guard let first = lines.first else { return }
        let indent = bytes[first].prefix { $0 == 0x20 }.count
        for (number, line) in lines.enumerated() {
            if number > 0, bytes[line].contains(where: { $0 > 0x20 }),
                bytes[line].prefix(while: { $0 == 0x20 }).count <= indent
            {
                return
            }
            guard let range = scalar(of: "value:", in: line, bytes),
                let there = try? ValueParser.parse(String(decoding: bytes[range], as: UTF8.self), as: type),
                there == was
            else { continue }
            bytes.replaceSubrange(range, with: Array(now.utf8))
            return
        }
    }

    /// The value that was typed, as the configuration has it.
    private func read(_ typed: String, as declaration: ValueDeclaration) -> String? {
        switch declaration.type {
        case .integer, .decimal, .percent:
            var text = PageReading.spaced(typed)
            let isPercent = declaration.type == .percent
            if isPercent, text.hasSuffix("%") { text = String(text.dropLast()) }
            while text.last == " " { text.removeLast() }
            let bytes = Array(text.utf8)
            let number = bytes.withUnsafeBufferPointer {
                WrittenNumber.read($0, at: 0, isWhole: declaration.type == .integer)
            }
            guard let number, number.end == bytes.count else { return nil }
            let isWhole = number.value == number.value.rounded() && abs(number.value) < 1e15
            let digits = isWhole ? String(Int(number.value)) : String(number.value)
            return isPercent ? digits + "%" : digits
        case .text, .identifier, .url, .date:
            let value = try? ValueParser.parse(typed, as: declaration.type, pattern: declaration.pattern)
            return value == nil ? nil : YAMLLine.written(typed, quotedBy: 0)
        default: return nil
        }
    }

    /// The bytes of a scalar behind a key on a line, without a comment or what follows in a flow mapping.
    private func scalar(of key: String, in line: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        let key = Array(key.utf8)
        var start = line.lowerBound
        while start + key.count <= line.upperBound {
            let isKey = start == line.lowerBound || " {,".utf8.contains(bytes[start - 1])
            if isKey, bytes[start..<(start + key.count)].elementsEqual(key) { break }
            start += 1
        }
        guard start + key.count <= line.upperBound else { return nil }
        start += key.count
        while start < line.upperBound, bytes[start].isSpaceOrTab { start += 1 }
        var end = start
        while end < line.upperBound, !",}#".utf8.contains(bytes[end]) { end += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
