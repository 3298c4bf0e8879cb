"""English words that tell times, as data: each word with its kind and value.

Kinds are what the rules of :mod:`dateline.text.timex` are written in.
"""

from __future__ import annotations

from typing import Final

from dateline.text.timex.units import Unit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS: Final = _list("january february march april may june july august september october november december")
MONTH_SHORT: Final = {**{name[:3]: n for n, name in enumerate(MONTHS, 1)}, "sept": 9}
WEEKDAYS: Final = _list("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAY_SHORT: Final = {
    **{name[:3]: n for n, name in enumerate(WEEKDAYS, 1)},
    "tues": 2,
    "weds": 3,
    "thur": 4,
    "thurs": 4,
}
#: Names that are also other words: they count only beside a number or after a word that asks for a month.
WEAK_MONTHS: Final = _words("may march mar jan dec")
#: Months that are also given names.
GIVEN_NAMES: Final = _words("april june august")

SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

UNITS: Final = {
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

ONES: Final = _list("one two three four five six seven eight nine")
TEENS: Final = _list("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
TENS: Final = _list("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINAL_ONES: Final = _list("first second third fourth fifth sixth seventh eighth ninth")
ORDINAL_TEENS: Final = _list(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINAL_TENS: Final = {"twentieth": 20, "thirtieth": 30}
DECADES: Final = {
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

#: Words with a kind of their own, as "word" (its own value) or "word=value".
KINDS: Final[dict[str, str]] = {
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
PLAIN_WORDS: Final = _list(
    "of in on at the a an and or from by during within over for between now half more less than least most no not "
    "as prior date beyond onwards onward eve its long near short all then greater s q h so far up"
)

#: Things that are counted: a four-digit number before one of these is no year ("2000 people").
COUNTED: Final = _words(
    "people troops soldiers civilians refugees migrants police officers men women children fighters militants "
    "rebels protesters demonstrators prisoners detainees victims deaths casualties homes houses families tons "
    "tonnes kilometers kilometres miles meters metres km kg feet acres hectares dollars euros pounds yuan rubles "
    "percent pieces members workers employees students residents passengers vehicles tanks missiles rockets weapons "
    "rifles rounds pages votes points barrels megawatts mm rpm guests delegates personnel jobs times"
)
#: Words before a number that make it a name or a count, never a year.
NO_YEAR_BEFORE: Final = _words(
    "resolution resolutions article articles section number no flight highway route page room model chapter "
    "paragraph unit case bill hr decree order channel version level boeing airbus about around nearly almost "
    "approximately roughly over than least most some up another extra additional only exactly platform area nasdaq "
    "dow index ftse s&p gate suite box building deliver delivered killed wounded injured"
)
#: Words that wish somebody a time ("have a nice weekend") and so date nothing.
WISHES: Final = _words("nice great good lovely wonderful happy merry enjoy your safe")
#: Ends of names that begin with a weekday or a date ("the Sunday Times", "the 26 July Movement").
NAME_ENDS: Final = _words(
    "Times Telegraph Mirror Mail Express Herald Post World Star Observer Road Street Avenue Square Movement Brigade "
    "Brigades Coalition Football"
)
