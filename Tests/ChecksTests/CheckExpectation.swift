import Sources
import TestSupport
import Testing

@testable import Checks

/// Runs one check over the sample guide, and compares what it finds with the places that are marked in a body.
///
/// - Parameter marked: what stands below the front matter, with `⟦` and `⟧` around each place.
func expect(
    _ check: some GuideCheck, values: String = "", metadata: String = "", in marked: String, finds messages: [String],
    help: [String?]? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let project = try SampleProject(values: values, metadata: metadata, body: MarkedText(marked).text)
    let found = try project.diagnose(with: check)
    expect(found, in: SampleProject.frontMatter + marked, say: messages, sourceLocation: sourceLocation)
    if let help { #expect(found.map(\.help) == help, sourceLocation: sourceLocation) }
}

extension SampleProject {
    /// What a check finds in a guide, by place.
    func diagnose(with check: some GuideCheck, _ id: String = "guide") throws -> [Diagnostic] {
        let context = CheckContext(project: project, book: try book())
        return check.diagnose(try guide(id), in: context).sortedByPlace()
    }
}
