import Foundation

/// HTTP/1.1 with a server on this machine, one connection a request.
///
/// `chromedriver` writes `Content-Type:application/json`, without a space behind the colon. RFC 9112 (section 5) allows
/// that, and swift-corelibs-foundation's `URLSession` refuses it.
struct LocalHTTP {
    let port: UInt16

    /// Sends a request and returns the body of the answer.
    func send(_ method: String, _ path: String, body: Data) throws -> Data {
        #if os(Linux)
            let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let connection = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard connection >= 0 else { throw BrowserError("no socket") }
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // A driver that hangs is a test that fails, not one that never ends.
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw BrowserError("nothing listens on port \(port)") }
        let head = """
            \(method) /\(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Content-Type: application/json; charset=utf-8\r
            Content-Length: \(body.count)\r
            Connection: close\r
            \r

            """
        try write(Data(head.utf8) + body, to: connection)
        return try read(connection, "\(method) \(path)")
    }

    private func write(_ data: Data, to connection: Int32) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(connection, $0.baseAddress, $0.count) }
            guard count > 0 else { throw BrowserError("the connection was closed") }
            rest = rest.dropFirst(count)
        }
    }

    private func read(_ connection: Int32, _ request: String) throws -> Data {
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
                let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
                if answer.count - end.upperBound >= length { return answer[end.upperBound...].prefix(length) }
            }
            let count = Foundation.read(connection, &buffer, buffer.count)
            guard count > 0 else { throw BrowserError("\(request): the answer broke off") }
            answer += buffer.prefix(count)
        }
    }
}
