import CommonMark
import Messages
import Sources
import Values

extension GuideConversion {
    /// The blocks of a section, its heading aside.
    func blocks(of id: String) -> [Node] {
        let sections = headings.filter { $0.role == .section }
        guard let index = sections.firstIndex(where: { $0.id == id }) else { return [] }
        let end = index + 1 < sections.count ? sections[index + 1].node : nil
        var blocks: [Node] = []
        var next = sections[index].node.next
        while let block = next, block != end {
            blocks.append(block)
            next = block.next
        }
        return blocks
    }

    /// Makes a pattern of the error that the first section shows.
    mutating func readError() {
        guard let first = kind.sections.first?.id else { return }
        var candidates = blocks(of: first)
        if candidates.isEmpty {
            candidates = Array(source.document.root.children.prefix { $0.kind != .heading || $0.headingLevel == 1 })
        }
        guard
            let (block, text) = candidates.lazy.compactMap({ block in Self.message(in: block).map { (block, $0) } })
                .first
        else {
            note(
                .error, 0..<0, "no error stands in a block of code under the problem, so nobody finds the guide by one",
                isOpen: extras == nil)
            return
        }
        let document = source.document
        let start = document.line(block.startLine).lowerBound
        let end = document.line(block.endLine).upperBound
        let context = source.file.bytes[..<start] + source.file.bytes[end...]
        let template = ErrorTemplate(text, in: Array(context), known: known, naming: &naming)
        values += template.values
        let before = block.startLine > 1 && !document.line(block.startLine - 1).isEmpty ? "\n" : ""
        let next = document.line(block.endLine + 1)
        edits.replace(start..<end, with: before + "    {{error}}" + (next.isEmpty ? "" : "\n"))
        if extras == nil {
            result.pattern = template.written
            result.sample = template.sample
            let names = template.values.map { "`\($0.name)`" }.joined(separator: ", ")
            note(
                .error, start..<end,
                names.isEmpty
                    ? "the error of the guide, which has no values" : "the error of the guide, with the values \(names)"
            )
        }
    }

    /// The message that a block shows; nil where it shows none.
    private static func message(in block: Node) -> String? {
        switch block.kind {
        case .codeBlock:
            let text = block.literal.trimmingSpace
            let isShell = ["bash", "sh", "shell", "console", "zsh", "powershell"].contains(block.fenceInfo.lowercased())
            return text.isEmpty || isShell || text.utf8.count > 2000 || !text.contains(" ") ? nil : text
        case .paragraph:
            guard let code = block.firstChild, code.kind == .code, code.next == nil, code.literal.contains(" ") else {
                return nil
            }
            return code.literal
        case .blockQuote:
            guard let paragraph = block.firstChild, paragraph.kind == .paragraph, paragraph.next == nil else {
                return nil
            }
            let text = paragraph.plainText
            let words = [
                "error", "limit", "failed", "denied", "exception", "refused", "invalid", "not found", "cannot",
            ]
            return words.contains(where: text.lowercased().contains) ? text : nil
        default: return nil
        }
    }

    /// Finds what is private anywhere else.
    mutating func readPrivate() {
        for found in PrivateFinder.find(in: source.file.bytes) {
            let text = String(decoding: source.file.bytes[found.range], as: UTF8.self)
            if values.contains(where: { $0.written.contains(text) }) { continue }
            if let index = values.firstIndex(where: { $0.name == found.name && $0.isDeclared }) {
                values[index].written.append(text)
            } else if var value = known.first(where: { $0.name == found.name }) {
                value.written = [text]
                values.append(value)
            } else {
                values.append(ImportedValue(found, text, naming: &naming))
                note(
                    .privateValue, found.range,
                    "a private value, `\(values[values.count - 1].name)`, with an example that is made up; what stood here is written nowhere"
                )
            }
        }
    }
}

extension ErrorTemplate {
    /// The pattern as `guide.yaml` has it, line breaks included.
    var written: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): return ErrorPattern.escaped(text)
            case .value(let name): return "{{\(name)}}"
            default: return ""
            }
        }.joined()
    }

    /// The message with a made-up value for every private one.
    var sample: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): return text
            case .value(let name):
                guard let value = values.first(where: { $0.name == name }) else { return "" }
                return value.isPrivate ? value.example ?? "" : value.written.first ?? value.example ?? value.value ?? ""
            default: return ""
            }
        }.joined()
    }
}
