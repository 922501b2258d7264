import CommonMark
import Sources

/// What two texts of a page have in common, and what not.
enum WikiText {
    /// The difference as `diff -u` has it; nothing where one of the two is no text. How an editor ends lines is none.
    static func difference(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
        guard !old.contains(0), !new.contains(0) else { return [] }
        return UnifiedDiff(from: old.asPage, to: new.asPage).bytes(path: path)
    }

    /// The numbers of the lines that a difference adds, from 1.
    static func newLines(in difference: [UInt8]) -> Set<Int> {
        var lines: Set<Int> = []
        var number = 0
        for line in difference.split(separator: 0x0A).dropFirst(2) {
            switch line.first {
            case UInt8(ascii: "@"):
                let start = line.split(separator: UInt8(ascii: "+")).last?.prefix { $0.isASCIIDigit }
                number = start.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
            case UInt8(ascii: "+"):
                lines.insert(number)
                number += 1
            case UInt8(ascii: " "): number += 1
            default: break
            }
        }
        return lines
    }

    /// Why bytes are no text of a page; nil where they are one.
    static func fault(in text: [UInt8]) -> String? {
        func line(_ index: Int) -> Int { text[..<index].count { $0 == 0x0A } + 1 }
        if text.count > ProjectFolder.largestFile { return "it is larger than \(ProjectFolder.largestFile >> 20) MiB" }
        if let index = text.firstIndex(of: 0) { return "it holds a byte 0, in line \(line(index))" }
        if String(validating: text, as: UTF8.self) != nil { return nil }
        let bytes = TextScan(text).findings.first { if case .invalidUTF8 = $0.kind { true } else { false } }
        return "it is not UTF-8\(bytes.map { ", in line \(line($0.range.lowerBound))" } ?? "")"
    }
}
