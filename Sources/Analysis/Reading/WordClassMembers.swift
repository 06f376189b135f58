extension WordClass {
    /// The words of each class, small letters, parted by blanks.
    static let members: [(WordClass, String)] = [
        (
            .preposition,
            """
            in at on to from into near toward towards of for with by about against after before
            between among within across around over under through during since until via without
            outside inside beyond behind amid despite onto upon per versus besides alongside
            """
        ),
        (
            .determiner,
            """
            the a an this that these those its his her their our my your some any no every each
            both all several many few another such
            """
        ),
        (.conjunction, "and or but nor as that which if when while because although whether than"),
        (.pronoun, "he she they it who we i you him her them us me himself herself themselves"),
        (
            .auxiliary,
            """
            is are was were be been being has have had having will would shall should can could may
            might must do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't
            can't cannot couldn't doesn't don't didn't shouldn't
            """
        ),
        (
            .negation,
            """
            not no never nor neither none nobody nothing isn't aren't wasn't weren't hasn't haven't
            hadn't won't wouldn't can't cannot couldn't doesn't don't didn't shouldn't without
            """
        ),
        (.weekday, "monday tuesday wednesday thursday friday saturday sunday"),
        (
            .month,
            """
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            """
        ),
        (
            .numberWord,
            """
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
            ninety hundred thousand million billion trillion dozen first second third fourth fifth
            sixth seventh eighth ninth tenth half quarter
            """
        ),
    ]
}
