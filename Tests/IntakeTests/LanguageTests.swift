import Testing

@testable import Intake

struct LanguageTests {
    @Test(arguments: [
        (
            "en",
            "The lamps of the quay were lit, and nobody came to see that they had been cleaned."
        ),
        (
            "de",
            "Die Lampen am Kai wurden angezündet, und niemand kam, um zu sehen, dass sie nicht neu sind."
        ),
        (
            "fr",
            "Les lampes du quai ont été allumées, mais personne n'est venu pour voir que la ville est belle."
        ),
        (
            "es",
            "Las lámparas del muelle se encendieron, pero nadie vino a ver lo que los hombres de la ciudad hacen."
        ),
        (
            "it",
            "Le lampade del molo sono accese, ma non è venuto nessuno a vedere che cosa fa la gente di una città."
        ),
        (
            "pl",
            "Lampy na nabrzeżu są zapalone, ale nikt nie przyszedł, bo to jest tak, że się do tego nie chodzi."
        ),
        (
            "ru",
            "Фонари на набережной зажгли, но никто не пришёл, и это не было для них так же важно, как раньше."
        ),
        (
            "uk",
            "Ліхтарі на набережній запалили, але ніхто не прийшов, і це не було для них так важливо, як раніше."
        ),
    ])
    func `the language is found by its common words`(code: String, text: String) {
        #expect(Language.code(of: Array(text.utf8)) == code)
    }

    @Test(arguments: [
        "", "Oslo, Bern, Vienna.", "Moscow Kyiv Washington Geneva Miami Davos", "漢字", "la de que",
    ])
    func `an unsure case has none`(text: String) {
        #expect(Language.code(of: Array(text.utf8)) == nil)
    }
}
