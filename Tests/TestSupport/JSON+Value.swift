import Values

extension JSON {
    /// A value as the tables of messages have it.
    public init(_ value: Value) {
        switch value {
        case .text(let text), .choice(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .date(let date): self = .text(date.iso)
        case .table, .chart: self = .null
        }
    }
}
