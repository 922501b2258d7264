/// How a table's column is aligned, as GFM's delimiter row says (GFM 0.29, section 4.10).
public enum TableAlignment: Int, Sendable {
    case none, left, center, right
}
