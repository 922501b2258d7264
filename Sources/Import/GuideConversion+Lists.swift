import CommonMark
import Sources
import Values

extension GuideConversion {
    /// An item that begins with a name in bold and a colon.
    private struct NamedItem {
        let node: Node
        let name: String
        /// Whether the name stands in code.
        let rest: String
        /// Where what stands behind the colon begins; nil where that is not text.
        let restStart: Int?
    }

    private func namedItem(_ item: Node) -> NamedItem? {
        guard let paragraph = item.kind == .paragraph ? item : item.firstChild, paragraph.kind == .paragraph,
            let strong = paragraph.firstChild,
            strong.kind == .strong
        else { return nil }
        var name = strong.plainText.trimmingSpace
        let spaces: (Character) -> Bool = { $0.isWhitespace }
        guard let text = strong.next, text.kind == .text, let offsets = text.sourceOffsets else { return nil }
        var rest = Substring(text.literal)
        if name.hasSuffix(":") {
            name = String(name.dropLast()).trimmingSpace
        } else {
            rest = rest.drop(while: spaces)
            guard rest.first == ":" else { return nil }
            rest = rest.dropFirst()
        }
        while name.last?.isWhitespace == true { name.removeLast() }
        rest = rest.drop(while: spaces)
        let skipped = text.literal.utf8.count - rest.utf8.count
        return NamedItem(
            node: item, name: name, rest: text.next == nil ? String(rest) : "",
            restStart: skipped < offsets.count ? offsets[skipped] : nil)
    }

    private var lists: [Node] { source.document.root.descendants.filter { $0.kind == .list } }

    /// All bytes of a block's lines.
    private func lines(of block: Node) -> Range<Int> {
        var last = block.endLine
        while last > block.startLine, source.document.line(last).isEmpty { last -= 1 }
        return source.document.line(block.startLine).lowerBound..<source.document.line(last).upperBound
    }

    // MARK: Tables

    /// Makes a table of a list whose every item gives a number to a name.
    mutating func readTables() {
        for list in lists where list.parent?.kind == .document {
            let items = list.children.map { $0 }
            let named = items.compactMap { item in item.firstChild?.next == nil ? namedItem(item) : nil }
            guard items.count > 1, named.count == items.count else { continue }
            let cells = named.compactMap { item -> (name: String, number: Double, unit: String)? in
                let bytes = Array(item.rest.utf8)
                return bytes.withUnsafeBufferPointer { buffer in
                    guard !bytes.isEmpty, let (number, end) = ValueReplacing.number(buffer, 0, isProse: true) else {
                        return nil
                    }
                    return (item.name, number, buffer.text(end..<bytes.count).trimmingSpace)
                }
            }
            guard cells.count == items.count, let unit = cells.first?.unit, cells.allSatisfy({ $0.unit == unit }),
                unit.utf8.count < 40
            else { continue }
            add(tableOf: cells, unit: unit.trimmingCharacters(".;, "), in: list)
        }
    }

    private mutating func add(
        tableOf cells: [(name: String, number: Double, unit: String)], unit: String, in list: Node
    ) {
        let range = lines(of: list)
        if let same = known.first(where: {
            $0.type == "table" && $0.rows.count == cells.count
                && $0.rows.map(\.last) == cells.map { Self.text($0.number) }
        }) {
            edits.replace(range, with: paragraph("{{\(same.name)}}", for: list))
            var same = same
            same.columns[same.columns.count - 1].label = unit.isEmpty ? label("value") : capitalised(unit)
            if same.columns.count > 1 { same.columns[0].label = label(same.columns[0].name) }
            same.label = label(same.name)
            labelled.insert(same.name)
            values.append(same)
            return
        }
        let isModels = cells.allSatisfy { ErrorTemplate.isModel($0.name) }
        let isIdentifier = cells.allSatisfy { !$0.name.contains(" ") }
        let unitName = ValueNaming.slug(unit, most: 1).flatMap { $0 == "value" || $0 == "name" ? nil : $0 } ?? "value"
        let first = isModels ? "model" : "name"
        let words = ImportWords.folded(
            (headings.last { $0.lines.lowerBound < range.lowerBound }?.title ?? "") + " "
                + (list.previous?.plainText ?? ""))
        var value = ImportedValue(
            name: naming.unique(words.contains("limit") ? "limits" : "table"), type: "table", label: "")
        value.label = naming.label(of: value.name)
        let isWhole = cells.allSatisfy { $0.number == $0.number.rounded() }
        value.columns = [
            (first, isIdentifier ? "identifier" : "text", label(first)),
            (unitName, isWhole ? "integer" : "decimal", unit.isEmpty ? label("value") : capitalised(unit)),
        ]
        value.rows = cells.map { [$0.name, Self.text($0.number)] }
        edits.replace(range, with: paragraph("{{\(value.name)}}", for: list))
        values.append(value)
        note(.table, range, "a list of names and numbers: the table `\(value.name)` of vademecum.yaml")
    }

