import CCmark

extension Node {
    /// The text of a text, code, code block or HTML node; empty for others.
    public var literal: String {
        cmark_node_get_literal(raw).map { String(cString: $0) } ?? ""
    }

    /// Lends the bytes of `literal` without copying them.
    @inlinable
    public func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(literalBytes)
    }

    /// Whether the address or the title of a link or an image holds a byte, which is not zero: much faster than to lend
    /// them.
    public func addressContains(_ byte: UInt8) -> Bool {
        if let url = cmark_node_get_url(raw), strchr(url, Int32(byte)) != nil { return true }
        return cmark_node_get_title(raw).map { strchr($0, Int32(byte)) != nil } ?? false
    }

    /// The address of a link or an image, as the reader of the page would type it, unescaped.
    public var url: String {
        cmark_node_get_url(raw).map { String(cString: $0) } ?? ""
    }

    /// Lends the bytes of `url` without copying them.
    @inlinable
    public func withURL<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(urlBytes)
    }

    /// The title of a link or an image, which browsers show as a tip.
    public var title: String {
        cmark_node_get_title(raw).map { String(cString: $0) } ?? ""
    }

    /// The words after a code fence; empty for indented code.
    public var fenceInfo: String {
        cmark_node_get_fence_info(raw).map { String(cString: $0) } ?? ""
    }

    /// Lends the bytes of `fenceInfo` without copying them.
    @inlinable
    public func withFenceInfo<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
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
    public var headingLevel: Int { Int(cmark_node_get_heading_level(raw)) }

    /// Whether a list numbers its items.
    public var isOrdered: Bool { cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST }

    /// The number of a list's first item.
    public var listStart: Int { Int(cmark_node_get_list_start(raw)) }

    /// Whether a list has no blank lines between its items.
    public var isTight: Bool { cmark_node_get_list_tight(raw) != 0 }

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
        cmark_node_get_on_enter(raw).map { String(cString: $0) } ?? ""
    }

    /// The text of the node as a reader hears it: no markup, breaks as single spaces.
    public var plainText: String {
        // Most headings are one text.
        if let only = raw.firstChild, only.next == nil, only.type == CMARK_NODE_TEXT {
            return Node(only, document).literal
        }
        var text = ""
        appendPlainText(to: &text)
        return text
    }

    private func appendPlainText(to text: inout String) {
        switch kind {
        case .text, .code, .codeBlock: text += literal
        case .softBreak, .lineBreak: text += " "
        default:
            for child in children {
                if !text.isEmpty, child.kind.isBlock { text += "\n" }
                child.appendPlainText(to: &text)
            }
        }
    }

    /// Valid while the node is as it is.
    @usableFromInline var literalBytes: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_literal(raw)) }
    @usableFromInline var urlBytes: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_url(raw)) }
    @usableFromInline var fenceInfoBytes: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_fence_info(raw)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: bytes, count: strlen(text))
    }
}
