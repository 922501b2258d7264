import Guides
import Messages
import Sources
import Values

/// What a guide says of the errors that it is about, as the checks of all guides look at it.
struct GuideMessages: Sendable {
    /// A sample whose text was read.
    struct Sample: Sendable {
        let text: String
        let values: [String: Value]
        let place: Place
    }

    let guide: String
    let patterns: [(pattern: ErrorPattern, place: Place)]
    let samples: [Sample]
    let errorID: ErrorID?

    /// - Parameter texts: the text of each sample; nil for one that could not be read.
    init(_ guide: borrowing Guide, samples texts: [String?]) {
        self.guide = guide.id
        let metadata = guide.metadata
        patterns = Array(zip(metadata.errors, metadata.errorNodes.map(\.place)))
        samples = zip(metadata.samples, texts).compactMap { sample, text in
            text.map { Sample(text: $0, values: sample.values, place: sample.node.place) }
        }
        errorID = metadata.errorID
    }
}
