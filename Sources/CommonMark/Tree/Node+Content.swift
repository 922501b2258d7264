extension Node {
    /// The text of a text, code, code block or HTML node; empty for others.
    public var literal: String {
        raw.literalBytes.map(String.init(cString:)) ?? ""
    }

    /// Lends the bytes of `literal` without copying them.
    @inlinable
    package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(literalBytes)
    }

    /// Whether the address or the title of a link or an image holds a byte, which is not zero: much faster than to lend
    /// them.
    public func addressContains(_ byte: UInt8) -> Bool {
        raw.urlBytes?.holds(byte) == true || raw.titleBytes?.holds(byte) == true
    }

    /// The address of a link or an image, as the reader of the page would type it, unescaped.
    public var url: String {
        raw.urlBytes.map { String(cString: $0) } ?? ""
    }

    /// Whether a link out of the site has its address for words, whole or without `https://` and the last slash.
    package var saysItsAddress: Bool {
        func core(_ address: String) -> ArraySlice<UInt8> {
            var rest = Array(address.utf8)[...]
            for scheme in ["https://", "http://"] where rest.starts(with: scheme.utf8) {
                rest = rest.dropFirst(scheme.utf8.count)
            }
            return rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest
        }
        return kind == .link && withURL { $0.starts(with: "http".utf8) } && core(url) == core(plainText)
    }

    /// Lends the bytes of `url` without copying them.
    @inlinable
    package func withURL<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(urlBytes)
    }

    /// The title of a link or an image, which browsers show as a tip.
    public var title: String {
        raw.titleBytes.map { String(cString: $0) } ?? ""
    }

    /// The words after a code fence; empty for indented code.
    public var fenceInfo: String {
        raw.fenceInfoBytes.map { String(cString: $0) } ?? ""
    }

    /// Lends the bytes of `fenceInfo` without copying them.
    @inlinable
    package func withFenceInfo<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(fenceInfoBytes)
    }

    /// Whether a code block stands between fences.
    public var isFenced: Bool {
        // libcmark tells an indented block from a fenced one without words by its fence's length, which it does not
        // export; the source has it.
        guard kind == .codeBlock, let range = sourceRange, let first = document.source[range].first else {
            return false
        }
        return first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    }

    /// 1 to 6 for a heading, 0 for others.
    public var headingLevel: Int { raw.headingLevel }

    /// Whether a list numbers its items.
    public var isOrdered: Bool { raw.isOrdered }

    /// The number of a list's first item.
    public var listStart: Int { raw.listStart }

    /// Whether a list has no blank lines between its items.
    public var isTight: Bool { raw.isTight }

    /// Whether two lists would be read as one if nothing stood between them.
    public func continues(_ list: Node) -> Bool {
        list.raw.isContinued(by: raw)
    }

    /// The alignment of a table's cell.
    public var alignment: TableAlignment {
        guard let role = Role(raw), role.kind == .tableCell else { return .none }
        return TableAlignment(rawValue: role.number) ?? .none
    }

    /// What a custom node prints before its children.
    public var onEnter: String {
        raw.enterBytes.map { String(cString: $0) } ?? ""
    }

    /// The text of the node as a reader hears it: no markup, breaks as single spaces.
    public var plainText: String {
        // Most headings are one text.
        if let only = raw.firstChild, only.next == nil, only.type == .text {
            return Node(only, document).literal
        }
        var text = ""
        var upcoming: Node? = self
        while let node = upcoming {
            if !text.isEmpty, node.kind.isBlock { text += "\n" }
            switch node.kind {
            case .text, .code, .codeBlock: text += node.literal
            case .softBreak, .lineBreak: text += " "
            default: break
            }
            upcoming = node.following(within: self)
        }
        return text
    }

    /// Valid until the node is edited.
    @usableFromInline var literalBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(ended: raw.literalBytes) }
    @usableFromInline var urlBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(ended: raw.urlBytes) }
    @usableFromInline var fenceInfoBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(ended: raw.fenceInfoBytes) }
}
