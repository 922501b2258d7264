import CCmark

/// What a page's HTML has beyond the text, put on single nodes of a document that is about to be written.
public struct HTMLAnnotations {
    /// What is said of a node.
    enum Annotation {
        /// Attributes for the node's tag, each with a space before it; of an item, a heading or a link.
        case attributes([UInt8])
        /// A heading that is cut out: its text and what follows it are found by the boundaries.
        case cut
        /// Code in which values have their elements.
        case code([(number: Int, range: Range<Int>)])
        /// HTML in the place of the node.
        case replacement([UInt8])
    }

    private(set) var all: [Annotation] = []

    /// Annotates nothing.
    public init() {}

    /// Adds attributes to the tag of an item, a heading or a link.
    ///
    /// - Parameter attributes: each with a space before it, escaped.
    public mutating func add(attributes: [UInt8], to node: Node) { add(.attributes(attributes), to: node) }

    /// Cuts a heading out: its text stands between two boundaries, without a tag.
    public mutating func cut(_ heading: Node) { add(.cut, to: heading) }

    /// Gives values in code their elements.
    ///
    /// - Parameter values: the number of each, and its bytes in the code; one after the other.
    public mutating func mark(_ values: [(number: Int, range: Range<Int>)], in code: Node) {
        add(.code(values), to: code)
    }

    /// Writes HTML in the place of a block.
    public mutating func replace(_ block: Node, with html: [UInt8]) { add(.replacement(html), to: block) }

    private mutating func add(_ annotation: Annotation, to node: Node) {
        Role.annotation(all.count).set(on: node.raw)
        all.append(annotation)
    }
}

/// The elements of what only a page knows.
public protocol HTMLElements {
    /// Appends the opening tag of a value's `data` element.
    func appendTag(ofValue number: Int, to html: inout [UInt8])
    /// Appends the opening tag of an alert's `aside`, and its title.
    func appendStart(of alert: AlertKind, to html: inout [UInt8])
}
