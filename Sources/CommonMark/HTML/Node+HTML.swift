extension Node {
    /// Appends the node and all that it holds as libcmark writes it, in its safe mode: raw HTML and dangerous addresses
    /// are left out, and so is the line feed at the end.
    ///
    /// - Parameter attributes: what the first tag has besides, each with a space before it, escaped.
    /// - Returns: the range of what was appended.
    @discardableResult
    package func appendHTML(to output: inout [UInt8], attributes: [UInt8] = []) -> Range<Int> {
        let start = output.count
        raw.withHTML { html in
            let end = html.last == 0x0A ? html.count - 1 : html.count
            var copied = 0
            if !attributes.isEmpty, let bracket = html.firstOffset(of: UInt8(ascii: ">")) {
                copied = bracket
                output.append(contentsOf: UnsafeBufferPointer(rebasing: html[..<bracket]))
                output += attributes
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: html[copied..<end]))
        }
        return start..<output.count
    }

    /// Appends what the node holds, without its own tags.
    package func appendInnerHTML(to output: inout [UInt8]) -> Range<Int> {
        let start = output.count
        raw.withHTML { html in
            // Neither `<` nor `>` stands for itself in libcmark's attributes.
            let opening = html.firstOffset(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
            let closing = html.lastIndex(of: UInt8(ascii: "<")) ?? html.count
            output.append(contentsOf: UnsafeBufferPointer(rebasing: html[opening..<max(opening, closing)]))
        }
        return start..<output.count
    }
}

extension RawNode {
    /// What libcmark writes before the children of a node and behind them, taken from one that has none: so it stays
    /// libcmark's to say.
    ///
    /// - Parameter attributes: what the first tag has besides, each with a space before it.
    func shell(attributes: [UInt8] = []) -> (opening: HTMLText, closing: HTMLText) {
        withHTML { html in
            let tagEnd = html.firstOffset(of: UInt8(ascii: ">")) ?? html.count
            var closing = tagEnd
            while let bracket = html.firstOffset(of: UInt8(ascii: "<"), from: closing) {
                closing = bracket
                if bracket + 1 < html.count, html[bracket + 1] == UInt8(ascii: "/") { break }
                closing += 1
            }
            return (
                HTMLText(html[..<tagEnd], attributes, html[tagEnd..<closing]), HTMLText(html[closing...])
            )
        }
    }

    /// Sets what a custom node prints around its children.
    func print(enter: HTMLText, exit: HTMLText) {
        enter.lend(setEnter)
        exit.lend(setExit)
    }

    /// Prints HTML before the children of the node, and a literal of the program behind them.
    func print(enter: HTMLText, exit: StaticString) {
        enter.lend(setEnter)
        setExit(CText.pointer(to: exit))
    }

    /// Makes a node that prints HTML, and holds nothing, the last child.
    func appendHTML(_ html: HTMLText) {
        guard let node = appendNew(.customInline) else { return }
        html.lend(node.setEnter)
    }

    /// Makes such a node the first child.
    func prependHTML(_ html: HTMLText) {
        guard let node = RawNode.new(.customInline) else { return }
        html.lend(node.setEnter)
        if !prepend(node) { node.free() }
    }

    /// Whether a paragraph stands in an item of a list without blank lines, where it has no tag.
    var isInTightList: Bool { parent?.parent?.isTight == true }
}
