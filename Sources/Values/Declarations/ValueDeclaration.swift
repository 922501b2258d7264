import Sources

/// A value as `vademecum.yaml` declares it. It never changes, and is handed on with one reference.
public final class ValueDeclaration: Sendable {
    /// What no value may be called: `{{error}}` prints how the guide's error is worded.
    package static let reservedName = "error"

    /// The name between the braces: `limit.current`.
    public let name: String
    /// How the value is read, computed with and shown.
    public let type: ValueType
    /// What readers see as its name.
    public let label: LocalizedText
    /// What the number counts; no part of the arithmetic. `{{name.unit}}` prints it.
    public let unit: ValueUnit?
    /// Whether only a team's readers may see it.
    public let isPrivate: Bool
    /// A regular expression that the whole text must match; nil where every text will do.
    public let pattern: String?
    /// How many decimals to show; nil shows what there are.
    public let decimals: Int?
    /// The value that is shown where none is given.
    public let example: Value?
    /// The value that the configuration gives.
    public let value: Value?
    /// How to compute it from others.
    public let formula: Formula?
    /// Where it is declared.
    public let place: Place

    /// Puts a declaration together; the configuration's reader checks that its parts agree.
    public init(
        name: String, type: ValueType, label: LocalizedText, unit: ValueUnit? = nil, isPrivate: Bool = false,
        pattern: String? = nil, decimals: Int? = nil, example: Value? = nil, value: Value? = nil,
        formula: Formula? = nil, place: Place
    ) {
        self.name = name
        self.type = type
        self.label = label
        self.unit = unit
        self.isPrivate = isPrivate
        self.pattern = pattern
        self.decimals = decimals
        self.example = example
        self.value = value
        self.formula = formula
        self.place = place
    }
}
