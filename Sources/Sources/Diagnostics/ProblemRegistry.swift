/// Every type of problem that the program can report, by its ID.
///
/// Each module lists its own in an extension of this type; the use cases put the lists together.
public struct ProblemRegistry: Sendable {
    /// What is said of the problems, by group and then by ID. Problems that share an ID share what is said.
    public let descriptions: [CheckDescription]
    private let indices: [String: Int]

    /// Puts lists of types together.
    package init(_ problems: [any Problem.Type]) {
        var seen: Set<String> = []
        let order = CheckGroup.allCases
        descriptions = problems.map { $0.description }.filter { seen.insert($0.id).inserted }
            .sorted { (order.firstIndex(of: $0.group) ?? 0, $0.id) < (order.firstIndex(of: $1.group) ?? 0, $1.id) }
        indices = Dictionary(uniqueKeysWithValues: descriptions.enumerated().map { ($1.id, $0) })
    }

    /// Where the description of an ID is among them; nil where the program reports no such thing.
    public func index(of id: String) -> Int? { indices[id] }
    /// What is said of an ID; nil where the program reports no such thing.
    public func description(of id: String) -> CheckDescription? { indices[id].map { descriptions[$0] } }
    /// The IDs.
    public var ids: [String] { descriptions.map(\.id) }
}
