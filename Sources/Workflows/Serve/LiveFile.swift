/// What is sent for an address.
struct LiveFile: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Whether it is the page of a fault, and not what was asked for.
    var isFault = false

    /// - Parameter path: its ending tells the type.
    init(_ bytes: [UInt8], at path: String) {
        self.bytes = bytes
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        type = Self.types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8", "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "txt": "text/plain; charset=utf-8",
        "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
        "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "pdf": "application/pdf",
        "mp4": "video/mp4", "webm": "video/webm", "woff2": "font/woff2", "csv": "text/csv; charset=utf-8",
        "webmanifest": "application/manifest+json",
    ]
}
