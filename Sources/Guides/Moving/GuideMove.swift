import Sources

/// A folder of guides that gets another path below the content's.
public struct GuideMove: Sendable {
    /// The path that it had.
    public let from: String
    /// The path that it gets.
    public let to: String

    /// Pairs two paths, without slashes at their ends.
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Whether a guide is the folder, or lies in it.
    public func moves(_ id: String) -> Bool { id.hasSameBytes(as: from) || id.beginsWithBytes(of: from + "/") }

    /// The ID that a guide has afterwards; its own where it stays.
    public func id(of id: String) -> String {
        moves(id) ? to + String(decoding: id.utf8.dropFirst(from.utf8.count), as: UTF8.self) : id
    }
}
