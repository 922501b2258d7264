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
}

/// The five kinds of alert that code hosts know, as GitHub's documentation names them.
public enum AlertKind: Int, Sendable, CaseIterable {
    case note, tip, important, warning, caution

    /// The word between the brackets, in capitals.
    public var marker: String {
        switch self {
        case .note: "NOTE"
        case .tip: "TIP"
        case .important: "IMPORTANT"
        case .warning: "WARNING"
        case .caution: "CAUTION"
        }
    }
}

/// How a table's column is aligned, as GFM's delimiter row says (GFM 0.29, section 4.10).
public enum TableAlignment: Int, Sendable {
    case none, left, center, right
}

/// What this module wrote into a node's user data: the kind in the high half, its number in the low half.
///
/// libcmark hands user data through untouched, so that kinds of our own need no table beside the tree.
struct Role: Equatable {
    let rawValue: UInt

    static let table = Role(1, 0)
    static let tableRow = Role(2, 0)
    static let strikethrough = Role(6, 0)

    static func tableCell(_ alignment: TableAlignment) -> Role { Role(3, alignment.rawValue) }
    static func alert(_ kind: AlertKind) -> Role { Role(4, kind.rawValue) }
    static func taskMarker(isChecked: Bool) -> Role { Role(5, isChecked ? 1 : 0) }
    static func value(_ number: Int) -> Role { Role(7, number) }

    init(_ kind: UInt, _ number: Int) {
        rawValue = kind << 32 | UInt(UInt32(truncatingIfNeeded: number))
    }

    init?(_ node: OpaquePointer) {
        rawValue = node.userData
        if rawValue == 0 { return nil }
    }

    var isTableCell: Bool { rawValue >> 32 == 3 }
    var isValue: Bool { rawValue >> 32 == 7 }
    /// How a cell of a table is aligned.
    var alignment: TableAlignment { isTableCell ? TableAlignment(rawValue: number) ?? .none : .none }
    var isTable: Bool { rawValue >> 32 == 1 }

    var number: Int { Int(rawValue & 0xFFFF_FFFF) }

    var kind: NodeKind? {
        switch rawValue >> 32 {
        case 1: .table
        case 2: .tableRow
        case 3: .tableCell
        case 4: AlertKind(rawValue: number).map(NodeKind.alert)
        case 5: .taskMarker(isChecked: number == 1)
        case 6: .strikethrough
        case 7: .value(number)
        default: nil
        }
    }

    func set(on node: OpaquePointer) {
        node.userData = rawValue
    }
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
            .customBlock, .table, .alert:
            true
        default: false
        }
    }

    /// Whether a block of this kind holds inlines.
    public var holdsInlines: Bool {
        switch self {
        case .paragraph, .heading, .table: true
        default: false
        }
    }
}
