/// What a chart shows, in the unit of its values.
public struct ChartNumbers: Sendable, Hashable {
    /// What adds up.
    public let parts: [Double]
    /// The limit that the parts together must not pass.
    public let limit: Double

    /// Puts the numbers together.
    public init(parts: [Double], limit: Double) {
        self.parts = parts
        self.limit = limit
    }

    /// The sum; what is less than nothing takes no room.
    public var total: Double { parts.reduce(0) { $0 + max(0, $1) } }
    /// How far the sum is over the limit; less than nothing where it is not.
    public var excess: Double { total - limit }
}
