import Foundation

/// The head of a request (RFC 9112, section 3): pages are read, and a browser sends nothing else.
struct ServeRequest: Sendable {
    /// `GET`, `HEAD` or another one.
    let method: String
    /// The address as it was asked for, percent-encoded, without its query.
    let path: String
    /// What stands behind `?`, decoded; of a name that stands there twice the first.
    let query: [String: String]
    /// Whose page is asked for, by the `Host` header.
    let host: String?
    /// Whether nothing else is asked for by the same connection.
    let isLast: Bool

    /// - Parameter head: the lines up to the empty one.
    /// - Returns: nil for what is not a request.
    init?(_ head: some Collection<UInt8>) {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[2].hasPrefix("HTTP/1.") else { return nil }
        method = String(words[0])
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        var query: [String: String] = [:]
        for pair in target.dropFirst().joined().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? "" }
            if let name = parts.first, query[name] == nil { query[name] = parts.count > 1 ? parts[1] : "" }
        }
        self.query = query
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces)
        }
        host = headers["host"]
        // What a request brings along is not read, and so nothing can follow it.
        let hasBody = headers["transfer-encoding"] != nil || headers["content-length"].map { $0 != "0" } ?? false
        isLast = hasBody || words[2] == "HTTP/1.0" || headers["connection"]?.lowercased() == "close"
    }
}
