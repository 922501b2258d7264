/// `limit.metric.period`: a value and the name of one of its choices' facts.
struct FactName: Sendable {
    let value: String
    let fact: String

    init?(_ name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        value = String(name[..<dot])
        fact = String(name[name.index(after: dot)...])
    }
}
