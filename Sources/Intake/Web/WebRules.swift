/// How the web is asked: how often, how far, and for what not. Times are milliseconds.
package struct WebRules: Equatable, Sendable {
    /// The program's name, as `robots.txt` knows it.
    package var agent = "parley"
    /// Hosts that only a private network reaches are asked too.
    package var allowsPrivate = false
    package var mostRedirects = 5
    package var hostsAtOnce = 6
    /// Between the end of one request to a host and the next.
    package var pace = 1000
    /// A site that asks for more between two requests gets this much.
    package var longestPace = 30_000
    /// A server that asks to be left alone for longer is not asked again.
    package var longestWait = 30_000
    package var mostRetries = 2

    package init() {}
}

/// One address that somebody wants fetched.
package struct WebErrand: Hashable, Sendable {
    /// As it was given; outcomes are told by it.
    package var address: String
    /// Of the state that is known already; then it is fetched only if it has changed.
    package var known: WebValidators?

    package init(_ address: String, known: WebValidators? = nil) {
        self.address = address
        self.known = known
    }
}

/// One request that is to be made now.
package struct WebRequest: Hashable, Sendable {
    /// Told with its answer.
    package var number: Int
    package var address: WebAddress
    package var known: WebValidators?
}

/// What became of an errand.
package struct WebOutcome: Equatable, Sendable {
    package enum Ending: Equatable, Sendable {
        case fetched(WebAnswer)
        /// The state that is known already is still the present one.
        case unchanged
        case failed(WebProblem)
    }

    package var errand: WebErrand
    package var ending: Ending
    /// Where the redirects led; nil when the address could not even be read.
    package var place: WebAddress?
    /// Whether all redirects said that they are for good.
    package var hasMoved = false
}
