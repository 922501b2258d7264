import Guides
import Messages
import Sources

/// A pattern that is contained in another guide's, so that a message of that guide is about this one as well; two errors
/// of one address.
struct ErrorOverlapCheck: ProjectCheck {
    static let problems: [any Problem.Type] = [ContainedError.self, RepeatedErrorID.self]

    func diagnose(_ guides: ProjectFacts, _ share: Range<Int>, in context: CheckContext) -> [Diagnostic] {
        repeatedIDs(guides.messages) + contained(guides.messages, context)
    }

    private func repeatedIDs(_ messages: [GuideMessages]) -> [Diagnostic] {
        var first: [String: GuideMessages] = [:]
        return messages.compactMap { one in
            guard let id = one.errorID else { return nil }
            guard let other = first[id.text] else {
                first[id.text] = one
                return nil
            }
            return Diagnostic(RepeatedErrorID(id: id.text, other: other.guide), at: id.place)
        }
    }

    private func contained(_ messages: [GuideMessages], _ context: CheckContext) -> [Diagnostic] {
        // Guides with the very same pattern are told of it once each, and looked for in others once.
        var owners: [ErrorPattern: [(guide: String, place: Place)]] = [:]
        for one in messages {
            for (pattern, place) in one.patterns { owners[pattern, default: []].append((one.guide, place)) }
        }
        guard owners.count > 1 || owners.contains(where: { $0.value.count > 1 }) else { return [] }
        var found: [Diagnostic] = []
        // Each pattern stands once, with the guide that has it first.
        var texts: [(id: String, errors: [ErrorPattern])] = []
        for one in messages {
            var patterns: [ErrorPattern] = []
            for (pattern, place) in one.patterns {
                let all = owners[pattern] ?? []
                if let other = all.first(where: { $0.guide != one.guide }) {
                    found.append(Diagnostic(ContainedError(guide: other.guide, isWhole: true), at: place))
                }
                if all.first.map({ $0.guide == one.guide && $0.place == place }) ?? false { patterns.append(pattern) }
            }
            texts.append((one.guide, patterns))
        }
        let matcher = ErrorMatcher(texts, values: context.project.configuration.values, showsLines: false)
        let byGuide = Dictionary(texts.map { ($0.id, $0.errors) }, uniquingKeysWith: { first, _ in first })
        var told: Set<ErrorPattern> = []
        for (guide, patterns) in texts {
            for pattern in patterns {
                let own = Set((owners[pattern] ?? []).map(\.guide))
                for other in matcher.patterns(in: pattern.masked, but: guide) {
                    guard let contained = byGuide[other.guide]?[other.number], !told.contains(contained) else {
                        continue
                    }
                    let inner = (owners[contained] ?? []).filter { !own.contains($0.guide) }
                    if !inner.isEmpty { told.insert(contained) }
                    found += inner.map { Diagnostic(ContainedError(guide: guide, isWhole: false), at: $0.place) }
                }
            }
        }
        return found
    }
}

/// A pattern that another guide's messages have, too.
struct ContainedError: Problem {
    static let description = CheckDescription(
        "errors-overlap", .values, .warning,
        summary: "An error pattern that is contained in another guide's.",
        why: "A message of the other guide is about this one as well: readers may be shown both, or the wrong one.",
        mending: "Add to the pattern what tells the two messages apart, or make one guide of both.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [⟦limit reached⟧]\nsamples: [\"E1: limit reached\"]\n"),
                    ("en.md", "`{{error}}`"),
                    (
                        "content/other/guide.yaml",
                        "errors: [\"limit reached for {{model}}\"]\nsamples: [limit reached for m-2]\n"
                    ),
                ], ["messages of `other` match this pattern, too"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [daily limit reached]\nsamples: [daily limit reached]\n"),
                    ("en.md", "`{{error}}`"),
                    (
                        "content/other/guide.yaml",
                        "errors: [\"limit reached for {{model}}\"]\nsamples: [limit reached for m-2]\n"
                    ),
                ])
        ])

    let guide: String
    let isWhole: Bool

    var message: String {
        isWhole ? "`\(guide)` has the same pattern" : "messages of `\(guide)` match this pattern, too"
    }
    var help: String? { "add what tells the two messages apart" }
}

/// An `error-id` of two guides.
package struct RepeatedErrorID: Problem {
    package static let description = CheckDescription(
        "repeated-error-id", .values, guardsBuild: true,
        summary: "An `error-id` that two guides give.",
        why: "Both would have the same address.",
        mending: "Give one of them another.",
        faulty: [
            CheckExample(
                files: [
                    ("content/other/guide.yaml", "errors: [no room]\nsamples: [no room]\nerror-id: ⟦full⟧\n"),
                    ("guide.yaml", "errors: [no disk]\nsamples: [no disk]\nerror-id: full\n"), ("en.md", "`{{error}}`"),
                ], ["`example` has the error ID `full` already"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("content/other/guide.yaml", "errors: [no room]\nsamples: [no room]\nerror-id: full\n"),
                    ("guide.yaml", "errors: [no disk]\nsamples: [no disk]\nerror-id: gone\n"), ("en.md", "`{{error}}`"),
                ])
        ])

    private let id: String
    private let other: String

    /// - Parameter other: the guide that gives it, too.
    package init(id: String, other: String) {
        self.id = id
        self.other = other
    }

    package var message: String { "`\(other)` has the error ID `\(id)` already" }
    package var help: String? { "give one of the two another; an address that was handed out stays with its error" }
}
