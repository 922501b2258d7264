/// Long stretches of lines in a report, cut where nobody reads on.
public enum CutLines {
    /// The most lines of one difference or one conflict that a report shows.
    static let most = 60

    /// The first lines of a text, and a line that says how many are left and how to see them; the text itself where it is no longer.
    ///
    /// - Parameter isWhole: whether all of it is wanted.
    public static func text(_ text: [UInt8], isWhole: Bool) -> [UInt8] {
        guard !isWhole else { return text }
        let count = text.count { $0 == 0x0A }
        guard count > most + 1 else { return text }
        var (end, left) = (0, most)
        while left > 0 {
            if text[end] == 0x0A { left -= 1 }
            end += 1
        }
        return Array(text[..<end]) + "… \(count - most) more lines; --full shows them\n".utf8
    }
}
