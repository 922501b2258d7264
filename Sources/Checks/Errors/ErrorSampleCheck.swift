import Guides
import Messages
import Sources
import Values

/// A sample that finds another guide than its own, or gives other values; a pattern that no sample proves.
struct ErrorSampleCheck: ProjectCheck {
    static let problems: [any Problem.Type] = [WrongSample.self, UntestedError.self]
    /// Each sample is looked for among the patterns of all guides.
    var isShared: Bool { true }

    func diagnose(_ guides: ProjectFacts, _ share: Range<Int>, in context: CheckContext) -> [Diagnostic] {
        let values = context.project.configuration.values
        var found: [Diagnostic] = []
        var matcher: ErrorMatcher?
        // Guides that were copied from each other have the same samples, and each is read once.
        var findings: [String: ErrorMatcher.Finding] = [:]
        for messages in guides.messages[share] {
            guard !messages.samples.isEmpty else {
                found += messages.patterns.map { Diagnostic(UntestedError(), at: $0.place) }
                continue
            }
            let all =
                matcher
                ?? ErrorMatcher(
                    guides.messages.map { ($0.guide, $0.patterns.map(\.pattern)) }, values: values, showsLines: false)
            matcher = all
            for sample in messages.samples {
                let finding = findings[sample.text] ?? all.find(in: sample.text)
                findings[sample.text] = finding
                found += faults(of: sample, messages.guide, finding, values).map {
                    Diagnostic($0, at: sample.place)
                }
            }
            for (number, (pattern, place)) in messages.patterns.enumerated() {
                let isFound = messages.samples.contains { sample in
                    guard case .found(let match) = findings[sample.text] else { return false }
                    return match.guide == messages.guide && match.pattern == number
                }
                let isTested =
                    isFound || messages.samples.contains { all.has(number, of: messages.guide, in: $0.text) }
                    || isTested(pattern, of: messages, values)
                if !isTested { found.append(Diagnostic(UntestedError(), at: place)) }
            }
        }
        return found
    }

    /// Whether some sample has a pattern, in whatever it may be wrapped.
    private func isTested(_ pattern: ErrorPattern, of messages: GuideMessages, _ values: ValueDeclarations) -> Bool {
        let own = ErrorMatcher([(messages.guide, [pattern])], values: values)
        return messages.samples.contains {
            if case .found = own.find(in: $0.text) { true } else { false }
        }
    }

    private func faults(
        of sample: GuideMessages.Sample, _ guide: String, _ finding: ErrorMatcher.Finding, _ values: ValueDeclarations
    ) -> [WrongSample] {
        switch finding {
        case .unknown: return [WrongSample(.unknown)]
        case .near: return [WrongSample(.part)]
        case .ambiguous(let matches): return [WrongSample(.guides(matches.map(\.guide)))]
        case .found(let match):
            guard match.guide == guide else { return [WrongSample(.guides([match.guide]))] }
            return sample.values.sorted { $0.key < $1.key }.compactMap { name, expected in
                let given = match.values.first { $0.name == name }?.value
                guard given != expected, let type = values.declaration(named: name)?.type else { return nil }
                return WrongSample(.value(name, expected.key(type: type), given?.key(type: type)))
            }
        }
    }
}

/// A sample that does not come to what its guide says.
struct WrongSample: Problem {
    static let description = CheckDescription(
        "errors-sample", .values,
        summary: "A sample of `guide.yaml` that does not find its own guide, or does not give the values that it must.",
        why: "Whoever pastes this message finds nothing, another guide, or a guide with wrong values in it.",
        mending: "Correct the pattern; `vademecum errors explain` says piece by piece where it stops.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [\"no room on {{model}} left\"]\nsamples: [⟦no space on m-2 left⟧]\n"),
                    ("en.md", "`{{error}}`"),
                ], ["this message finds no guide"]),
            CheckExample(
                files: [
                    (
                        "guide.yaml",
                        "errors: [\"no room on {{model}} left\"]\nsamples:\n"
                            + "  - {text: ⟦no room on m-2 left⟧, values: {model: m-3}}\n"
                    ), ("en.md", "`{{error}}`"),
                ], ["this message gives m-2 for `model`, not m-3"]),
        ],
        clean: [
            CheckExample(
                files: [
                    (
                        "guide.yaml",
                        "errors: [\"no room on {{model}} left\"]\nsamples:\n"
                            + "  - {text: \"E42: no room on m-2 left\", values: {model: m-2}}\n"
                    ), ("en.md", "`{{error}}`"),
                ])
        ])

    enum Fault: Sendable {
        case unknown, part
        case guides([String])
        case value(String, String, String?)
    }

    private let fault: Fault

    /// So many guides are named.
    private static let mostGuides = 3

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unknown: "this message finds no guide"
        case .part: "this message has only a part of a pattern"
        case .guides(let ids):
            "this message is about \(ids.prefix(Self.mostGuides).map { "`\($0)`" }.joined(separator: " and "))"
                + (ids.count > Self.mostGuides ? " and \(ids.count - Self.mostGuides) more" : "")
        case .value(let name, let expected, let given?):
            "this message gives \(given) for `\(name)`, not \(expected)"
        case .value(let name, let expected, nil): "this message gives nothing for `\(name)`, not \(expected)"
        }
    }

    var help: String? {
        switch fault {
        case .unknown, .part: "`vademecum errors explain` says where the pattern stops, and what it expected there"
        case .guides: "make the pattern longer, or the other guide’s narrower"
        case .value: "correct the pattern, or what the sample says that it gives"
        }
    }
}

/// A pattern without a sample.
struct UntestedError: Problem {
    static let description = CheckDescription(
        "errors-untested", .values, .warning,
        summary: "An error pattern that none of the guide's samples matches.",
        why:
            "Nothing shows that the message, as people get it, finds the guide, nor that it still will after a change.",
        mending: "Add the message as somebody got it to `samples:`, without what is private in it.",
        faulty: [
            CheckExample(
                files: [
                    (
                        "guide.yaml",
                        "errors: [no room, \"⟦{{model}} is away⟧\"]\nsamples: [\"E42: no room\"]\n"
                    ), ("en.md", "`{{error}}`"),
                ], ["no sample matches this pattern"])
        ],
        clean: [
            CheckExample(
                files: [
                    (
                        "guide.yaml",
                        "errors: [no room, \"{{model}} is away\"]\nsamples: [\"E42: no room\", m-2 is away]\n"
                    ), ("en.md", "`{{error}}`"),
                ])
        ])

    var message: String { "no sample matches this pattern" }
    var help: String? { "add a message as somebody got it: `samples: [\"…\"]`, or `- {file: sample.txt, values: {…}}`" }
}
