/// A text that libcmark is not given.
public struct ParseLimitError: Error, Equatable {
    /// Which limit was passed.
    public enum Limit: String, Sendable {
        case size, indentation, nesting, images, cells, depth

        /// What there is too much of, as a message says it.
        public var words: String {
            switch self {
            case .size: "bytes"
            case .indentation: "columns of space and markers before the words of a line"
            case .nesting: "quotes and lists within each other"
            case .images: "images (`![`) without a `]` between two blank lines"
            case .cells: "cells of tables, with those that short rows lack,"
            case .depth: "elements within each other"
            }
        }

        /// How much there may be.
        public func most(of limits: ParseLimits = .standard) -> Int {
            switch self {
            case .size: limits.size
            case .indentation: limits.indentation
            case .nesting: limits.nesting
            case .images: limits.images
            case .cells: limits.cells
            case .depth: limits.depth
            }
        }
    }

    /// The limit that was passed.
    public let limit: Limit
    /// The byte at which it was.
    public let offset: Int
}
