"""English names of holidays, as patterns, and the words they begin with."""

from __future__ import annotations

import re
from typing import Final

#: The words (a pattern), the key into the holiday table. Looked for where a word of HOLIDAY_STARTS stands.
HOLIDAYS: Final[tuple[tuple[str, str], ...]] = (
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
    (r"ashura", "ashura"),
    (r"now?r[uo]+z|nauruz", "nowruz"),
    (r"rosh hashanah", "rosh hashanah"),
    (r"yom kippur", "yom kippur"),
    (r"passover", "passover"),
    (r"(?-i:Republic Day)", "republic day"),
    (r"(?-i:National Day)(?! of)", "national day"),
    (r"(?-i:(?:National |German )?Unity Day|Day of German Unity)", "unity day"),
    (r"(?-i:Armed Forces Day|Tatmadaw Day)", "armed forces day"),
    (r"(?-i:Army Day)", "army day"),
    (r"(?-i:Liberation Day)", "liberation day"),
    (r"(?-i:Constitution Day)", "constitution day"),
    (r"(?-i:Revolution Day)", "revolution day"),
    (r"(?-i:Martyrs['’]? Day|Martyr['’]s Day)", "martyrs' day"),
    (r"(?-i:Foundation Day)", "foundation day"),
    (r"(?-i:Day of the Sun)", "day of the sun"),
)
HOLIDAY_PATTERN: Final = re.compile(
    "|".join(f"(?P<h{n}>{pattern})\\b" for n, (pattern, _) in enumerate(HOLIDAYS)), re.IGNORECASE
)
_STARTS: Final = (
    "christmas xmas boxing new easter good palm ash pentecost whit ascension black cyber thanksgiving "
    "independence memorial labor labour may international veterans armistice remembrance presidents president "
    "columbus martin mlk valentine valentines halloween all saint st earth groundhog april mother mothers "
    "father fathers juneteenth freedom jubilee cinco bastille anzac guy victory women human inauguration eid "
    "ramadan lunar chinese orthodox fourth ashura nowruz norouz nowrooz nauruz rosh yom passover republic national "
    "german unity day armed tatmadaw army liberation constitution revolution martyrs martyr foundation"
)
#: First words of the names above.
HOLIDAY_STARTS: Final = frozenset(_STARTS.split())
