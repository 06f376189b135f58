import Foundation
import Testing

/// Random keys on random articles at random sizes. `PARLEY_RANDOM_STEPS` walks so many steps, and
/// `PARLEY_RANDOM_SEED` begins at another seed: the same seed is the same walk.
@Suite(.serialized) struct RandomKeysTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let length = 60
    private static let first = environment["PARLEY_RANDOM_SEED"].flatMap { UInt64($0) } ?? 1
    private static let count =
        max(1, (environment["PARLEY_RANDOM_STEPS"].flatMap { Int($0) } ?? 480) / length)
    static let seeds = (0..<UInt64(count)).map { first + $0 }

    @Test(arguments: seeds)
    func `no keys break the rules of a frame, and Esc leads home`(seed: UInt64) async throws {
        let walk = Walk(seed: seed, length: Self.length)
        // Should the program end here, the last line says where.
        if Self.count > 8 || Self.environment["PARLEY_RANDOM_SEED"] != nil {
            FileHandle.standardError.write(Data("walk \(seed)\n".utf8))
        }
        guard let finding = try await walk.finding() else { return }
        let shortest = try await walk.shortened()
        let last = try await shortest.finding() ?? finding
        Issue.record("\(last.what)\n\(shortest.words)")
    }
}
