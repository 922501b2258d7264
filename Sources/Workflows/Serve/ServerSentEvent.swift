/// A message to a page that listens, as the HTML standard's “server-sent events” has it.
struct ServerSentEvent: Sendable {
    let bytes: [UInt8]

    /// - Parameter data: a text without line feeds, such as JSON on one line.
    init(_ name: String, _ data: String) { bytes = Array("event: \(name)\ndata: \(data)\n\n".utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A comment, which pages pass over: a page that is gone is noticed when something is written to it.
    static let heartbeat = ServerSentEvent(bytes: Array(":\n\n".utf8))
}
