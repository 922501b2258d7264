import Sources

/// Names in code that readers put their own for: `{{nom}}`, `<votre-nom>`.
enum ReaderNames {
    /// Whether two codes differ by such names alone, which every language has its own words for.
    static func differAlone(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let signs: (UInt8) -> Bool = { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }
        guard code.contains(where: signs), other.contains(where: signs) else { return false }
        let (parts, others) = (parts(of: code), parts(of: other))
        guard parts.names.count == others.names.count, parts.rest == others.rest else { return false }
        return zip(parts.names, others.names).allSatisfy { name, otherName in
            name == otherName || isName(name) && isName(otherName) && digits(name) == digits(otherName)
        }
    }

    private static func digits(_ name: [UInt8]) -> [UInt8] { name.filter(\.isASCIIDigit) }

    /// Whether what stands between the signs is no option, and no choice of several.
    private static func isName(_ name: [UInt8]) -> Bool {
        guard let first = name.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "[") else { return false }
        return !name.contains { $0.isOne(of: "|=(){}<>") }
    }

    /// The names, and the code around them with a zero in the place of each.
    private static func parts(of code: ArraySlice<UInt8>) -> (names: [[UInt8]], rest: [UInt8]) {
        var names: [[UInt8]] = []
        var rest: [UInt8] = []
        var index = code.startIndex
        while index < code.endIndex {
            if let (name, end) = name(in: code, at: index) {
                names.append(Array(name))
                rest.append(0)
                index = end
            } else {
                rest.append(code[index])
                index += 1
            }
        }
        return (names, rest)
    }

    private static func name(in code: ArraySlice<UInt8>, at start: Int) -> (ArraySlice<UInt8>, end: Int)? {
        let rest = code[start...]
        let isDouble = rest.starts(with: "{{".utf8)
        guard isDouble || code[start] == UInt8(ascii: "<"),
            let close = rest.firstIndex(of: UInt8(ascii: isDouble ? "}" : ">"))
        else { return nil }
        let name = code[(start + (isDouble ? 2 : 1))..<close]
        if !isDouble { return name.first?.isWordPart == true ? (name, close + 1) : nil }
        guard close + 1 < code.endIndex, code[close + 1] == UInt8(ascii: "}") else { return nil }
        return (name, close + 2)
    }
}
