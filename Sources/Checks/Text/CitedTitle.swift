import CommonMark
import Guides

extension EditionText {
    /// Whether a block is but a link whose words are the title of a page elsewhere, which stays in the language that the
    /// page is in: `[CWE-321 Use of Hard-coded Cryptographic Key](https://…)`.
    ///
    /// Titles are told from sentences by capital letters, or by a number at their beginning that names them. An address in
    /// the language of the text says that the page is in it.
    func isCitation(_ block: Block) -> Bool {
        guard let node = block.node, let link = soleLink(of: node), link.target == .external,
            Address(link.url).language(among: [String(edition.language.tag.rawValue.prefix { $0 != "-" })]) == nil
        else { return false }
        let title = link.node.plainText
        guard let last = title.last, !".!?:".contains(last) || title.hasSuffix("...") else { return false }
        let words = title.split { !$0.isLetter && !$0.isNumber && !"-_’'".contains($0) }
        if let first = words.first, first.contains(where: \.isNumber), first.contains(where: \.isUppercase) {
            return true
        }
        if Self.namesSource(title) { return true }
        let long = words.filter { $0.count > 3 }
        return words.count > 1 && long.count { $0.first?.isLowercase != true } * 2 > long.count
    }

    /// Whether a title ends in parentheses with who published it: `(Digital Service Standard (UK))`, `(example.org)`.
    private static func namesSource(_ title: String) -> Bool {
        guard title.last == ")" else { return false }
        var depth = 0
        guard
            let open = title.indices.reversed().first(where: { index in
                if title[index] == ")" { depth += 1 }
                if title[index] == "(" { depth -= 1 }
                return depth == 0
            }), open > title.startIndex
        else { return false }
        let source = title[title.index(after: open)...].dropLast()
        if !source.contains(" "), source.contains(".") { return true }
        let words = source.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        let long = words.filter { $0.count > 3 || $0 == $0.uppercased() }
        return !long.isEmpty && long.allSatisfy { $0.first?.isLowercase != true }
    }

    /// The link that a block holds besides signs and spaces, if there is just one.
    private func soleLink(of node: Node) -> Link? {
        var found: Node?
        for child in node.children {
            switch child.kind {
            case .link:
                if found != nil { return nil }
                found = child
            case .softBreak, .lineBreak: continue
            case .text where child.literal.allSatisfy({ !$0.isLetter && !$0.isNumber }): continue
            default: return nil
            }
        }
        return found.flatMap { found in edition.links.first { $0.node == found } }
    }
}
