import CommonMark
import Sources

/// What two texts of a page have in common, and what not.
enum WikiText {
    /// The difference as `diff -u` has it; nothing where one of the two is no text.
    static func difference(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
        guard !old.contains(0), !new.contains(0) else { return [] }
        return UnifiedDiff(from: old, to: new).bytes(path: path)
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

    /// Whether readers see the same: spaces, escapes, the marks of lists and the ends of lines within a paragraph are
    /// a matter of how a page is written.
    static func readsTheSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left == right { return true }
        guard let left = signature(left), let right = signature(right) else { return false }
        return left == right
    }

    private static func signature(_ text: [UInt8]) -> [String]? {
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil,
            let document = try? Document(parsing: text)
        else { return nil }
        var signature: [String] = []
        append(document.root, to: &signature)
        return signature
    }

    private static func append(_ node: Node, to signature: inout [String]) {
        switch node.kind {
        case .text: addText(node.literal, to: &signature)
        case .softBreak: addText(" ", to: &signature)
        // Anchors of ours, and what parts two words for a wiki.
        case .htmlBlock, .htmlInline:
            let html = node.literal
            if !html.hasPrefix("<a id="), !html.hasPrefix("</a>"), html != "<!-- -->" { signature.append(html) }
        default:
            signature.append("\(node.kind) \(node.headingLevel) \(node.isOrdered) \(node.url) \(node.title)")
            if node.firstChild == nil { signature.append(node.literal) }
            node.children.forEach { append($0, to: &signature) }
            signature.append("/")
        }
    }

    private static func addText(_ text: String, to signature: inout [String]) {
        if let last = signature.last, last.hasPrefix("“") {
            signature[signature.count - 1] = last + text
        } else {
            signature.append("“" + text)
        }
    }
}
