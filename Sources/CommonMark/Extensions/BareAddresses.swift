import Sources

/// Addresses that stand in a text by themselves, `https://…`, `http://…` and `www.…`, as links (GFM 0.29, section 6.9).
///
/// A link is made where all readers of GFM would make the same one. Where the address runs into a quotation mark or a space of
/// typography, which GFM takes for a part of it, or into other markup, it stays text.
enum BareAddresses {
    /// Whether a text may hold one. Most addresses stand between signs that make links of them.
    static func mayStand(in source: [UInt8]) -> Bool {
        source.withUnsafeBufferPointer { source in
            var index = 0
            while let dot = source.firstOffset(of: UInt8(ascii: "."), from: index) {
                index = dot + 1
                if start(ofHost: dot, in: source) != nil { return true }
            }
            index = 0
            while let colon = source.firstOffset(of: UInt8(ascii: ":"), from: index) {
                index = colon + 1
                if start(ofScheme: colon, in: source) != nil { return true }
            }
            return false
        }
    }

    /// Makes links of them.
    static func recognise(in document: Document) {
        let texts = document.root.descendants(.text).filter { text in
            text.withLiteral { $0.firstOffset(of: UInt8(ascii: ".")) != nil && !found(in: $0).isEmpty }
                && text.mayHoldLinks
        }
        var isChanged = false
        for text in texts where read(text) { isChanged = true }
        // The texts that were aligned are not the ones that stand there now.
        if isChanged { document.alignments = [:] }
    }

    private static func read(_ text: Node) -> Bool {
        let bytes = text.withLiteral { Array($0) }
        guard let offsets = text.sourceOffsets else { return false }
        let source = text.document.source
        var start = 0
        for range in bytes.withUnsafeBufferPointer({ found(in: $0) }) {
            // What is escaped, or written as a reference, was meant to be text, and what goes on in other markup cannot be told from its end.
            guard range.allSatisfy({ source[offsets[$0]] == bytes[$0] }),
                offsets[range.lowerBound] == 0 || source[offsets[range.lowerBound] - 1] != UInt8(ascii: "\\"),
                range.upperBound < bytes.count || text.next.map(\.endsAddress) ?? true
            else { continue }
            if range.lowerBound > start { text.insertBefore(text.document.makeText(bytes[start..<range.lowerBound])) }
            let isHost = bytes[range.lowerBound] | 0x20 == UInt8(ascii: "w")
            let link = text.document.makeLink(to: "")
            link.setURL((isHost ? Array("http://".utf8) : []) + bytes[range])
            Role.bareAddress.set(on: link.raw)
            link.append(text.document.makeText(bytes[range]))
            text.insertBefore(link)
            start = range.upperBound
        }
        guard start > 0 else { return false }
        if start == bytes.count { text.remove() } else { text.setLiteral(bytes[start...]) }
        return true
    }

    // MARK: Addresses in bytes

    /// The addresses in a text, one behind the other.
    private static func found(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        // Up to where it is known that nothing ends an address well: no byte is looked at for each that begins.
        var blocked = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else {
                index += 1
                continue
            }
            let isHost = byte == UInt8(ascii: ".")
            let first = isHost ? start(ofHost: index, in: bytes) : start(ofScheme: index, in: bytes)
            guard let first, first >= blocked,
                let end = end(of: first, hostFrom: isHost ? first : index + 3, in: bytes, &blocked)
            else {
                index += 1
                continue
            }
            found.append(first..<end)
            index = end
            blocked = end
        }
        return found
    }

    /// Where `https` or `http` before a colon begins, behind nothing that could be a part of the address's word.
    private static func start(ofScheme colon: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        for scheme in [StaticString("https"), "http"] {
            let start = colon - scheme.utf8CodeUnitCount
            guard start >= 0,
                scheme.withUTF8Buffer({ word in
                    word.indices.allSatisfy { bytes[start + $0].asciiLowercased == word[$0] }
                })
            else { continue }
            return begins(start, in: bytes) ? start : nil
        }
        return nil
    }

    /// Where `www` before a point begins.
    private static func start(ofHost dot: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard dot >= 3, dot + 1 < bytes.count, bytes[(dot - 3)..<dot].allSatisfy({ $0 == UInt8(ascii: "w") }),
            begins(dot - 3, in: bytes)
        else { return nil }
        return dot - 3
    }

    private static func begins(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start > 0 else { return true }
        switch bytes[start - 1] {
        case 0x20, 0x09...0x0D, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return true
        // The address of a link, or of what failed to be one.
        case UInt8(ascii: "("): return start < 2 || bytes[start - 2] != UInt8(ascii: "]")
        default: return false
        }
    }

    /// The end of an address, without the punctuation that ends its sentence; nil where it is none.
    private static func end(
        of start: Int, hostFrom host: Int, in bytes: UnsafeBufferPointer<UInt8>, _ blocked: inout Int
    ) -> Int? {
        guard isHost(from: host, in: bytes) else { return nil }
        var end = host
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<") {
            // A space or a quotation mark of typography, which GFM takes for a part of the address.
            if bytes[end] >= 0xC2, isTypography(end, bytes) {
                blocked = end
                return nil
            }
            end += 1
        }
        var brackets = bytes[start..<end].reduce(0) {
            $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
        }
        while end > host {
            switch bytes[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ")") where brackets > 0:
                brackets -= 1
                end -= 1
            case UInt8(ascii: ";"):
                // `&amp;` and the like; what is one by now was written as text.
                var index = end - 2
                while index > host, bytes[index].isASCIIAlphanumeric { index -= 1 }
                end = index < end - 2 && bytes[index] == UInt8(ascii: "&") ? index : end - 1
            default: return end
            }
        }
        return nil
    }

    /// The longest name of a host (RFC 1035, section 2.3.4).
    private static let longestHost = 255

    /// Whether a domain with a point begins at an offset, and no underscore stands in its last two parts.
    private static func isHost(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = start
        while end < bytes.count, bytes[end].isHostByte {
            end += 1
            if end - start > longestHost { return false }
        }
        // A value right behind it would be a part of it.
        if end < bytes.count, bytes[end] == 0xEE { return false }
        var labels = bytes[start..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.last?.isEmpty == true { labels.removeLast() }
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
            && labels.suffix(2).allSatisfy { !$0.contains(UInt8(ascii: "_")) }
    }

    /// A no-break space, `»`, and what Unicode has for punctuation in general and in Chinese and Japanese.
    private static func isTypography(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch bytes[index] {
        case 0xC2: return next == 0xA0 || next == 0xBB || next == 0xAB
        case 0xE2: return next == 0x80
        case 0xE3: return next == 0x80
        case 0xEF: return next == 0xBC || next == 0xBD
        default: return false
        }
    }
}

extension UInt8 {
    /// Whether it may be part of a domain; what is for private use stands for values.
    fileprivate var isHostByte: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
            || self >= 0x80 && self != 0xEE
    }
}

extension Node {
    /// Whether what stands behind an address ends it for every reader.
    fileprivate var endsAddress: Bool {
        switch kind {
        case .softBreak, .lineBreak, .htmlInline, .footnoteReference: true
        default: false
        }
    }

    /// Whether a link may stand in the place of a text: not in another, nor in a heading, which the contents link to.
    fileprivate var mayHoldLinks: Bool {
        var current = parent
        while let node = current {
            switch node.raw.type {
            case .link, .image, .heading: return false
            default: current = node.kind.isBlock ? nil : node.parent
            }
        }
        return true
    }

    /// Whether a link is an address that stands in a text by itself.
    package var isBareAddress: Bool { raw.userData == Role.bareAddress.rawValue }
}
