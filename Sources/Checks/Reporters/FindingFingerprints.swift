import Guides
import Sources

/// Gives each finding a name of its own that stays the same while lines are added above it.
///
/// It is made from the check, the path, and the text of the line without its spacing; of findings that agree in all
/// three, the second and later ones are told apart by their order.
struct FindingFingerprints {
    private var seen: [Fingerprint: Int] = [:]

    /// The name of the next finding; they have to be asked for in the order of the report.
    mutating func next(_ diagnostic: Diagnostic) -> String {
        let words = (diagnostic.place.sourceLine ?? diagnostic.message).split { $0 == " " || $0 == "\t" || $0 == "\r" }
        let fingerprint = Fingerprint(of: diagnostic.check, diagnostic.place.path, words.joined(separator: " "))
        let ordinal = seen[fingerprint, default: 0] + 1
        seen[fingerprint] = ordinal
        return "\(fingerprint.text):\(ordinal)"
    }
}
