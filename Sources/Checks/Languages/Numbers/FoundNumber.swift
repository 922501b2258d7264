/// A number, a date or a time in a text.
struct FoundNumber {
    enum Kind {
        case number
        case date
        case time
    }

    /// How it may be read, likeliest first: a number without groups, with a point before the decimals; a version with
    /// `v` before it; a date as ISO 8601 writes it; a time of day as `t17:30`.
    let values: [String]
    /// The unit by the name that all languages share; nil where none is known.
    let unit: String?
    /// The bytes, in the text.
    let range: Range<Int>
    let kind: Kind
    /// The numbers that a date or a time is made of; a month begins with `m`.
    var parts: [String] = []
    /// The block of the text that it stands in.
    var block = 0
    /// The bytes with those of the unit.
    var whole: Range<Int>?
    /// Whether a number without a unit may be a percentage: the text around it speaks of some.
    var mayBePercent = true

    /// Whether authors may well leave it out or say it otherwise: “both”, “again”.
    var isSmall: Bool {
        guard kind == .number, unit == nil, let value = values.first else { return false }
        if value.hasPrefix("m") { return true }
        return value.utf8.count <= 2 && (Int(value) ?? 99) <= 12
    }

    /// Whether it is a way to say “wholly”: “à 100 %”.
    var isIdiom: Bool { unit == "%" && values == ["100"] }

    /// Whether two may be one number.
    func agrees(with other: FoundNumber) -> Bool {
        guard MeasuringUnits.mayBeSame(unit, other.unit) else { return false }
        if unit == "%", other.unit == nil, !other.mayBePercent { return false }
        if other.unit == "%", unit == nil, !mayBePercent { return false }
        return values.contains { other.values.contains($0) }
    }

    /// What it is made of, as numbers of their own.
    var exploded: [FoundNumber] {
        if parts.isEmpty { return [self] }
        return parts.map { FoundNumber(values: [$0], unit: nil, range: range, kind: .number, block: block) }
    }
}
