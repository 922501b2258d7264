import CommonMark
import Values

/// What tells a heading from another in whatever language: code, addresses and numbers, words that both languages have, and
/// what stands below it.
package struct HeadingFeatures {
    let level: Int
    /// The ID that it names itself, or has by its words; empty for none.
    let id: String
    private let title: String
    private let titleWords: [[UInt8]]
    /// Code and addresses, which are the same in all languages.
    private var same: Set<String> = []
    /// Names and numbers in the text below it.
    private var names: Set<String> = []
    private var lists = 0
    private var tables = 0
    private var codeBlocks = 0
    /// The bytes of the text below it.
    private(set) var size = 0

    /// The most names that are compared.
    private static let mostNames = 300

    /// - Parameters:
    ///   - title: the heading's words.
    ///   - blocks: what stands below it, and below no other heading.
    package init(level: Int, id: String, title: String, blocks: some Sequence<Node>) {
        (self.level, self.id, self.title) = (level, id, title)
        titleWords = Self.words(of: title)
        for block in blocks {
            add(block)
            for node in block.descendants { add(node) }
        }
    }

    init(_ part: Part) {
        self.init(level: part.level, id: part.id, title: part.title, blocks: part.body.children)
    }

    private mutating func add(_ node: Node) {
        switch node.kind {
        case .codeBlock, .code:
            same.insert("code \(node.literal)")
            if node.kind == .codeBlock { codeBlocks += 1 }
        case .link, .image: same.insert("link \(node.url)")
        case .list: lists += 1
        case .table: tables += 1
        case .text:
            let text = node.literal
            size += text.utf8.count
            guard names.count < Self.mostNames else { return }
            for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where Self.isName(word) {
                names.insert(ImportWords.folded(String(word)))
            }
        default: break
        }
    }

    /// Whether a word is mostly the same in other languages: a number, or a name.
    private static func isName(_ word: Substring) -> Bool {
        guard word.utf8.count > 1, let first = word.first else { return false }
        return first.isUppercase && word.utf8.count > 2 || word.contains { $0.isNumber }
    }

    /// Words without accents, in small letters.
    private static func words(of title: String) -> [[UInt8]] {
        ImportWords.folded(title).split { !$0.isLetter && !$0.isNumber }.map { Array($0.utf8) }.filter {
            $0.count > 3 || $0.contains { $0.isASCIIDigit }
        }
    }

    // MARK: Likeness

    /// How much says that two headings stand for each other. What both have and no language changes is worth more than
    /// several headings that only stand at the same height.
    func likeness(to other: HeadingFeatures) -> Int {
        var likeness = level == other.level ? 3 : 1
        if !id.isEmpty, id == other.id { likeness += 60 }
        if title == other.title { likeness += 8 }
        likeness += min(16, 8 * sharedWords(other))
        let shared = same.intersection(other.same).count
        if shared > 0 { likeness += 16 + 8 * shared / max(1, max(same.count, other.same.count)) }
        if !names.isEmpty, !other.names.isEmpty {
            likeness += 12 * 2 * names.intersection(other.names).count / (names.count + other.names.count)
        }
        if lists != other.lists { likeness -= 1 }
        if tables != other.tables { likeness -= 1 }
        if codeBlocks != other.codeBlocks { likeness -= 1 }
        // Translations are about as long as what they are translations of (Gale and Church, 1993).
        return likeness + 4 * (min(size, other.size) + 20) / (max(size, other.size) + 20)
    }

    /// How many words of the two titles are of one origin.
    private func sharedWords(_ other: HeadingFeatures) -> Int {
        titleWords.count { word in other.titleWords.contains { Self.areCognate(word, $0) } }
    }

    /// Whether two words are alike by the pairs of letters in them (Dice, 1945): `artifacts` and `artefacts`.
    private static func areCognate(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left == right { return true }
        guard left.count > 4, right.count > 4 else { return false }
        if zip(left, right).prefix(while: { $0 == $1 }).count > 4 { return true }
        func pairs(_ word: [UInt8]) -> [UInt16] { zip(word, word.dropFirst()).map { UInt16($0) << 8 | UInt16($1) } }
        var rest = pairs(right)
        let (count, all) = (pairs(left), rest.count)
        var shared = 0
        for pair in count {
            guard let index = rest.firstIndex(of: pair) else { continue }
            rest.remove(at: index)
            shared += 1
        }
        return 3 * 2 * shared >= 2 * (count.count + all)
    }
}