    /// A text in the place of a block, with blank lines where it would become part of what stands beside it.
    private func paragraph(_ text: String, for block: Node) -> String {
        let document = source.document
        var last = block.endLine
        while last > block.startLine, document.line(last).isEmpty { last -= 1 }
        let before = block.startLine > 1 && !document.line(block.startLine - 1).isEmpty ? "\n" : ""
        return before + text + (document.line(last + 1).isEmpty ? "" : "\n")
    }

    private func label(_ name: String) -> String { naming.label(of: name) }

    static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    // MARK: Variants

    /// Puts items that speak to one kind of reader each between comments that say so.
    mutating func readVariants() {
        for list in lists {
            let items = list.children.map { $0 }
            readVariants(items, margin: String(repeating: " ", count: max(0, list.startColumn - 1)))
            // What items say of one thing or reader each, they do not say of others.
            let names = items.compactMap { namedItem($0)?.name }
            let isOfThings = names.count > 1 && names.allSatisfy { $0.contains(where: \.isNumber) }
            if isOfThings || names.count > 1 && names.contains(where: { language.imports.choice($0) != nil }) {
                settled.append(lines(of: list))
            }
        }
        var run: [Node] = []
        for block in source.document.root.children.map(Optional.some) + [nil] {
            if let block, block.kind == .paragraph, let item = namedItem(block),
                language.imports.choice(item.name) != nil
            {
                run.append(block)
            } else if !run.isEmpty {
                readVariants(run, margin: "")
                run = []
            }
        }
    }

    /// Puts items or paragraphs, where all of them speak to one kind of reader each, between such comments.
    private mutating func readVariants(_ nodes: [Node], margin: String) {
        let meant = nodes.compactMap { namedItem($0) }.compactMap { item in
            language.imports.choice(item.name).map { (item: item, name: $0.name, key: $0.key) }
        }
        guard meant.count > 1, meant.count == nodes.count, Set(meant.map(\.key)).count == meant.count,
            let name = meant.first?.name, meant.allSatisfy({ $0.name == name && $0.item.restStart != nil })
        else { return }
        let declared = known.first { $0.name == name && $0.type == "choice" }
        guard
            declared == nil
                || meant.allSatisfy({ item in declared?.choices.contains { $0.key == item.key } == true })
        else { return }
        for (item, _, key) in meant {
            let range = lines(of: item.node)
            settled.append(range)
            edits.replace(range.lowerBound..<range.lowerBound, with: "\(margin)<!-- only: \(name)=\(key) -->\n")
            edits.replace(range.upperBound..<range.upperBound, with: "\n\(margin)<!-- end -->")
            let paragraph = item.node.kind == .paragraph ? item.node : item.node.firstChild
            if let strong = paragraph?.firstChild?.sourceRange, let start = item.restStart {
                let next = String(decoding: edits.source[start...].prefix(4), as: UTF8.self).prefix(1)
                let word = edits.source[start...].prefix { $0.isWordPart }
                edits.replace(
                    strong.lowerBound..<(start + (word.isEmpty ? 0 : next.utf8.count)),
                    with: word.isEmpty ? "" : next.uppercased())
            }
        }
        var value =
            declared ?? ImportedValue(name: naming.unique(name), type: "choice", label: naming.label(of: name))
        value.label = naming.label(of: name)
        labelled.insert(name)
        value.choices = meant.map { ($0.key, $0.item.name) }
        if !values.contains(where: { $0.name == name }) { values.append(value) }
        note(
            .variant, lines(of: nodes[0]),
            "items for one kind of reader each, by `\(name)`: \(meant.map(\.key).joined(separator: ", "))")
    }
}

extension String {
    /// The text without some characters at both ends.
    fileprivate func trimmingCharacters(_ signs: String) -> String {
        var text = Substring(self)
        while let last = text.last, signs.contains(last) { text.removeLast() }
        while let first = text.first, signs.contains(first) { text.removeFirst() }
        return String(text)
    }
}
