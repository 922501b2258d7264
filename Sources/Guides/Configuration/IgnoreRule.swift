import Sources

/// A rule of `check: {ignore: …}` in `vademecum.yaml`: what one check finds in some files is left out of the report.
public struct IgnoreRule: Sendable {
    /// The check's ID.
    public let check: String
    /// Where the check is named.
    public let checkPlace: Place
    /// The files.
    public let path: PathPattern
    /// Why, for those who read the configuration.
    public let reason: String

    /// Reads a list of rules, each of which has all three keys.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> [IgnoreRule] {
        let keys = reader.mapping(node, keys: ["ignore"])
        return (keys["ignore"].map { reader.list($0) } ?? []).compactMap { item in
            let names = ["check", "path", "reason"]
            let keys = reader.mapping(item, keys: names, required: names)
            guard let check = keys["check"], let id = reader.text(check),
                let path = keys["path"].flatMap({ reader.text($0) }),
                let reason = keys["reason"].flatMap({ reader.text($0) })
            else { return nil }
            return IgnoreRule(check: id, checkPlace: check.place, path: PathPattern(path), reason: reason)
        }
    }
}
