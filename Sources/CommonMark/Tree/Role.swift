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
    static let error = Role(8, 0)
    static func value(_ number: Int) -> Role { Role(7, number) }
    static let footnotes = Role(9, 0)
    /// Of a link, which stays one.
    static let bareAddress = Role(12, 0)
    /// Of an image, which stays one, by the number of its tag.
    static func picture(_ number: Int) -> Role { Role(13, number) }
    static func footnote(_ index: Int) -> Role { Role(10, index) }
    static func footnoteReference(_ index: Int) -> Role { Role(11, index) }

    init(_ kind: UInt, _ number: Int) {
        rawValue = kind << 32 | UInt(UInt32(truncatingIfNeeded: number))
    }

    init?(_ node: OpaquePointer) {
        rawValue = node.userData
        if rawValue == 0 { return nil }
    }

    var isTableCell: Bool { rawValue >> 32 == 3 }
    var isPicture: Bool { rawValue >> 32 == 13 }
    /// How a cell of a table is aligned.
    var alignment: TableAlignment { isTableCell ? TableAlignment(rawValue: number) ?? .none : .none }

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
        case 8: .error
        case 9: .footnotes
        case 10: .footnote(number)
        case 11: .footnoteReference(number)
        default: nil
        }
    }

    func set(on node: OpaquePointer) {
        node.userData = rawValue
    }
}
