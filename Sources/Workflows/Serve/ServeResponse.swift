/// What is answered.
struct ServeResponse: Sendable {
    /// How it went (RFC 9110, section 15).
    enum Status: String, Sendable {
        case ok = "200 OK"
        case found = "302 Found"
        case badRequest = "400 Bad Request"
        case forbidden = "403 Forbidden"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
        case internalServerError = "500 Internal Server Error"
    }

    /// What comes behind the head.
    enum Body: Sendable {
        case bytes([UInt8])
        /// Events without an end; the first ones are there already.
        case events(first: [ServerSentEvent], AsyncStream<ServerSentEvent>)
    }

    let status: Status
    let headers: [(name: String, value: String)]
    let body: Body

    /// Whether the connection ends behind it.
    var isLast: Bool { if case .events = body { true } else { false } }

    /// The lines before the body.
    ///
    /// - Parameter isLast: whether the connection ends behind it.
    func head(isLast: Bool) -> [UInt8] {
        var lines = "HTTP/1.1 \(status.rawValue)\r\n"
        for (name, value) in headers { lines += "\(name): \(value)\r\n" }
        if case .bytes(let bytes) = body { lines += "Content-Length: \(bytes.count)\r\n" }
        if isLast { lines += "Connection: close\r\n" }
        return Array((lines + "\r\n").utf8)
    }
}
