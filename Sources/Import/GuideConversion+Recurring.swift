import CommonMark
import Sources
import Values

extension GuideConversion {
    // MARK: Addresses

    /// Where an address stands.
    private struct AddressUse {
        let url: String
        /// The bytes that a placeholder takes the place of.
        let range: Range<Int>
        /// The words of the link; nil for an address that stands for itself.
        let words: String?
    }

    /// Makes values of the addresses that the text names more than once, and of those that the project has as values.
    mutating func readAddresses() {
        let uses = addressUses()
        var order: [String] = []
        for use in uses where !order.contains(use.url) { order.append(use.url) }
        for url in order {
            let same = uses.filter { $0.url == url }
            let declared = known.first { $0.type == "url" && Self.bare($0.value ?? $0.example ?? "") == Self.bare(url) }
            guard declared != nil || same.count > 1, PrivateFinder.find(in: Array(url.utf8)).isEmpty else { continue }
            var value =
                declared
                ?? ImportedValue(name: naming.unique("links.\(Self.name(of: url))"), type: "url", value: url, label: "")
            let words = same.compactMap(\.words).first {
                !language.writing.vagueLinks.contains($0.lowercased()) && !$0.contains("/")
            }
            value.label = words.map { capitalised($0) } ?? Self.host(of: url)
            labelled.insert(value.name)
            values.append(value)
            for use in same { edits.replace(use.range, with: "{{\(value.name)}}") }
            note(
                .link, same[0].range,
                "\(same.count == 1 ? "an address of the project" : "an address that recurs"): `{{\(value.name)}}`")
        }
    }

    private func addressUses() -> [AddressUse] {
        var uses: [AddressUse] = []
        for node in source.document.root.descendants {
            switch node.kind {
            case .link where node.url.hasPrefix("https://") || node.url.hasPrefix("http://"):
                switch node.linkTail {
                case .inline(let address)?:
                    let words = node.plainText
                    guard words != node.url, !words.hasPrefix("http") else {
                        if let range = node.sourceRange {
                            uses.append(AddressUse(url: node.url, range: range, words: nil))
                        }
                        continue
                    }
                    uses.append(AddressUse(url: node.url, range: address, words: words))
                case .autolink?:
                    if let range = node.sourceRange { uses.append(AddressUse(url: node.url, range: range, words: nil)) }
                default: break
                }
            case .text where node.parent?.kind != .link: uses += bareAddresses(in: node)
            default: break
            }
        }
        return uses
    }

    /// Addresses that are no links; the signs of a sentence behind them are not theirs.
    private func bareAddresses(in node: Node) -> [AddressUse] {
        guard let offsets = node.sourceOffsets else { return [] }
        let bytes = node.withLiteral { Array($0) }
        var uses: [AddressUse] = []
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            guard rest.starts(with: Array("https://".utf8)) || rest.starts(with: Array("http://".utf8)) else {
                index += 1
                continue
            }
            var end = rest.firstIndex { $0 <= 0x20 || $0 >= 0x80 || "<>\"`|".utf8.contains($0) } ?? bytes.count
            while end > index, ".,;:!?'*_)".utf8.contains(bytes[end - 1]) { end -= 1 }
            if end > index + 10 {
                let url = String(decoding: bytes[index..<end], as: UTF8.self)
                uses.append(AddressUse(url: url, range: offsets[index]..<offsets[end], words: nil))
            }
            index = max(end, index + 1)
        }
        return uses
    }

    private static func bare(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }

    private static func host(of url: String) -> String {
        String(url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? "")
    }

    /// The last word of an address that says something, else its host.
    private static func name(of url: String) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
        for part in path.reversed() {
            if let slug = ValueNaming.slug(String(part.split(separator: ".").first ?? ""), most: 2), slug.utf8.count > 2
            {
                return slug
            }
        }
        let names = host(of: url).split(separator: ".").filter { $0 != "www" }
        return names.first.flatMap { ValueNaming.slug(String($0), most: 1) } ?? "page"
    }

    // MARK: Numbers

    /// Makes values of the large numbers that the prose says more than once.
    mutating func readNumbers() {
        var uses: [Double: [(node: Node, offset: Int, end: Int)]] = [:]
        var order: [Double] = []
        let tableNumbers = Set(values.flatMap(\.rows).compactMap { $0.last.flatMap(Double.init) })
        for node in source.document.root.descendants where node.kind == .text {
            guard let range = node.sourceRange, !ValueReplacing.isInTable(node),
                edits.isFree(range.lowerBound..<min(range.upperBound, range.lowerBound + 1))
            else { continue }
            let bytes = node.withLiteral { Array($0) }
            bytes.withUnsafeBufferPointer { buffer in
                var index = 0
                while index < bytes.count {
                    guard bytes[index].isASCIIDigit, ValueReplacing.begins(index, in: bytes),
                        let (number, end) = ValueReplacing.number(buffer, index, isProse: true)
                    else {
                        index += 1
                        continue
                    }
                    let isYear = (1900...2100).contains(number) && end - index == 4
                    if number >= 1000, !isYear, index == 0 || bytes[index - 1] != UInt8(ascii: ".") {
                        if uses[number] == nil { order.append(number) }
                        uses[number, default: []].append((node, index, end))
                    }
                    index = end
                }
            }
        }
        for number in order {
            guard let places = uses[number],
                places.count > 1 || known.contains(where: { $0.value == Self.text(number) && $0.type == "integer" }),
                !values.contains(where: { $0.number == number && ["integer", "decimal"].contains($0.type) }),
                let first = places.first
            else { continue }
            if tableNumbers.contains(number), places.count < 2 { continue }
            let label = places.lazy.compactMap { Self.label(before: $0.node, $0.offset) }.first
            if var declared = known.first(where: { $0.value == Self.text(number) && $0.type == "integer" }) {
                if let label {
                    declared.label = label
                    labelled.insert(declared.name)
                }
                values.append(declared)
                continue
            }
            let bytes = first.node.withLiteral { Array($0) }
            let word =
                label.flatMap { ValueNaming.slug($0, most: 2) } ?? naming.word(before: first.offset, in: bytes)
                ?? naming.word(after: first.end, in: bytes) ?? "number"
            let name = naming.unique(word)
            values.append(
                ImportedValue(
                    name: name, type: "integer", number: number, value: Self.text(number),
                    label: label ?? naming.label(of: name)))
            note(.value, first.node.sourceRange ?? 0..<0, "a number that recurs: `{{\(name)}}`")
        }
    }

    /// The words in bold that an item gives a number to: “**Limit** : 40 000”.
    private static func label(before node: Node, _ offset: Int) -> String? {
        guard let strong = node.previous, strong.kind == .strong, strong.previous == nil else { return nil }
        let between = node.literal.utf8.prefix(offset).allSatisfy {
            $0 == 0x20 || $0 == 0x3A || $0 >= 0x80 || $0 == 0x28
        }
        guard between else { return nil }
        let name = strong.plainText.reversed().drop { $0.isWhitespace || $0 == ":" }.reversed()
        return name.isEmpty ? nil : String(name)
    }
}
