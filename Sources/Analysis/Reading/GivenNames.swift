/// First names that are met in the news of many countries: with one in front, two capitalised
/// words are a person. Names that are common words as well (Will, Mark, May) are left out or need
/// more than the name.
enum GivenNames {
    static let list = """
        aaron abbas abdel abdul abdullah abraham adam adrian ahmad ahmed aisha alan albert alberto
        alec alejandro aleksandar aleksander aleksandr aleksei aleksey alex alexander alexandra
        alexandre alexei alexey alexis alfonso alfred ali alice alicia alina allison amanda amelia
        amir amy ana anastasia anatoly anders andre andrea andreas andrei andrej andrew andrey
        andrii andris andriy andrzej angela angelina anita anja ann anna anne annalena annie
        anthony antoine anton antonio antony antti arash ariel arthur arturo asif ayman
        barbara barry bart bashar beata ben benedict benjamin benny bernard bernie bertrand beth
        bill bob bogdan bohdan boris brad brendan brian bruce bruno bryan camille carl carla carlos
        carmen carol caroline catherine cecilia charles charlie charlotte chris christian christina
        christine christoph christophe christopher chrystia cindy claire claude claudia colin
        connie corinne craig cristina cyril cyrus dalia damien dan dana daniel daniela danielle
        danil danny daria darius darya dave david davyd deborah debra denis dennis denys derek diana
        diego dieter dimitri dirk dmitri dmitriy dmitry dmytro dominic dominique don donald doris
        dorothy doug douglas duncan dylan ebrahim eddie edgar eduard eduardo edward edwin egor
        eileen ekaterina elena eleonora eli elias elina elisabeth elise elizabeth ella ellen elon
        emil emilia emily emma emmanuel enrico enrique eric erik ernesto esmail esther ethan eugene
        eva evan evgeny evelyn fabian farid fatima federico felipe felix ferdinand fernando fiona
        florence florian francesco francis francisco francois frank franz fred frederick frederik
        friedrich fyodor gabriel gabriela galina gary gavin gennady geoffrey georg george georges
        georgi gerald gerard gerhard giancarlo gideon giorgia giorgio giovanni giuseppe gleb gloria
        gordon graham greg gregory guillaume guido gustavo guy hakan hamid hannah hans harald
        harold harris harry hasan hassan hector heidi heiko heinrich helen helena henri henrik henry
        herbert herman hillary hiroshi hisham hugh hugo hussein ian ibrahim igor ihor ilham ilya
        imran ingrid inna ioannis irina iryna isaac isabel isabelle ismail ivan ivana ivo jack jacob
        jacques jaime jake jakub james jan jana jane janet janez janusz jared jaroslav jason javier
        jay jean jeff jeffrey jennifer jens jeremy jerome jerry jessica jill jim jimmy joachim
        joan joanna joao joe joel johan johann john johnny jon jonas jonathan jordi jorge jose josef
        josep joseph josh joshua juan judith julia julian julie julien juliette julio jurgen justin
        kaja kamala karen karim karin karl karoline kate katarina katerina katherine kathleen kathy
        katie katrin kay keir keith kelly ken kenneth kevin khaled khalid kim kiril kirill kirsten
        klaus konstantin krister kristen kristina krzysztof kurt kyriakos kyrylo lars laura lauren
        laurence laurent lawrence lech lee leila len lena leo leon leonard leonardo leonid leopold
        leslie liam lidia lina linda lindsey lisa liudmyla liz lloyd louis louise luc luca lucas
        lucia lucy luis luisa luiz lukas luke lyudmila lyudmyla maciej madeleine magdalena mahmoud
        maia maksim maksym malcolm manfred manuel manuela marc marcel marcin marco marcos marcus
        margaret margarita maria mariam marian mariana marie marina mario marion marjorie mark
        markus marta martha martin martina mary masoud mateusz mathias matteo matthew matthias
        mauricio max maxim maxime maya megan mehmet melanie melissa mette michael michal michel
        michele michelle miguel mihai mikael mike mikhail mikhailo mikheil milan milos mircea miriam
        mitch mohamed mohammad mohammed moshe muhammad mustafa mykhailo mykola nadia nancy naomi
        narendra natalia nataliia natalie natalya natasha nathan nathalie nawaf neil nelson
        nicholas nick nicola nicolae nicolas nicole nigel nikita nikki niklas nikol nikola nikolai
        nikolas nikolay nikos nina noah norman olaf oleg oleh oleksandr oleksii oleksiy olena olga
        olha oliver olivia olivier omar orlando oscar oskar osman otto owen pablo pam pamela paola
        paolo parwiz pascal patricia patrick paul paula pavel pavlo pawel pedro pete peter petr
        petra petro petteri phil philip philippe pierre piotr rachel radek radoslaw rafael ralf
        ralph ramon ramzan randy raul ray raymond rebecca recep renata rene ricardo richard rick
        rob robert roberta roberto robin rodrigo roger roland roman ron ronald rosa rose ross roy
        ruben rudolf rudy ruslan russell rustam rustem ruth ryan salman sam samantha samir
        samuel sandra sara sarah saul scott sean sebastian serge sergei sergey sergi sergii sergio
        sergiy serhii serhiy sergio shane sharon shinzo sigmar silvia silvio simon simone slava
        slavoj sofia solomon sonia sophie stanislav stefan stefano steffen stella stephan stephane
        stephanie stephen steve steven stuart sue susan susanne suzanne svetlana svitlana sylvia
        sylvie tamara tanya tara taras tatiana tatyana tayyip ted teresa terry theo theodore
        theresa therese thierry thomas tim timothy timur tobias todd tom tomas tomasz tommy toni
        tony tracy travis ulrich ulrike ursula uwe vadim vadym valentin valentina valentyn valeria
        valerie valerii valery vanessa vasily vasyl vera veronica veronika victor victoria vikram
        viktor viktoria viktoriia vincent vincenzo vitalii vitaliy vitaly vivek vlad vladimir
        vladislav vladyslav volker volodymyr vyacheslav walter warren wayne wendy werner wesley
        wilhelm william wolfgang xavier yana yair yaroslav yasser yehor yelena yevgeny yevhen yoav
        yulia yuliia yuri yuriy yury yves zachary zoe zoran zuzana
        abby agnes aidan alexa alyssa amber angie annette arlene arnold ashley audrey ava barack
        belinda beatrice bertha betsy betty beverly blake bonnie bradley brandon brenda brent bret
        brett bridget brittany brooke caitlin caleb calvin cameron carly casey cassandra cathy
        cedric chad chelsea cheryl chester chuck clarence clark clay clayton cliff clifford clint
        clyde cody cole condoleezza connor corey cory courtney curtis cynthia daisy dale darrell
        darren daryl debbie deirdre denise derrick desmond devin dexter diane dianne dick donna
        dwayne dwight earl ebony ed edith edna edwina elaine eleanor elijah ellie elliot elliott elsa
        elsie emmett erica erin ernest estelle ezra floyd frances franklin fredrick gabby gabrielle
        gail garrett gene geoff geraldine gilbert gina glen glenda glenn gretchen greta gwen hank
        harriet harvey hazel heather hilda holly howard hubert ida ike irene irving isabella ivy
        jackie jamal jamie janelle janice jasmine jeanette jeanne jeannie jeb jen jenna jennie
        jenny jeremiah jermaine jerrold jerrod jesse jessie jillian jo jodi jody joni josephine
        joyce judy julius kaitlin kara karla katharine kathryn katrina kayla keisha kellyanne kelli
        kelsey kendall kenny kent kerry kirk kirstjen kristi kristin kurtis kyle kyrsten lamar lana
        lance larry latoya leah leigh lenny leroy lesley lester levi lillian lois lonnie lora
        loretta lori lorraine lou lowell lucille luther lyle lynn mabel mackenzie maggie mandy
        marcia margo marilyn marsha marvin maureen maxine mckenzie megyn meghan mel melinda melvin
        meredith merrick mick mickey mildred millie milton mindy miranda mitchell mitt moira molly
        monica monique morgan mort muriel myra myron nathaniel ned nellie newt nita noel nora norm
        norma opal orrin otis paige patty pearl peggy penelope penny perry phillip phyllis preet
        preston priya quentin quincy rachael ramona rashida rebekah reggie regina reid reince rena
        rex rhonda rita robyn rochelle rod roderick rodney ronnie rory rosemary roxanne royce
        rudolph rufus russ sally sammy sandy shari shaun shawn sheila sheldon shelley shelly sheri
        sherman sherri sherrod sherry shirley sidney sonya spencer stacey staci stacy stan stanley
        stephon steny stewart sydney sylvester tabitha tammy tasha terence terrance terrence terri
        thad thelma thom thurgood tiffany tina tracey trent trey trevor tricia trisha tristan troy
        tulsi ty tyler tyrone ulysses vernon vicki vicky vince viola violet vivian wade wallace
        wally wanda wes wilbur wilfred willard willie winifred winston woodrow xi yolanda yvette
        yvonne zack zoey
        """
}
