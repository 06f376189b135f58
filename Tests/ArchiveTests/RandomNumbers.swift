import Analysis
import Intake

/// The same numbers in every run (SplitMix64), so that a failing case can be found again.
struct RandomNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
    mutating func flag() -> Bool { Bool.random(using: &self) }

    mutating func text() -> String {
        let parts = [
            "", "a", "Marta", "“quote”", "Ильвес", "\0", "naïve", "👩‍👩‍👧", "OR", "\"", "*", "x y",
        ]
        return (0..<number(3)).map { _ in parts[number(parts.count)] }.joined()
    }

    mutating func optional<Value>(_ value: Value) -> Value? { flag() ? value : nil }

    mutating func list<Value>(_ make: (inout RandomNumbers) -> Value) -> [Value] {
        (0..<number(4)).map { _ in make(&self) }
    }

    mutating func range() -> Range<Int> {
        let start = number(5000)
        return start..<start + number(200)
    }

    mutating func day() -> Day { Day(number: Int32(number(60_000) - 20_000)) }

    mutating func basis() -> Basis {
        Basis(
            rule: text(), cue: optional(text()),
            confidence: flag() ? 0.95 : Double.random(in: 0...1, using: &self),
            rivals: list { $0.text() },
            evidence: list { Evidence(sentence: $0.number(90), range: $0.range()) })
    }

    mutating func findings() -> Findings {
        var findings = Findings()
        findings.outletID = optional(text())
        findings.actors = list {
            ActorFinding(
                id: $0.text(), name: $0.text(), kind: Participant.Kind.allCases[$0.number(4)],
                isKnown: $0.flag(), forms: $0.list { $0.text() }, basis: $0.basis())
        }
        findings.citedOutlets = list {
            OutletFinding(
                id: $0.text(), name: $0.text(), isKnown: $0.flag(), how: .interview,
                basis: $0.basis())
        }
        findings.quotes = list {
            QuoteFinding(
                sentence: $0.number(90), range: $0.range(), kind: .partial,
                speaker: $0.optional($0.text()), speakerID: $0.optional($0.text()),
                speakerMention: $0.optional($0.text()), isNamed: $0.flag(),
                joint: $0.list {
                    QuoteFinding.Speaker(
                        name: $0.text(), id: $0.optional($0.text()), isNamed: $0.flag())
                },
                cue: $0.optional($0.text()), via: $0.optional($0.text()), basis: $0.basis())
        }
        findings.offices = list {
            OfficeFinding(
                actor: $0.text(), name: $0.text(), office: $0.text(), day: $0.text(),
                roles: $0.list { random in
                    Participant.Role(
                        title: random.text(), from: random.optional(Day(number: 20_000)),
                        until: random.optional(Day(number: -3)))
                }, isChecked: $0.flag(), sources: $0.list { $0.text() }, basis: $0.basis())
        }
        findings.points = list { PointFinding(id: $0.text(), basis: $0.basis()) }
        findings.stances = list {
            StanceFinding(
                actor: $0.text(), actorID: $0.optional($0.text()), point: $0.text(),
                draft: $0.optional($0.text()), label: StanceFinding.Label.allCases[$0.number(8)],
                condition: $0.optional($0.text()), sentence: $0.number(90),
                accordingTo: $0.optional($0.text()), basis: $0.basis())
        }
        addFactsAndVoices(to: &findings)
        return findings
    }

    private mutating func addFactsAndVoices(to findings: inout Findings) {
        let values = [0, -0.0, 28, 0.1, 1e300, .infinity, -1234.567, 600_000, Double(1 << 60)]
        findings.figures = list {
            FigureFinding(
                sentence: $0.number(90), range: $0.range(), value: values[$0.number(values.count)],
                unit: $0.optional($0.text()), isApproximate: $0.flag(),
                about: $0.optional($0.text()), draft: $0.optional($0.text()),
                event: $0.optional($0.text()), basis: $0.basis())
        }
        findings.dates = list {
            DateFinding(
                sentence: $0.number(90), range: $0.range(), edtf: $0.text(), first: $0.day(),
                last: $0.day(), isRelative: $0.flag(), event: $0.optional($0.text()),
                basis: $0.basis())
        }
        findings.drafts = list { DraftFinding(id: $0.text(), basis: $0.basis()) }
        findings.events = list { EventFinding(id: $0.text(), basis: $0.basis()) }
        findings.voices = list {
            VoiceFinding(
                sentence: $0.number(90), voice: .hedged, chain: $0.list { $0.text() },
                basis: $0.basis())
        }
        findings.notes = list { $0.text() }
    }
}
