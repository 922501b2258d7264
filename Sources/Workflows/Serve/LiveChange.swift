import Sources

/// Which pages are others than before.
package struct LiveChange: Sendable {
    /// The guides whose pages are; the pages that list guides are then, too.
    var guides: Set<String> = []
    /// Whether every page is.
    var isOfAll = false
    /// Whether only the style sheet is, which is put in without loading the page again.
    var isOfStyle = false

    /// Whether there is anything to tell.
    var isEmpty: Bool { guides.isEmpty && !isOfAll && !isOfStyle }

    /// The event that pages are told.
    var event: ServerSentEvent {
        if isOfStyle, !isOfAll, guides.isEmpty { return ServerSentEvent("style", "{}") }
        let value: JSONValue = ["all": .bool(isOfAll), "guides": JSONValue(guides.sorted())]
        return ServerSentEvent("change", value.text())
    }
}
