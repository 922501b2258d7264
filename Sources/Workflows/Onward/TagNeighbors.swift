/// Which guides have a tag.
struct TagNeighbors: Sendable {
    /// The guides of each tag, by their numbers.
    private var guides: [String: [Int]] = [:]

    /// Of a tag that many guides have, so many to each side are looked at.
    private static let reach = 12

    init() {}

    /// - Parameter tags: those of each guide.
    init(_ tags: [[String]]) {
        for (number, tags) in tags.enumerated() {
            for tag in Set(tags) { guides[tag, default: []].append(number) }
        }
    }

    /// The guides that share tags with one: first those that share most of them, of which first those that share the rarest.
    func nearest(to guide: Int, tags: [String], but shown: [Int]) -> [Int] {
        var found: [(guide: Int, shared: Int, weight: Double)] = []
        for tag in Set(tags).sorted() {
            guard let all = guides[tag], all.count > 1 else { continue }
            let place = Self.place(of: guide, in: all)
            for other in all[max(0, place - Self.reach)..<min(all.count, place + Self.reach + 1)]
            where other != guide && !shown.contains(other) {
                let weight = 1 / Double(all.count)
                if let known = found.firstIndex(where: { $0.guide == other }) {
                    found[known].shared += 1
                    found[known].weight += weight
                } else {
                    found.append((other, 1, weight))
                }
            }
        }
        found.sort { left, right in
            if left.shared != right.shared { return left.shared > right.shared }
            if left.weight != right.weight { return left.weight > right.weight }
            let (far, near) = (abs(left.guide - guide), abs(right.guide - guide))
            return far == near ? left.guide < right.guide : far < near
        }
        return found.map(\.guide)
    }

    private static func place(of guide: Int, in sorted: [Int]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < guide { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
