extension [UInt8] {
    /// A page's text: without a byte order mark, its lines ended by line feeds alone, the last one too.
    var asPage: [UInt8] {
        var text = starts(with: [0xEF, 0xBB, 0xBF]) ? Array(self[3...]) : self
        if text.contains(0x0D) { text.removeAll { $0 == 0x0D } }
        return text.last == 0x0A || text.isEmpty ? text : text + [0x0A]
    }
}
