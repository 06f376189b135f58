/// Why an address was not fetched. Its `description` completes “address: …” for a person, says
/// what they can do about it, and holds nothing of the answer that a terminal would obey.
package enum WebProblem: Error, Hashable, Sendable {
    // What was asked for.
    case notAnAddress(String)
    case otherScheme(String)
    case holdsUser
    case notPublic(String, HostReach)
    // Where it led.
    case redirectToNowhere
    case redirectRefused(String)
    case redirectLoop
    case tooManyRedirects(Int)
    // What the site wants.
    case robots(agent: String)
    case robotsUnread(String)
    case asksToWait(seconds: Int?)
    case status(Int)
    // What came.
    case notRead(type: String)
    case tooLarge(limit: Int)
    case headerTooLarge
    case damaged
    case brokenOff
    case noAnswer
    // The way there.
    case noSuchHost
    case noProxy
    case noConnection(String)
    case notTrusted(String)
    case noCertificates
    case tooSlow(seconds: Double)
    case stalled(seconds: Double)
    case failed(String)
}

extension WebProblem {
    /// Whether the host itself is at fault, so that asking it for more would end the same way.
    var isOfHost: Bool {
        switch self {
        case .noSuchHost, .noProxy, .noConnection, .notTrusted, .noCertificates, .asksToWait:
            true
        default: false
        }
    }
}

extension WebProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnAddress(let reason): "is no address that can be fetched: \(reason)."
        case .otherScheme(let scheme):
            "only http and https are fetched, not \(WebProblem.clean(scheme))."
        case .holdsUser: "addresses with a user name in them are not fetched."
        case .notPublic(let host, let reach):
            "\(WebProblem.clean(host)) is \(reach.rawValue); with --allow-private it is fetched all the same."
        case .redirectToNowhere: "answers with a redirect that leads nowhere."
        case .redirectRefused(let reason): "answers with a redirect that is not followed: \(reason)"
        case .redirectLoop: "its redirects go in a circle."
        case .tooManyRedirects(let most): "has more than \(most) redirects."
        case .robots(let agent):
            "its robots.txt asks \(agent) not to read it; save the page and import the file."
        case .robotsUnread(let reason):
            "its robots.txt cannot be read, so nothing is: \(reason)"
        case .asksToWait(let seconds?):
            "asks for \(WebProblem.time(seconds)) without requests; try again after that."
        case .asksToWait(nil): "says that it gets too many requests; try again later."
        case .status(let status): "answers \(status)\(WebProblem.meaning(of: status))."
        case .notRead(let type):
            "is \(WebProblem.clean(type)), which is no page and no feed."
        case .tooLarge(let limit): "is larger than \(limit >> 20) MiB."
        case .headerTooLarge: "answers with a header that is too large."
        case .damaged: "its compressed answer is damaged."
        case .brokenOff: "its answer breaks off; try again."
        case .noAnswer: "closes the connection without an answer."
        case .noSuchHost: "there is no such host; check the name and the connection."
        case .noProxy: "the proxy that the environment names is not known."
        case .noConnection(let reason): "cannot be reached: \(WebProblem.clean(reason))."
        case .notTrusted(let reason):
            "its certificate is not trusted: \(WebProblem.clean(reason))."
        case .noCertificates:
            "the trusted certificates that CURL_CA_BUNDLE or SSL_CERT_FILE names cannot be read."
        case .tooSlow(let seconds): "was not complete after \(WebProblem.time(seconds)); try again."
        case .stalled(let seconds): "sent nothing for \(WebProblem.time(seconds)); try again."
        case .failed(let reason): "cannot be fetched: \(WebProblem.clean(reason))."
        }
    }

    private static func meaning(of status: Int) -> String {
        switch status {
        case 401: " (it wants a password)"
        case 402, 403: " (it lets no programs in, or only subscribers)"
        case 404: " (there is no such page)"
        case 410: " (it is gone for good)"
        case 451: " (it is blocked by law)"
        case 500...599: " (the server has a fault); try again later"
        default: ""
        }
    }

    private static func time(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? time(Int(seconds)) : "\(seconds) seconds"
    }

    private static func time(_ seconds: Int) -> String {
        switch seconds {
        case ...119: seconds == 1 ? "1 second" : "\(seconds) seconds"
        case ...7199: "\((seconds + 59) / 60) minutes"
        default: "\((seconds + 3599) / 3600) hours"
        }
    }

    /// Printable, on one line, and short; without a full stop at its end.
    private static func clean(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(160) {
            let isPlain = scalar.value >= 0x20 && scalar.isASCII && scalar.value != 0x7F
            line.append(isPlain || scalar.properties.isAlphabetic ? scalar : "?")
        }
        while line.last == "." { line.removeLast() }
        return String(line)
    }
}
