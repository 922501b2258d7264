/// The notes that a text refers to, in the order in which it does: their numbers, from 1, are what readers see.
package struct FootnoteOrder {
    /// A note that is referred to.
    package struct Note {
        /// Which of the document's notes it is.
        package let index: Int
        /// The note's block.
        package let node: Node
        /// The references to it, in the order of the text; those in other notes come last.
        package fileprivate(set) var references: [Node] = []
    }

    /// The notes, the first one first.
    package private(set) var notes: [Note] = []
    private var places: [Int: Int] = [:]

    /// Looks for them in what is left of a text.
    package init(_ document: Document) {
        guard !document.footnotes.isEmpty else { return }
        var nodes: [Int: Node] = [:]
        var inner: [Int: [(Int, Node)]] = [:]
        var outer: [(Int, Node)] = []
        for node in document.root.descendants(.extensions) {
            switch node.kind {
            case .footnote(let index): if nodes[index] == nil { nodes[index] = node }
            case .footnoteReference(let index):
                if let note = node.footnote {
                    inner[note, default: []].append((index, node))
                } else {
                    outer.append((index, node))
                }
            default: break
            }
        }
        for (index, reference) in outer { add(index, reference, nodes) }
        var next = 0
        while next < notes.count {
            for (index, reference) in inner[notes[next].index] ?? [] { add(index, reference, nodes) }
            next += 1
        }
    }

    private mutating func add(_ index: Int, _ reference: Node, _ nodes: [Int: Node]) {
        guard let node = nodes[index] else { return }
        if places[index] == nil {
            places[index] = notes.count
            notes.append(Note(index: index, node: node))
        }
        if let place = places[index] { notes[place].references.append(reference) }
    }

    /// The number of one of the document's notes; nil where nothing refers to it.
    package func number(of index: Int) -> Int? { places[index].map { $0 + 1 } }
}

extension Node {
    /// Which of the document's notes an inline stands in; nil where it stands in none.
    fileprivate var footnote: Int? {
        var current = parent
        while let node = current {
            if case .footnote(let index) = node.kind { return index }
            current = node.parent
        }
        return nil
    }
}
