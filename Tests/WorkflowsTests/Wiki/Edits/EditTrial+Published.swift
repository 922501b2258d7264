import Sources

@testable import Workflows

/// An edit that is brought home after its page was published with it.
extension EditTrial {
    /// What comes home then, where that is other than before.
    func afterPublishing(_ outcome: PageMerge.Outcome, _ today: Wiki) throws -> [String] {
        guard let page = outcome.page, let base = outcome.base, base.trace != nil else { return [] }
        let later = try merge(String(decoding: page, as: UTF8.self), published: base, into: today).outcome()
        // A wiki that breaks every line has had lines joined.
        let reading = PageReading(labels: HeadingLabels([]))
        return Set(outcome.files.keys).union(later.files.keys).compactMap { path in
            let (before, now) = (Self.text(outcome.files[path]), Self.text(later.files[path]))
            if reading.isSame(Array(before.utf8), Array(now.utf8)) { return nil }
            return "once published, otherwise in \(path):\n\(Self.difference(before, now))"
        }
    }

    /// A file whose notes have no names: a wiki that has numbers for them does not know those.
    private static func text(_ bytes: [UInt8]?) -> String {
        String(decoding: bytes ?? [], as: UTF8.self).replacing(#/\[\^[^\]]+\]/#, with: "[^]")
    }
}
