/// A value of the reader's, without its meaning: that is its declaration's type.
public enum Value: Sendable, Hashable {
    /// A `text`, `identifier` or `url`.
    case text(String)
    /// An `integer` or `decimal`; a `percent` as a ratio (0.125 is 12.5 %); a `duration` in seconds.
    case number(Double)
    /// A `date`.
    case date(CalendarDate)
    /// The key of one of a `choice`'s choices.
    case choice(String)
    /// The rows of a `table`, each with one value a column, in the order of the columns.
    case table([[Value]])
    /// The numbers of a `chart`: computed from other values, and never given.
    case chart(ChartNumbers)
}
