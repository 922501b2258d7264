extension Document {
    /// A new text, outside the tree.
    public func makeText(_ text: String) -> Node {
        let node = make(.text)
        node.setLiteral(text)
        return node
    }

    /// A new text from bytes, outside the tree. A zero byte ends it.
    @inlinable public func makeText(_ bytes: some Sequence<UInt8>) -> Node {
        bytes.withContiguousStorageIfAvailable { makeText($0) }
            ?? Array(bytes).withUnsafeBufferPointer { makeText($0) }
    }

    /// A new text from bytes that are lent, such as a part of another text.
    @usableFromInline package func makeText(_ bytes: UnsafeBufferPointer<UInt8>) -> Node {
        let node = make(.text)
        node.setLiteral(bytes)
        return node
    }

    /// A new paragraph, outside the tree.
    public func makeParagraph() -> Node { make(.paragraph) }

    /// A new line break that a reader does not see.
    public func makeSoftBreak() -> Node { make(.softBreak) }

    /// A new alert without anything in it, outside the tree.
    public func makeAlert(_ kind: AlertKind) -> Node {
        let node = make(.blockQuote)
        mark(node.raw, as: .alert(kind))
        return node
    }

    /// A new link, outside the tree.
    public func makeLink(to url: String) -> Node {
        let node = make(.link)
        node.setURL(url)
        return node
    }

    /// A new emphasis, outside the tree.
    public func makeEmphasis() -> Node { make(.emphasis) }

    /// A new code span, outside the tree.
    public func makeCode(_ literal: String) -> Node {
        let node = make(.code)
        node.setLiteral(literal)
        return node
    }

    /// A new code block, outside the tree, with words behind its fence or without a fence.
    public func makeCodeBlock(_ literal: String, info: String = "") -> Node {
        let node = make(.codeBlock)
        node.setLiteral(literal)
        if !info.isEmpty { node.setFenceInfo(info) }
        return node
    }

    /// A new block that prints exactly what it is told, in every output.
    public func makeCustomBlock(onEnter: [UInt8] = [], onExit: [UInt8] = []) -> Node {
        let node = make(.customBlock)
        node.setCustom(onEnter: onEnter, onExit: onExit)
        return node
    }

    /// A new inline that prints literals of the program before and behind its children, in every output.
    public func makeCustomInline(onEnter: StaticString, onExit: StaticString = "") -> Node {
        let node = make(.customInline)
        node.setCustom(onEnter: onEnter, onExit: onExit)
        return node
    }

    /// A text that stands for a value: it can never be read as markup, and `kind` is `.value(number)`.
    public func makeValue(_ text: String, number: Int) -> Node {
        let node = make(.customInline)
        mark(node.raw, as: .value(number))
        node.append(makeText(text))
        return node
    }

    /// The error that a guide is about, outside the tree: an inline that takes texts and values.
    public func makeError() -> Node {
        let node = make(.customInline)
        mark(node.raw, as: .error)
        return node
    }

    /// A table of texts, outside the tree: the first row is the header.
    ///
    /// Cells are given as nodes that hold inlines or are one; every row has one cell a column.
    public func makeTable(alignments: [TableAlignment], rows: [[[Node]]]) -> Node {
        let table = make(.paragraph)
        mark(table.raw, as: .table)
        for (index, row) in rows.enumerated() {
            if index > 0 { table.append(makeSoftBreak()) }
            let rowNode = make(.customInline)
            Role.tableRow.set(on: rowNode.raw)
            table.append(rowNode)
            for (column, alignment) in alignments.enumerated() {
                let cell = make(.customInline)
                Role.tableCell(alignment).set(on: cell.raw)
                rowNode.append(cell)
                if column < row.count { row[column].forEach(cell.append) }
            }
        }
        return table
    }
}

extension Node {
    /// Takes the node out of the tree with all that it holds. It can be put back elsewhere.
    public func remove() {
        document.remove(raw)
    }

