import Sources

extension YAMLNode {
    /// What stands deeper is no setting of a site.
    private static let deepest = 8

    /// Its single values by dotted names, `vers.tool`.
    ///
    /// - Parameters:
    ///   - name: what their names begin with; nothing where it is empty.
    ///   - groups: names that only hold others together, and are left out.
    func texts(named name: String = "", groups: Set<String> = []) -> [String: String] {
        var found: [String: String] = [:]
        func add(_ node: YAMLNode, _ name: String, _ depth: Int) {
            switch node.content {
            case .scalar(let text): found[name] = text
            case .mapping(let pairs) where depth < Self.deepest:
                for pair in pairs {
                    guard let key = pair.key.text else { continue }
                    add(pair.value, name.isEmpty || groups.contains(name) ? key : "\(name).\(key)", depth + 1)
                }
            default: break
            }
        }
        add(self, name, 0)
        return found
    }
}
