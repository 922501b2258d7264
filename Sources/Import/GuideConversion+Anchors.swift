import CommonMark
import Sources

extension GuideConversion {
    /// Links of the text to its own headings lead to the guide's anchors; the words of others stay, without a link.
    mutating func rewriteAnchors() {
        var anchors: [String: String] = [:]
        var steps = 0
        for heading in headings {
            if heading.role == .step { steps += 1 }
            let anchor: String? =
                switch heading.role {
                case .section: heading.id
                case .step: "step-\(steps)"
                default: nil
                }
            let key = PageConversion.key(heading.inlines.plainText)
            if let anchor, anchors[key] == nil { anchors[key] = anchor }
        }
        for node in source.document.root.descendants where node.kind == .link && node.url.hasPrefix("#") {
            guard case .inline(let address)? = node.linkTail else { continue }
            let key = PageConversion.key(String(node.url.dropFirst()))
            if let anchor = anchors[key] {
                edits.replace(address, with: "#\(anchor)")
            } else {
                PageConversion.unlink(node, &edits)
                note(
                    .link, node.sourceRange ?? 0..<0,
                    "no section or step is `\(node.url)`: its words stay, without a link")
            }
        }
    }
}
