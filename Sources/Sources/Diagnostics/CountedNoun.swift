extension Int {
    /// “1 guide”, “2 guides”: the number and an English noun that takes an s.
    public func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
