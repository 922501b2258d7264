import Foundation
import Guides
import Messages
import Sources
import Values

/// Finds the guide that somebody asks for: by its name, by the message that they got, or by both.
struct GuideFinder {
    private let folder: ProjectFolder
    private let configuration: Configuration
    private let inventory: Inventory

    init(_ loaded: LoadedProject) {
        folder = loaded.folder
        configuration = loaded.project.configuration
        inventory = loaded.project.inventory
    }

    /// What a search came to.
    struct Result {
        let entry: Inventory.Entry
        /// What the message says.
        let values: [GivenValue]
        /// The values that stand in the message and cannot be read.
        var hidden: [String] = []
        /// The message's own words.
        var line: String?
    }

    /// Longer messages are refused: nobody pastes that much, and memory is not without end.
    static let longestMessage = 4 << 20

    func find(_ options: PersonalOptions) throws(Refusal) -> Result {
        let named = try options.guide.map { (name) throws(Refusal) in try entry(named: name) }
        guard let message = options.message else {
            guard let named else { throw .usage(NoGuideNamed(known: inventory.guides.map(\.id)), at: "personalise") }
            return Result(entry: named, values: [])
        }
        guard message.utf8.count <= Self.longestMessage else { throw .usage(LongMessage(), at: "--error") }
        guard message.utf8.contains(where: { $0 > 0x20 }) else {
            throw Refusal([Diagnostic(EmptyMessage(), at: Self.place)])
        }
        return try result(of: message, naming: named)
    }

    private func entry(named name: String) throws(Refusal) -> Inventory.Entry {
        // The name of the folder, as a shell completes it, is as good.
        var id = name.hasPrefix("content/") ? String(name.dropFirst(8)) : name
        while id.hasSuffix("/") { id.removeLast() }
        if let entry = inventory[id] { return entry }
        // Somebody may paste here what belongs behind `--error`.
        guard name.utf8.count <= 100, !name.contains(where: \.isWhitespace) else {
            throw .usage(NoGuideNamed(known: inventory.guides.map(\.id)), at: "personalise")
        }
        throw .usage(NoSuchGuide(id: name, known: inventory.guides.map(\.id)), at: "personalise")
    }

    /// - Parameter named: a guide that was named as well: then a part of its message is enough.
    private func result(of message: String, naming named: Inventory.Entry?) throws(Refusal) -> Result {
        let catalogue = ErrorCatalogue(folder, configuration, named.map { [$0] } ?? inventory.guides)
        switch find(message, catalogue) {
        case .found(let match):
            guard let entry = inventory[match.guide] else { break }
            return Result(entry: entry, values: match.values, hidden: match.hidden, line: match.line)
        case .ambiguous(let matches):
            let candidates = matches.map { match in
                AmbiguousMessage.Candidate(guide: match.guide, title: title(of: match.guide), fits: match.fits)
            }
            throw Refusal([Diagnostic(AmbiguousMessage(candidates: candidates), at: Self.place)])
        case .near(let matches):
            guard named != nil, let match = matches.first, let entry = inventory[match.guide] else {
                throw Refusal([Diagnostic(NearMessage(matches: matches), at: Self.place)])
            }
            return Result(entry: entry, values: match.values, hidden: match.hidden, line: match.line)
        case .unknown:
            if let named { try refuseIfElsewhere(message, named.id) }
        }
        // A guide whose patterns could not be read may be the one that was meant.
        throw Refusal(
            catalogue.diagnostics + [Diagnostic(UnknownMessage(guides: catalogue.guides), at: Self.place)])
    }

    private func find(_ message: String, _ catalogue: ErrorCatalogue) -> ErrorMatcher.Finding {
        catalogue.matcher.find(in: message, now: Date().timeIntervalSince1970)
    }

    /// A message that is about another guide than the one that was named is said to be.
    private func refuseIfElsewhere(_ message: String, _ named: String) throws(Refusal) {
        guard case .found(let match) = find(message, ErrorCatalogue(folder, configuration, inventory.guides)) else {
            return
        }
        let problem = OtherGuide(guide: match.guide, title: title(of: match.guide), named: named)
        throw Refusal([Diagnostic(problem, at: Self.place)])
    }

    /// What a guide is called in the source's language, else its ID.
    private func title(of guide: String) -> String {
        var ignored: [Diagnostic] = []
        guard let language = inventory[guide]?.languages.first,
            let file = folder.read(LoadedProject.path(guide, "\(language).md"), &ignored)
        else { return guide }
        return FrontMatter.title(of: file) ?? guide
    }

    static let place = Place(path: "--error")
}
