import Sources

/// A name that no value has.
public struct UndefinedValue: Problem {
    /// What is said of it.
    public static let description = CheckDescription(
        "undefined-value", .values, guardsBuild: true,
        summary: "A placeholder, or a formula, that names a value that nobody declared.",
        why: "The page would have a hole in its place.",
        mending: "Write the name that the message offers, or declare the value in vademecum.yaml.",
        faulty: [
            CheckExample("Use ⟦{{modle}}⟧.", "no value is called `modle`"),
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: {type: integer, formula: ⟦limit⟧ + 1}\n",
                "no value is called `limit`"),
        ],
        clean: [CheckExample("Use {{model}}.")])

    let name: String
    let known: [String]
    /// The words behind the fence of the code that asks for it; nil outside of such code.
    private let fence: String?
    /// Whether the command line takes a value that nobody declared.
    private let canBeSet: Bool

    /// Names the value that was asked for, and those that there are.
    ///
    /// - Parameters:
    ///   - fence: the words behind the fence of the code that asks for it; nil outside of such code.
    ///   - canBeSet: whether the command line takes a value that nobody declared: where there is no project.
    public init(name: String, known: [String], fence: String? = nil, canBeSet: Bool = false) {
        self.name = name
        self.known = known
        self.fence = fence
        self.canBeSet = canBeSet
    }

    /// The problem in words.
    public var message: String { "no value is called `\(name)`" }
    /// The nearest name.
    public var help: String? {
        if canBeSet { return "give it with `--set \(name)=…`" }
        return NearestName.suggestion(for: name, in: known)
            ?? "declare it under `values:` in vademecum.yaml"
            + (fence.map { ", or, where the code is to stay as it is, write “\(Fence.verbatim($0))”" } ?? "")
    }
}
