/// The words of speech, by what they do. Verbs are given by their base form; `forms(of:)` inflects.
/// Chosen from general knowledge of English news prose and checked on the training half of PolNeAR
/// (Newell et al. 2018), a public corpus of attributions.
enum SpeechVocabulary {
    /// Verbs by base form, with their classes.
    static let verbs: [(SpeechClass, String)] = [
        (
            .saying,
            """
            accuse acknowledge add admit advise agree allege announce answer argue ask assert
            assume assure believe boast brag calculate caution chant charge claim clarify
            comment complain concede conclude confirm contend continue convince counter
            criticise criticize cry decide declare decry demand deny deplore describe disclose
            doubt echo elaborate email emphasise emphasize estimate exclaim expect explain fear
            feel figure foresee fume guess hear hint hope imagine implore indicate inform
            insist instruct interject interrupt joke judge know lament laugh maintain message
            muse mutter note object observe opine order outline plead pledge posit post predict
            proclaim promise propose protest quip rant realize reason recall recognise recognize
            recommend recount regret reiterate relate remark remind repeat reply report request
            respond retort retweet reveal rule say scoff scream shout sigh signal snap
            sneer speculate state stress suggest sum suspect swear tease tell testify think
            threaten tout tweet underline underscore understand urge vow warn whisper wonder
            worry write yell
            """
        ),
        (
            .position,
            """
            accuse address advise advocate affirm agree apologize appeal applaud approve ask
            attack back bemoan berate blame blast brand call caution challenge
            characterise characterize chide cite commend compare condemn congratulate consider
            contradict convey credit criticise criticize decline decry defend demand denounce
            deride describe detail disagree disapprove disavow discuss dismiss doubt downplay
            dub elaborate encourage endorse expect express favor favour fear hail highlight hint
            honor hope identify insist instruct invoke know label lambast lambaste lash laud
            liken lobby mention mock name object offer oppose order outline plead pledge
            point portray praise prefer press promise propose push question quote rail reaffirm
            reassure rebuke rebut refer refuse refute reject repudiate request ridicule salute
            scold see seek slam speak support talk tell thank threaten tout urge view voice vow
            want warn welcome wish worry
            """
        ),
        (
            .showing,
            """
            find indicate place reveal show suggest
            """
        ),
        (
            .thinking,
            """
            agree assume believe consider decide doubt expect favor fear feel guess hear hope
            imagine judge know oppose plan prefer realize recognise recognize see seek support
            suspect think understand view want wish worry
            """
        ),
        (
            .plainSaying,
            """
            acknowledge add admit argue claim continue declare emphasize explain insist note
            reply report say state stress suggest tell warn write
            """
        ),
        (
            .withholding,
            """
            acknowledge add admit argue claim comment confirm continue declare disclose
            emphasize explain insist mention note reply report reveal say specify state stress
            suggest tell warn write
            """
        ),
        (
            .quoting,
            """
            call chant say shout tell tweet write
            """
        ),
        (
            .naming,
            """
            brand call cast characterise characterize describe dub hail label portray tout view
            welcome
            """
        ),
        (.needsTo, "continue"),
        (.publishing, "publish air broadcast release leak"),
    ]

    static let doublesLastLetter = WordSet(
        "admit blog commit dub permit plan quip rap rebut refer slam tag")

    /// Past forms that do not end in -ed.
    static let irregularPast: [String: String] = [
        "broadcast": "broadcast",
        "cast": "cast", "choose": "chose", "draw": "drew", "feel": "felt", "find": "found",
        "forbid": "forbade", "foresee": "foresaw", "give": "gave", "hear": "heard",
        "hold":
            "held", "know": "knew", "lay": "laid", "make": "made", "mean": "meant", "pay": "paid",
        "put": "put", "quit": "quit", "read": "read", "say": "said", "see": "saw",
        "seek":
            "sought", "set": "set", "shoot": "shot", "show": "showed", "speak": "spoke",
        "strike":
            "struck", "swear": "swore", "tell": "told", "think": "thought", "tweet": "tweeted",
        "understand": "understood", "uphold": "upheld", "write": "wrote",
    ]

