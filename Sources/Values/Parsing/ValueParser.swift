import Sources

/// Reads a value from a text, as its type demands.
public struct ValueParser: Sendable {
    /// Longer texts are not matched against a pattern: nothing with a pattern is that long.
    static let longestMatched = 10_000
    /// The largest whole number that a double and a script's number hold exactly.
    private static let largestInteger = 9_007_199_254_740_991.0

    /// Reads a text.
    ///
    /// - Parameter rounds: whether a number may have more digits than are kept, as those of messages do.
    /// - Throws: `ValueError` where the text is no value of the type, or does not match the pattern.
    public static func parse(
        _ text: String, as type: ValueType, pattern: String? = nil, rounds: Bool = false
    ) throws(ValueError) -> Value {
        let text = text.trimmingSpace
        if let scalar = text.unicodeScalars.first(where: isForbidden) {
            throw ValueError(fault: .character(scalar.value), type: type, got: text)
        }
        let value = try read(text, as: type)
        if !rounds, type == .decimal || type == .percent, !Numbers.keepsDigits(text) {
            throw ValueError(fault: .digits, type: type, got: text)
        }
        if let pattern { try match(text, pattern, type) }
        return value
    }

    private static func read(_ text: String, as type: ValueType) throws(ValueError) -> Value {
        func wrong() -> ValueError { ValueError(fault: .type, type: type, got: text) }
        switch type {
        case .text:
            return .text(text)
        case .identifier:
            guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else {
                throw wrong()
            }
            return .text(text)
        case .integer:
            guard let number = Numbers.parse(text, isWhole: true), number == number.rounded(),
                abs(number) <= largestInteger
            else {
                throw wrong()
            }
            return .number(number)
        case .decimal:
            guard let number = Numbers.parse(text) else { throw wrong() }
            return .number(number)
        case .percent:
            let digits = text.hasSuffix("%") ? String(text.dropLast()).trimmingSpace : text
            guard let number = Numbers.parse(digits) else { throw wrong() }
            return .number(number / 100)
        case .duration:
            guard let seconds = DurationUnit.parse(text) ?? WrittenDuration.whole(text) else { throw wrong() }
            return .number(seconds)
        case .date:
            guard let date = CalendarDate(iso: text) else { throw wrong() }
            return .date(date)
        case .url:
            guard isAddress(text) else { throw wrong() }
            return .text(text)
        case .choice(let choices):
            let choice = choices.first { $0.key == text } ?? choices.first { $0.match.contains(text) }
            guard let choice else { throw wrong() }
            return .choice(choice.key)
        case .table, .chart, .unit:
            throw wrong()
        }
    }

    /// An absolute address with a scheme that pages may link to, and nothing that has to be encoded.
    private static func isAddress(_ text: String) -> Bool {
        guard case .scheme(let scheme) = LinkScheme.start(of: text), LinkScheme.allowed.contains(scheme) else {
            return false
        }
        guard let colon = text.firstIndex(of: ":") else { return false }
        let rest = text[text.index(after: colon)...]
        let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        let hasHost =
            text.lowercased().hasPrefix("mailto:") ? rest.contains("@") : rest.hasPrefix("//") && !host.isEmpty
        return hasHost
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x5C }
    }

    private static func match(_ text: String, _ pattern: String, _ type: ValueType) throws(ValueError) {
        guard text.utf8.count <= longestMatched else { throw ValueError(fault: .tooLong, type: type, got: text) }
        let matches = (try? Regex(pattern).wholeMatch(in: text)) ?? nil
        if matches == nil { throw ValueError(fault: .pattern(pattern), type: type, got: text) }
    }

    /// What no output could show as what it is: controls but tab and newline, characters that turn the text
    /// around (CVE-2021-42574), and the marks of our own.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, PrivateMark.all, 0xFDD0...0xFDEF, 0xFEFF: true
        // What arguments and variables have in the place of bytes that are not UTF-8.
        case 0xFFFD: true
        case let value: value & 0xFFFE == 0xFFFE
        }
    }
}
