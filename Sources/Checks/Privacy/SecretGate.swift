import Guides
import Sources

/// The one gate for whatever leaves the program besides pages: reports, patches, logs, errors and records. It knows every
/// private value that was given, in every form that it may be written in, what private values look like, and what keys
/// look like, and lets none of them through whole.
///
/// Texts are compared as readers see them: the white space, the capitals, percent-encoding and the grouping of digits make
/// no difference (`FoldedText`).
public struct SecretGate: Sendable {
    private let texts: PrivateTexts

    /// A gate that knows keys alone, for where no value was read.
    ///
    /// - Parameter unread: what is private all the same, by the names of the values.
    public init(unread: [(name: String, text: String)] = []) { texts = PrivateTexts(unread: unread) }

    /// A gate that knows what a book has.
    ///
    /// - Parameter unread: private texts that are no values of their types, and so are not in the book.
    public init(_ book: ValueBook, unread: [(name: String, text: String)] = []) {
        texts = PrivateTexts(of: book, unread: unread)
    }

    /// Whether private values are known, and not only what they look like.
    public var knowsValues: Bool { texts.knowsValues }

    /// Whether a text has something in it that must not be shown.
    public func holdsSecret(_ bytes: [UInt8]) -> Bool { !secrets(in: bytes).isEmpty }

    /// What is to be said of a file that is on its way to everybody, where private values that are known stand in it.
    public func privateValues(in bytes: [UInt8], at place: Place) -> [Diagnostic] {
        guard texts.knowsValues else { return [] }
        // Short numbers are everywhere in what programs write.
        let found = texts.findKnown(in: bytes).filter { found in
            found.range.count > 5 || !bytes[found.range].allSatisfy(\.isASCIIDigit)
        }
        return found.prefix(1).map { found in
            let shown = Masking.shortened(bytes[found.range])
            return Diagnostic(PrivateValue(name: found.name, shown: shown), at: place)
        }
    }

    /// A text with dots in the place of secrets, but for their first characters. Its lines and columns stay.
    public func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let secrets = secrets(in: bytes)
        return secrets.isEmpty ? text : String(decoding: Self.mask(secrets, in: bytes), as: UTF8.self)
    }

    /// The same for bytes.
    public func masked(_ bytes: [UInt8]) -> [UInt8] {
        let secrets = secrets(in: bytes)
        return secrets.isEmpty ? bytes : Self.mask(secrets, in: bytes)
    }

    /// Diagnostics without secrets, in their words and in the lines that they show.
    ///
    /// Of very many of one kind in one file, the first alone say what was probably meant: nobody reads it a thousand times.
    public func masked(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard diagnostics.count > Self.mostHelp else { return diagnostics.map { $0.masked { masked($0) } } }
        var counts: [String: [String: Int]] = [:]
        return diagnostics.map { diagnostic in
            counts[diagnostic.place.path, default: [:]][diagnostic.check, default: 0] += 1
            let number = counts[diagnostic.place.path]?[diagnostic.check] ?? 0
            return diagnostic.masked(hasHelp: number <= Self.mostHelp) { masked($0) }
        }
    }

    /// So many findings of one kind in one file come with help.
    private static let mostHelp = 100

    /// Where secrets stand, in their order; none overlap.
    private func secrets(in bytes: [UInt8]) -> [Range<Int>] {
        if bytes.isEmpty { return [] }
        var ranges = KeyFinder.keys(in: bytes).map(\.whole)
        if !texts.isEmpty { ranges += texts.find(in: bytes).map(\.range) }
        if ranges.count < 2 { return ranges }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var joined = [ranges[0]]
        for range in ranges.dropFirst() {
            let last = joined[joined.count - 1]
            if range.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    private static func mask(_ secrets: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
        var masked: [UInt8] = []
        var start = 0
        for secret in secrets {
            masked += bytes[start..<secret.lowerBound]
            start = secret.upperBound
            var text = String.UnicodeScalarView()
            let shown = String(decoding: bytes[secret], as: UTF8.self).unicodeScalars
            let first = min(6, shown.count / 3)
            for (index, scalar) in shown.enumerated() {
                // Lines stay lines, so that what counts them stays right.
                let isKept = index < first || scalar == "\n" || scalar == "\r"
                text.append(isKept ? scalar : Place.mask)
            }
            masked += String(text).utf8
        }
        return masked + bytes[start...]
    }
}
