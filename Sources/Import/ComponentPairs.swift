import Sources

/// Which tag closes which component in some lines: looked through once, so that a thousand components that nothing closes cost no
/// more than one.
struct ComponentPairs {
    /// Where a tag is.
    struct Position: Hashable {
        let line: Int
        /// The offset of its first byte in the line.
        let column: Int
    }

    /// Where the tag is that closes a component, and how many bytes it has.
    struct Closing {
        let position: Position
        let length: Int
    }

    private var closings: [Position: Closing] = [:]

    init(_ lines: [String]) {
        var open: [String: [Position]] = [:]
        var index = 0
        // A tag may go on over several lines, in which none begins.
        var start = Position(line: 0, column: 0)
        while index < lines.count {
            if let fence = ContainerRewriting.fenceEnd(lines, index) {
                index = fence + 1
                continue
            }
            let bytes = Array(lines[index].utf8)
            for column in ContainerRewriting.tags(in: bytes)
            where index > start.line || index == start.line && column >= start.column {
                guard let tag = ContainerRewriting.tag(lines, index, from: column) else { continue }
                let position = Position(line: index, column: column)
                start = Position(line: tag.line, column: tag.end)
                if tag.tag.isEmpty { continue }
                if !tag.tag.isClosing {
                    open[tag.tag.name, default: []].append(position)
                } else if let opening = open[tag.tag.name]?.popLast() {
                    closings[opening] = Closing(position: position, length: tag.tag.length)
                }
            }
            index += 1
        }
    }

    /// What closes the component whose tag begins at a position; nil where nothing does.
    subscript(position: Position) -> Closing? { closings[position] }
}
