import Guides
import Messages
import Sources

/// Reads the samples of a guide's errors.
struct SampleReader {
    let folder: ProjectFolder

    /// The text of each sample; nil, and a diagnostic, for a file that cannot be read.
    func texts(
        of guide: borrowing Guide, _ entry: Inventory.Entry, _ diagnostics: inout [Diagnostic]
    ) -> [String?] {
        var texts: [String?] = []
        for sample in guide.metadata.samples {
            guard let name = Self.file(of: sample, entry) else {
                if case .literal(let text) = sample.text { texts.append(text) }
                continue
            }
            let file =
                entry.assets.contains(ExactText(name))
                ? folder.read(LoadedProject.path(entry.id, name), &diagnostics) : nil
            if file == nil { diagnostics.append(Diagnostic(NoSampleFile(name: name), at: sample.node.place)) }
            texts.append(file.map { MessageEncoding.text($0.bytes) })
        }
        return texts
    }

    /// The file that a sample stands in: what it names as one, or a text that is the name of a file of the guide's folder.
    static func file(of sample: ErrorSample, _ entry: Inventory.Entry) -> String? {
        switch sample.text {
        case .file(let name): name
        case .literal(let text): entry.assets.contains(ExactText(text)) ? text : nil
        }
    }
}
