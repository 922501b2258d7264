import Guides
import Sources

/// What `vademecum.yaml` says of guides that move: groups, findings that are left out, redirects.
struct MovedConfiguration {
    /// What the file becomes; nil where it stays.
    let bytes: [UInt8]?
    /// Texts that cannot be changed at their place.
    let unmended: [YAMLNode]

    /// - Parameters:
    ///   - moved: the IDs of the guides that move.
    ///   - staying: those of all others.
    init(_ file: SourceFile, _ move: GuideMove, moved: [String], staying: [String], languages: [String]) {
        var ignored: [Diagnostic] = []
        guard case .mapping(let pairs)? = YAMLNode.read(file, &ignored)?.content else {
            (bytes, unmended) = (nil, [])
            return
        }
        var edits = YAMLEdits(file)
        for member in Self.members(Self.value("groups", in: pairs)) {
            guard let written = member.text else { continue }
            let name = written.hasSuffix("/") ? String(written.dropLast()) : written
            if move.moves(name) {
                edits.replace(member, with: move.id(of: name) + written.dropFirst(name.count))
            } else if moved.contains(where: { $0.beginsWithBytes(of: name + "/") }),
                !(staying + moved.map(move.id)).contains(where: {
                    $0.hasSameBytes(as: name) || $0.beginsWithBytes(of: name + "/")
                })
            {
                // The folder has no guide left: the group keeps what it had of it.
                edits.replace(member, with: move.to)
            }
        }
        let start = "\(InventoryReader.contentFolder)/\(move.from)"
        for rule in Self.items(Self.value("ignore", in: Self.pairs(Self.value("check", in: pairs)))) {
            guard let path = Self.value("path", in: Self.pairs(rule)), let text = path.text,
                text.hasSameBytes(as: start) || text.beginsWithBytes(of: start + "/")
            else { continue }
            edits.replace(path, with: "\(InventoryReader.contentFolder)/\(move.to)\(text.dropFirst(start.count))")
        }
        var bytes = edits.isEmpty ? file.bytes : edits.bytes
        var unmended = edits.unmended
        // The places of redirects are those of the file as it has become.
        let changed = SourceFile(path: file.path, bytes: bytes)
        if case .mapping(let pairs)? = YAMLNode.read(changed, &ignored)?.content,
            let node = Self.value("redirects", in: pairs), var redirects = RedirectFile(node)
        {
            redirects.follow(move, moved, languages: languages)
            unmended += redirects.edits.unmended
            bytes = redirects.edits.bytes
        }
        self.bytes = bytes == file.bytes ? nil : bytes
        self.unmended = unmended
    }

    private static func value(_ key: String, in pairs: [YAMLNode.Pair]) -> YAMLNode? {
        pairs.first { $0.key.text == key }?.value
    }

    private static func pairs(_ node: YAMLNode?) -> [YAMLNode.Pair] {
        if case .mapping(let pairs)? = node?.content { pairs } else { [] }
    }

    /// The items of a list, of which a single value may stand for one.
    private static func items(_ node: YAMLNode?) -> [YAMLNode] {
        switch node?.content {
        case .sequence(let items): items
        case .scalar: node.map { [$0] } ?? []
        default: []
        }
    }

    private static func members(_ groups: YAMLNode?) -> [YAMLNode] {
        items(groups).flatMap { items(value("guides", in: pairs($0))) }
    }
}
