import Values

/// Says when guides were last read over. Many guides share a day, and to write one out takes its time.
public struct ReviewDates: Sendable {
    private var texts: [Key: String] = [:]

    private struct Key: Hashable {
        let day: String
        let language: LanguageTag
    }

    /// No day was asked for yet.
    public init() {}

    /// “Reviewed on 23 November 2026”, and the day in ISO 8601.
    public mutating func text(of date: CalendarDate, in language: Language) -> (text: String, day: String) {
        let key = Key(day: date.iso, language: language.tag)
        if let known = texts[key] { return (known, key.day) }
        let day = ValueFormatter(language.tag).prose(.date(date), type: .date)
        let text = language.term("reviewed", ["date": day])
        texts[key] = text
        return (text, key.day)
    }
}
