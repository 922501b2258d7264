import Rendering
import Sources

/// Changes that are one: what went at one place and came at another is placed as a whole, or held as a whole.
struct ChangeGroups {
    /// The changes by their indices; most stand alone.
    let all: [[Int]]

    init(_ changes: [PageChange], _ origin: PageOrigin) {
        let canMove = changes.contains { !$0.page.isEmpty } && changes.contains { !$0.text.isEmpty }
        let words =
            canMove ? MovedWords(went: changes.map { Array(origin.page[$0.page]) }, came: changes.map(\.text)) : nil
        var parents = Array(changes.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        for pair in (words?.pairs ?? []) + Self.delimiters(changes, origin) {
            let (one, other) = (root(pair.from), root(pair.to))
            parents[max(one, other)] = min(one, other)
        }
        all = Dictionary(grouping: changes.indices, by: root).sorted { $0.key < $1.key }.map(\.value)
    }

    /// Changes of one block that bring or take one of two signs that belong together: without the other it would say something else.
    private static func delimiters(_ changes: [PageChange], _ origin: PageOrigin) -> [(from: Int, to: Int)] {
        let open = changes.indices.filter { index in
            let (new, old) = (changes[index].text[...], origin.page[changes[index].page])
            return [UInt8]("*_~`\"|".utf8).contains { sign in
                (new.count { $0 == sign } - old.count { $0 == sign }) % 2 != 0
            }
                || [("[", "]"), ("(", ")"), ("<", ">")].contains { opening, closing in
                    let balance = { (text: ArraySlice<UInt8>) in
                        text.count { $0 == opening.utf8.first } - text.count { $0 == closing.utf8.first }
                    }
                    return balance(new) != balance(old)
                }
        }
        return zip(open, open.dropFirst()).filter { one, other in
            let (start, end) = (changes[one].page.upperBound, changes[other].page.lowerBound)
            return start <= end && origin.page[start..<end].firstRange(of: [0x0A, 0x0A]) == nil
        }
        .map { (from: $0, to: $1) }
    }

    /// The edits of a group, and which of their words have only moved.
    struct Moves {
        /// The edits by the index of their change and their own there; words are numbered as they are.
        let places: [[Int]]
        private let words: MovedWords

        init(_ group: [Int], _ changes: [PageChange], _ fields: [WikiTrace.Field]) {
            places = group.flatMap { index in changes[index].edits.indices.map { [index, $0] } }
            let edits = places.map { changes[$0[0]].edits[$0[1]] }
            words = MovedWords(
                went: edits.map { Array(fields[$0.field].source[$0.range]) }, came: edits.map(\.text))
        }

        /// The bytes of what an edit brings that stood elsewhere before.
        func moved(in place: [Int]) -> [Range<Int>] { places.firstIndex(of: place).map(words.moved) ?? [] }

        /// Where some bytes that an edit takes away come again, in which edit and there.
        func place(of range: Range<Int>, in place: [Int], _ edit: SourceEdit) -> (place: [Int], range: Range<Int>)? {
            guard let number = places.firstIndex(of: place) else { return nil }
            let start = edit.range.lowerBound
            let found = words.place(of: (range.lowerBound - start)..<(range.upperBound - start), in: number)
            return found.map { (places[$0.to], $0.range) }
        }
    }
}
