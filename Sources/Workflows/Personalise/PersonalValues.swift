import Guides
import Messages
import Values

/// The values that a guide depends on: those in its text, those that decide its variants, and what they are computed
/// from.
public struct PersonalValues: Sendable {
    /// A value, and what it is for the reader; nil where nobody said and there is no example.
    public struct Item: Sendable {
        /// What the configuration says of it.
        public let declaration: ValueDeclaration
        /// The value and its source.
        public let resolved: ResolvedValue?
    }

    /// The values, in the order of the configuration.
    public let items: [Item]

    /// - Parameter hasMessage: whether the reader's own message is shown, which needs no values.
    init(
        _ guide: borrowing Guide, configuration: Configuration, resolved: ResolvedValues, hasMessage: Bool
    ) {
        var names: [String] = []
        for edition in guide.editions {
            names += edition.uses.map(\.name) + edition.variants.flatMap(\.condition.names)
        }
        if !hasMessage, names.contains(ErrorPattern.placeholder) {
            for edition in guide.editions {
                names += guide.metadata.errors.printed(in: edition.language.tag)?.names ?? []
            }
        }
        items = configuration.values.closure(of: names).filter { !$0.type.isUnit }.map { declaration in
            Item(
                declaration: declaration,
                resolved: configuration.values.index(of: declaration.name).flatMap { resolved.values[$0] })
        }
    }

    /// What a value is for the reader.
    public subscript(name: String) -> ResolvedValue? { items.first { $0.declaration.name == name }?.resolved }

    /// What only the reader can say and has not: examples, and values that nothing stands in for.
    public var missing: [ValueDeclaration] {
        items.filter { item in
            guard !item.declaration.type.isPicture else { return false }
            return item.resolved.map { $0.source == .example } ?? true
        }.map(\.declaration)
    }

    /// The values from one source. What rests on an example is an example.
    public func declarations(from source: ValueSource) -> [ValueDeclaration] {
        items.filter { $0.resolved?.effectiveSource == source }.map(\.declaration)
    }
}

extension ResolvedValue {
    /// Where it came from; what is computed from an example is no more than an example.
    var effectiveSource: ValueSource { isExample ? .example : source }
}
