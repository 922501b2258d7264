import Rendering

/// Writes the page that servers send where nothing is.
struct MissingWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// - Parameter isServed: whether the site stands at the root of its host, whatever its address will be.
    func write(isServed: Bool) throws(OutputError) {
        guard let template = loaded.site?.missing else { return }
        let configuration = loaded.project.configuration
        let page = MissingPage(
            loaded.project.languages.map { ($0, configuration.title[$0.tag]) },
            root: MissingPage.root(of: isServed ? "" : configuration.url ?? ""))
        var buffer: [UInt8] = []
        template.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
        try buffer.withUnsafeBufferPointer { (bytes) throws(OutputError) in
            try sink.put(bytes, at: MissingPage.name)
        }
    }
}
