import CommonMark
import Guides
import Sources
import Values

/// Readers who are spoken to in two manners on one site: `tu` and `vous`.
struct MixedRegisterCheck: ProjectCheck {
    static let problems: [any Problem.Type] = [MixedRegister.self]

    func diagnose(_ guides: ProjectFacts, _ share: Range<Int>, in context: CheckContext) -> [Diagnostic] {
        guides.registers.sorted { $0.key < $1.key }.flatMap { language, uses -> [Diagnostic] in
            guard uses.count > 1,
                let usual = uses.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
            else { return [] }
            return uses.filter { $0.key != usual.key }.flatMap { name, use in
                use.places.map { Diagnostic(MixedRegister(manner: name, usual: usual.key), at: $0) }
            }
        }
    }
}

/// How often readers are spoken to in one manner, and where first in each text.
struct RegisterUse: Sendable {
    /// So many places are kept.
    private static let most = 20

    private(set) var count = 0
    private(set) var places: [Place] = []

    mutating func add(_ count: Int, at place: Place) {
        self.count += count
        places.append(place)
        trim()
    }

    mutating func add(_ other: RegisterUse) {
        count += other.count
        places += other.places
        trim()
    }

    private mutating func trim() {
        guard places.count > Self.most else { return }
        places = Array(places.sorted { ($0.path, $0.line) < ($1.path, $1.line) }.prefix(Self.most))
    }

    /// Counts the manners of a text, outside of quotations and code.
    static func count(in edition: Edition) -> [String: (count: Int, first: Range<Int>)] {
        let registers = edition.language.writing.registers
        guard registers.count > 1 else { return [:] }
        // Most words begin and end otherwise than those that tell.
        var (initials, finals) = ([Bool](repeating: false, count: 256), [Bool](repeating: false, count: 256))
        for word in registers.values.joined() where !word.hasPrefix("!") {
            if word.hasPrefix("-") {
                if let last = word.utf8.last { finals[Int(last)] = true }
            } else if let first = word.utf8.first {
                initials[Int(first)] = true
            }
        }
        var found: [String: (count: Int, first: Range<Int>)] = [:]
        var depth = 0
        for node in edition.document.root.descendants(.text) {
            node.withLiteral { bytes in
                var index = 0
                while index < bytes.count {
                    let start = index
                    while index < bytes.count, bytes[index].isWordPart, !isSign(index, bytes) { index += 1 }
                    if index == start {
                        depth = max(0, depth + step(index, bytes))
                        index += 1
                        continue
                    }
                    guard depth == 0, index - start > 1,
                        initials[Int(bytes[start].asciiLowercased)] || finals[Int(bytes[index - 1].asciiLowercased)]
                    else { continue }
                    let word = bytes.text(start..<index).lowercased()
                    // `rendez-vous` is a word of its own.
                    let isJoined =
                        word == "vous" && start > 6 && bytes.text((start - 7)..<start).lowercased() == "rendez-"
                    guard !isJoined, !isName(start, bytes),
                        let name = registers.first(where: { tells(word, $0.value) })?.key
                    else { continue }
                    if found[name] == nil {
                        let source = node.sourceOffsets.map { $0[start]..<$0[index] }
                        found[name] = (0, source ?? edition.range(of: node))
                    }
                    found[name]?.count += 1
                }
            }
        }
        return found
    }

    private static func tells(_ word: String, _ words: [String]) -> Bool {
        if words.contains(word) { return true }
        return words.contains { $0.hasPrefix("-") && word.utf8.count > $0.utf8.count && word.hasSuffix($0.dropFirst()) }
            && !words.contains("!\(word)")
    }

    /// Whether a word begins with a capital in the middle of a sentence, as names do: Fernandez.
    private static func isName(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (0x41...0x5A).contains(bytes[start]) else { return false }
        var before = start
        while before > 0, bytes[before - 1].isSpaceOrTab { before -= 1 }
        return before > 0 && (bytes[before - 1].isASCIIAlphanumeric || bytes[before - 1] == UInt8(ascii: ","))
    }

    /// Whether a character that is no letter begins: Latin-1's signs, the punctuation of U+20xx.
    private static func isSign(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[index] == 0xC2 || bytes[index] == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80
    }

    /// How much deeper in quotations one is behind a byte.
    private static func step(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (bytes[index], next, last) {
        case (0xC2, 0xAB, _), (0xE2, 0x80, 0x9C): return 1
        case (0xC2, 0xBB, _), (0xE2, 0x80, 0x9D): return -1
        default: return 0
        }
    }
}

struct MixedRegister: Problem {
    static let description = CheckDescription(
        "mixed-register", .languages, .warning,
        summary: "Readers who are addressed in two ways on one site: `tu` here, `vous` there.",
        why: "It reads as if it had two authors who had never met.",
        mending: "Address readers as most of the site does.",
        faulty: [
            CheckExample(
                fr: "Tu attends, puis tu recommences. Si ⟦vous⟧ ne pouvez pas, tu demandes.",
                "“vous” here, and “tu” elsewhere")
        ],
        clean: [
            CheckExample(
                fr:
                    "Tu attends, tu as un rendez-vous chez toi avec Ana Fernandez, et le bouton s’appelle « Vous inscrire »."
            )
        ])

    let manner: String
    let usual: String

    var message: String { "“\(manner)” here, and “\(usual)” elsewhere" }
    var help: String? { "address readers in the same way throughout the site" }
}
