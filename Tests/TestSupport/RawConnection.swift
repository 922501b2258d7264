import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A connection to a server on this machine that sends what it is told to, byte for byte: no client mends its paths.
public actor RawConnection {
    private let thread = WaitingThread()
    /// The server runs in the same process, and must not wait for who waits for it.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// - Parameter patience: how long an answer may take, in seconds.
    public init(port: UInt16, patience: Int = 20) throws {
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var time = timeval()
        time.tv_sec = numericCast(patience)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let outcome = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard outcome == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    /// What a server answered.
    public struct Answer: Sendable {
        /// The number in its first line.
        public let status: Int
        /// The headers with their names in small letters.
        public let headers: [String: String]
        /// The body as text.
        public let body: String
    }

    /// Asks for a path and reads the whole answer.
    public func get(_ path: String, host: String? = "localhost", method: String = "GET") throws -> Answer {
        let head = try ask(path, host: host, method: method)
        let length = method == "HEAD" ? 0 : Int(head.headers["content-length"] ?? "") ?? 0
        while received.count < length { try receive() }
        let body = String(decoding: received.prefix(length), as: UTF8.self)
        received.removeFirst(length)
        return Answer(status: head.status, headers: head.headers, body: body)
    }

    /// Asks for a path and reads the head of the answer.
    public func ask(_ path: String, host: String? = "localhost", method: String = "GET") throws -> Answer {
        let hostLine = host.map { "Host: \($0)\r\n" } ?? ""
        let request = Array("\(method) \(path) HTTP/1.1\r\n\(hostLine)\r\n".utf8)
        guard send(descriptor, request, request.count, 0) == request.count else { throw POSIXError(.EPIPE) }
        let lines = try text(upTo: "\r\n\r\n").components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, headers: headers, body: "")
    }

    /// The data of the next event of a kind, of an answer that does not end.
    public func event(_ name: String) throws -> String {
        while true {
            // The lengths of the pieces that it is sent in stand between, too.
            let text = try text(upTo: "\n\n").replacing("\r\n", with: "\n")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
            guard lines.contains(where: { $0 == "event: \(name)" }) else { continue }
            return lines.first { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) } ?? ""
        }
    }

    private func text(upTo end: String) throws -> String {
        while true {
            if let range = received.firstRange(of: Array(end.utf8)) {
                defer { received.removeSubrange(..<range.upperBound) }
                return String(decoding: received[..<range.lowerBound], as: UTF8.self)
            }
            try receive()
        }
    }

    private func receive() throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { throw POSIXError(count == 0 ? .ECONNRESET : .ETIMEDOUT) }
        received += buffer[..<count]
    }
}

/// A thread of its own for work that waits.
private final class WaitingThread: SerialExecutor {
    private let queue = DispatchQueue(label: "connection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
