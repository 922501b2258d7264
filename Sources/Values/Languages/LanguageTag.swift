import Sources

/// A language as BCP 47 writes it: `fr`, `fr-CH`, `ar`.
public struct LanguageTag: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The tag as written.
    public let rawValue: String

    /// Takes a tag that is well formed (RFC 5646, section 2.1, without extensions): subtags of two to eight
    /// ASCII letters or digits, the first of letters only.
    public init?(rawValue: String) {
        let subtags = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let primary = subtags.first, (2...8).contains(primary.count), primary.allSatisfy(\.isASCIILetter),
            subtags.dropFirst().allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIAlphanumeric) })
        else { return nil }
        self.rawValue = rawValue
    }

    /// The language without its script and region, `fr` for `fr-CA`; nil where there is neither.
    public var withoutRegion: LanguageTag? {
        guard let end = rawValue.firstIndex(of: "-") else { return nil }
        return LanguageTag(rawValue: String(rawValue[..<end]))
    }

    /// The tag as written.
    public var description: String { rawValue }

    /// Alphabetical by tag.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.rawValue < right.rawValue }
}
