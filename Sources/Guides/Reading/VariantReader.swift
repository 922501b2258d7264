import CommonMark
import Sources
import Values

/// Pairs the markers of variants, `<!-- only: … -->`, `<!-- else -->` and `<!-- end -->`, as they come in the text.
struct VariantReader {
    private let declarations: ValueDeclarations
    /// The variant that is not closed yet. Its condition is nil where that could not be read: it is closed all the same.
    private var open: (node: Node, condition: Condition?, isElse: Bool)?
    private(set) var variants: [Variant] = []
    private(set) var problems: [(any Problem, Node)] = []

    init(_ declarations: ValueDeclarations) { self.declarations = declarations }

    /// Whether a comment's text is a variant's marker.
    static func isMarker(_ comment: String) -> Bool {
        comment == "end" || comment == "else" || comment.hasPrefix("only:")
    }

    /// Takes the next marker.
    mutating func read(_ comment: String, at node: Node) {
        switch comment {
        case "end": close(node)
        case "else": turn(node)
        default: begin(node, String(comment.dropFirst("only:".count)))
        }
    }

    /// Says what was never closed.
    mutating func finish() {
        if let open { report(BadVariant(.unclosed), at: open.node) }
    }

    private mutating func begin(_ node: Node, _ text: String) {
        guard open == nil else { return report(BadVariant(.nested), at: node) }
        do {
            open = (node, try Condition(text, in: declarations), false)
        } catch {
            open = (node, nil, false)
            switch error.fault {
            case .problem(let problem): report(problem, at: node)
            case let fault: report(BadVariant(.condition(fault)), at: node)
            }
        }
    }

    private mutating func turn(_ node: Node) {
        guard let first = open else { return report(BadVariant(.elseUnopened), at: node) }
        guard !first.isElse else { return report(BadVariant(.secondElse), at: node) }
        close(node)
        open = (node, first.condition?.negated(in: declarations), true)
    }

    private mutating func close(_ node: Node) {
        guard let open else { return report(BadVariant(.unopened), at: node) }
        self.open = nil
        guard open.node.parent == node.parent else {
            // A heading of the guide's between the two parts what they hold.
            let heading = open.node.parent?.kind == .customBlock ? open.node.parent?.next : nil
            let isParted = node.parent?.kind == .customBlock && heading?.kind == .heading
            return report(BadVariant(isParted ? .heading : .otherContainer), at: isParted ? heading ?? node : node)
        }
        var current = open.node.next
        while let sibling = current, sibling != node {
            if sibling.kind == .heading { report(BadVariant(.heading), at: sibling) }
            current = sibling.next
        }
        guard let condition = open.condition else { return }
        variants.append(Variant(condition: condition, script: condition.script, start: open.node, end: node))
    }

    private mutating func report(_ problem: any Problem, at node: Node) { problems.append((problem, node)) }
}
