import CommonMark
import Sources

/// What stands between `<!-- only: plan=paid -->` and `<!-- end -->`: for readers with one of some choices.
public struct Variant {
    /// The value that decides.
    public let name: String
    /// The choices for which it is meant.
    public let keys: [String]
    /// The comment before.
    public let start: Node
    /// The comment behind, in the same container.
    public let end: Node

    /// The condition as pages carry it: `plan=paid|trial`.
    public var condition: String {
        var condition: [UInt8] = []
        condition.reserveCapacity(64)
        condition.append(text: name)
        for index in keys.indices {
            condition.append(index == 0 ? UInt8(ascii: "=") : UInt8(ascii: "|"))
            condition.append(text: keys[index])
        }
        return String(decoding: condition, as: UTF8.self)
    }
}
