import Foundation

extension Disk {
    /// A file that could not be read, or written.
    struct Failure: Error {
        /// Why not.
        enum Cause: Equatable {
            /// The system's own number of an error.
            case system(Int32)
            /// It is no file: what it is instead, as “a FIFO”.
            case special(String)
            /// It is larger than so many bytes.
            case tooLarge(Int)
            /// A link stands where something is to be written.
            case link
        }

        let path: String
        let cause: Cause

        init(path: String, _ cause: Cause) {
            self.path = path
            self.cause = cause
        }

        init(path: String, code: Int32) { self.init(path: path, .system(code)) }

        /// The system's number; 0 where it was not the system that refused.
        var code: Int32 { if case .system(let code) = cause { code } else { 0 } }

        /// In words.
        var reason: String {
            switch cause {
            case .system(let code): String(cString: strerror(code))
            case .special(let kind): "it is \(kind), not a file"
            case .tooLarge(let most): "it is larger than \(most >> 20) MiB"
            case .link: "it is a symbolic link, and nothing is written through one"
            }
        }
    }
}
