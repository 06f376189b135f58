/// The words by which somebody takes a position.
enum StanceVocabulary {
    typealias Label = StanceFinding.Label

    /// Verbs by base form.
    static let verbs: [(Label, String)] = [
        (
            .rejects,
            """
            reject oppose refuse resist rebuff veto denounce condemn object decry criticize
            criticise spurn repudiate disavow rule
            """
        ),
        (
            .accepts,
            "accept agree approve endorse support welcome favor favour embrace allow permit let"
        ),
        (
            .demands,
            "demand insist require call seek want request press push urge advocate pursue need"
        ),
        (.proposes, "propose suggest offer"),
        (.open, "consider examine explore weigh"),
        (.deferred, "defer postpone shelve"),
        (.removed, "remove drop scrap delete"),
    ]

    /// Verbs by which a plan provides something.
    static let providing = """
        require include envisage envision foresee provide demand oblige ask call contain offer
        propose suggest grant give allow commit
        """

    /// Verbs that are a position only with one of these words behind them.
    static let particles: [String: String] = [
        "call": "for on", "push": "for", "press": "for", "object": "to that",
        "agree": "to on that", "insist": "on that they upon", "offer": "to", "rule": "out",
    ]

    /// Nouns that hold a position of whoever owns them: "Putin's demand for".
    static let nouns: [(Label, String)] = [
        (.demands, "demand demands insistence call calls request conditions condition"),
        (.rejects, "rejection refusal opposition criticism"),
        (.proposes, "proposal proposals suggestion offer"),
        (.accepts, "acceptance support endorsement approval"),
        (.open, "openness readiness willingness"),
    ]

    /// What a plan is called.
    static let documents = WordSet(
        """
        plan plans proposal proposals draft drafts framework document text version blueprint
        outline accord treaty roadmap
        """)

    /// Against what a noun beside them names: "the refusal of membership", "a cap on troops".
    static let against = WordSet(
        """
        ban bans banning bar barring refusal refuse refusing renounce renouncing renunciation
        prohibit prohibiting prohibition prevent preventing block blocking without no not never
        exclude excluding exclusion forgo forgoing forswear outside neutrality rejection restrict
        restriction restrictions restricting limit limits limiting cap caps capping ceiling
        reduce reducing reduction
        """)

    /// "giving up membership".
    static let giving = WordSet("give gives gave given giving")
    static let up = Word("up")

    /// In a provision: it keeps something from being.
    static let keepsFrom = WordSet("no not without out outside never ban bars excludes")

    /// In what somebody says: they do not want it.
    static let unacceptable = WordSet("unacceptable inadmissible impossible")
    static let acceptable = WordSet("acceptable negotiable")
    static let question = Word("question")
    static let out = Word("out")
    static let no = Word("no")
    /// What is to go: "the embargo to be lifted", "the lifting of the embargo".
    static let lifting = WordSet(
        """
        lift lifted lifting lifts abolish abolished abolishing scrap scrapped scrapping repeal
        repealed removal removed removing
        """)
    /// Before a thing somebody wants little of.
    static let weakening = WordSet("least less fewer minimal")
    static let failed = WordSet("could can did do")
    /// In what somebody says: they want it.
    static let necessary = WordSet(
        "must should need needs crucial essential necessary vital imperative priority")
    /// In what somebody says: it can be talked about.
    static let basis = WordSet("foundation basis")
    static let possible = WordSet("could can might may plausible possible good")
    static let lines = WordSet("line lines")
    /// Nothing is settled.
    static let unsettled = WordSet("unresolved unsettled disputed")
    static let failing = WordSet("failed fail fails failing")
    static let agreeing = WordSet("reach agree find")
    static let agreed = WordSet("agree agrees agreed agreeing")
    static let dividing = WordSet("divide divides divided dividing")
    static let parties = WordSet("parties sides")

    static let discussing = WordSet(
        "settle resolve discuss address negotiate clarify debate tackle consider")
    static let ready = WordSet("ready willing prepared inclined")
    static let unready = WordSet("unwilling unprepared reluctant unready")
    static let refusing = WordSet(
        "refuse refuses refused refusing decline declines declined declining")

    /// What parts of a plan are called.
    static let documentParts = WordSet(
        "point points provision provisions terms issue issues clause clauses")
    static let except = WordSet("except excepting")
    static let about = WordSet("concerning on about regarding of over")

    /// What begins a condition; what stands before "if" where it is none.
    static let conditional = WordSet("if unless once provided")
    static let turning = WordSet("but yet however ;")
    static let concessive = WordSet("as even what")
    /// Behind these a time is told: "on the day a treaty is signed".
    static let timing = WordSet("day when after before until while")
    static let ruling = WordSet("rule rules ruled ruling")

    static let afterOnly = WordSet("once after if when")
}
