import Sources

/// Numbers as people and programs write them.
enum Numbers {
    /// Reads `40000`, `40 000`, `40,000` and `6.141`. A comma or a space must part groups of three digits, so that
    /// `6,141` is six thousand and `6,14` is refused rather than guessed at.
    ///
    /// - Parameter isWhole: whether no decimals are expected: then points part groups as well, `40.000`, as in German,
    ///   Spanish or Italian.
    static func parse(_ text: String, isWhole: Bool = false) -> Double? {
        var digits = String(text.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 })
        let sign = digits.hasPrefix("-") || digits.hasPrefix("\u{2212}") ? -1.0 : 1.0
        if sign < 0 || digits.hasPrefix("+") { digits.removeFirst() }
        if isWhole, let integer = ungrouped(Substring(digits), by: ["."]) { return Double(integer).map { $0 * sign } }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count == 1 || isDigits(parts[1]) else { return nil }
        guard let integer = ungrouped(whole) else { return nil }
        let number = Double(parts.count == 1 ? integer : "\(integer).\(parts[1])")
        return number.map { $0 * sign }
    }

    /// As many digits as every decimal number keeps in a double (C, DBL_DIG).
    static let mostDigits = 15

    /// Whether a number that was written so is shown again with all its digits: zeros at both ends do not count.
    static func keepsDigits(_ text: String) -> Bool {
        let zero = UInt8(ascii: "0")
        let digits = text.utf8.filter(\.isASCIIDigit).drop { $0 == zero }
        guard let last = digits.lastIndex(where: { $0 != zero }) else { return true }
        return last - digits.startIndex < mostDigits
    }

    private static func ungrouped(_ text: Substring, by separators: [Character] = [",", " "]) -> String? {
        for separator in separators where text.contains(separator) {
            let groups = text.split(separator: separator, omittingEmptySubsequences: false)
            guard let first = groups.first, (1...3).contains(first.utf8.count), groups.allSatisfy(isDigits),
                groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
            else { return nil }
            return groups.joined()
        }
        return isDigits(text) ? String(text) : nil
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 30 && text.utf8.allSatisfy(\.isASCIIDigit)
    }
}
