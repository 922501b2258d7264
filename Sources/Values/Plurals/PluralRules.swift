import Foundation

/// Which plural category a number takes in a language, by CLDR's cardinal rules (UTS #35, part 3, section 5).
///
/// Foundation does not hand them out, so they stand here as CLDR writes them, without its samples. Pages have those of
/// their own language, and read them by the same few lines: program and script follow one table.
public struct PluralRules: Sendable, Hashable {
    /// A category and its condition, `i = 1 and v = 0`; what none of them takes is `other`.
    public struct Rule: Sendable, Hashable {
        /// `zero`, `one`, `two`, `few` or `many`.
        public let category: String
        /// Relations of operands and numbers, joined by `and`, and those by `or`.
        public let condition: String
    }

    /// The rules, in CLDR's order.
    public let rules: [Rule]

    /// The categories that a unit's forms may name.
    package static let categories = ["zero", "one", "two", "few", "many", "other"]

    /// The languages that have rules.
    public static var languages: [String] { byLanguage.keys.sorted() }

    /// The rules of a language: its own, else those of its primary subtag. A language that CLDR does not know has `other`
    /// alone.
    public init(_ language: LanguageTag) {
        let tag = language.rawValue.lowercased()
        let primary = String(tag.prefix { $0 != "-" })
        rules = Self.byLanguage[tag] ?? Self.byLanguage[primary] ?? []
    }

    /// The category of a number as it is shown.
    ///
    /// - Parameter digits: ASCII digits, with a point before decimals: `1.0` and `1` may be different.
    public func category(of digits: String) -> String {
        let operands = Operands(digits)
        return rules.first { operands.fit($0.condition) }?.category ?? "other"
    }

    /// What CLDR's conditions compare.
    private struct Operands {
        /// By the letters of UTS #35: the absolute value, its whole part, how many decimals there are, the decimals as a
        /// number, the same without zeros at the end, and the exponent of a compact form, of which there is none.
        private let values: [Substring: Double]

        init(_ digits: String) {
            let parts = digits.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
            let whole = parts.first ?? "0"
            let fraction = parts.count > 1 ? parts[1] : ""
            let bare = String(fraction.reversed().drop { $0 == "0" }.reversed())
            values = [
                "n": Double("\(whole).\(fraction)0") ?? 0, "i": Double(whole) ?? 0, "v": Double(fraction.count),
                "f": Double(fraction) ?? 0, "t": Double(bare) ?? 0, "e": 0,
            ]
        }

        func fit(_ condition: String) -> Bool {
            condition.components(separatedBy: " or ").contains { part in
                part.components(separatedBy: " and ").allSatisfy(relationHolds)
            }
        }

        /// `i % 10 = 2..4,9`, or `!=`.
        private func relationHolds(_ relation: String) -> Bool {
            let parts = relation.split(separator: " ")
            guard parts.count == 3 || parts.count == 5, var value = values[parts[0]] else { return false }
            if parts.count == 5, let divisor = Double(parts[2]) { value.formTruncatingRemainder(dividingBy: divisor) }
            let isIn = parts[parts.count - 1].split(separator: ",").contains { range in
                let ends = range.split(separator: ".").compactMap { Double($0) }
                guard let first = ends.first, let last = ends.last else { return false }
                return value >= first && value <= last && value == value.rounded()
            }
            return isIn == (parts[parts.count - 2] == "=")
        }
    }
}
