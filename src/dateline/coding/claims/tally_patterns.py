"""The English wordings of vote tallies, as patterns with the slots that their groups fill."""

from __future__ import annotations

import re
from functools import cache

from dateline.text.languages.en_time import ONES, TEENS, TENS

FOR, AGAINST, ABSTAIN, ABSENT = range(4)

WEAK = re.compile(
    r"(?<!votes )(?<!voted )\bfor$|by \S+ (?:states|countries|nations|members)$|^\S+ (?:against|yes|no)$", re.IGNORECASE
)
_NAME = r"(?:the[ ])?[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*)*"
_NAMES = rf"{_NAME}(?:,[ ]{_NAME})*(?:,?[ ]and[ ]{_NAME})?"
AND_OTHERS = re.compile(rf"(?P<names>{_NAMES}),?[ ](?:and|along with|plus|together with)[ ]$")
ABSTAINERS = re.compile(rf"\bwith[ ](?:only[ ])?(?P<names>{_NAMES})[ ](?:abstaining|the only abstentions?)")
ABSTENTION = re.compile(rf"(?P<names>{_NAMES})[ ](?:both[ ]|all[ ]|each[ ]|also[ ])?abstained\b")
OPPONENT = re.compile(
    rf"\b[Oo]nly[ ](?P<names>{_NAMES})[ ](?:vot(?:ed|ing)[ ](?:against|no)|oppos(?:ed|ing)|was[ ]against|against)"
)
_ADOPTING = (
    r"(?:adopt|approv|pass|vot|support|back|endors|agree|elect|condemn|impos|authori[sz]|reject|ratif|confirm|decid"
    r"|call|demand|extend|renew|recommend|found|convict|acquit|chos|select|re-elect)\w*"
)
UNANIMOUS = re.compile(
    rf"\bunanimously(?:[ ]\w+)?[ ]{_ADOPTING}|\b{_ADOPTING}[^.;,]{{0,60}}?\bunanimously|\bunanimous(?:[ ]\w+)?[ ]"
    r"(?:vote|approval|resolution|decision|support|backing|adoption|consent)\b"
    r"|\bvote\b[^.;,]{0,60}[ ]was[ ]unanimous\b",
    re.IGNORECASE,
)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
    """Pattern and the slots that its groups fill."""
    numbers = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES))}"
    numbers = rf"(?:a|one)[ ]hundred(?:[ ]and)?(?:[ ](?:{numbers}))?|{numbers}"
    more = rf"(\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{numbers})\b|none\b|nobody\b|no one\b|no\b|zero\b|a single\b)"
    n = rf"(?<![\w.,$£€-]){more}"
    who = (
        r"(?:[ ](?:other|more|further|member|UN|U\.N\.|Security[ ]Council|council))*"
        r"(?:[ ](?:[a-z-]+[ ])?(?:member[ -])?(?:states?|countries|country|nations?|members?|delegations?|delegates"
        r"|governments?|lawmakers|senators|deputies|m\.?p\.?s|legislators|judges|people|voters|democrats|republicans|others))?"
        r"(?:(?<=members)[ ]of[ ]the(?:[ ](?:UN|U\.N\.|United|Nations|Security|General|Council|Assembly|body))+)?"
    )
    states = r"(?:states|countries|nations|members)"
    aside = r"(?:[ ]?,[^.;\d]{1,110}?,|[ ]?\([^)\d]{1,60}\)|[ ][-–—][^.;\d]{1,110}?[-–—])?"
    word = r"(?:[ ](?!with\b|and\b|to\b|for\b|against\b|in\b|votes?\b)[A-Za-z-]+)?"
    votes = r"(?:[ ]votes?|[ ]ballots)?"
    yes = r"(?:in[ ]favou?r|for\b(?![ ]the[ ](?:first|time)|[ ]\w+ing)|yes\b|ayes?\b|yeas?\b)"
    passing = (
        r"to[ ](?:adopt|approve|pass|support|condemn|back|suspend|demand|impose|denounce|deplore|urge|call"
        r"|authori[sz]e|extend|renew|establish|refer)"
    )
    draft = r"(?:the|a)(?:[ ][\w.’'-]+){0,3}?[ ](?:draft|resolution|text|motion|bill|measure)"
    when = (
        r"(?:[ ](?:on|in)[ ][A-Z][a-z]+|[ ](?:last[ ])?[A-Z][a-z]+day|[ ]yesterday"
        r"|[ ](?:at|in)[ ]the(?:[ ][A-Z][\w.]*)+)"
        r"{0,3}"
    )
    to = r"(?:[ ]?[-–—][ ]?to[ ]?[-–—][ ]?|[ ]?[-–—][ ]?|[ ]to[ ])"
    no_unit = r"(?![\w%]|[.,]\d|[ ]?(?:percent|per[ ]cent|%))"
    did = r"[ ](?:have[ ]|had[ ]|has[ ]|also[ ]|all[ ])?"
    table: tuple[tuple[str, tuple[int, ...]], ...] = (
        (rf"{n}{who}{aside}{votes}[ ]{yes}", (FOR,)),
        (rf"{n}{who}{aside}{did}vot(?:ed|ing){when}[ ](?:in[ ]favou?r|for\b|yes|aye|{passing})", (FOR,)),
        (rf"{n}{who}[ ](?:were|was)[ ]in[ ]favou?r", (FOR,)),
        (rf"\b(?:by|with)[ ]{n}[ ]votes\b(?![ ]to\b)", (FOR,)),
        (rf"\bwon[ ]{n}[ ]votes\b", (FOR,)),
        (rf"{n}{who}[ ](?:backed|supported|endorsed|approved)[ ]{draft}", (FOR,)),
        (rf"(?:supported|backed|approved|endorsed|adopted)[ ]by[ ]{n}(?:{who}[ ]votes?|[ ]{states})\b", (FOR,)),
        (rf"{n}{who}{aside}{votes}[ ](?:against|opposed|opposing|nays?|noes|dissenting)", (AGAINST,)),
        (rf"{n}{who}[ ](?:were|was)[ ](?:against|opposed)", (AGAINST,)),
        (rf"{n}[ ](?:no|negative)[ ]votes?", (AGAINST,)),
        (rf"{n}[ ]no(?=[ ]and\b|,|[ ]?$)", (AGAINST,)),
        (rf"{n}{who}{aside}{did}(?:vot(?:ed|ing|e)[ ](?:against|no\b)|oppos(?:ed|ing))", (AGAINST,)),
        (rf"{n}{word}{who}{aside}{word}[ ]abst(?:entions?|aining|ained|ain|ainers)", (ABSTAIN,)),
        (rf"{n}{who}[ ](?:did[ ]not[ ](?:vote|take[ ]part)|not[ ]voting|were[ ]absent|absent\b)", (ABSENT,)),
        (rf"abstentions?[ ](?:by|from|numbered|:)[ ]?{n}", (ABSTAIN,)),
        (rf"\b(?:yes|for|in[ ]favou?r|ayes)\s?[:–—-]\s?{n}", (FOR,)),
        (rf"\b(?:no|against|noes|nays)\s?[:–—-]\s?{n}", (AGAINST,)),
        (rf"\babstain(?:ed|ing|s)?\s?[:–—-]\s?{n}", (ABSTAIN,)),
        (rf"{n}{votes}{to}{more}(?:(?:[ ]?[-–—][ ]?|[ ]to[ ]){more})?{no_unit}", (FOR, AGAINST, ABSTAIN)),
    )  # fmt: skip
    return tuple((re.compile(pattern, re.IGNORECASE), slots) for pattern, slots in table)


PAIR_BEFORE = re.compile(
    r"(?:\bvot(?:e[sd]?|ing)\b[^.;]{0,40}|\b(?:pass(?:ed|es)|adopt(?:ed|s)|approv(?:ed|es|al)|reject(?:ed|s)|clear(?:ed|s)"
    r"|carried|ratif(?:ied|ies)|confirm(?:ed|s)|defeat(?:ed|s)|fail(?:ed|s)|tally|margin|count|ballot|result|acquit(?:ted|s)"
    r"|impeach(?:ed|es)|back(?:ed|s)|endors(?:ed|es)|support(?:ed|s)|rul(?:ed|ing)|decid(?:ed|es)|decision|score|divided|split)\b[^.;]{0,60})$",
    re.IGNORECASE,
)
PAIR_AFTER = re.compile(
    r"\s?(?:votes?\b|ruling|majority|decision|margin|in favou?r|with \w+ abst|split)", re.IGNORECASE
)
