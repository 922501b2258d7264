import CommonMark
import Guides
import Sources

/// An address in the text that is not a link.
struct BareAddressCheck: TextCheck {
    static let problems: [any Problem.Type] = [BareAddress.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        text.blocks.flatMap { block in
            block.node == nil || block.node?.kind == .codeBlock ? [] : addresses(in: block, of: text)
        }
    }

    /// What every address has one of.
    private static let signs: [Bool] = (0...255).map { ":@.".utf8.contains(UInt8($0)) }

    private func addresses(in block: EditionText.Block, of text: EditionText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var index = block.range.lowerBound
        while let sign = text.bytes.firstIndex(in: index..<block.range.upperBound, of: Self.signs) {
            index = sign + 1
            guard let (range, kind) = address(around: sign, in: block.range, text.bytes) else { continue }
            // What begins within an address is none of its own.
            index = max(index, range.upperBound)
            // The address of a link that failed is told as that.
            let before = text.bytes[block.range.lowerBound..<range.lowerBound]
            guard isText(range, of: text), !before.suffix(2).elementsEqual("](".utf8),
                !before.suffix(3).elementsEqual("] (".utf8)
            else { continue }
            let written = String(decoding: text.bytes[range], as: UTF8.self)
            let source = text.sourceRange(range)
            let inFile = String(decoding: text.edition.file.bytes[source], as: UTF8.self)
            // Values within it stay placeholders; what is escaped was meant to be text.
            guard !inFile.contains("\\") else { continue }
            let link = kind == .host ? "[\(inFile)](https://\(inFile))" : "<\(inFile)>"
            found.append(
                Diagnostic(
                    BareAddress(address: written), at: text.place(range),
                    fix: Fix("write `\(link)`", in: text.edition.file, replacing: source, with: link)))
        }
        return found
    }

    private enum Kind {
        case scheme, host, mail
    }

