"""English word lists for names: titles and roles of people, heads of names and descriptions of states and bodies.

All are in lower case; nouns are in the singular, unless a comment says otherwise.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_PARTICLES: Final = _words("de del della da di du la le el al ul ur bin ibn bint abu van von der den dos das y")
#: Owners inside names of bodies and states ("People's Republic", "Workers' Party").
POPULAR: Final = _words(
    """people peoples workers worker women womens men farmers teachers children students lawyers doctors veterans"""
)

# --- people: titles and roles --------------------------------------------------------------------------------

MALE_TITLES: Final = _words(
    """mr mr. sir lord king prince duke sultan emir emperor sheikh shaikh crown-prince spokesman chairman congressman
    businessman salesman father brother son husband uncle monk ayatollah imam pope patriarch archbishop u nephew boy
    man rev rev. mullah maulana hojatoleslam policeman serviceman statesman clergyman fisherman gunman"""
)
FEMALE_TITLES: Final = _words(
    """mrs mrs. ms ms. miss dame lady queen princess duchess baroness empress spokeswoman chairwoman congresswoman
    businesswoman mother sister daughter wife aunt nun daw niece girl woman policewoman stateswoman"""
)
HONORIFICS: Final = _words(
    """mr mr. mrs mrs. ms ms. miss sir dame lord lady dr dr. prof prof. rev rev. hon hon. honourable honorable
    excellency comrade ayatollah sheikh shaikh mullah maulana imam pope cardinal archbishop bishop father daw
    hojatoleslam"""
)
RANKS: Final = _words(
    """general gen gen. lieutenant lt lt. colonel col col. major maj maj. brigadier brig brig. captain capt capt.
    commander cmdr cmdr. admiral adm adm. rear-admiral sergeant sgt sgt. corporal cpl cpl. private pvt pvt. marshal
    commodore major-general lieutenant-general generalissimo"""
)
OFFICES: Final = _words(
    """president premier chancellor minister secretary undersecretary governor mayor senator sen sen. representative rep
    rep. congressman congresswoman gov gov. king queen prince princess emperor sultan emir leader chief head chairman
    chairwoman chair chairperson commander commander-in-chief ambassador envoy diplomat consul spokesman spokeswoman
    spokesperson director director-general secretary-general commissioner rapporteur coordinator adviser advisor aide
    deputy counsel counsellor councillor lawmaker legislator mp mep speaker whip judge justice prosecutor attorney
    attorney-general lawyer inspector superintendent executive ceo founder co-founder owner editor journalist
    reporter correspondent analyst expert professor researcher activist dissident strongman dictator ruler
    junta-leader warlord cleric negotiator mediator official officer general observer delegate candidate nominee
    predecessor successor counterpart politician pm president-elect vice-president chargé pontiff caliph taoiseach
    ombudsman treasurer administrator"""
)
#: Words that stand in a title beside its head noun.
TITLE_MODIFIERS: Final = _words(
    """senior deputy vice prime foreign defence defense interior home former ex acting interim then late supreme
    assistant associate first second chief special permanent high principal under chief joint junior opposition
    ruling junta rebel military army navy naval police crown grand lead top new outgoing incoming long-time longtime
    de facto democratic republican conservative labour liberal national federal state regional provincial
    presidential parliamentary government party press media trade finance justice health energy environment
    intelligence security parliament senate house retired veteran ousted deposed exiled jailed self-styled executive
    managing majority minority"""
)
#: What a ministry looks after: "Minister of … ", also as "Ministry of …".
PORTFOLIOS: Final = _words(
    """defence defense foreign affairs finance interior justice trade commerce health education energy environment
    labour labor agriculture transport transportation information intelligence security state treasury culture
    development cooperation economy economic external internal home exchequer industry science technology planning
    war emergency relations homeland industries investment immigration migration women human rights state-owned
    operations"""
)
#: Heads of descriptions of a person that a name may stand behind; offices and ranks count too.
PERSON_NOUNS: Final = _words(
    """man woman billionaire tycoon businessman politician author writer singer soldier spy whistleblower lawyer student
    teacher doctor victim suspect gunman attacker defendant host guest rival opponent critic ally author oligarch
    priest monk nobel laureate billionaire magnate economist historian scientist statesman veteran player"""
)
#: Descriptions that mean the same person in a report: head -> heads of titles that it can stand for.
ROLE_SYNONYMS: Final[dict[str, frozenset[str]]] = {
    "director": _words("director director-general"),
    "writer": _words("writer journalist author columnist reporter"),
    "journalist": _words("journalist writer reporter correspondent columnist"),
    "dissident": _words("dissident activist journalist writer"),
    "billionaire": _words("billionaire businessman tycoon oligarch magnate"),
    "leader": _words(
        """leader president premier minister chancellor king emir sultan dictator ruler strongman chairman chief
        commander commander-in-chief head taoiseach pm prince"""
    ),
    "premier": _words("premier pm taoiseach"),
    "pm": _words("pm premier minister"),
    "minister": _words("minister secretary chancellor premier pm"),
    "envoy": _words("envoy ambassador representative diplomat"),
    "ambassador": _words("ambassador envoy representative"),
    "diplomat": _words("diplomat ambassador envoy minister secretary"),
    "representative": _words("representative envoy ambassador"),
    "general": RANKS,
    "commander": _words("commander commander-in-chief general chief gen. gen"),
    "commander-in-chief": _words("commander-in-chief commander chief general gen. gen"),
    "chief": _words("chief head director commander director-general secretary-general minister commissioner boss"),
    "head": _words("head chief director leader chairman director-general"),
    "boss": _words("boss chief head director ceo executive"),
    "strongman": _words("leader general strongman dictator president ruler commander"),
    "dictator": _words("leader dictator president ruler strongman general"),
    "ruler": _words("leader ruler king emir sultan president prince"),
    "monarch": _words("king queen emperor sultan emir"),
    "lawmaker": _words("lawmaker senator sen. sen representative rep. rep congressman congresswoman mp mep legislator"),
    "spokesperson": _words("spokesperson spokesman spokeswoman"),
    "spokesman": _words("spokesman spokesperson"),
    "spokeswoman": _words("spokeswoman spokesperson"),
    "senator": _words("senator sen. sen"),
    "secretary": _words("secretary minister secretary-general"),
    "politician": _words("politician lawmaker senator"),
    "officer": RANKS | _words("officer commander chief"),
    "mogul": _words("president tycoon billionaire"),
    "democrat": _words("senator sen. leader speaker representative rep."),
    "republican": _words("senator sen. leader speaker representative rep."),
}

# --- states and bodies -----------------------------------------------------------------------------------------

STATE_NOUNS: Final = _words(
    """country nation state kingdom republic sultanate emirate island homeland archipelago monarchy"""
)
#: States that can be called by a form of state; codes are ISO 3166 alpha-3.
STATE_FORMS: Final[dict[str, frozenset[str]]] = {
    "kingdom": _words("SAU BHR JOR MAR GBR ESP BEL NLD DNK NOR SWE THA KHM BTN LSO SWZ TON"),
    "monarchy": _words(
        "SAU BHR JOR MAR GBR ESP BEL NLD DNK NOR SWE THA KHM BTN LSO SWZ TON KWT QAT ARE OMN BRN MYS JPN"
    ),
    "sultanate": _words("OMN BRN"),
    "emirate": _words("QAT KWT ARE AFG"),
    "island": _words(
        """TWN CUB CYP LKA MLT ISL IRL JAM HTI DOM MDG SGP BHR PRI GRL JPN IDN TLS BRB TTO FJI MUS MDV COM NCL GUM IMN
        NRU"""
    ),
    "archipelago": _words("IDN PHL JPN MDV BHS FJI SLB VUT CPV COM SYC TON KIR"),
}
REGIME_NOUNS: Final = _words("regime junta dictatorship government administration authorities")
#: Last words of names of bodies ("Foreign Ministry") or first ones ("Ministry of …").
BODY_NOUNS: Final = _words(
    """ministry department agency council commission committee parliament assembly congress senate house court tribunal
    party union league alliance organisation organization association federation bank fund company corporation corp
    corp. inc inc. ltd ltd. group front movement army navy force forces guard guards police bureau office service
    services authority administration institute institution university college school foundation centre center
    embassy consulate board body bloc coalition secretariat command brigade brigades battalion division corps
    regiment militia society trust club newspaper times post herald tribune guardian journal network news television
    tv radio press association treasury pentagon kremlin government cabinet politburo junta directorate mission
    observatory watch tatmadaw duma knesset bundestag politburo presidium airlines industries plant exports holdings
    partners summit"""
)
PLACE_NOUNS: Final = _words(
    """province state city town village district region county river sea ocean bay gulf strait straits island islands
    peninsula mountain mountains valley street square avenue road airport port base bridge border desert lake park
    prison hospital stadium hotel palace building temple mosque church camp plaza canal"""
)
#: Last words of names of events, texts and prizes, which act for nobody.
EVENT_NOUNS: Final = _words(
    """day week war battle resolution act treaty agreement accord pact conference forum games olympics festival cup
    prize award convention charter declaration protocol law bill plan process initiative operation doctrine report
    constitution revolution uprising spring massacre crisis affair exercise drills summit"""
)
#: Bodies whose name is but one common word ("Congress").
ONE_WORD_BODIES: Final = _words(
    """congress parliament senate house treasury pentagon kremlin duma knesset bundestag tatmadaw politburo"""
)
#: Descriptions of a body, with the words that its name can hold (empty: any body will do).
BODY_DESCRIPTIONS: Final[dict[str, frozenset[str]]] = {
    "bloc": _words("union eu association asean nato league alliance community commonwealth cooperation gcc ecowas"),
    "alliance": _words("nato alliance organization organisation pact treaty"),
    "body": _words(
        """council assembly commission committee organisation organization court agency union nations board panel"""
    ),
    "group": frozenset(),
    "organisation": frozenset(),
    "organization": frozenset(),
    "company": frozenset(),
    "firm": frozenset(),
    "agency": _words("agency iaea unhcr unicef cia fbi mi6 fsb wfp bureau service kcna tass xinhua afp reuters"),
    "ministry": _words("ministry"),
    "department": _words("department"),
    "council": _words("council unsc"),
    "assembly": _words("assembly"),
    "commission": _words("commission"),
    "committee": _words("committee"),
    "court": _words("court tribunal icj icc"),
    "party": _words("party nld"),
    "union": _words("union eu"),
    "federation": _words("federation"),
    "league": _words("league"),
    "parliament": _words("parliament assembly congress duma knesset"),
    "embassy": _words("embassy"),
    "bank": _words("bank"),
    "newspaper": _words("times post herald tribune guardian journal newspaper sinmun daily"),
    "movement": _words("movement"),
    "militia": _words("militia brigade brigades front army forces hezbollah"),
    "watchdog": _words("agency iaea observatory watch commission amnesty"),
    "exporter": _words("company corporation export rosoboronexport"),
    "manufacturer": _words("company corporation"),
    "firm's": frozenset(),
    "paper": frozenset(),
    "daily": frozenset(),
    "broadcaster": frozenset(),
    "outlet": frozenset(),
}
#: Those among them that stand for media.
MEDIA_NOUNS: Final = _words("newspaper paper daily broadcaster outlet")
#: Nouns that can take up each other in the plural ("the demonstrators" after "Iraqi protesters").
SAME_PEOPLE: Final = (
    _words("protester protestor demonstrator marcher activist"),
    _words("rebel insurgent militant fighter gunman separatist"),
    _words("terrorist extremist jihadist militant"),
    _words("soldier troop force serviceman"),
    _words("lawmaker legislator senator representative"),
    _words("worker employee staff"),
    _words("refugee migrant asylum-seeker"),
)
#: Descriptions of two or more parties at once.
BOTH_SIDES: Final = _words(
    """side country nation state neighbour neighbor party leader president power government ally rival man minister
    military army adversary foe enemy superpower economy capital"""
)

#: Those among them that stand for people.
LEADERS: Final = _words("leader president man minister")
#: People under arms against a state, by whom a report can mean a group that it has named.
ARMED_PEOPLE: Final = _words("militant extremist jihadist jihadi islamist terrorist fighter gunman")
#: Nouns that bundle the people named before them ("rebel forces").
BUNDLES: Final = _words("force fighter group troop member")
#: Adjectives that do not tell which people are meant.
EMPTY_SORTS: Final = _words("armed unidentified unnamed same anonymous masked")

#: Given names of women often met in the news, for agreement with "she"; anything else stays open.
FEMALE_NAMES: Final = _words(
    """aung-san-suu angela theresa hillary nancy susan samantha condoleezza madeleine ursula christine michelle melania
    ivanka nikki sarah kamala janet elizabeth margaret mary anna maria marie julia jacinda sanna mette erna ségolène
    marine federica catherine carrie nicola priti liz yulia tulsi ruth cristina dilma tsai megawati sheikh-hasina
    hasina benazir indira sushma jen kellyanne linda wendy rosemary heather penny amber andrea emma laura lisa karen
    jennifer jessica barbara patricia victoria svetlana olga tatiana natalia irina ekaterina elena ludmila valentina
    fatima aisha leila asma malala greta alice jane kate anne ann eva ellen helen alexandra zuzana maia kaja annalena"""
)
MALE_NAMES: Final = _words(
    """barack joe donald john james robert michael william david richard thomas charles george mark paul steven stephen
    andrew peter kevin brian edward ronald anthony jeff ryan jacob gary eric jonathan jens boris vladimir sergei sergey
    dmitry igor ivan pavel viktor alexei mikhail nikolai recep ahmed mohammed muhammad mohammad ali hassan hussein omar
    ibrahim abdullah mahmoud emmanuel françois nicolas jean pierre hans karl benjamin ehud ariel narendra imran nawaz
    mitch mitt chuck ted bernie mike jim tom bill ben antony lloyd volodymyr petro bashar ashraf hamid mario luis"""
)
