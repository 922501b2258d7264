import Sources

/// A template as a flat list of what to copy: nothing is looked up by name while pages are made.
public struct CompiledTemplate: Sendable {
    /// One thing to do. `depth` is that of the page that a field is asked of, 0 for the outermost; `field` the number of
    /// the way to get it; a section's operations follow it, up to `end`.
    enum Operation: Sendable {
        /// A range of `literals`.
        case literal(Range<Int>)
        case text(depth: Int, field: Int)
        case raw(depth: Int, field: Int)
        case html(depth: Int, field: Int)
        case flag(depth: Int, field: Int, end: Int)
        case list(depth: Int, field: Int, end: Int)
    }

    private(set) var operations: [Operation] = []
    /// Everything that is the same on every page, one after the other.
    private(set) var literals: [UInt8] = []
    /// Whether a section ends here: what follows is copied apart from what is in it.
    private var isClosed = false
    private var texts: [@Sendable (AnyObject) -> String] = []
    private var ranges: [@Sendable (AnyObject) -> Range<Int>] = []
    private var flags: [@Sendable (AnyObject) -> Bool] = []
    private var lists: [@Sendable (AnyObject, (AnyObject) -> Void) -> Void] = []

    /// Appends a page's text.
    ///
    /// - Parameters:
    ///   - page: a page of the type that the template's schema was declared for.
    ///   - html: the bytes that the page's HTML fields are ranges of.
    ///   - data: more such bytes, whose offsets follow those of `html`.
    package func render(
        _ page: AnyObject, html: UnsafeBufferPointer<UInt8>,
        data: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0), into output: inout [UInt8]
    ) {
        var pages = [page]
        literals.withUnsafeBufferPointer { literals in
            render(operations.indices, &pages, Source(html: html, data: data, literals: literals), &output)
        }
    }

    /// What pieces of a page are copied from.
    private struct Source {
        let html: UnsafeBufferPointer<UInt8>
        let data: UnsafeBufferPointer<UInt8>
        let literals: UnsafeBufferPointer<UInt8>

        /// A range of the HTML, or of the data behind it; what is in neither is left out.
        func piece(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
            if range.lowerBound < html.count {
                return UnsafeBufferPointer(rebasing: html[range.clamped(to: 0..<html.count)])
            }
            let start = range.lowerBound - html.count
            return UnsafeBufferPointer(rebasing: data[(start..<start + range.count).clamped(to: 0..<data.count)])
        }
    }

    /// - Parameter pages: the page and those within it, the innermost last.
    private func render(
        _ range: Range<Int>, _ pages: inout [AnyObject], _ source: Source, _ output: inout [UInt8]
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let operation = operations[index]
            index += 1
            switch operation {
            case .literal(let range):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: source.literals[range]))
            case .text(let depth, let field): HTMLEscaping.append(texts[field](pages[depth]), to: &output)
            case .raw(let depth, let field): output.append(contentsOf: texts[field](pages[depth]).utf8)
            case .html(let depth, let field): output.append(contentsOf: source.piece(ranges[field](pages[depth])))
            case .flag(let depth, let field, let end):
                if !flags[field](pages[depth]) { index = end }
            case .list(let depth, let field, let end):
                lists[field](pages[depth]) { item in
                    pages.append(item)
                    render(index..<end, &pages, source, &output)
                    pages.removeLast()
                }
                index = end
            }
        }
    }
}

/// Putting a template together.
extension CompiledTemplate {
    mutating func append(_ literal: ArraySlice<UInt8>) {
        let start = literals.count
        literals += literal
        // What stands side by side is copied in one piece.
        if case .literal(let range)? = operations.last, range.upperBound == start, !isClosed {
            operations[operations.count - 1] = .literal(range.lowerBound..<literals.count)
        } else if literals.count > start {
            operations.append(.literal(start..<literals.count))
        }
        isClosed = isClosed && literals.count == start
    }

    mutating func append(depth: Int, _ get: @escaping @Sendable (AnyObject) -> String, isEscaped: Bool) {
        let field = texts.count
        operations.append(isEscaped ? .text(depth: depth, field: field) : .raw(depth: depth, field: field))
        texts.append(get)
    }

    mutating func append(depth: Int, _ get: @escaping @Sendable (AnyObject) -> Range<Int>) {
        operations.append(.html(depth: depth, field: ranges.count))
        ranges.append(get)
    }

    /// Begins what is shown where a flag is up, and returns what to close it by.
    mutating func open(depth: Int, _ get: @escaping @Sendable (AnyObject) -> Bool) -> Int {
        operations.append(.flag(depth: depth, field: flags.count, end: 0))
        flags.append(get)
        return operations.count - 1
    }

    /// Begins what is shown once for each page within the page, and returns what to close it by.
    mutating func open(
        depth: Int, _ visit: @escaping @Sendable (AnyObject, (AnyObject) -> Void) -> Void
    ) -> Int {
        operations.append(.list(depth: depth, field: lists.count, end: 0))
        lists.append(visit)
        return operations.count - 1
    }

    /// Ends a section.
    mutating func close(_ section: Int) {
        let end = operations.count
        switch operations[section] {
        case .flag(let depth, let field, _): operations[section] = .flag(depth: depth, field: field, end: end)
        case .list(let depth, let field, _): operations[section] = .list(depth: depth, field: field, end: end)
        default: break
        }
        isClosed = true
    }
}
