import Intake
import Testing

@testable import Analysis

@Suite struct DossierTests {
    private var envoy: Participant {
        var envoy = Participant(id: "envoy", name: "Ana Ortega", kind: .person)
        envoy.roles = [
            .init(
                title: "Minister", from: Day(iso: "2029-01-15"), until: Day(iso: "2031-06-30")),
            .init(title: "Envoy", from: Day(iso: "2031-06-01")),
            .init(title: "Author"),
        ]
        return envoy
    }

    @Test(arguments: [
        ("2029-01-14", ["Author"]), ("2029-01-15", ["Minister", "Author"]),
        ("2031-06-30", ["Minister", "Envoy", "Author"]), ("2031-07-01", ["Envoy", "Author"]),
    ])
    func `offices are held from their first day to their last`(
        day: String, titles: [String]
    ) throws {
        let day = try #require(Day(iso: day))
        #expect(envoy.roles(on: day).map(\.title) == titles)
    }
}
