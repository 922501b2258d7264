import CommonMark
import Sources
import Values

/// Values that are blocks of their own, and lines of code.
package enum MarkdownBlocks {
    /// A chart in characters, between fences.
    package static func chart(_ drawing: ChartDrawing, _ continuation: [UInt8]) -> [UInt8] {
        var output = Array("```text\n".utf8) + continuation
        append(lines: Array(drawing.text.utf8), continuation: continuation, to: &output)
        return output + "```".utf8
    }

    /// An alert with one paragraph, behind a blank line.
    package static func alert(_ kind: AlertKind, _ text: [UInt8]) -> [UInt8] {
        var output = Array("\n> [!\(kind.marker)]\n> ".utf8)
        text.withUnsafeBufferPointer { MarkdownText.append($0, to: &output, next: 0x0A) }
        return output + [0x0A]
    }

    /// A table value as a pipe table (GFM 0.29, section 4.10).
    package static func table(_ value: Int, _ continuation: [UInt8], _ texts: ValueTexts) -> [UInt8] {
        guard case .table(let columns) = texts.declarations[value].type,
            let table = texts.tables.value(value, { TableTexts(columns, number: value, in: texts) })
        else { return [] }
        var output: [UInt8] = []
        append(row: table.labels, to: &output)
        output.append(0x0A)
        output += continuation
        output.append(UInt8(ascii: "|"))
        for alignment in table.alignments { output += (alignment == .right ? " --: |" : " --- |").utf8 }
        for row in table.rows {
            output.append(0x0A)
            output += continuation
            append(row: row.map(\.text), to: &output)
        }
        return output
    }

    private static func append(row: [String], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "|"))
        for cell in row {
            output.append(0x20)
            var cell = cell
            cell.withUTF8 { MarkdownText.append($0, to: &output, next: 0x20) }
            output += " |".utf8
        }
    }

    /// Appends lines of code, each but the first behind what its container begins with.
    package static func append(lines: [UInt8], continuation: [UInt8], to output: inout [UInt8]) {
        for (index, byte) in lines.enumerated() {
            switch byte {
            case 0x0A, 0x0D:
                if byte == 0x0A, index > 0, lines[index - 1] == 0x0D { continue }
                output.append(0x0A)
                output += continuation
            default: output.append(byte)
            }
        }
    }

    /// Whether an indented block would lose lines: blank ones at its ends are none of it.
    static func losesLines(_ literal: [UInt8]) -> Bool {
        let lines = literal.split(separator: 0x0A, omittingEmptySubsequences: false)
        let isBlank = { (line: ArraySlice<UInt8>) in line.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") } }
        return lines.first.map(isBlank) == true || lines.last.map(isBlank) == true
    }
}

extension MarkdownCodeSpan {
    /// The span with its values: between as many backticks as it takes (CommonMark 0.30, section 6.1).
    func append(to output: inout [UInt8], _ texts: ValueTexts) {
        var content: [UInt8] = []
        content.reserveCapacity(64)
        func add(_ segments: [Segment]) {
            for segment in segments {
                switch segment {
                case .text(let text): text.withUnsafeBufferPointer { append($0, to: &content) }
                case .value(let value):
                    guard let entry = texts.entries[value] else { continue }
                    var code = entry.code
                    code.withUTF8 { append($0, to: &content) }
                case .error(let segments): add(segments)
                }
            }
        }
        add(segments)
        let tick = UInt8(ascii: "`")
        let width = content.contains(tick) ? Self.width(around: content, atBest: width) : width
        for _ in 0..<width { output.append(tick) }
        if let first = content.first, let last = content.last {
            let needsSpace = isPadded || first == tick || last == tick || first == 0x20 && last == 0x20
            let hasSpace = needsSpace && !content.allSatisfy { $0 == 0x20 }
            if hasSpace { output.append(0x20) }
            output += content
            if hasSpace { output.append(0x20) }
        } else {
            output.append(0x20)
        }
        for _ in 0..<width { output.append(tick) }
    }

    /// As many backticks as stand nowhere in a row in what they are put around: the author's, or else the fewest.
    private static func width(around content: [UInt8], atBest wanted: Int) -> Int {
        var runs: Set<Int> = []
        var run = 0
        for byte in content {
            if byte == UInt8(ascii: "`") {
                run += 1
            } else if run > 0 {
                runs.insert(run)
                run = 0
            }
        }
        runs.insert(run)
        guard runs.contains(wanted) else { return wanted }
        var width = 1
        while runs.contains(width) { width += 1 }
        return width
    }

    private func append(_ text: UnsafeBufferPointer<UInt8>, to content: inout [UInt8]) {
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x0A, 0x0D: if byte == 0x0D || index == 0 || text[index - 1] != 0x0D { content.append(0x20) }
            case UInt8(ascii: "|") where isInCell: content += "\\|".utf8
            default: content.append(byte)
            }
        }
    }
}
