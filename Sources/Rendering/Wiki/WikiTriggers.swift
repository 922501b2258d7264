import Guides
import Sources

/// The places in a text where a flavour would see something of its own.
struct WikiTriggers {
    /// A place to part the text at.
    enum Cut {
        /// A comment goes before the byte at this offset.
        case comment(Int)
        /// The dollar sign at this offset is written as no delimiter.
        case dollar(Int)
    }

    private let flavor: WikiFlavor
    private let bytes: [UInt8]
    private let next: UInt8
    private(set) var cuts: [Cut] = []

    /// - Parameters:
    ///   - next: the byte that follows the text on its line.
    ///   - hasFormulas: whether the block holds several dollar signs.
    ///   - isEmphasised: whether the text is all of an emphasis.
    init(_ flavor: WikiFlavor, _ bytes: [UInt8], next: UInt8, hasFormulas: Bool, isEmphasised: Bool) {
        self.flavor = flavor
        self.bytes = bytes
        self.next = next
        // GitLab looks for `[[_TOC_]]` when the underscores have become an emphasis, and looks through comments.
        if flavor == .gitlab, isEmphasised, bytes.count == 3, matches("toc", 0) { cuts.append(.comment(1)) }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "$"):
                if hasFormulas || flavor == .gitlab && self[index + 1].isASCIIDigit { cuts.append(.dollar(index)) }
            case UInt8(ascii: "."):
                // GitHub's own parser honours the escape that this gets anyway.
                if flavor != .github, endsWithWWW(index), self[index + 1].isWord { cuts.append(.comment(index)) }
            case let byte: if begins(byte, at: index) { cuts.append(.comment(index + 1)) }
            }
        }
    }

    /// The cuts behind an `@` alone.
    var addresses: [Cut] {
        cuts.filter { cut in
            if case .comment(let offset) = cut, offset > 0, bytes[offset - 1] == UInt8(ascii: "@") {
                true
            } else {
                false
            }
        }
    }

    /// The byte at an offset, or what follows the text.
    private subscript(index: Int) -> UInt8 { index < bytes.count ? bytes[index] : index == bytes.count ? next : 0x20 }

    private func begins(_ byte: UInt8, at index: Int) -> Bool {
        let following = self[index + 1]
        switch byte {
        // A person, or an address of electronic mail, which GFM links however it is escaped.
        case UInt8(ascii: "@"): return following.isWord || flavor == .azure && following == UInt8(ascii: "<")
        case UInt8(ascii: "#"): return flavor != .github && following.isASCIIDigit
        case UInt8(ascii: "!"): return (flavor == .gitlab || flavor == .gitea) && following.isASCIIDigit
        // Epics, milestones and labels.
        case UInt8(ascii: "&"): return flavor == .gitlab && following.isASCIIDigit
        case UInt8(ascii: "%"), UInt8(ascii: "~"):
            return flavor == .gitlab && (following.isWord || following == UInt8(ascii: "\""))
        case UInt8(ascii: "["):
            if following == UInt8(ascii: "[") { return true }
            return flavor == .gitlab && (following.isPlusOrMinus || matches("toc]", index + 1) || namesReference(index))
        case UInt8(ascii: "{"): return flavor == .gitlab && following.isPlusOrMinus
        case UInt8(ascii: ":"): return isColonMarkup(at: index)
        default: return false
        }
    }

    /// `:emoji:`, `http://…`, and blocks between colons.
    private func isColonMarkup(at index: Int) -> Bool {
        let following = self[index + 1]
        if flavor == .azure {
            if following == UInt8(ascii: ":"), self[index + 2] == UInt8(ascii: ":") { return true }
            if following.isOne(of: ")(DPO|/"), index + 1 < bytes.count { return true }
        }
        if flavor == .gitlab, matches(":include{", index + 1) { return true }
        if following == UInt8(ascii: "/"), self[index + 2] == UInt8(ascii: "/") {
            return flavor != .github && index > 0 && bytes[index - 1].isWord
        }
        var end = index + 1
        while end < bytes.count, bytes[end].isWord && bytes[end] < 0x80 || bytes[end].isPlusOrMinus { end += 1 }
        // At the text's end a value may go on with the name.
        if end == bytes.count { return end > index + 1 ? next == UInt8(ascii: ":") || next.isWord : next.isWord }
        return end > index + 1 && bytes[end] == UInt8(ascii: ":")
    }

    /// `[issue:12]`, `[wiki_page:Home]` and their like.
    private func namesReference(_ open: Int) -> Bool {
        var end = open + 1
        while end < bytes.count, bytes[end].isWord, bytes[end] < 0x80 { end += 1 }
        return end > open + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ":")
    }

    /// Whether a word of lower-case letters stands at an offset, in whatever case.
    private func matches(_ word: StaticString, _ index: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { offset in
            let byte = bytes[index + offset]
            return byte.asciiLowercased == word.utf8Start[offset]
        }
    }

    private func endsWithWWW(_ index: Int) -> Bool {
        index >= 3 && (1...3).allSatisfy { bytes[index - $0] | 0x20 == UInt8(ascii: "w") }
            && (index == 3 || !bytes[index - 4].isWord)
    }
}

extension UInt8 {
    /// A letter, a digit, `_`, or a part of any character beyond ASCII.
    fileprivate var isWord: Bool { isWordPart || self == UInt8(ascii: "_") }
    fileprivate var isPlusOrMinus: Bool { self == UInt8(ascii: "+") || self == UInt8(ascii: "-") }
}
