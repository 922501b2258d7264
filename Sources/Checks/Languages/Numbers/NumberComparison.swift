import Sources

/// Finds, region by region, the numbers of a translation that its source does not say, and the other way round.
struct NumberComparison {
    /// A region of a text with the numbers in it.
    struct Side {
        let text: EditionText
        let region: Int
        var left: [FoundNumber]
        private let all: [FoundNumber]

        init(_ text: EditionText, _ region: Int, _ numbers: [FoundNumber]) {
            (self.text, self.region, left, all) = (text, region, numbers, numbers)
        }

        fileprivate func says(_ number: FoundNumber) -> Bool { all.contains { $0.agrees(with: number) } }

        /// All numbers by the block that they stand in.
        fileprivate var byBlock: [Int: [FoundNumber]] {
            Dictionary(grouping: all.filter { $0.kind == .number }, by: \.block)
        }

        /// Whether one block says a number, in whatever way; “a” is no reason to leave out a 1.
        fileprivate func says(_ number: FoundNumber, inBlock position: Int) -> Bool {
            if all.contains(where: { $0.block == position && $0.agrees(with: number) }) { return true }
            let block = text.blocks[position]
            var words = NumberWords(text, [block])
            if number.values[0] != "1", words.take(number.values[0]) { return true }
            return text.holds(Array(number.values[0].utf8)[...], inCodeOf: block)
        }
    }

    private(set) var own: Side
    private(set) var theirs: Side
    /// Numbers that stand in the same place of two blocks that stand for each other.
    private(set) var pairs: [(own: FoundNumber, other: FoundNumber)] = []

    /// What is left on both sides when all that agrees was taken off.
    init(_ own: Side, _ theirs: Side) {
        (self.own, self.theirs) = (own, theirs)
        Self.match(&self.own.left, &self.theirs.left)
        if self.own.left.isEmpty, self.theirs.left.isEmpty { return }
        explode()
        if !self.own.left.isEmpty, !self.theirs.left.isEmpty { pairByBlocks() }
        // What one language says twice, spells out, or shows as code is said.
        let (mine, others) = (self.own, self.theirs)
        self.own.left = Self.unexplained(mine, by: others)
        self.theirs.left = Self.unexplained(others, by: mine)
    }

    private static func match(_ own: inout [FoundNumber], _ theirs: inout [FoundNumber]) {
        own.removeAll { number in
            guard let same = theirs.firstIndex(where: { $0.agrees(with: number) }) else { return false }
            theirs.remove(at: same)
            return true
        }
    }

    /// Takes dates and times apart where the other side has none that they could be compared with, or where that leaves
    /// nothing: “15–16 mai” is “May 15–16”.
    private mutating func explode() {
        var (all, allOthers) = (own.left.flatMap(\.exploded), theirs.left.flatMap(\.exploded))
        Self.match(&all, &allOthers)
        if all.isEmpty, allOthers.isEmpty {
            (own.left, theirs.left) = ([], [])
            return
        }
        func exploded(_ numbers: [FoundNumber], _ others: [FoundNumber]) -> [FoundNumber] {
            numbers.flatMap { number in
                // A comma may part two numbers in one language, and be the decimal sign of the other.
                let isKnown = number.kind != .number && others.contains { $0.kind == number.kind }
                let isList =
                    number.kind == .number
                    && number.exploded.allSatisfy { part in others.contains { $0.agrees(with: part) } }
                return isKnown || number.kind == .number && !isList ? [number] : number.exploded
            }
        }
        let (numbers, others) = (own.left, theirs.left)
        own.left = exploded(numbers, others)
        theirs.left = exploded(others, numbers)
        Self.match(&own.left, &theirs.left)
    }

    /// Takes off numbers of one block for which its counterpart has another one, whatever is said elsewhere.
    private mutating func pairByBlocks() {
        let blocks = BlockPairing(own.text, own.region, theirs.text, theirs.region).counterparts
        guard let blocks else { return }
        let (mine, others) = (own.byBlock, theirs.byBlock)
        for (otherBlock, block) in blocks.sorted(by: { $0.key < $1.key }) {
            guard var numbers = mine[block], var otherNumbers = others[otherBlock],
                own.text.bytes[own.text.blocks[block].range] != theirs.text.bytes[theirs.text.blocks[otherBlock].range]
            else { continue }
            Self.match(&numbers, &otherNumbers)
            // The same number with another unit is told as that.
            let (values, otherValues) = (Set(numbers.map(\.values)), Set(otherNumbers.map(\.values)))
            numbers.removeAll { otherValues.contains($0.values) }
            otherNumbers.removeAll { values.contains($0.values) }
            for other in otherNumbers where !own.says(other, inBlock: block) && !isCopied(other, theirs, own, block) {
                guard let left = theirs.left.firstIndex(where: { $0.kind == .number && $0.agrees(with: other) }),
                    let index = numbers.firstIndex(where: { number in
                        !theirs.says(number, inBlock: otherBlock) && !isCopied(number, own, theirs, otherBlock)
                            && MeasuringUnits.mayBeSame(number.unit, other.unit)
                            && own.left.contains { $0.kind == .number && $0.agrees(with: number) }
                    })
                else { continue }
                let number = numbers.remove(at: index)
                own.left.remove(at: own.left.firstIndex { $0.agrees(with: number) } ?? 0)
                theirs.left.remove(at: left)
                pairs.append((number, other))
            }
        }
    }

    /// Whether a long number stands in the other's block to the letter, where each language reads it in its own way.
    private func isCopied(_ number: FoundNumber, _ side: Side, _ other: Side, _ block: Int) -> Bool {
        number.range.count > 3
            && other.text.bytes.firstRange(
                of: Array(side.text.bytes[number.range]), within: other.text.blocks[block].range)
                != nil
    }

    private static func unexplained(_ side: Side, by other: Side) -> [FoundNumber] {
        if side.left.isEmpty { return [] }
        var words = NumberWords(other.text, region: other.region)
        let blocks = other.text.blocks.filter { $0.region == other.region }
        return side.left.filter { number in
            if other.says(number) || words.take(number.values[0]) { return false }
            let block = side.text.bytes[side.text.blocks[number.block].range]
            if blocks.contains(where: { other.text.bytes[$0.range] == block }) { return false }
            return !blocks.contains { other.text.holds(side.text.bytes[number.range], inCodeOf: $0) }
        }
    }
}

extension EditionText {
    /// Whether some digits stand in the code or the values of a block, and not as a part of a longer number.
    fileprivate func holds(_ digits: ArraySlice<UInt8>, inCodeOf block: Block) -> Bool {
        let wanted = Array(digits)
        return runs[block.runs].contains { run in
            guard run.kind == .code || run.kind == .value else { return false }
            var start = run.range.lowerBound
            while let found = bytes.firstRange(of: wanted, within: start..<run.range.upperBound) {
                let isStart = found.lowerBound == run.range.lowerBound || !bytes[found.lowerBound - 1].isASCIIDigit
                let isEnd = found.upperBound == run.range.upperBound || !bytes[found.upperBound].isASCIIDigit
                if isStart, isEnd { return true }
                start = found.lowerBound + 1
            }
            return false
        }
    }
}
