import FlyingFox
import FlyingSocks
import Foundation

/// Answers requests.
struct LiveHandler: HTTPHandler {
    let site: LiveSite
    let listeners: LiveListeners

    private static let events = "/\(LivePage.folder)/events"

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard HostNames.isLocal(request.headers[.host]) else {
            return text(.forbidden, "Only localhost and 127.0.0.1 are answered here.\n")
        }
        guard request.method == .GET || request.method == .HEAD else {
            return text(.methodNotAllowed, "Pages are read by GET.\n", [HTTPHeader("Allow"): "GET, HEAD"])
        }
        guard let path = LivePath(request.target.path()) else {
            return text(.badRequest, "This is no address of a page.\n")
        }
        if request.target.path() == Self.events { return stream(request) }
        var response = await respond(path, request)
        if request.method == .HEAD, case .httpBody(let body) = response.payload {
            response.headers[.contentLength] = body.count.map(String.init)
            response.payload = .httpBody(HTTPBodySequence(data: Data()))
        }
        return response
    }

    private func respond(_ path: LivePath, _ request: HTTPRequest) async -> HTTPResponse {
        switch await site.answer(path) {
        case .file(let file): return send(file.isFault ? .internalServerError : .ok, file)
        case .folder: return text(.found, "", [.location: request.target.path() + "/"])
        case .nothing:
            if case .file(let page) = await site.answer(LivePath.missing) { return send(.notFound, page) }
            return text(.notFound, "Nothing is here.\n")
        }
    }

    private func send(_ status: HTTPStatusCode, _ file: LiveFile, _ more: HTTPHeaders = [:]) -> HTTPResponse {
        var headers = more
        headers[.contentType] = file.type
        // Everything is made anew, and nothing is anybody else's to include.
        headers[.cacheControl] = "no-store"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        let body = HTTPBodySequence(data: Data(file.bytes), suggestedBufferSize: max(1, file.bytes.count))
        return HTTPResponse(statusCode: status, headers: headers, body: body)
    }

    private func text(_ status: HTTPStatusCode, _ text: String, _ headers: HTTPHeaders = [:]) -> HTTPResponse {
        send(status, LiveFile(Array(text.utf8), at: ".txt"), headers)
    }

    /// The events for a page that tells which guide it shows, and in which state.
    private func stream(_ request: HTTPRequest) -> HTTPResponse {
        let events = listeners.listen()
        let query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
        let guide = query["guide"]
        var first = [ServerSentEvent("hello", site.run), site.faultsEvent]
        let since = site.state.withLock { $0.number(of: guide) }
        if let made = query["made"].flatMap(Int.init), made < since {
            first.append(LiveChange(isOfAll: true).event)
        }
        let body = HTTPBodySequence(from: EventBytes(first: first, events: events))
        let headers: HTTPHeaders = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return HTTPResponse(statusCode: .ok, headers: headers, body: body)
    }
}

extension LivePath {
    /// The site's own page for what is not there.
    fileprivate static let missing = LivePath(parts: ["404.html"])

    private init(parts: [String]) {
        self.parts = parts
        isFolder = false
    }
}
