/// Answers requests.
struct LiveHandler: Sendable {
    let site: LiveSite
    let listeners: LiveListeners

    private static let events = "/\(LivePage.folder)/events"

    func response(to request: ServeRequest) async -> ServeResponse {
        guard HostNames.isLocal(request.host) else {
            return Self.text(.forbidden, "Only localhost and 127.0.0.1 are answered here.\n")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return Self.text(.methodNotAllowed, "Pages are read by GET.\n", [("Allow", "GET, HEAD")])
        }
        guard let path = LivePath(request.path) else {
            return Self.text(.badRequest, "This is no address of a page.\n")
        }
        if request.path == Self.events { return stream(request) }
        switch await site.answer(path) {
        case .file(let file): return Self.send(file.isFault ? .internalServerError : .ok, file)
        case .folder: return Self.text(.found, "", [("Location", request.path + "/")])
        case .nothing:
            if case .file(let page) = await site.answer(LivePath.missing) { return Self.send(.notFound, page) }
            return Self.text(.notFound, "Nothing is here.\n")
        }
    }

    private static func send(
        _ status: ServeResponse.Status, _ file: LiveFile, _ more: [(String, String)] = []
    ) -> ServeResponse {
        // Everything is made anew, and nothing is anybody else's to include.
        let headers = [
            ("Content-Type", file.type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
        ]
        return ServeResponse(status: status, headers: more + headers, body: .bytes(file.bytes))
    }

    static func text(
        _ status: ServeResponse.Status, _ text: String, _ headers: [(String, String)] = []
    ) -> ServeResponse {
        send(status, LiveFile(Array(text.utf8), at: ".txt"), headers)
    }

    /// The events for a page that tells which guide it shows, and in which state.
    private func stream(_ request: ServeRequest) -> ServeResponse {
        let events = listeners.listen()
        var first = [ServerSentEvent("hello", site.run), site.faultsEvent]
        let since = site.state.withLock { $0.number(of: request.query["guide"]) }
        if let made = request.query["made"].flatMap(Int.init), made < since {
            first.append(LiveChange(isOfAll: true).event)
        }
        let headers = [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")]
        return ServeResponse(status: .ok, headers: headers, body: .events(first: first, events))
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
