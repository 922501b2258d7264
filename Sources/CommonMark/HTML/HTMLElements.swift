/// The elements of what only a page knows.
package protocol HTMLElements {
    /// The opening tag of a value's `data` element.
    func tag(ofValue number: Int) -> HTMLText
    /// The opening tag of an alert's `aside`, and its title.
    func start(of alert: AlertKind) -> HTMLText
}
