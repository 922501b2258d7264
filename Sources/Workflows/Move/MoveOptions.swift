/// What the command line says about a move.
public struct MoveOptions: Sendable {
    /// The path of a guide, or of a folder of guides, below `content/`.
    public var from: String
    /// The path that it shall have.
    public var to: String
    /// Whether nothing is written.
    public var isDry = false

    /// A move that is made at once. Both paths may begin with `content/` and end with a slash, as shells complete them.
    public init(from: String, to: String) {
        self.from = Self.plain(from)
        self.to = Self.plain(to)
    }

    private static func plain(_ path: String) -> String {
        var path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        let start = InventoryReader.contentFolder + "/"
        if path.hasPrefix(start) { path = String(path.dropFirst(start.count)) }
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
