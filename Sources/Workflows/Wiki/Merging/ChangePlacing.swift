import Rendering
import Sources

/// Tries out which changes of a page come out of the guides again when they are put into its files.
struct ChangePlacing {
    let merge: PageMerge
    private(set) var changes: [PageChange]
    private let isCurrent: Bool
    /// The page of the files as they were, with today's values; nil where it cannot be made.
    private let plain: PageOrigin?

    /// The bytes of pages that are made to find out which changes have a place: a small page is tried often, a large one a
    /// few times.
    private static let mostBytes = 16 << 20
    private static let leastTries = 16

    init(merge: PageMerge, changes: [PageChange]) {
        self.merge = merge
        self.changes = changes
        guard let today = merge.today,
            let page = merge.source.page(
                in: today.origin.languages, of: merge.guide, with: merge.filesAsTheyWere(with: []), hasNotices: false),
            let trace = page.trace
        else {
            plain = nil
            isCurrent = false
            return
        }
        plain = PageOrigin(page: page.bytes, trace: trace)
        isCurrent = page.bytes == merge.origin.page
    }

    /// Places the changes that have one. All at once is tried first, for one may need another; then each half of what has
    /// none together.
    ///
    /// - Parameter open: the changes by their indices, those that are one together.
    mutating func place(_ open: [[Int]]) {
        if fault(of: open.flatMap(\.self)) == nil { return }
        var placed: [Int] = []
        var groups = Self.halves(of: open[...])
        var tries = max(Self.leastTries, Self.mostBytes / max(1, merge.edited.count))
        if groups.isEmpty { groups = [open[...]] }
        while let group = groups.popLast() {
            tries -= 1
            let found = tries > 0 ? fault(of: placed + group.flatMap(\.self)) : .misread
            guard let found else {
                placed += group.flatMap(\.self)
                continue
            }
            let halves = Self.halves(of: group)
            if halves.isEmpty || tries <= 0 {
                for index in group.joined() { changes[index].hold = found }
            } else {
                groups += halves
            }
        }
    }

    /// The two halves, the first of them last; nothing where there is only one change.
    private static func halves(of group: ArraySlice<[Int]>) -> [ArraySlice<[Int]>] {
        guard group.count > 1 else { return [] }
        let middle = group.startIndex + group.count / 2
        return [group[middle...], group[..<middle]]
    }

    /// Why some changes cannot be put into the files together; nil where they can.
    private func fault(of indices: [Int]) -> WikiHold? {
        let mine = indices.map { changes[$0] }
        let files = merge.files(with: mine)
        let gate = merge.source.line.loaded.gate
        // The guides are for everybody to read: what is private does not come home, and a person has to see to it.
        for (path, bytes) in files where gate.holdsSecret(bytes) {
            if merge.sources.bytes(of: path).map(gate.holdsSecret) != true { return .secret }
        }
        if let fault = merge.source.fault(of: merge.guide, with: files) { return .fault(fault) }
        guard let today = merge.today, let plain else { return nil }
        guard
            let made = merge.source.page(
                in: today.origin.languages, of: merge.guide, with: merge.filesAsTheyWere(with: mine), hasNotices: false)
        else { return nil }
        guard let trace = made.trace else { return nil }
        let way = PageTranslation(from: merge.origin, to: plain) { _, range in range }
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        for change in mine {
            guard let range = isCurrent ? change.page : way.range(change.page) else { return nil }
            edits.append((range, change.meant ?? change.text))
        }
        edits += ValueWord.edits(plain, outside: edits.map(\.range))
        let meant = plain.page.applying(edits)
        let result = made.bytes.applying(ValueWord.edits(PageOrigin(page: made.bytes, trace: trace)))
        let reading = PageReading(
            labels: HeadingLabels(merge.languages), skipsComments: true, alertTitles: merge.alertTitles)
        if reading.isSame(result, meant) { return nil }
        return .misread
    }
}
