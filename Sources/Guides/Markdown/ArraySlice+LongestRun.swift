extension ArraySlice<UInt8> {
    /// How often a byte follows itself at most.
    func longestRun(of byte: UInt8) -> Int {
        var (longest, run) = (0, 0)
        for other in self {
            run = other == byte ? run + 1 : 0
            longest = Swift.max(longest, run)
        }
        return longest
    }
}
