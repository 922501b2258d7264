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
            let title = headings.first { $0.role == .title }?.node
            candidates = Array(
                source.document.root.children.prefix { $0.kind != .heading || $0.headingLevel == 1 || $0 == title })
        }
        let inner = candidates.flatMap { block -> [Node] in
            block.kind == .blockQuote ? [block] + block.children.filter { $0.kind == .codeBlock } : [block]
        }
        guard let found = inner.lazy.compactMap({ ShownMessage.message(in: $0) }).first else {
            note(
                .error, 0..<0, "no error stands in a block of code under the problem, so nobody finds the guide by one",
                isOpen: original == nil)
            return
        }
        let (block, text) = (found.node, ShownMessage.withoutTime(found.text))
        let document = source.document
        let start = document.line(block.startLine).lowerBound
        let end = document.line(block.endLine).upperBound
        let place = found.range ?? start..<end
        let context = source.file.bytes[..<place.lowerBound] + source.file.bytes[place.upperBound...]
        let template = ErrorTemplate(text, in: Array(context), known: known, naming: &naming)
        values += template.values
        if let range = found.range {
            edits.replace(
                range, with: found.isBlock ? "\n\n    {{error}}\n" : found.isCode ? "`{{error}}`" : "{{error}}")
        } else {
            let before = block.startLine > 1 && !document.line(block.startLine - 1).isEmpty ? "\n" : ""
            let next = document.line(block.endLine + 1)
            // Code within a quote stays there.
            let margin = edits.source[start..<end].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }
            let quote = block.kind == .codeBlock && margin.contains(UInt8(ascii: ">")) ? "> " : ""
            edits.replace(
                start..<end,
                with: quote.isEmpty ? before + "    {{error}}" + (next.isEmpty ? "" : "\n") : ">\n>     {{error}}")
        }
        if original == nil {
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

    /// `ssh ops@machine` in prose as code: else the machine would be taken for an address of mail.
    private mutating func markLogin(_ host: Range<Int>) {
        let bytes = source.file.bytes
        guard PrivateFinder.login(bytes, host.lowerBound),
            source.document.root.descendants.contains(where: {
                $0.kind == .text && $0.parent?.kind == .paragraph && $0.sourceRange?.contains(host.lowerBound) == true
            })
        else { return }
        let line = (bytes[..<host.lowerBound].lastIndex(of: 0x0A) ?? -1) + 1
        let words = bytes[line..<host.lowerBound].split(separator: 0x20)
        guard
            let start = words.last(where: {
                ["ssh", "scp", "sftp", "rsync", "mosh"].contains(String(decoding: $0, as: UTF8.self))
            })?.startIndex
        else { return }
        edits.replace(start..<start, with: "`")
        edits.replace(host.upperBound..<host.upperBound, with: "`")
    }

    /// Finds what is private anywhere else.
    mutating func readPrivate() {
        for found in PrivateFinder.find(in: source.file.bytes) {
            if found.name == "host" { markLogin(found.range) }
            let text = String(decoding: source.file.bytes[found.range], as: UTF8.self)
            if values.contains(where: { $0.written.contains(text) }) { continue }
            if var value = naming.declared(found, text, among: known) {
                if let index = values.firstIndex(where: { $0.name == value.name }) {
                    values[index].written.append(text)
                } else {
                    value.written = [text]
                    values.append(value)
                }
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
