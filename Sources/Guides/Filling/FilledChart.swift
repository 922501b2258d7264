import CommonMark

/// A chart in a filled text.
public struct FilledChart {
    /// The code block that Markdown shows.
    public let node: Node
    /// What is drawn.
    public let drawing: ChartDrawing
}
