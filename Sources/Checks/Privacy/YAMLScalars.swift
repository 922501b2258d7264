import Sources

/// The texts of a YAML file, as they read.
enum YAMLScalars {
    /// Every text in it, keys too, with its place; none of a file that is no YAML, which is told elsewhere.
    static func texts(of file: SourceFile) -> [(text: String, place: Place)] {
        var ignored: [Diagnostic] = []
        return YAMLNode.read(file, &ignored).map { texts(in: $0) } ?? []
    }

    private static func texts(in node: YAMLNode) -> [(text: String, place: Place)] {
        switch node.content {
        case .scalar(let text): [(text, node.place)]
        case .sequence(let items): items.flatMap { texts(in: $0) }
        case .mapping(let pairs): pairs.flatMap { texts(in: $0.key) + texts(in: $0.value) }
        }
    }
}