    /// Puts a node, wherever it was, before this one. Nothing happens where it cannot stand there.
    public func insertBefore(_ node: Node) {
        if accepts(node) { raw.insertBefore(node.raw) }
    }

    /// Puts a new text before this inline, from bytes that are lent. A zero byte ends it.
    package func insertBefore(text: UnsafeBufferPointer<UInt8>) {
        guard let node = raw.insertNew(.text) else { return }
        CText.lend(text, node.setLiteral)
    }

    /// Puts a new text before this inline.
    public func insertBefore(text: String) {
        guard let node = raw.insertNew(.text) else { return }
        CText.lend(text, node.setLiteral)
    }

    /// Puts a new value before this inline, as `makeValue` makes one.
    public func insertBefore(value text: String, number: Int) {
        guard let value = raw.insertNew(.customInline) else { return }
        document.mark(value, as: .value(number))
        if let node = value.appendNew(.text) {
            CText.lend(text, node.setLiteral)
        }
    }

    /// Puts a node, wherever it was, after this one. Nothing happens where it cannot stand there.
    public func insertAfter(_ node: Node) {
        if accepts(node) { raw.insertAfter(node.raw) }
    }

    /// Makes a node, wherever it was, the last child. Nothing happens where it cannot stand there.
    public func append(_ node: Node) {
        if accepts(node) { raw.append(node.raw) }
    }

    /// Makes a node, wherever it was, the first child. Nothing happens where it cannot stand there.
    public func prepend(_ node: Node) {
        if accepts(node) { raw.prepend(node.raw) }
    }

    /// Puts a node in the place of this one, which leaves the tree. Nothing happens where it cannot stand there.
    public func replace(with node: Node) {
        guard accepts(node), raw.insertBefore(node.raw) else { return }
        remove()
    }

    /// A node of another document would be freed with that one, and the root with its own.
    private func accepts(_ node: Node) -> Bool {
        node.document === document && node.raw != document.rawRoot && node.raw != raw
    }

    /// Moves all children to the end of another node.
    public func moveChildren(to node: Node) {
        for child in children { node.append(child) }
    }

    /// Replaces the text of a text, code or code block.
    public func setLiteral(_ text: String) {
        CText.lend(text, raw.setLiteral)
    }

    /// Replaces the text by bytes; a zero byte ends it.
    @inlinable public func setLiteral(_ bytes: some Sequence<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { setLiteral($0) }
        if isDone == nil { Array(bytes).withUnsafeBufferPointer { setLiteral($0) } }
    }

    /// Replaces the literal by bytes that are lent, which must not be those of this node.
    @usableFromInline package func setLiteral(_ bytes: UnsafeBufferPointer<UInt8>) {
        CText.lend(bytes, raw.setLiteral)
    }

    /// Replaces the address of a link or an image.
    public func setURL(_ url: String) {
        CText.lend(url, raw.setURL)
    }

    /// Replaces it by bytes; a zero byte ends them.
    public func setURL(_ url: [UInt8]) {
        CText.lend(url, raw.setURL)
    }

    /// Replaces the title of a link or an image.
    public func setTitle(_ title: String) {
        CText.lend(title, raw.setTitle)
    }

    /// Replaces the words after a code fence.
    public func setFenceInfo(_ info: String) {
        CText.lend(info, raw.setFenceInfo)
    }

    /// Makes a list tight or loose.
    public func setTight(_ isTight: Bool) {
        raw.isTight = isTight
    }

    /// Replaces what a custom node prints around its children.
    public func setCustom(onEnter: [UInt8], onExit: [UInt8] = []) {
        raw.print(enter: onEnter, exit: onExit)
    }

    /// Replaces what a custom node prints by literals of the program.
    public func setCustom(onEnter: StaticString, onExit: StaticString = "") {
        raw.print(enter: onEnter, exit: onExit)
    }
}
