"""The words that offices, titles and organisations are made of. Tables only; `offices` and `naming` read them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The word an office is built on.
HEADS = _words(
    "secretary undersecretary under-secretary secretary-general under-secretary-general minister president "
    "vice-president co-president chancellor vice-chancellor governor gov gov. lieutenant-governor governor-general "
    "mayor premier taoiseach tánaiste ambassador commissioner co-chair chair chairman chairwoman chairperson "
    "vice-chair vice-chairman speaker senator sen sen. representative rep rep. congressman congresswoman "
    "assemblyman assemblywoman assemblymember councillor councilman councilwoman councilor councilmember alderman "
    "judge justice chief director director-general ceo cfo coo cto executive attorney solicitor prosecutor sheriff "
    "superintendent supt supt. inspector insp insp. constable coroner sergeant sgt sgt. detective det det. general "
    "gen gen. lt lt. lieutenant colonel col col. major maj maj. captain capt capt. commander cmdr cmdr. admiral adm "
    "adm. marshal brigadier commodore corporal cpl cpl. private pvt pvt. king queen prince princess emperor empress "
    "sultan emir duke duchess earl pope archbishop bishop cardinal patriarch rabbi imam ayatollah dean provost "
    "rector professor prof prof. envoy rapporteur administrator comptroller treasurer auditor ombudsman registrar "
    "counsel adviser advisor leader whip head coach manager economist president-elect governor-elect mayor-elect "
    "senator-elect commander-in-chief editor-in-chief editor principal nuncio consul regent officer headteacher "
    "headmaster headmistress cathaoirleach cllr cllr. coun coun."
)
# Heads that are an office only with more words beside them when they are written small.
WEAK_HEADS = _words(
    "officer chief executive general major private marshal dean prince princess king queen head leader whip coach "
    "manager captain editor principal adviser advisor counsel attorney economist director chair justice judge "
    "cardinal duke earl detective deputy lieutenant inspector solicitor registrar auditor commander professor "
    "representative count"
)
# Heads that are also surnames, so that a capital alone proves nothing.
SURNAMES = _words(
    "king bishop judge marshal dean prince pope major chancellor earl duke cardinal coach head chief queen sheriff "
    "constable provost private general regent"
)
# Heads that, written small and alone before a name, say what somebody does and are no office.
TRADES = _words("attorney economist counsel officer editor detective solicitor prosecutor executive")
# Heads that are given names too, where another capital follows.
ALSO_GIVEN = _words("earl dean duke prince king major marshal")
# Ranks and styles that are shortened only before a name.
BEFORE_NAMES = _words(
    "gov gov. sen sen. rep rep. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. cmdr cmdr. adm adm. cpl cpl. "
    "pvt pvt. cllr cllr. coun coun. det det. supt supt. insp insp. prof prof."
)
PLURALS = _words(
    "presidents senators sens sens. reps reps. ministers judges justices governors govs govs. representatives "
    "chancellors secretaries messrs messrs. princes kings popes"
)
# Styles: who follows is a person, and no office is named.
STYLES = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady baroness rev rev. reverend hon hon. mx mx. sheikh sister"
)
# What people do; who follows is a person, and no office is named.
ROLES = _words(
    "spokesman spokeswoman spokesperson lawyer barrister analyst author novelist poet actor actress singer "
    "songwriter rapper musician composer conductor director filmmaker producer comedian artist painter sculptor "
    "photographer architect designer chef historian philosopher economist scientist physicist chemist biologist "
    "astronomer researcher engineer astronaut pilot journalist columnist correspondent reporter broadcaster "
    "presenter critic activist campaigner philanthropist entrepreneur businessman businesswoman billionaire "
    "investor financier banker founder co-founder nominee candidate lawmaker backbencher striker midfielder "
    "defender goalkeeper winger quarterback pitcher shortstop forward guard sprinter swimmer golfer cyclist boxer "
    "driver jockey farmer teacher student nurse surgeon doctor physician pastor priest nun widow wife husband son "
    "daughter brother father mother sister uncle aunt cousin grandson granddaughter nephew niece rival colleague "
    "friend neighbour neighbor resident survivor suspect defendant gunman strategist pollster consultant veteran "
    "dissident whistleblower playwright screenwriter biographer publisher superstar star legend heiress model "
    "commentator ex-husband ex-wife"
)
# Fields and ranks that stand before a head and belong to the office.
BEFORE_HEADS = _words(
    "deputy assistant associate vice prime chief senior junior executive managing general principal permanent "
    "parliamentary under shadow special first second national security foreign home defence defense finance "
    "financial health education interior justice trade energy environment environmental agriculture transport "
    "transportation treasury labor labour commerce culture sports sport housing science technology immigration "
    "planning works infrastructure tourism fisheries development aid war veterans homeland intelligence "
    "communications press information privacy equalities business work pensions economy budget tax state federal "
    "district county city town borough village local regional provincial union police fire prison army navy naval "
    "force air marine coast guard military civil criminal appeals appellate family high supreme court circuit "
    "municipal prosecuting crown lord lady attorney solicitor surgeon inspector director auditor adjutant secretary "
    "master staff detective lieutenant lt lt. sergeant sgt major brigadier commander vice-marshal rear wing "
    "squadron group fleet field majority minority opposition party house senate campaign legislative council "
    "parliament congressional presidential cabinet democratic republican conservative liberal independent operating "
    "marketing technical scientific medical nursing creative artistic musical political legal external public "
    "corporate investment risk head programme program project bank club team school university college faculty "
    "museum hospital charity company elections electoral election border human rights refugees disarmament peace "
    "climate water aviation railways postal social affairs relations policy strategy research humanitarian nuclear "
    "missile weapons emeritus visiting honorary titular auxiliary crown-prince grand papal mayoral gubernatorial "
    "cricket football rugby basketball hockey soccer baseball world global international central reserve"
)
# Fields after “of” or “for”: secretary of state, minister for health and social care.
FIELDS = _words(
    "police rights state defence defense war finance foreign affairs home interior justice health education labor "
    "labour trade industry commerce energy environment environmental agriculture fisheries forestry food transport "
    "transportation housing urban rural development culture sport sports media science technology innovation "
    "immigration citizenship security homeland national intelligence treasury exchequer veterans children families "
    "women equality equalities business enterprise skills work pensions employment social care services human "
    "public staff operations communications planning works infrastructure tourism prisons migration integration "
    "economy economic economics budget law history physics chemistry medicine politics political engineering "
    "mathematics philosophy literature research strategy policy government protection emergency emergencies "
    "disaster climate water resources natural mines petroleum oil gas land lands youth religion religious "
    "information privacy investigations prosecutions computer computing statistics sociology psychology anthropology "
    "archaeology astronomy astrophysics geography geology biology zoology botany genetics epidemiology virology "
    "immunology neuroscience oncology surgery theology linguistics classics music architecture marketing accounting "
    "ecology criminology journalism physiology pharmacology psychiatry paediatrics pediatrics cardiology meteorology "
    "oceanography robotics ethics nutrition demography"
)
PREPOSITIONS = {
    "of": HEADS,
    "for": _words(
        "secretary undersecretary under-secretary under-secretary-general minister commissioner director deputy "
        "prosecutor attorney judge "
        "representative rapporteur envoy head chief spokesman spokeswoman spokesperson senator congressman editor "
        "economist administrator coordinator ombudsman adviser advisor executive"
    ),
    "to": _words(
        "ambassador envoy representative commissioner nuncio consul secretary counsel adviser advisor chaplain aide"
    ),
    "at": _words(
        "professor director lecturer economist chief executive head coach manager editor dean fellow counsel provost"
    ),
}
# Words that end or stand in the name of an organisation, and no person's.
ORGANISATION_WORDS = _words(
    "pharma management inc inc. corp corp. corporation ltd ltd. limited plc llc llp co. company companies group "
    "holdings partners gmbh university college institute institution academy school faculty ministry department "
    "dept agency administration commission committee council congress parliament senate assembly party police force "
    "army navy guard service services bureau office authority board bank court tribunal union federation "
    "association organisation organization society foundation trust fund league club team united fc rovers athletic "
    "wanderers campaign coalition alliance front movement brigade command corps church diocese archdiocese museum "
    "gallery library theatre theater orchestra hospital clinic infirmary railroad railway railways airlines airways "
    "motors industries systems technologies pharmaceuticals laboratories energy media news times post journal "
    "herald tribune gazette telegraph review magazine press network broadcasting studios records entertainment "
    "stores markets exchange insurance capital investments securities brothers bros bros. associates consulting "
    "electric electronics initiative programme project taskforce panel inquiry secretariat cabinet chamber caucus "
    "conference confederation syndicate cartel mafia battalion regiment division squadron unit archive archives center "
    "centre centers centres laboratory observatory"
)
# Words after which “of” or “for” goes on with the name of an organisation.
ORGANISATION_OPENERS = _words(
    "appeals university bank department ministry bureau institute house church court college museum office board "
    "council association federation society union league academy army organisation organization committee "
    "commission campaign centre center centers centres foundation fund friends secretariat chamber institutes school "
    "faculty agency authority confederation congress conference party coalition alliance front movement sons "
    "daughters order knights brothers guild hospital trust service library gallery corps company archives network "
    "group directorate initiative"
)
NEVER_FOR = _words("house court bank church college hospital company library party army corps order")
# Words before a name that say what it is of: “the company, …”, “the town of …”.
ORGANISATION_NOUNS = _words(
    "company firm party union bank charity group airline agency retailer supplier maker manufacturer carmaker "
    "automaker publisher newspaper magazine broadcaster start-up startup team club lender insurer regulator "
    "watchdog think-tank supermarket chain developer contractor operator utility chipmaker drugmaker brewer militia "
    "site website rival"
)
PLACE_NOUNS = _words(
    "city town village province island port state county district region suburb capital hamlet borough "
    "neighbourhood neighborhood municipality republic kingdom river valley gulf bay isle"
)
# Words that end the name of a place that stands on the ground.
PLACE_WORDS = _words(
    "hotel cottage gardens estate farm pier mosque temple shrine monument memorial street road avenue lane square "
    "boulevard drive park island islands river lake sea ocean bay mountain mountains mount hill hills valley county "
    "city town village province district peninsula desert forest coast beach harbour harbor port bridge tunnel "
    "canal strait gulf cape palace castle tower prison airport station heights fort plateau region territory oblast "
    "prefecture parish airfield stadium cathedral abbey"
)
# Words after which a city's name is a club's, unless the whole is a city's.
CLUB_WORDS = _words("city town albion rangers")
# Words that end, or open, what has a name and is none of ours: treaties, laws, prizes, storms.
THINGS = _words(
    "convention treaty agreement accord accords protocol act bill law amendment resolution war prize award awards "
    "medal cup championship championships olympics games festival marathon mile doctrine pact deal plan covenant "
    "charter constitution code rule revolution uprising massacre crisis scandal affair disaster variant virus "
    "syndrome disease bible koran quran talmud"
)
THINGS_BEFORE = _words("hurricane typhoon cyclone storm operation flight article section chapter interstate title")
# Letters after a person's name.
AFTER_NAMES = frozenset(
    {
        "QC",
        "KC",
        "MP",
        "MSP",
        "MEP",
        "TD",
        "MBE",
        "OBE",
        "CBE",
        "KBE",
        "DBE",
        "MD",
        "PhD",
        "MBA",
        "FRS",
        "RN",
        "MLA",
        "MLC",
    }
)
# Words that open the name of a place on the ground.
PLACE_OPENERS = _words(
    "rue via calle boulevard avenue mount lake cape fort mont monte piazza plaza place rio isle port camp"
)
DIRECTIONS = _words(
    "north south east west northern southern eastern western central lower upper greater inner outer new"
)
PARTIES = _words("gop democratic republican conservative labour liberal tory green")
CHAMBERS = _words("senate house congress parliament administration campaign council caucus cabinet congressional")
CAPITALS_BUT_NO_NAME = _words(
    "bc ad am pm tv gdp ceo cfo phd mp mps mbe obe kbe cbe qc kc hiv aids covid dna id iq vip ai it pr hr ok pc dvd "
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet aest cd gps lgbt lgbtq suv suvs ufo atm isbn url faq "
    "pdf usb mri ipo q&a"
)
# Words that no name begins with because they stand first in a sentence.
NOT_NAMES = _words(
    "a an the this that these those he she it we they you i his her its our their my your who whom which what when "
    "where why how if as at in on of for to from by with without within into onto over under about above after "
    "before since until till while although though because but and or nor so yet not no yes all both each every "
    "either neither some any many most much few several other another such same one two three four five six seven "
    "eight nine ten there here now then once only just even still also too again never always often later earlier "
    "meanwhile however moreover former ex acting interim late new current outgoing incoming longtime veteran is are "
    "was were be been being has have had do does did will would shall should may might must can could let said says "
    "say asked told than like unlike despite during between among against amid through per via toward towards upon "
    "off out up down near next last first second third according speaking citing today yesterday tomorrow tonight "
    "perhaps maybe instead back well thank please dear hello get got make made take took give gave see saw know "
    "knew think thought ask call come came go went keep kept put set look want need try use more less little own "
    "whose whether nobody somebody everyone anyone someone nothing everything something anything people officials "
    "police mr mrs others him them us me"
)
DAYS_AND_MONTHS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays january february march april may june july august september october november december jan. "
    "feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. christmas easter ramadan thanksgiving spring summer "
    "autumn winter"
)
# Verbs of headlines, which stand there with a capital after a name.
HEADLINE_VERBS = _words(
    "says said vows calls urges warns signs wins loses dies quits resigns faces seeks plans wants gets takes makes "
    "goes meets visits backs slams blasts hits defends denies admits rejects accepts orders bans lifts cuts raises "
    "opens closes names picks fires hires sues asks tells leads joins leaves returns claims pledges promises "
    "announces unveils launches ends begins keeps gives pushes pulls blocks approves tries looks moves heads will "
    "to is was has dead fired arrested accused charged jailed convicted elected sworn steps set may could on in at "
    "over after as for with and"
)
PARTICLES = _words(
    "de la le van von der den del della di da do dos das du ten ter bin ibn al el abu of bint ben af av zu y und"
)
SUFFIXES = _words("jr jr. sr sr. ii iii iv vi vii viii ix v")
# Words whose full stop belongs to them.
ABBREVIATED = _words(
    "mr mrs ms dr prof rev hon fr st sgt sen sens rep reps gov govs gen lt col maj capt cmdr adm cpl pvt supt insp "
    "det pres sec atty cllr coun dist jr sr inc ltd corp co bros no jan feb mar apr jun jul aug sept sep oct nov dec "
    "ala "
    "ariz "
    "ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla ore pa tenn "
    "vt va wash wis wyo ph"
)
