"""The words that tell a statement of fact from a view, a wish or a promise, as lists a person can read and argue with.

General English only: the verbs, comparisons and measures that fact-checkers look for, and the stance words of grammars
(Biber et al., Longman Grammar of Spoken and Written English, 1999, chapter 12). A phrase is written in lower case and
without punctuation, but for `'`.
"""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """A list of words as it is written here, with spaces between."""
    return frozenset(listed.split())


NUMBER_WORDS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "hundreds thousands millions billions trillions tens dozen dozens scores half third thirds quarter quarters "
    "double triple twice twofold tenfold percent percentage per-cent majority twenties thirties forties fifties "
    "sixties seventies eighties nineties"
)
MEASURES = words(
    "rate rates deficit deficits debt debts surplus unemployment tax taxes budget budgets income incomes wage wages "
    "salary salaries cost costs price prices spending jobs exports imports inflation revenue revenues profit profits "
    "loss losses sales premium premiums fee fees fine fines average median share growth poverty population turnout "
    "poll polls survey temperature temperatures emissions output production deaths casualties fatalities injuries "
    "subsidy subsidies pension pensions loan loans grant grants funding fund funds earnings dividend mortality "
    "bankruptcy lawsuit lawsuits troops reserves attendance turnover crime enrolment enrollment capacity"
)
CHANGES = words(
    "increase increases increased rise rises rose risen fall falls fell fallen grew grown drop drops dropped decline "
    "declines decrease decreased double doubled doubles doubling tripled trebled quadrupled halved cut cuts "
    "cutting reduce reduced reduces reducing reduction reductions raised expanded expands shrank shrunk shrinking "
    "soared soaring plunged plunging surged surge jumped slumped tumbled climbed slipped exceeded exceeds outnumber "
    "outnumbered lowered tightened widened narrowed slowed accelerated rising falling growing declining gained lost "
    "dwindled peaked boosted slashed trimmed eased worsened improved"
)
DEEDS = words(
    "voted vote votes vetoed veto signed passed enacted repealed ratified appointed nominated elected reelected "
    "resigned fired hired dismissed sacked arrested charged convicted jailed imprisoned sentenced pleaded sued "
    "settled indicted acquitted fined killed wounded injured died murdered shot attacked invaded bombed seized "
    "captured deployed withdrew withdrawn evacuated spent spend spends paid pay pays earned earns funded funds "
    "invested borrowed owed owes sold bought built opened closed launched banned approved rejected blocked opposed "
    "opposes opposing supported supports backed endorsed sponsored introduced proposed proposes delayed cancelled "
    "canceled suspended stopped ended began begun started founded merged acquired won beat defeated created creates "
    "produced produces made inherited reneged broke broken kept failed fails flip-flopped concluded found discovered "
    "published released filed ordered authorized authorised directed met visited served serves joined left moved "
    "married born received gave given took taken put balanced implemented delivered completed destroyed collapsed "
    "crashed exploded recalled recovered discriminated excluded exempted guaranteed covers covered imported exported "
    "supplied outsourced shipped leased investigated inspected hacked leaked stolen stole armed trained enforced "
    "violated breached ruled overturned upheld abolished outlawed legalised legalized nationalised privatised "
    "privatized deregulated bailed transferred awarded entered returned fled escaped rescued detained deported "
    "admitted registered enrolled graduated contributed donated lobbied campaigned ran run runs led leads includes "
    "include included contains contain requires required provides provided gets got bans costs ranks ranked holds "
    "held owns owned employs employed faces hires hit hits wins loses quits resigns dies kills signs passes approves "
    "rejects buys sells opens closes launches sues names adds raises fires seizes issued issues arranged offered "
    "offers refused refuses followed obtained carried brought established developed presented removed replaced sent "
    "sends attended finished appeared played scored raided searched reopened cleared moves leaves visits meets "
    "attacks wounds strikes backs blocks recalls freezes evicted ousted elects appoints demolished unveiled renamed "
    "relocated audited"
)
SAYINGS = words(
    "said says say saying told tells claimed claims claiming announced announces promised promises pledged pledges "
    "accused accuses alleged alleges denied denies warned warns stated reported reports admitted admits testified "
    "testifies insisted insists argued argues asserted acknowledged confirmed confirms suggested suggests called "
    "calls described describes quoted wrote writes repeated indicated estimated estimates predicted revealed shows "
    "showed according reportedly allegedly vowed blamed blames praised criticised criticized condemned added asked "
    "replied responded noted observed explained recalled tweeted remarked declared concluded maintained commented "
    "urged apologised apologized complained"
)
# Past forms that do not end in -ed; those of speech are above.
IRREGULAR_PAST = words(
    "sold bought built spent paid met left won lost held kept broke broken found led ran took taken gave given made "
    "put shot stole stolen fled began begun fell fallen rose risen grew grown shrank shrunk born beaten bound struck "
    "was were had did wasn't weren't hadn't didn't went came became saw seen knew known thought felt brought bore bet "
    "bled blew bred caught chose chosen clung crept dealt dug drew drawn drank drove driven ate eaten fought flew "
    "flown forgot forbade froze frozen ground hung heard hid hidden hurt knelt laid lay lent lit meant mistook "
    "overthrew overtook rang rode ridden sang sank sat sent set shook shone shut slept slid sought sped spoke spoken "
    "spread sprang stood stuck swam swept swore sworn swung taught tore torn threw thrown undertook understood "
    "underwent woke wore worn wove wept wound gone done been borne"
)
ARRANGED = words("expected set projected scheduled supposed poised planned forecast believed thought understood")
AUXILIARIES = words("was were been had did")  # in the past, and nothing told
NOT_PAST = words(
    "need indeed hundred speed feed seed weed bleed breed greed deed creed exceed proceed succeed agreed "
    "unprecedented interested concerned determined committed pleased supposed united ted red bed shed embed naked "
    "sacred wicked rugged beloved excited worried blessed talented detailed limited advanced skilled divided "
    "opinionated disappointed surprised tired scared gifted dedicated devoted convinced prepared delighted honored "
    "honoured"
)
COMPARISONS = (
    "more than", "less than", "fewer than", "greater than", "higher than", "lower than", "larger than",
    "smaller than", "bigger than", "faster than", "slower than", "better than", "worse than", "stronger than",
    "weaker than", "older than", "younger than", "longer than", "shorter than", "cheaper than", "closer than",
    "at least", "at most", "as many as", "as much as", "as high as", "as low as", "as few as", "times as",
    "times more", "times the", "compared with", "compared to", "up from", "down from", "gone up", "went up", "go up",
    "going up", "gone down", "went down", "going down", "came down", "come down", "ahead of", "on average",
    "most of the", "most people", "the same as", "than any", "than ever", "than they", "too many",
)  # fmt: skip
SUPERLATIVES = words(
    "largest biggest highest lowest smallest oldest youngest longest shortest fastest slowest richest poorest "
    "wealthiest strongest weakest deadliest costliest cheapest earliest latest tallest busiest deepest hottest "
    "coldest wettest driest record unprecedented all-time only first second-largest worst fewest maiden"
)
ALWAYS = words("never always every everyone everybody nobody none nothing entire ever no all any each")
CAUSES = (
    "because of", "because", "led to", "leads to", "lead to", "leading to", "caused", "causes", "cause",
    "as a result", "resulted in", "result of", "due to", "thanks to", "owing to", "in response to", "blamed on",
    "contributed to", "linked to", "stems from", "that's why", "reason is", "responsible for", "prompted",
    "triggered", "sparked", "forced",
)  # fmt: skip
TIMES = (
    "ago", "since", "last year", "last month", "last week", "this year", "this month", "this week", "yesterday",
    "today", "decade", "decades", "century", "years", "right now", "at the present time", "in recent years",
    "currently", "now", "per year", "a year", "a month", "a week", "a day", "every year", "every month", "every day",
    "earlier", "previously", "so far", "already", "until", "annual", "annually",
)  # fmt: skip
FUTURE = (
    "will", "'ll", "won't", "going to", "gonna", "expected to", "is expected",
    "are expected", "expects", "set to", "likely to", "plans to", "plan to",
    "due to be", "scheduled to", "forecast", "forecasts", "predicts", "projected", "projects that", "shall",
    "on track to", "on pace to", "poised to", "about to", "bound to", "intends to", "aims to", "hopes to", "vows to",
    "by the end of", "in the coming", "within the next", "over the next", "next year", "next month", "next week",
    "tomorrow",
)  # fmt: skip
PROMISES = (
    "i will", "i'll", "we will", "we'll", "i'm going to", "we're going to", "i am going to", "we are going to",
    "i shall", "i won't", "we won't", "we can", "you will", "you'll", "i intend", "i plan", "we intend",
    "i'm not going to",
)  # fmt: skip
STANCE = (
    "i think", "i believe", "i hope", "i feel", "i want", "i would", "i'd", "i don't think", "i don't believe",
    "i wish", "i suppose", "i guess", "i agree", "i disagree", "i doubt", "i don't know", "i know", "i trust",
    "i care", "i love", "i like", "i don't like", "i mean", "i hear", "i see", "i say", "i ask", "i understand",
    "i can", "i can't", "i do not think", "i do not believe", "i do believe", "i do think", "i must say", "i favor",
    "i favour", "i respect", "i'm sure", "i am sure", "i'm glad", "i'm proud", "i'm very proud", "i am proud",
    "i'm afraid", "i'm pleased", "i'm sorry", "i'm happy", "i'm not", "i am not", "i've always", "i really", "i just",
    "i certainly", "i strongly", "i'm interested", "i appreciate", "we think", "we believe", "we want", "we hope",
    "we feel", "we know", "we'd", "we would", "we care", "in my opinion", "in my view", "in my judgment",
    "in my judgement", "if you ask me", "it seems", "it appears", "to my mind", "frankly", "personally", "of course",
    "let me", "i'd like",
)  # fmt: skip
DUTIES = (
    "should", "shouldn't", "must", "ought", "need to", "needs to", "have to", "has to", "got to", "have got to",
    "let's", "let us", "supposed to", "had better", "deserve", "deserves", "cannot afford", "can't afford",
    "it's time", "it is time", "the time has come", "we need", "we can't", "we cannot", "you can't", "you cannot",
    "you've got to", "you have to", "isn't enough", "is not enough",
)  # fmt: skip
HEDGES = (
    "would", "could", "might", "may", "can", "perhaps", "maybe", "possibly", "probably", "if", "whether", "unless",
    "wouldn't", "couldn't", "kind of", "sort of", "seems", "seem", "seemed",
)  # fmt: skip
JUDGEMENTS = words(
    "good bad great wonderful terrible awful horrible excellent superb brilliant fantastic amazing beautiful ugly "
    "reckless foolish wise stupid silly sensible shameful disgraceful outrageous absurd ridiculous pathetic brave "
    "courageous cowardly heroic noble evil wicked cruel unfair fair unjust decent moral immoral wrong important "
    "essential vital crucial critical necessary serious tragic sad tragedy disgrace scandalous shame folly triumph "
    "disaster disastrous catastrophe catastrophic mistake mess nonsense weak strong tough naive irresponsible "
    "responsible dangerous impressive remarkable extraordinary incredible terrific tremendous profound stunning "
    "delightful dull boring charming lovely elegant clumsy magnificent splendid masterful mediocre unforgettable "
    "appropriate inappropriate acceptable unacceptable worthwhile better best worse hard difficult easy simple clear "
    "interesting proud happy glad hope fun freedom justice character dignity values principles faith inspiring "
    "inspired inspiration optimistic pessimistic success opportunity challenge challenges unwise shameless "
    "hypocritical dishonest honest inevitable gross grossly fundamental basic fundamentally perfect"
)
COURTESIES = (
    "thank you", "thanks very much", "thanks for", "many thanks", "good evening", "good morning", "good afternoon",
    "welcome to", "good night", "excuse me", "congratulations", "happy birthday", "god bless",
    "ladies and gentlemen", "pleased to be", "dear reader", "best wishes", "you're welcome",
)  # fmt: skip
DEICTIC = words("that's that this it's it these those there's there here here's what's")
IMPERATIVES = words(
    "let look take consider imagine remember think try ask give keep tell listen join read see click subscribe sign "
    "watch share follow note stop vote call wait make put get go come be don't"
)
BACKGROUND = (
    "is located", "is situated", "lies on", "lies in", "lies at", "is known as", "also known as", "refers to",
    "is defined as", "is a type of", "is a kind of", "is a form of", "are a type of", "stands on", "stands at",
    "overlooks", "stretches from", "means that", "is short for", "stands for", "is a term", "is the term", "sits on",
    "is the name given", "is named after",
)  # fmt: skip
# Words that show a date where a sentence is all that is known; May and March are left to a digit beside them.
CALENDAR = words(
    "january february april june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday"
)
# Words before May and March where they are months.
BEFORE_MONTHS = words(
    "in of by since until last early late from through during mid this next before after to between and"
)
YOU = words("you your yours you're you've you'll you'd")
SELF = words("i me my mine myself i'm i've i'd i'll")
OTHERS = words("he she they his her their he's she's they're they've")
FILLERS = words("uh um well and but so now yes no look also then or first again")
HAVE = words("have has had having i've we've they've he's she's it's you've who've there've there's that's")
BE = words(
    "is are was were be been being isn't aren't wasn't weren't i'm we're they're you're he's she's it's that's seems "
    "seem seemed looks looked sounds feels felt remains remained"
)
DEGREES = words("so very too more most less far much not just quite rather such a an the and or both as even")
