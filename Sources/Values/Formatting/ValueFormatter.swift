import Foundation
import Sources
import Synchronization

/// Words a value for where it lands: prose of one language, code, or an address.
///
/// Numbers, dates and durations in prose follow CLDR, as Foundation brings it. Its formatters are slow, so what was
/// formatted once is remembered.
public final class ValueFormatter: Sendable {
    /// The language of the prose.
    public let language: LanguageTag
    private let locale: Locale
    private let cache = Mutex<[Request: String]>([:])

    private struct Request: Hashable {
        let number: Double
        let style: Style
    }

    private enum Style: Hashable {
        case number(decimals: Int?)
        case percent(decimals: Int?)
        case duration(decimals: Int?)
    }

    /// The most results that are remembered; a project has a few dozen.
    private static let largestCache = 10_000

    /// A formatter for the prose of a language.
    public init(_ language: LanguageTag) {
        self.language = language
        locale = Locale(identifier: language.rawValue)
    }

    /// The value as a sentence says it, without its unit. A picture has no such form and is empty.
    public func prose(_ value: Value, type: ValueType, decimals: Int? = nil) -> String {
        switch (value, type) {
        case (.number(let number), .percent): remembered(number, .percent(decimals: decimals))
        case (.number(let number), .duration): remembered(number, .duration(decimals: decimals))
        case (.number(let number), _): remembered(number, .number(decimals: decimals))
        case (.date(let date), _): prose(date)
        case (.choice(let key), _): type.choices.first { $0.key == key }?.label[language] ?? key
        case (.text(let text), _): text.onOneLine
        case (.table, _), (.chart, _): ""
        }
    }

    private func remembered(_ number: Double, _ style: Style) -> String {
        let request = Request(number: number, style: style)
        if let known = cache.withLock({ $0[request] }) { return known }
        let text = format(number, style)
        cache.withLock { cache in
            if cache.count < Self.largestCache { cache[request] = text }
        }
        return text
    }

    private func format(_ number: Double, _ style: Style) -> String {
        switch style {
        case .number(let decimals):
            return decimal(number, decimals: decimals)
        case .percent(let decimals):
            let digits = DecimalDigits(number * 100, decimals: decimals)
            return (digits.value / 100).formatted(
                .percent.locale(locale).precision(.fractionLength(digits.fractionLength)))
        case .duration(let decimals):
            return duration(number, decimals: decimals)
        }
    }

    private func decimal(_ number: Double, decimals: Int?) -> String {
        let digits = DecimalDigits(number, decimals: decimals)
        return digits.value.formatted(.number.locale(locale).precision(.fractionLength(digits.fractionLength)))
    }

    /// Days, hours, minutes and seconds, those that are not zero; decimals only on the seconds.
    private func duration(_ seconds: Double, decimals: Int?) -> String {
        let digits = DecimalDigits(seconds, decimals: decimals)
        // A fraction would go to the smallest unit that shows, and `2.0 min` is nobody's way of writing.
        let fractionLength = digits.value == digits.value.rounded() ? 0 : digits.fractionLength
        let style = Duration.UnitsFormatStyle(
            allowedUnits: [.days, .hours, .minutes, .seconds], width: .condensedAbbreviated, maximumUnitCount: nil,
            zeroValueUnits: .hide, valueLength: nil,
            fractionalPart: .show(length: fractionLength, rounded: .toNearestOrAwayFromZero)
        ).locale(locale)
        return digits.duration.formatted(style)
    }

    private func prose(_ date: CalendarDate) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(year: date.year, month: date.month, day: date.day, hour: 12)
        guard let day = calendar.date(from: components) else { return date.iso }
        var style = Date.FormatStyle(date: .long, time: .omitted)
        style.locale = locale
        style.calendar = calendar
        style.timeZone = .gmt
        return day.formatted(style)
    }
}

/// A number as decimal digits, rounded for show: halves go away from zero, on the digits that the number's shortest
/// exact text has, which any language can repeat.
package struct DecimalDigits {
    /// The number that is shown.
    package let value: Double
    /// How many digits stand behind the point.
    package let fractionLength: Int
    /// The digits, with a point and without an exponent.
    package let text: String

    /// As many digits as any decimal number keeps in a double (C, DBL_DIG): what is behind them is noise of the
    /// arithmetic, as in 6.1499999999999995.
    private static let significantDigits = 15

    package init(_ number: Double, decimals: Int?) {
        let plain = Self.plain(number == 0 ? 0 : number)
        let parts = plain.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let whole = Array(parts[0].utf8)
        let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
        let zero = UInt8(ascii: "0")
        let significant = (whole + fraction).drop { $0 == zero }.count
        let length = decimals ?? max(0, fraction.count - max(0, significant - Self.significantDigits))
        var digits = whole + fraction.prefix(length)
        if fraction.count > length, fraction[length] >= UInt8(ascii: "5") { Self.increment(&digits) }
        digits += [UInt8](repeating: zero, count: max(0, length - fraction.count))
        var shown = length
        // Nobody asked for the zeros that rounding left.
        while decimals == nil, shown > 0, digits.last == zero {
            digits.removeLast()
            shown -= 1
        }
        var text = String(decoding: digits, as: UTF8.self)
        if shown > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -shown)) }
        self.text = plain.hasPrefix("-") && digits.contains { $0 != zero } ? "-" + text : text
        value = Double(self.text) ?? number
        fractionLength = shown
    }

    /// Adds one to a number in decimal digits.
    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] != UInt8(ascii: "9") {
                digits[index] += 1
                return
            }
            digits[index] = UInt8(ascii: "0")
        }
        digits.insert(UInt8(ascii: "1"), at: 0)
    }

    /// The same, in seconds: `Duration.seconds` would take a double's own digits, beyond those that are shown.
    var duration: Duration {
        let parts = text.split(separator: ".")
        let attoseconds = parts.count > 1 ? String(parts[1].prefix(18)) : ""
        guard let whole = Int64(parts[0]),
            let fraction = Int64(attoseconds + String(repeating: "0", count: 18 - attoseconds.count))
        else { return .seconds(value) }
        return Duration(
            secondsComponent: whole, attosecondsComponent: text.hasPrefix("-") ? -fraction : fraction)
    }

    /// The shortest text that reads back as the same double, with its exponent written out.
    package static func plain(_ number: Double) -> String {
        let text = "\(number)"
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let isNegative = parts[0].hasPrefix("-")
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = String(mantissa[0]) + fraction
        let point = mantissa[0].count + exponent
        let plain: String
        if point <= 0 {
            plain = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            plain = digits + String(repeating: "0", count: point - digits.count)
        } else {
            plain = "\(digits.prefix(point)).\(digits.dropFirst(point))"
        }
        return isNegative ? "-" + plain : plain
    }
}