    /// Words as they stand, with their classes.
    static let words: [(SpeechClass, String)] = [
        (
            .nounLike,
            """
            address answer answers appeal attack attacks back backing blame brand call calls
            campaign challenge challenges charge charges claim claims comment comments counter
            credit cry demand demands detail details doubt doubts email emails estimate
            estimates fear fears feel feeling feelings figure figures find finding findings fire
            focus guess hearing honor hope hopes joke jokes judge judges know label laugh lobby
            meaning mention mentions message messages name names note notes object objects offer
            offering offers order orders outline place places plan plans pledge pledges point points post
            posts praise present press promise promises protest protests push question questions
            read reason reasons relate remark remarks reply report reporting reports request
            requests rule rules ruling saying setting show showing shows sound sounds state
            states sum support swear talk talks threat tweet tweets understanding view views
            voice want warning warnings wish wonder worries worry writing
            """
        ),
        (
            .auxiliary,
            """
            am are aren't be been being can can't cannot could couldn't did didn't do does
            doesn't don't had hadn't has hasn't have haven't is isn't may might must shall
            should shouldn't was wasn't were weren't will won't would wouldn't
            """
        ),
        (
            .be,
            """
            am are aren't be been being get got is isn't was wasn't were weren't
            """
        ),
        (
            .modal,
            """
            can can't cannot could couldn't may might must shall should shouldn't will won't
            would wouldn't
            """
        ),
        (
            .negation,
            """
            aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't never
            no not shouldn't wasn't weren't won't wouldn't
            """
        ),
        (
            .adverb,
            """
            again all already also always both earlier even first further initially instead just
            later never not now often once only previously publicly recently repeatedly simply
            soon still then too
            """
        ),
        (
            .determiner,
            """
            a an another any each every few five four her his its many most my no one our
            several some that the their these this those three two your
            """
        ),
        (
            .subject,
            """
            he i it she they we who you
            """
        ),
        (
            .object,
            """
            her him them
            """
        ),
        (
            .preposition,
            """
            about across after against amid among around as at because before behind between
            beyond by despite during following for from in into like near of on over per
            regarding since than through to toward towards under until via with within without
            """
        ),
        (
            .clauseOpener,
            """
            after although and as because before but how if nor or since so than that though
            unless until what when where whether which while whose why yet
            """
        ),
        (
            .role,
            """
            activist activists administration adviser advisers advisor advisors agency aide aides
            allies ally ambassador ambassadors americans analyst analysts army association attorney
            attorneys audience author authorities authors backers billionaire bishop broadcaster
            brother businessman campaign candidate candidates ceo chair chairman chairwoman
            chancellor chief columnist columnists commander commanders commentators commission
            committee company congress congressman congresswoman conservatives correspondent
            correspondents council counterpart counterparts countries country court critic critics
            crowd daughter delegates delegation delegations democrat democrats demonstrators
            department deputy diplomat diplomats director economist economists employee employees
            envoy envoys establishment executive executives expert experts family father fighters
            firm foundation friend friends frontrunner general government governments governor group
            groups head historian historians host house husband insider insiders institute
            institution investigators journalist journalists judge judges king lawmaker lawmakers
            lawyer lawyers leader leaders liberals magazine man manager mayor media mediator
            mediators member members men military minister ministers ministry moderator moderators
            mogul mother nation negotiator negotiators neighbors network newspaper nominee observer
            observers office officer officers official officials operative operatives opponent
            opponents organisation organisers organization organizers others outlet owner paper
            parents parliament parties partner partners party people person persons police
            politician politicians pope premier president presidents press prince professor
            prosecutor prosecutors protesters pundits queen rebels regulators relatives reporter
            reporters representative representatives republican republicans researcher researchers
            resident residents rivals scientists secretary senate senator senators side sides sister
            soldiers son source sources spokesman spokesmen spokesperson spokeswoman staffer
            staffers state states strategist strategists student students supporter supporters
            teacher teachers team troops union veteran veterans voter voters wife winner witness
            witnesses woman women worker workers
            """
        ),
        (
            .unnamedRole,
            """
            adviser advisers advisor advisors aide aides diplomat diplomats employee employees
            executive executives insider insiders lawmaker lawmakers negotiator negotiators
            observer observers official officials people person representative representatives
            source sources staffer staffers
            """
        ),
        (
            .personalRole,
            """
            adviser advisor aide ambassador analyst attorney author billionaire bishop
            businessman candidate ceo chairman chairwoman chancellor chief commander congressman
            congresswoman counterpart deputy diplomat director economist envoy expert general
            governor head host judge king lawmaker lawyer leader mayor minister moderator mogul negotiator
            nominee officer official politician pope premier president prince professor
            prosecutor queen representative secretary senator spokesman spokesperson spokeswoman
            strategist veteran
            """
        ),
        (
            .looseRole,
            """
            adviser aide candidate chief congressman diplomat envoy governor lawmaker
            leader minister official politician president representative senator spokesman
            spokesperson spokeswoman
            """
        ),
        (
            .record,
            """
            accounts ad ads analysis article assessments bill data document documents email
            emails estimates figures filing filings law letter memo poll polls post records
            report reports research resolution results statement story studies study survey
            surveys transcript tweet website
            """
        ),
        (
            .medium,
            """
            agency broadcaster channel magazine newspaper outlet paper publication site website
            """
        ),
        (
            .bodyWord,
            """
            administration agency army association avenue bank campaign center church city club
            college commission committee congress council county court courts department force
            forces foundation group house institute journal network news party post press senate
            state states street team times union university
            """
        ),
        (
            .notName,
            """
            a according after all also although an and another any april as at aug august
            because before both but by dec december despite during each earlier either every feb
            february for friday from he her here his how however i if in it its jan january july
            june later many march may meanwhile monday most mr neither no nobody none not nov
            november now oct october of on one or other others saturday sept september she since
            so some still such sunday that the their then there these they this those though
            thursday thus to tuesday we wednesday what when where while who why with yes you
            """
        ),
        (
            .day,
            """
            friday monday saturday sunday thursday today tuesday wednesday yesterday
            """
        ),
        (
            .hedge,
            """
            allegedly ostensibly purportedly reportedly supposedly
            """
        ),
        (
            .speechNoun,
            """
            accusation accusations allegation allegations argument assertion assertions belief
            call calls claim claims contention criticism demand demands endorsement insistence
            opposition pledge promise promises proposal proposals refusal rejection request
            statement suggestion support threat threats view vow warning warnings
            """
        ),
        (
            .adverbialOpener,
            """
            although asked because if once though when while
            """
        ),
        (
            .titleFiller,
            """
            a an and at for in of on the to with
            """
        ),
        (
            .quantity,
            """
            both each many most one others several some
            """
        ),
        (
            .supposing,
            """
            appears appear appeared seems seem seemed said believed thought rumored rumoured alleged
            reported
            """
        ),
        (.owning, "his her their its"),
        (.nounLike, "need needs block blocks drop drops delay delays veto accord"),
        (.cueWord, "according put puts words"),
        (.finite, "is are was were"),
        (.author, "i we our my us me"),
        (.turning, "however but yet still nevertheless nonetheless"),
    ]
}
