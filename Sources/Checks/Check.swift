import Guides
import Sources
import Values

/// A rule, one file each, named after the defect that it finds. A pure function: the same content, the same diagnostics.
public protocol Check: Sendable {
    /// What it reports; the types hold the rule's documentation and its examples.
    static var problems: [any Problem.Type] { get }
}

extension Check {
    /// Whether a build runs it too: it reports what must not be written.
    static var guardsBuild: Bool { problems.contains { $0.description.guardsBuild } }
}

/// A rule that looks at one guide in all its languages.
public protocol GuideCheck: Check {
    /// What is wrong with the guide.
    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic]
}

/// A rule that looks at the text of one language as readers see it, with the values filled in.
public protocol TextCheck: Check {
    /// What is wrong with the text.
    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic]
    /// Whether a file is worth a second look, from its bytes alone: the text is made only where a check says so.
    func mayFind(in bytes: [UInt8], _ context: CheckContext) -> Bool
}

extension TextCheck {
    /// Most checks look at every text.
    public func mayFind(in bytes: [UInt8], _ context: CheckContext) -> Bool { true }
}

/// A rule that compares a translation with the language that it was made from.
public protocol ComparisonCheck: Check {
    /// In what the translation differs.
    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic]
}

/// A rule that looks at the project's files other than guides.
public protocol FileCheck: Check {
    /// What is wrong with the files.
    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic]
}

/// A rule that needs to have seen every guide.
public protocol ProjectCheck: Check {
    /// What is wrong with some of the guides, beside all the others.
    ///
    /// - Parameter share: the numbers of the guides among those that say something of errors; a check that does not look at
    ///   them one by one has no other share than all.
    func diagnose(_ guides: ProjectFacts, _ share: Range<Int>, in context: CheckContext) -> [Diagnostic]
    /// Whether the shares may be looked at side by side.
    var isShared: Bool { get }
}

extension ProjectCheck {
    /// Most checks look at all at once.
    public var isShared: Bool { false }
}
