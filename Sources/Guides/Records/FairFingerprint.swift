/// What stands for all that a translation has to follow in a block of the source: its words, its structure, and the
/// values in it.
///
/// How the markup is spelled, the kind of quotes, dashes and spaces, where on the same host a link leads, and how code is
/// spaced make no difference to it.
public struct FairFingerprint: Sendable, Hashable {
    /// Of the text and the structure, with a sign in the place of each value.
    public let digest: Fingerprint
    /// The names of the values, in the order of the text, as often as they are asked for.
    public let values: [String]

    /// Puts one together.
    public init(digest: Fingerprint, values: [String] = []) {
        self.digest = digest
        self.values = values
    }
}

extension FairFingerprint {
    /// Blocks of two times as they compare with each other, for values may have been renamed: a name that is no longer
    /// declared and used, and one that was not in use before, are numbers.
    ///
    /// - Parameters:
    ///   - recorded: the blocks of the earlier time.
    ///   - present: the blocks as they are.
    ///   - isDeclared: whether a value has the name today.
    static func comparable(
        _ recorded: [FairFingerprint], _ present: [FairFingerprint], isDeclared: (String) -> Bool
    ) -> (recorded: [FairFingerprint], present: [FairFingerprint]) {
        let before = Set(recorded.flatMap(\.values))
        let after = Set(present.flatMap(\.values))
        let gone = before.filter { !after.contains($0) && !isDeclared($0) }
        if gone.isEmpty { return (recorded, present) }
        return (
            recorded.map { $0.numbering { gone.contains($0) } }, present.map { $0.numbering { !before.contains($0) } }
        )
    }

    private func numbering(_ isRenamed: (String) -> Bool) -> FairFingerprint {
        if values.isEmpty { return self }
        var numbers: [String: Int] = [:]
        return FairFingerprint(
            digest: digest,
            values: values.map { name in
                guard isRenamed(name) else { return name }
                let number = numbers[name] ?? numbers.count
                numbers[name] = number
                return String(number)
            })
    }
}
