"""English words that tell times, as data: each word with its kind and value.

Kinds are what the rules in :mod:`dateline.text.timex_calendar` and its siblings are written in.
"""

from __future__ import annotations

import re

from dateline.text.timex.expressions import Unit

MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
MONTH_SHORT = {
    **{name[:3]: n for n, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
WEEKDAY_SHORT = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "weds": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
#: Names that are also other words: they count only beside a number or after a word that asks for a month.
WEAK_MONTHS = frozenset({"may", "march", "mar", "jan", "dec"})

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

UNITS = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "hr": Unit.HOUR,
    "day": Unit.DAY,
    "workday": Unit.WORKDAY,
    "week": Unit.WEEK,
    "workweek": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "yr": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}

ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905
ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()  # noqa: SIM905
)
ORDINAL_TENS = {"twentieth": 20, "thirtieth": 30}
DECADES = {"fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90, "forties": 40, "thirties": 30}

#: Words with a kind of their own, as "word" (its own value) or "word=value".
KINDS: dict[str, str] = {
    "LAST": "last past previous=last preceding=last",
    "NEXT": "next coming upcoming=coming forthcoming=coming",
    "THIS": "this current=this present=this",
    "THAT": "that these those same corresponding comparable",
    "RELDAY": "today=0 yesterday=-1 tomorrow=1 otd=0",
    "DAYPART": (
        "morning afternoon evening night noon midday=noon midnight dawn=morning dusk=evening sunset=evening "
        "daybreak=morning nightfall=evening lunchtime=noon"
    ),
    "DAYPARTS": "mornings afternoons evenings",
    "TONIGHT": "tonight=night tonite=night",
    "OVERNIGHT": "overnight",
    "EARLY": "early mid late",
    "EDGE": "beginning=start start middle=mid end close=end outset=start",
    "EARLIER": "earlier later",
    "EOP": "eoy=year eom=month eow=week",
    "LATELY": (
        "recently=past lately=past formerly=past previously=past once=past soon=future shortly=future "
        "nowadays=present currently=present already=present presently=present"
    ),
    "RECENT": "recent",
    "LATEST": "latest",
    "FUTURE": "future",
    "EVERY": "every each any",
    "REPEAT": (
        "daily weekly biweekly monthly bimonthly quarterly yearly annually annual biannual semiannual semiannually "
        "everyday nightly hourly weekdays"
    ),
    "YEARKIND": "fiscal=fiscal financial=fiscal school=school academic=school calendar=calendar",
    "YEARLETTERS": "fy=fiscal cy=calendar sy=school",
    "ABOUT": (
        "about around nearly almost approximately roughly circa just exactly some only barely another further mere "
        "additional consecutive straight full whole entire extra successive good"
    ),
    "FEW": "few several couple many",
    "AGO": "ago=before hence=after",
    "AFTERWARDS": "afterwards=after afterward=after thereafter=after beforehand=before",
    "BEFORE": "before",
    "AFTER": "after following",
    "SINCE": "since",
    "STARTING": "starting commencing effective",
    "WORK": "business trading working",
    "PERIOD": "period time term",
    "TIMEZONE": "gmt utc et est edt ct cst cdt pt pst pdt bst cet cest ist jst msk kst",
    "TO": "to through thru till until til",
}
#: Words that are their own kind.
PLAIN_WORDS = (
    "of in on at the a an and or from by during within over for between now half more less than least most no not as "
    "prior date beyond onwards onward eve its long near short all then greater s q h so far up"
).split()  # noqa: SIM905

#: Holidays: the words (a pattern), the key. Looked for where a word of HOLIDAY_STARTS stands.
HOLIDAYS: tuple[tuple[str, str], ...] = (
    (r"christmas eve", "christmas eve"),
    (r"christmas(?: day)?|xmas(?: day)?", "christmas"),
    (r"boxing day", "boxing day"),
    (r"new year['’]?s? eve", "new year's eve"),
    (r"new years?['’]?s? day", "new year"),
    (r"easter monday", "easter monday"),
    (r"easter(?: sunday| day)?", "easter"),
    (r"good friday", "good friday"),
    (r"palm sunday", "palm sunday"),
    (r"ash wednesday", "ash wednesday"),
    (r"pentecost|whit sunday", "pentecost"),
    (r"ascension day", "ascension"),
    (r"black friday", "black friday"),
    (r"cyber monday", "cyber monday"),
    (r"thanksgiving(?: day)?", "thanksgiving"),
    (r"independence day|(?:the )?fourth of july", "independence day"),
    (r"memorial day", "memorial day"),
    (r"labou?r day", "labor day"),
    (r"may day|international workers['’]? day|international workers['’] day", "may day"),
    (r"veterans['’]? day|armistice day|remembrance day", "armistice day"),
    (r"presidents['’]? day|president['’]s day", "presidents day"),
    (r"columbus day", "columbus day"),
    (r"martin luther king(?: jr\.?)?,? day|mlk day", "martin luther king day"),
    (r"valentine['’]?s?(?: day)?", "valentine"),
    (r"halloween", "halloween"),
    (r"all saints['’]? day", "all saints"),
    (r"(?:saint|st\.?) patrick(?:['’]?s)?(?: day)?", "saint patrick"),
    (r"earth day", "earth day"),
    (r"groundhog day", "groundhog day"),
    (r"april fools?['’]?s?(?: day)?", "april fools"),
    (r"mother['’]?s['’]? day", "mother's day"),
    (r"father['’]?s['’]? day", "father's day"),
    (r"juneteenth|freedom day|jubilee day", "juneteenth"),
    (r"cinco de mayo", "cinco de mayo"),
    (r"bastille day", "bastille day"),
    (r"anzac day", "anzac day"),
    (r"guy fawkes(?: night| day)?", "guy fawkes"),
    (r"victory day", "victory day"),
    (r"international women['’]?s['’]? day|women['’]s day", "women's day"),
    (r"human rights day", "human rights day"),
    (r"inauguration day", "inauguration day"),
    (r"eid al[ -]fitr", "eid al-fitr"),
    (r"eid al[ -]adha", "eid al-adha"),
    (r"ramadan", "ramadan"),
    (r"(?:lunar|chinese) new year", "lunar new year"),
    (r"orthodox easter", "orthodox easter"),
)
HOLIDAY_PATTERN = re.compile("|".join(f"(?P<h{n}>{pattern})\\b" for n, (pattern, _) in enumerate(HOLIDAYS)), re.I)
HOLIDAY_STARTS = frozenset(
    [
        "christmas",
        "xmas",
        "boxing",
        "new",
        "easter",
        "good",
        "palm",
        "ash",
        "pentecost",
        "whit",
        "ascension",
        "black",
        "cyber",
        "thanksgiving",
        "independence",
        "memorial",
        "labor",
        "labour",
        "may",
        "international",
        "veterans",
        "armistice",
        "remembrance",
        "presidents",
        "president",
        "columbus",
        "martin",
        "mlk",
        "valentine",
        "valentines",
        "halloween",
        "all",
        "saint",
        "st",
        "earth",
        "groundhog",
        "april",
        "mother",
        "mothers",
        "father",
        "fathers",
        "juneteenth",
        "freedom",
        "jubilee",
        "cinco",
        "bastille",
        "anzac",
        "guy",
        "victory",
        "women",
        "human",
        "inauguration",
        "eid",
        "ramadan",
        "lunar",
        "chinese",
        "orthodox",
        "fourth",
    ]
)

#: Things that are counted: a four-digit number before one of these is no year ("2000 people").
COUNTED = frozenset(
    [
        "people",
        "troops",
        "soldiers",
        "civilians",
        "refugees",
        "migrants",
        "police",
        "officers",
        "men",
        "women",
        "children",
        "fighters",
        "militants",
        "rebels",
        "protesters",
        "demonstrators",
        "prisoners",
        "detainees",
        "victims",
        "deaths",
        "casualties",
        "homes",
        "houses",
        "families",
        "tons",
        "tonnes",
        "kilometers",
        "kilometres",
        "miles",
        "meters",
        "metres",
        "km",
        "kg",
        "feet",
        "acres",
        "hectares",
        "dollars",
        "euros",
        "pounds",
        "yuan",
        "rubles",
        "percent",
        "pieces",
        "members",
        "workers",
        "employees",
        "students",
        "residents",
        "passengers",
        "vehicles",
        "tanks",
        "missiles",
        "rockets",
        "weapons",
        "rifles",
        "rounds",
        "pages",
        "votes",
        "points",
        "barrels",
        "megawatts",
        "mm",
        "rpm",
        "guests",
        "delegates",
        "personnel",
        "jobs",
        "times",
    ]
)
#: Words before a number that make it a name or a count, never a year.
NO_YEAR_BEFORE = frozenset(
    [
        "resolution",
        "resolutions",
        "article",
        "articles",
        "section",
        "number",
        "no",
        "flight",
        "highway",
        "route",
        "page",
        "room",
        "model",
        "chapter",
        "paragraph",
        "unit",
        "case",
        "bill",
        "hr",
        "decree",
        "order",
        "channel",
        "version",
        "level",
        "boeing",
        "airbus",
        "about",
        "around",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "over",
        "than",
        "least",
        "most",
        "some",
        "up",
        "another",
        "extra",
        "additional",
        "only",
        "exactly",
        "platform",
        "area",
        "nasdaq",
        "dow",
        "index",
        "ftse",
        "s&p",
        "gate",
        "suite",
        "box",
        "building",
        "deliver",
        "delivered",
        "killed",
        "wounded",
        "injured",
    ]
)
#: Words that wish somebody a time ("have a nice weekend") and so date nothing.
WISHES = frozenset("nice great good lovely wonderful happy merry enjoy your safe".split())  # noqa: SIM905
#: Names that begin with a weekday or a date ("the Sunday Times", "the 26 July Movement").
NAME_ENDS = frozenset(
    (
        "Times Telegraph Mirror Mail Express Herald Post World Star Observer Road Street Avenue Square Movement Brigade "
        "Brigades Coalition Football"
    ).split()
)
#: Months that are also given names.
GIVEN_NAMES = frozenset({"april", "june", "august"})
