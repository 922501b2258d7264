import Sources

@testable import Workflows

/// An edit that is brought home after its page was published with it.
extension EditTrial {
    /// What comes home then, where that is other than before.
    func afterPublishing(_ outcome: PageMerge.Outcome, _ today: Wiki) throws -> [String] {
        guard let page = outcome.page, let base = outcome.base, base.trace != nil else { return [] }
        let later = try merge(String(decoding: page, as: UTF8.self), published: base, into: today).outcome()
        let (before, now) = (Self.texts(outcome.files), Self.texts(later.files))
        return before == now
            ? [] : ["once published, other than:\n\(before.values.joined())\nit is:\n\(now.values.joined())"]
    }

    /// Files by their paths, whose notes have no names: a wiki that has numbers for them does not know those.
    private static func texts(_ files: [String: [UInt8]]) -> [String: String] {
        files.mapValues { String(decoding: $0, as: UTF8.self).replacing(#/\[\^[^\]]+\]/#, with: "[^]") }
    }
}
