import CommonMark
import Sources

extension Edition {
    /// The blocks of a section that are translated as one, in the order of `translationUnits`; empty for title and summary,
    /// and for a section that is not there.
    package func translationBlocks(ofSection id: String) -> [Node] {
        guard let part = parts.first(where: { $0.id == id }) else { return [] }
        var nodes: [Node] = []
        func add(_ node: Node) {
            if BlockFingerprinter.isText(node) { nodes.append(node) }
        }
        func add(_ part: Part) {
            for block in part.body.children { add(block) }
            for below in part.parts {
                add(below.heading)
                add(below)
            }
        }
        if part.role == .extra { add(part.heading) }
        add(part)
        return nodes
    }

    /// The exact fingerprint of a block by itself.
    package func fingerprint(of block: Node) -> Fingerprint { BlockFingerprinter.fingerprint(of: block, marks: marks) }
}
