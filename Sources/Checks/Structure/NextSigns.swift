import Sources

/// Where signs stand next in a text, each looked for once and not again from each place before it.
struct NextSigns {
    private var known: [String: (start: Int, end: Int, place: Int?)] = [:]

    /// The first place of a sign in a range; asked for ranges that begin further and further on.
    mutating func place(of sign: String, in range: Range<Int>, of bytes: [UInt8]) -> Int? {
        if let known = known[sign], known.end == range.upperBound, known.start <= range.lowerBound,
            known.place.map({ $0 >= range.lowerBound }) ?? true
        {
            return known.place
        }
        let place = bytes.firstRange(of: Array(sign.utf8), within: range)?.lowerBound
        known[sign] = (range.lowerBound, range.upperBound, place)
        return place
    }
}