    /// The address that a sign is part of, as GFM finds them (0.29, section 6.9).
    private func address(around sign: Int, in block: Range<Int>, _ bytes: [UInt8]) -> (Range<Int>, Kind)? {
        var start = sign
        switch bytes[sign] {
        case UInt8(ascii: ":"):
            guard sign + 3 < block.upperBound, bytes[sign + 1] == UInt8(ascii: "/"),
                bytes[sign + 2] == UInt8(ascii: "/")
            else { return nil }
            while start > block.lowerBound, bytes[start - 1].isASCIILetter { start -= 1 }
            let scheme = String(decoding: bytes[start..<sign], as: UTF8.self).lowercased()
            guard scheme == "https" || scheme == "http", begins(start, in: block, bytes) else { return nil }
            guard let end = end(of: start, hostFrom: sign + 3, in: block, bytes) else { return nil }
            return (start..<end, .scheme)
        case UInt8(ascii: "."):
            start = sign - 3
            guard start >= block.lowerBound, bytes[start..<sign].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }),
                begins(start, in: block, bytes), let end = end(of: start, hostFrom: start, in: block, bytes)
            else { return nil }
            return (start..<end, .host)
        default:
            while start > block.lowerBound,
                bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1].isOne(of: ".-_+")
            {
                start -= 1
            }
            var end = sign + 1
            while end < block.upperBound, bytes[end].isTokenPart || bytes[end] == UInt8(ascii: ".") { end += 1 }
            while end > sign, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
            let next = end < block.upperBound ? bytes[end] : 0x20
            // `node@18.1.0` is a version.
            let top = bytes[(sign + 1)..<max(sign + 1, end)].split(separator: UInt8(ascii: ".")).last ?? []
            guard start < sign, top.count > 1, top.allSatisfy(\.isASCIILetter),
                bytes[(sign + 1)..<max(sign + 1, end)].contains(UInt8(ascii: ".")),
                begins(start, in: block, bytes),
                !next.isOne(of: ":/@") || next == UInt8(ascii: ":") && endsWord(end + 1, in: block, bytes)
            else { return nil }
            return (start..<end, .mail)
        }
    }

    /// Whether nothing of a word stands right before an address.
    private func begins(_ start: Int, in block: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard start > block.lowerBound else { return true }
        let before = bytes[start - 1]
        return before.isSpace || before >= 0x80 || before.isOne(of: "*_~(\"'")
    }

    private func endsWord(_ index: Int, in block: Range<Int>, _ bytes: [UInt8]) -> Bool {
        index >= block.upperBound || bytes[index].isSpace
    }

    /// The end of an address, without the punctuation that ends its sentence; nil where it has no host with a dot.
    private func end(of start: Int, hostFrom host: Int, in block: Range<Int>, _ bytes: [UInt8]) -> Int? {
        var end = host
        while end < block.upperBound, bytes[end].isTokenPart || bytes[end] == UInt8(ascii: ".") || bytes[end] >= 0x80,
            !isSign(end, bytes)
        {
            end += 1
            if end - host > Self.longestHost { return nil }
        }
        var name = bytes[host..<end]
        while let last = name.last, last.isOne(of: ".-_") { name.removeLast() }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard end < block.upperBound, bytes[end].isOne(of: "/?#:") else {
            // Behind a host alone the sentence ends.
            let next = bytes[end..<block.upperBound].firstIndex { !$0.isOne(of: "?!.,:*_~'\";)") }
            guard let next else { return name.endIndex }
            return bytes[next].isSpace || bytes[next] == UInt8(ascii: "<") || isSign(next, bytes) ? name.endIndex : nil
        }
        while end < block.upperBound, !bytes[end].isSpace, bytes[end] != UInt8(ascii: "<"), !isSign(end, bytes) {
            end += 1
        }
        var surplus = bytes[start..<end].reduce(0) {
            $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
        }
        loop: while end > name.endIndex {
            switch bytes[end - 1] {
            case _ where bytes[end - 1].isOne(of: "?!.,:*_~'\";"): end -= 1
            case UInt8(ascii: ")"):
                if surplus <= 0 { break loop }
                surplus -= 1
                end -= 1
            default: break loop
            }
        }
        return end
    }

    /// The longest name of a host (RFC 1035, section 2.3.4).
    private static let longestHost = 255

    /// Whether a no-break space or a quotation mark stands at a place, which end an address in prose.
    private func isSign(_ index: Int, _ bytes: [UInt8]) -> Bool {
        let rest = bytes[index...].prefix(3)
        return rest.starts(with: [0xC2, 0xA0]) || rest.starts(with: [0xC2, 0xBB]) || rest.starts(with: [0xE2, 0x80])
            || rest.starts(with: [0xE3, 0x80])
    }

    /// Whether all of it is prose and values, and none of it in a link or an image.
    private func isText(_ range: Range<Int>, of text: EditionText) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, let run = text.run(at: index) {
            if run.kind == .prose {
                guard case .node(let node, _) = run.origin else { return false }
                var current = node.parent
                while let parent = current, !parent.kind.isBlock {
                    if parent.kind == .link || parent.kind == .image { return false }
                    current = parent.parent
                }
            } else if run.kind != .value {
                return false
            }
            index = run.range.upperBound
        }
        // What a value holds is the value's business.
        return text.run(at: range.lowerBound)?.kind == .prose
    }
}

struct BareAddress: Problem {
    static let description = CheckDescription(
        "bare-address", .links, .warning,
        summary: "An address in the text that is not a link, or that code hosts take more for than is meant.",
        why: """
            `https://…`, `http://…` and `www.…` between spaces are links. Addresses of mail are none, nor are others in quotes or \
            headings, or where a sign of typography follows that code hosts take for a part of the address.
            """,
        mending: "`--fix` puts it between angle brackets. An example that leads nowhere goes between backticks.",
        faulty: [
            CheckExample("Write to ⟦help@example.org⟧.", "`help@example.org` is not a link"),
            CheckExample("It is “⟦https://example.org/page⟧”.", "`https://example.org/page` is not a link"),
            CheckExample(
                "See ⟦https://example.org/page⟧\u{A0}: it says so.", "`https://example.org/page` is not a link"),
        ],
        clean: [
            CheckExample(
                "See https://example.org/page, <https://example.org/page>, (www.example.org), [that](https://example.org/), `https://example.org` and \\https://example.org; git@example.org:team/x, http://localhost:8080, @home, 3:4, a.b, node@18.1.0."
            )
        ])

    let address: String

    var message: String { "`\(address)` is not a link" }
    var help: String? { "put it between `<` and `>`, or between backticks where it is an example" }
}
