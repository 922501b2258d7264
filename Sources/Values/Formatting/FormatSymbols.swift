import Foundation

/// How a language writes numbers, durations and dates, so that a script can write them as `ValueFormatter` does
/// without knowing CLDR itself: a browser's may be another version.
///
/// Nothing here is a table of our own: every symbol is read off what Foundation writes.
public struct FormatSymbols: Sendable, Hashable {
    /// What stands between a number's whole part and its decimals.
    public let decimal: String
    /// What parts groups of digits.
    public let group: String
    /// How many digits the last group has, and how many the others: 3 and 2 in Hindi.
    public let groupSizes: [Int]
    /// The most digits that are written without groups: 3, or 4 in Spanish and Polish.
    public let longestUngrouped: Int
    /// What stands before a negative number.
    public let minus: String
    /// The ten digits, from zero.
    public let digits: String
    /// A percentage, with `{0}` for the number.
    public let percent: String
    /// The units of durations, from days to seconds.
    public let units: [UnitForms]
    /// What stands between two units; between the first and the second of several, in their midst, before the last.
    public let joints: [String]
    /// A date in each month, with `{y}` and `{d}`; `{dd}` where the day has two digits always.
    public let dates: [String]
    /// What stands for `{d}` on the first of a month.
    public let firstDay: String

    /// What is written around the number of a unit.
    public struct UnitForms: Sendable, Hashable {
        /// The form, with `{0}` for the number.
        public let other: String
        /// Whole numbers that take another; past 99, as their last two digits and a hundred.
        public let exceptions: [Int: String]
        /// The form of numbers with decimals.
        public let fraction: String
        /// Whole parts of those that take another.
        public let fractionExceptions: [Int: String]
    }

    /// Reads the symbols of a language off what Foundation writes in it.
    public init(_ language: LanguageTag) {
        let samples = SymbolSamples(language)
        digits = (0...9).map { samples.number(Double($0)) }.joined()
        decimal = samples.between("1", "5", in: samples.number(1.5, fractionLength: 1))
        let long = samples.western(samples.number(1_234_567_890))
        let groups = long.split { !$0.isNumber }.map(\.count)
        group = String(long.drop { $0.isNumber }.prefix { !$0.isNumber })
        groupSizes = groups.count > 1 ? groups.suffix(2).reversed() : [3, 3]
        longestUngrouped = samples.western(samples.number(1234)) == "1234" ? 4 : 3
        minus = samples.western(samples.number(-1)).replacing("1", with: "")
        percent = samples.western(samples.percent(0.01)).replacing("1", with: "{0}")
        let lengths = [86400.0, 3600, 60, 1]
        units = zip(lengths, [199, 23, 59, 59]).map { length, last in
            samples.forms(length: length, last: last, hasFraction: length == 1)
        }
        let ones = lengths.map { samples.western(samples.duration($0)) }
        let two = samples.joints(ones.suffix(2), in: samples.duration(61))
        let four = samples.joints(ones[...], in: samples.duration(90061))
        joints = two + (four.count == 3 ? four : [" ", " ", " "])
        dates = (1...12).map { samples.date(month: $0) }
        firstDay = ValueFormatter.firstDay(in: language)
    }
}

/// What Foundation writes in a language, with the digits of ASCII.
private struct SymbolSamples {
    private let formatter: ValueFormatter
    private let locale: Locale
    private var native: [Character: Character] = [:]

    init(_ language: LanguageTag) {
        formatter = ValueFormatter(language)
        locale = Locale(identifier: language.rawValue)
        for digit in 0...9 {
            if let written = number(Double(digit)).last { native[written] = Character("\(digit)") }
        }
    }

    func number(_ number: Double, fractionLength: Int = 0) -> String {
        number.formatted(.number.locale(locale).precision(.fractionLength(fractionLength)))
    }

    func percent(_ ratio: Double) -> String {
        ratio.formatted(.percent.locale(locale).precision(.fractionLength(0)))
    }

    func duration(_ seconds: Double) -> String { formatter.prose(.number(seconds), type: .duration) }

    func western(_ text: String) -> String { String(text.map { native[$0] ?? $0 }) }

    func between(_ left: Character, _ right: Character, in text: String) -> String {
        let western = western(text)
        guard let start = western.firstIndex(of: left), let end = western.lastIndex(of: right), start < end else {
            return "."
        }
        return String(western[western.index(after: start)..<end])
    }

    func forms(length: Double, last: Int, hasFraction: Bool) -> FormatSymbols.UnitForms {
        func pattern(_ text: String, _ number: String) -> String {
            text.range(of: number).map { text.replacingCharacters(in: $0, with: "{0}") } ?? text
        }
        let whole = (0...last).map { count in
            // Nothing at all is written in seconds, whatever the unit.
            count == 0 && length > 1 ? nil : pattern(western(duration(Double(count) * length)), "\(count)")
        }
        let (other, exceptions) = Self.exceptions(in: whole)
        guard hasFraction else {
            return .init(other: other, exceptions: exceptions, fraction: other, fractionExceptions: [:])
        }
        let decimal = between("1", "5", in: number(1.5, fractionLength: 1))
        let parts = (0...last).map { Optional(pattern(western(duration(Double($0) + 0.5)), "\($0)\(decimal)5")) }
        let (fraction, fractionExceptions) = Self.exceptions(in: parts)
        return .init(
            other: other, exceptions: exceptions, fraction: fraction, fractionExceptions: fractionExceptions)
    }

    /// The form of the last number counts as the usual one.
    private static func exceptions(in patterns: [String?]) -> (other: String, exceptions: [Int: String]) {
        let other = (patterns.last ?? nil) ?? "{0}"
        var exceptions: [Int: String] = [:]
        for (number, pattern) in patterns.enumerated() where pattern != nil && pattern != other {
            exceptions[number] = pattern
        }
        return (other, exceptions)
    }

    /// What stands between pieces that follow each other in a text.
    func joints(_ pieces: ArraySlice<String>, in text: String) -> [String] {
        var rest = western(text)[...]
        var joints: [String] = []
        for (index, piece) in pieces.enumerated() {
            guard let range = rest.range(of: piece) else { return pieces.dropFirst().map { _ in " " } }
            if index > 0 { joints.append(String(rest[..<range.lowerBound])) }
            rest = rest[range.upperBound...]
        }
        return joints
    }

    func date(month: Int) -> String {
        func text(day: Int) -> String {
            CalendarDate(year: 2345, month: month, day: day).map {
                western(formatter.prose(.date($0), type: .date))
            } ?? ""
        }
        let pattern = text(day: 28).replacing("2345", with: "{y}").replacing("28", with: "{d}")
        let isPadded = text(day: 7) != pattern.replacing("{y}", with: "2345").replacing("{d}", with: "7")
        return isPadded ? pattern.replacing("{d}", with: "{dd}") : pattern
    }
}
