/// What a node is: CommonMark's own kinds, and those that this module recognises on top of them.
public enum NodeKind: Sendable, Hashable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    /// A block or an inline that prints what it is told to, in every output.
    case customBlock, customInline
    /// A pipe table: its children are rows with soft breaks between them.
    case table
    /// A row of a table: its children are cells. The first one is the header.
    case tableRow
    /// A cell of a table: its children are inlines.
    case tableCell
    /// A block quote that began with `[!NOTE]` or one of its siblings.
    case alert(AlertKind)
    /// The box at the start of a task list's item.
    case taskMarker(isChecked: Bool)
    /// Text between two `~~`.
    case strikethrough
    /// A text that stands for a filled value; the number is the caller's own.
    case value(Int)
    /// The error that a guide is about, with texts and values in it.
    case error
    /// Notes that stand one after the other: its children are notes.
    case footnotes
    /// A note, by its index in the document's; its children are blocks.
    case footnote(Int)
    /// A place that refers to a note, by the note's index in the document's.
    case footnoteReference(Int)
}

extension NodeKind {
    init(_ node: OpaquePointer) {
        if let kind = Role(node)?.kind {
            self = kind
            return
        }
        self =
            switch node.type {
            case .document: .document
            case .blockQuote: .blockQuote
            case .list: .list
            case .item: .item
            case .codeBlock: .codeBlock
            case .htmlBlock: .htmlBlock
            case .paragraph: .paragraph
            case .heading: .heading
            case .thematicBreak: .thematicBreak
            case .text: .text
            case .softBreak: .softBreak
            case .lineBreak: .lineBreak
            case .code: .code
            case .htmlInline: .htmlInline
            case .emphasis: .emphasis
            case .strong: .strong
            case .link: .link
            case .image: .image
            case .customInline: .customInline
            default: .customBlock
            }
    }

    /// Whether nodes of this kind stand among blocks rather than among the inlines of one.
    public var isBlock: Bool {
        switch self {
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
            .customBlock, .table, .alert, .footnotes, .footnote:
            true
        default: false
        }
    }

    /// Whether it is the box of a task.
    public var isTaskMarker: Bool {
        if case .taskMarker = self { true } else { false }
    }

    /// Whether a block of this kind holds inlines.
    public var holdsInlines: Bool {
        switch self {
        case .paragraph, .heading, .table: true
        default: false
        }
    }
}
