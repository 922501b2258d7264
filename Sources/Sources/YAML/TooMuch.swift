/// More of something than a file may hold.
package struct TooMuch: Problem {
    package static let check = "too-large"
    let what: String
    let most: Int?

    /// Names what there is too much of, and how much there may be.
    package init(what: String, most: Int?) {
        self.what = what
        self.most = most
    }

    package var message: String {
        let limit = most.map { " (at most \($0))" } ?? ""
        return "more \(what) than one file may hold\(limit)"
    }
    package var help: String? { "split the text" }
}
