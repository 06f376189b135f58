import Testing

@testable import Archive

/// Pairs from Porter's paper.
@Test(arguments: [
    ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"),
    ("feed", "feed"), ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"),
    ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"),
    ("sized", "size"), ("hopping", "hop"), ("falling", "fall"), ("hissing", "hiss"),
    ("failing", "fail"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
    ("relational", "relat"), ("conditional", "condit"), ("valenci", "valenc"),
    ("digitizer", "digit"), ("conformabli", "conform"), ("radicalli", "radic"),
    ("vietnamization", "vietnam"), ("predication", "predic"), ("operator", "oper"),
    ("feudalism", "feudal"), ("decisiveness", "decis"), ("hopefulness", "hope"),
    ("formaliti", "formal"), ("sensitiviti", "sensit"), ("triplicate", "triplic"),
    ("formative", "form"), ("formalize", "formal"), ("electrical", "electr"),
    ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"),
    ("airliner", "airlin"), ("adjustable", "adjust"), ("irritant", "irrit"),
    ("replacement", "replac"), ("adoption", "adopt"), ("communism", "commun"),
    ("activate", "activ"), ("effective", "effect"), ("bowdlerize", "bowdler"),
    ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"),
    ("roll", "roll"), ("negotiations", "negoti"), ("negotiating", "negoti"), ("as", "as"),
    ("élan", "élan"), ("b2b", "b2b"),
])
func `a word is cut to its stem`(word: String, stem: String) {
    #expect(PorterStemmer.stem(word) == stem)
}
