import Sources

/// Addresses and anchors that have moved, as `redirects:` in `vademecum.yaml` and the file `redirects.yaml` list them.
public struct Redirects: Sendable {
    /// The file that the program writes; it has the form of what stands under `redirects:`.
    public static let fileName = "redirects.yaml"

    /// All of them, in the order in which they were written.
    public let all: [Redirect]
    private let guides: [ExactText: Redirect]
    private let anchors: [ExactText: [Redirect]]

    /// Collects redirects; of two for one address the first counts.
    public init(_ all: [Redirect] = []) {
        self.all = all
        var (guides, anchors): ([ExactText: Redirect], [ExactText: [Redirect]]) = ([:], [:])
        for redirect in all {
            guard case .guide(let id) = redirect.from.page else { continue }
            if redirect.from.anchor != nil {
                anchors[ExactText(id), default: []].append(redirect)
            } else {
                guides[ExactText(id)] = guides[ExactText(id)] ?? redirect
            }
        }
        (self.guides, self.anchors) = (guides, anchors)
    }

    /// Where the address of a guide that is no more leads; nil where nothing is said of it.
    public subscript(guide id: String) -> Redirect? { guides.isEmpty ? nil : guides[ExactText(id)] }

    /// The guide that readers find in the place of one that is no more; nil where they find none.
    public func guide(insteadOf id: String) -> String? {
        guard case .guide(let other)? = self[guide: id]?.to.page else { return nil }
        return other
    }

    /// The IDs that a guide has had.
    public func earlier(than id: String) -> [String] {
        all.compactMap { redirect in
            guard redirect.from.anchor == nil, case .guide(let old) = redirect.from.page,
                case .guide(let new) = redirect.to.page, new.hasSameBytes(as: id)
            else { return nil }
            return old
        }
    }

    /// The anchors of a guide’s address that lead elsewhere, in their order.
    public func anchors(of id: String) -> [Redirect] { anchors.isEmpty ? [] : anchors[ExactText(id)] ?? [] }

    /// Reads a mapping of addresses to addresses.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Redirect] {
        (reader.pairs(node) ?? []).compactMap { name, key, value in
            guard let target = reader.text(value) else { return nil }
            guard let from = Redirect.End(name, key), !from.isElsewhere else {
                reader.report(BadRedirect(.source(name)), at: key.place)
                return nil
            }
            guard let to = Redirect.End(target, value) else {
                reader.report(BadRedirect(.target(target)), at: value.place)
                return nil
            }
            return Redirect(from: from, to: to)
        }
    }

    /// Reads the file.
    package static func read(_ file: SourceFile) -> (redirects: [Redirect], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return ([], diagnostics) }
        var reader = YAMLReader()
        let redirects = read(node, &reader)
        return (redirects, diagnostics + reader.diagnostics)
    }
}

extension Redirect.End {
    fileprivate var isElsewhere: Bool { if case .elsewhere = page { true } else { false } }
}
