import Glibc
import Testing

@testable import parley

/// Ctrl-C during work that is waited for; in one place, since what has come is known everywhere.
@Suite(.serialized, .threadOfItsOwn) struct `Waiting for work` {
    @Test func `Ctrl-C that comes too late to stop it is not forgotten`() throws {
        var interrupt = sigset_t()
        var before = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_BLOCK, &interrupt, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        defer { StopSignals.note(0) }
        let thread = pthread_self()
        let done = try waiting {
            pthread_kill(thread, SIGINT)
            return "all"
        }
        #expect(done == "all")
        #expect(StopSignals.hasCome)
    }
}
