import Sources

/// The values that a project declares, in the order of its file.
public struct ValueDeclarations: Sendable, RandomAccessCollection {
    @usableFromInline let declarations: [ValueDeclaration]
    /// The names of the values.
    package let names: NameTable
    /// Whether a value is no part of a text, such as a table; one for each value.
    public let isPicture: [Bool]
    /// Whether no message can hold a value: of a picture or a unit; one for each value.
    public let isNeverRead: [Bool]

    /// Collects declarations; of two values with one name the first counts.
    public init(_ declarations: [ValueDeclaration]) {
        self.declarations = declarations
        isPicture = declarations.map(\.type.isPicture)
        isNeverRead = declarations.map { $0.type.isPicture || $0.type.isUnit }
        names = NameTable(declarations.map(\.name))
    }

    /// The position of the first value.
    @inlinable public var startIndex: Int { 0 }
    /// The position behind the last value.
    @inlinable public var endIndex: Int { declarations.count }
    /// The value at a position.
    @inlinable public subscript(position: Int) -> ValueDeclaration { declarations[position] }

    /// The position of the value with a name.
    public func index(of name: String) -> Int? { names.index(of: name) }

    /// The value with a name.
    public func declaration(named name: String) -> ValueDeclaration? { index(of: name).map { declarations[$0] } }

    /// The values that some names stand for, and all that those are computed or drawn from, in the order of the
    /// declarations. Names that nothing declares are passed over.
    public func closure(of names: some Sequence<String>) -> [ValueDeclaration] {
        var found: Set<Int> = []
        var open = Array(names)
        while let name = open.popLast() {
            guard let index = index(of: name) ?? FactName(name).flatMap({ self.index(of: $0.value) }),
                found.insert(index).inserted
            else { continue }
            open += declarations[index].formula?.names.map(\.name) ?? []
            if case .chart(let chart) = declarations[index].type { open += chart.parts + [chart.limit] }
        }
        return found.sorted().map { declarations[$0] }
    }
}
