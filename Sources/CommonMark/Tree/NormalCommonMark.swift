/// A text as libcmark writes it, whichever of CommonMark's ways its author took.
package enum NormalCommonMark {
    /// Parses a text as CommonMark and nothing else, and has libcmark write it.
    package static func text(
        of markdown: [UInt8], limits: ParseLimits = .standard
    ) throws(ParseLimitError) -> [UInt8] {
        _ = try limits.survey(markdown)
        guard let root = RawNode.parse(markdown) else { throw ParseLimitError(limit: .size, offset: 0) }
        defer { root.free() }
        return root.withCommonMark { Array($0) }
    }
}
