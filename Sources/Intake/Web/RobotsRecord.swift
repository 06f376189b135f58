/// What a site's `robots.txt` said when it was last asked for.
package struct RobotsRecord: Hashable, Sendable {
    /// Scheme, host and port, as `WebAddress.site` has them.
    package var site: String
    /// The file as it came, as far as it is looked at; empty where the site has none.
    package var bytes: [UInt8]
    package var validators: WebValidators
    /// It was asked for so recently that it counts as it is; else it is asked for again, and
    /// counts only where the server has a fault or says that it has not changed.
    package var isFresh: Bool

    package init(
        site: String, bytes: [UInt8] = [], validators: WebValidators = WebValidators(),
        isFresh: Bool = true
    ) {
        self.site = site
        self.bytes = bytes.count > Robots.longest ? Array(bytes[..<Robots.longest]) : bytes
        self.validators = validators
        self.isFresh = isFresh
    }
}
