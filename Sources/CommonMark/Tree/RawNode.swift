import CCmark

/// libcmark's own handle of a node, for code that visits every node: it costs no reference counting.
///
/// This file, and those beside it that import libcmark, are the only ones that call it.
typealias RawNode = OpaquePointer

extension RawNode {
    var type: RawType { cmark_node_get_type(self) }

    // MARK: The tree

    var parent: RawNode? { cmark_node_parent(self) }
    var next: RawNode? { cmark_node_next(self) }
    var previous: RawNode? { cmark_node_previous(self) }
    var firstChild: RawNode? { cmark_node_first_child(self) }
    var lastChild: RawNode? { cmark_node_last_child(self) }

    // MARK: Texts; nil where they are empty, and for nodes that have none

    /// The text of a text, code or HTML node.
    var literalBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_literal(self)) }
    var urlBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_url(self)) }
    var titleBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_title(self)) }
    var fenceInfoBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_fence_info(self)) }
    /// What a custom node prints before its children.
    var enterBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_on_enter(self)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafePointer<UInt8>? {
        guard let text, text.pointee != 0 else { return nil }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        return UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    }

    // MARK: What else a node has

    /// Bits of our own, which libcmark hands through; 0 where there are none.
    var userData: UInt {
        get { UInt(bitPattern: cmark_node_get_user_data(self)) }
        nonmutating set { cmark_node_set_user_data(self, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    /// From 1; 0 for a node that was made by hand.
    var startLine: Int { Int(cmark_node_get_start_line(self)) }
    var endLine: Int { Int(cmark_node_get_end_line(self)) }
    /// From 1.
    var startColumn: Int { Int(cmark_node_get_start_column(self)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(self)) }

    /// Whether a list numbers its items.
    var isOrdered: Bool { cmark_node_get_list_type(self) == CMARK_ORDERED_LIST }
    /// The number of a list's first item.
    var listStart: Int { Int(cmark_node_get_list_start(self)) }
    /// Whether a list has no blank lines between its items.
    var isTight: Bool {
        get { cmark_node_get_list_tight(self) != 0 }
        nonmutating set { cmark_node_set_list_tight(self, newValue ? 1 : 0) }
    }
    /// Whether two lists would be read as one if nothing stood between them.
    func isContinued(by list: RawNode) -> Bool {
        cmark_node_get_list_type(self) == cmark_node_get_list_type(list)
            && cmark_node_get_list_delim(self) == cmark_node_get_list_delim(list)
    }
}

extension RawNode {
    /// The node after this one in the order of the text, its own children first.
    var following: RawNode? { firstChild ?? followingSubtree }

    /// The node after this one and all that it holds.
    var followingSubtree: RawNode? {
        var current = self
        while true {
            if let next = current.next { return next }
            guard let parent = current.parent else { return nil }
            current = parent
        }
    }

    /// The block after this one in the order of the text; what paragraphs and headings hold is passed over.
    var followingBlock: RawNode? {
        switch type {
        case .paragraph, .heading: followingSubtree
        default: following
        }
    }
}
