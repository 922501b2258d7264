import Sources

/// An address or a path, in parts that may name a language.
///
/// It is read byte by byte: there is one in every other line, and the signs between the parts are ASCII.
struct Address {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The first part between slashes, or label of the host, or value of a query, that is one of some languages.
    func language(among tags: [String]) -> String? {
        for part in bytes.split(whereSeparator: \.partsPath) {
            // The first label of a host may be a language: `fr.wikipedia.org`; a file's name may end in one.
            let labels = part.split(separator: UInt8(ascii: "."))
            let candidate = labels.count > 2 ? labels[0] : part
            let primary = candidate.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
            guard candidate.count == primary.count || candidate.count == primary.count + 3 else { continue }
            if let tag = tags.first(where: { primary.isSameWord(as: $0.utf8) }) { return tag }
        }
        return nil
    }
}

extension UInt8 {
    /// A sign between two names of a path, or two values of a query.
    fileprivate var partsPath: Bool {
        switch self {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="): true
        default: false
        }
    }
}

extension Collection<UInt8> {
    /// Whether two words are the same, but for capital letters of ASCII.
    fileprivate func isSameWord(as other: some Collection<UInt8>) -> Bool {
        count == other.count
            && zip(self, other).allSatisfy { $0 == $1 || $0 ^ $1 == 0x20 && $0.isASCIILetter && $1.isASCIILetter }
    }
}
