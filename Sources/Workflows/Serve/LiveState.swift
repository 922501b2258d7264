import Guides
import Rendering
import Sources

/// What is known of a project while it is served.
struct LiveState: Sendable {
    /// The pages of a guide, as they were made last without a fault.
    struct Pages: Sendable {
        let files: [String: MemorySink.Made]
        /// The number of the state that they show.
        let number: Int
    }

    /// The project as it was last read without a fault.
    var loaded: LoadedProject?
    /// Where readers go on from each guide.
    var onward: OnwardMap?
    /// Counts what was changed: pages know which state they show.
    var number = 0
    /// The state since which every page is another.
    var numberOfAll = 0
    /// The state since which a guide's pages are others.
    var numbers: [ExactText: Int] = [:]

    /// What stands in the way of the whole project.
    var projectFaults: [Diagnostic] = []
    /// What is wrong with guides, by their IDs.
    var guideFaults: [ExactText: [Diagnostic]] = [:]
    /// What is wrong with all guides taken together.
    var sharedFaults: [Diagnostic] = []

    /// What is known of all guides; empty until all were read.
    var index = GuideIndex()
    var isIndexed = false
    var values: Set<Int> = []
    var paths: [PathCheck.Claim] = []
    /// The files in no guide's folder that pages show or link to.
    var files: Set<ExactText> = []
    var addresses: [ErrorAddress] = []
    /// The guides that ask for snippets, with the files of these, which may not be there.
    var snippets: [ExactText: Set<String>] = [:]
    /// The words that readers search for; those of a guide that was saved again stand behind the earlier ones.
    var search: [SearchCollector] = []

    /// The pages of the guides that were asked for last, the latest at the end.
    private(set) var pages: [(guide: ExactText, pages: Pages)] = []
    /// The files that need all guides, and the number of the state that they show.
    var shared: [String: MemorySink.Made]?
    var sharedNumber = -1
    /// Who waits until all guides were read.
    var waiting: [CheckedContinuation<Void, Never>] = []

    /// So many guides are kept as pages; others are made again when they are asked for.
    private static let mostPages = 64

    /// All that is wrong, by place.
    var faults: [Diagnostic] {
        (projectFaults + guideFaults.values.joined() + sharedFaults).filter { $0.severity == .error }.sortedByPlace()
    }

    func pages(of guide: String) -> Pages? { pages.last { $0.guide == ExactText(guide) }?.pages }

    /// Keeps what was made of a guide. Where it has faults now, and nothing was made, the last good pages stay: they are those
    /// of this state, or a browser would load them again without an end.
    ///
    /// - Returns: the guide's pages; nil where there were never any.
    @discardableResult
    mutating func keep(_ files: [String: MemorySink.Made], number: Int, of guide: String) -> Pages? {
        let name = ExactText(guide)
        let shown = files.isEmpty ? pages.last { $0.guide == name }?.pages.files : files
        guard let made = shown.map({ Pages(files: $0, number: number) }) else { return nil }
        pages.removeAll { $0.guide == name }
        pages.append((name, made))
        if pages.count > Self.mostPages { pages.removeFirst() }
        return made
    }

    /// Since when a guide's pages are what they are; nil stands for the pages that list guides.
    func number(of guide: String?) -> Int {
        guard let guide else { return number }
        return max(numberOfAll, numbers[ExactText(guide)] ?? 0)
    }
}
