import Foundation
import Sources

/// Words a value for where it lands: prose of one language, code, or an address.
///
/// Numbers, dates and durations in prose follow CLDR, as Foundation brings it. Its formatters are slow, so what was
/// formatted once is remembered.
public final class ValueFormatter: Sendable {
    /// The language of the prose.
    public let language: LanguageTag
    private let locale: Locale
    /// What was formatted; a project has a few dozen numbers, but a table may have thousands.
    private let texts = Memo<Request, String>(most: 10_000)

    private let wordings = Memo<String, String>(most: 1_000)

    private struct Request: Hashable {
        let number: Double
        let style: Style
    }

    private enum Style: Hashable {
        case number(decimals: Int?)
        case percent(decimals: Int?)
        case duration(decimals: Int?)
    }

    /// A formatter for the prose of a language.
    public init(_ language: LanguageTag) {
        self.language = language
        locale = Locale(identifier: language.rawValue)
    }

    /// The value as a sentence says it, without its unit. A picture has no such form and is empty.
    public func prose(_ value: Value, type: ValueType, decimals: Int? = nil) -> String {
        switch (value, type) {
        case (.number(let number), .unit(let unit)):
            unit.form(for: DecimalDigits(number, decimals: decimals).text, in: language)
        case (.number(let number), .percent): remembered(number, .percent(decimals: decimals))
        case (.number(let number), .duration): remembered(number, .duration(decimals: decimals))
        case (.number(let number), _): remembered(number, .number(decimals: decimals))
        case (.date(let date), _): prose(date)
        case (.choice(let key), _): type.choices.first { $0.key == key }?.label[language] ?? key
        case (.text(let text), _): text.onOneLine
        case (.table, _), (.chart, _): ""
        }
    }

    /// What something with a key of its own comes to in the language, made once.
    package func remembered(wording key: String, _ make: () -> String) -> String { wordings.value(key, make) }

    private func remembered(_ number: Double, _ style: Style) -> String {
        texts.value(Request(number: number, style: style)) { format(number, style) }
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
        let text = day.formatted(style)
        return date.day == 1 && text.hasPrefix("1 ") ? Self.firstDay(in: language) + text.dropFirst() : text
    }

    /// How a date writes the first of a month: CLDR knows no ordinals, and French has one there, and there alone.
    static func firstDay(in language: LanguageTag) -> String {
        (language.withoutRegion ?? language).rawValue == "fr" ? "1er" : "1"
    }
}
