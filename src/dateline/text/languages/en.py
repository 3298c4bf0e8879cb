"""English word lists: pronouns, words that attribute, titles, and heads of names and descriptions.

All are in lower case; nouns are in the singular, verbs in the dictionary form, unless a comment says otherwise.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- pronouns, with what they agree with -----------------------------------------------------------------

MALE: Final = _words("he him his himself")
FEMALE: Final = _words("she her hers herself")
NEUTER: Final = _words("it its itself")
PLURAL: Final = _words("they them their theirs themselves")
FIRST_SINGULAR: Final = _words("i me my mine myself")
FIRST_PLURAL: Final = _words("we us our ours ourselves")
REFLEXIVE: Final = _words("himself herself itself themselves myself ourselves")

#: Verbs with which a subject "it" stands for nothing.
EMPTY_IT: Final = _words("take seem appear rain snow happen turn remain become")

# --- time words that are written like names --------------------------------------------------------------

CALENDAR: Final = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep
    sept oct nov dec today yesterday tomorrow tonight spring summer autumn winter fall gmt et est edt utc a.m. p.m."""
)

#: Abbreviations that do not end a sentence when a name follows; written with a capital and a full stop.
NAME_ABBREVIATIONS: Final = _words(
    """mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. maj. brig. capt. cmdr. adm. sgt. pvt. cpl. st. rev. hon. mt.
    ft. pres. sec. supt. insp. det. cllr. messrs. fr. vs."""
)
#: The same when a number follows.
NUMBER_ABBREVIATIONS: Final = _words(
    """no. nos. art. vol. est. approx. fig. para. p. pp. op. sec. ch. res. jan. feb. mar. apr. jun. jul. aug. sep. sept.
    oct. nov. dec."""
)

# --- saying ------------------------------------------------------------------------------------------------

#: Verbs whose clause is the words of their subject.
REPORTING: Final = _words(
    """say tell announce claim report state add note warn allege declare insist maintain argue acknowledge admit confirm
    explain reveal disclose assert contend believe think suggest estimate predict write tweet post reply respond
    answer recall conclude stress emphasise emphasize reiterate remark comment observe complain boast concede vow
    pledge promise assure inform testify quip joke caution cite quote reckon stipulate indicate affirm underline
    underscore highlight describe call dub charge accuse blame hint imply signal repeat continue read deny hear learn
    find determine assess agree fear expect hope vouch proclaim retort urge demand tout brief relay point appreciate
    term feel"""
)
#: Verbs that introduce a direct quotation beside the reporting ones.
QUOTING: Final = _words(
    """ask condemn denounce criticise criticize praise slam term go begin shout chant cry sing rebuke lament mock"""
)
#: Reporting verbs that take the reported party as object, with the preposition before what is reported.
BLAMING: Final[dict[str, frozenset[str]]] = {
    "accuse": _words("of"),
    "blame": _words("for"),
    "charge": _words("with"),
    "suspect": _words("of"),
    "point": _words("to"),
    "describe": _words("as"),
}
#: Forms of verbs by which the subject acts instead of telling news ("Iran vowed to", "he demanded that").
PERFORMING: Final = _words(
    """vow vows vowed promise promises promised pledge pledges pledged demand demands demanded vowing demanding pledging
    promising urge urged urges urging"""
)
#: Forms of verbs whose subject is a sign rather than a source ("evidence suggests").
INFERRING: Final = _words(
    """suggest suggests suggested indicate indicates indicated believe believes believed think thinks thought imply
    implies implied show shows showed feel feels felt"""
)
#: Reporting verbs that can have a happening as object ("cited the attack", "announced the arrest of").
REPORTING_THINGS: Final = _words("cite claim allege report describe reveal acknowledge announce call dub term")
#: Reporting verbs that can have an infinitive ("claims to have destroyed").
CLAIMING: Final = _words("claim report allege say believe think")
#: Other verbs that people do rather than bodies or places.
PERSONAL: Final = _words(
    """resign meet arrive travel fly visit smile laugh die sit stand walk born marry speak talk sign chair head lead
    serve study attend greet shake thank tell appoint elect arrest jail sentence"""
)
#: Verbs that two sides do together.
MEETING: Final = _words("meet talk speak negotiate confer discuss visit host receive")
#: Verbs by which somebody gives a text that the report then prints, and what such a text is called.
ISSUING: Final = _words("say issue release publish make send write state declare tell read add give")
STATEMENTS: Final = _words("statement letter message declaration communique communiqué speech remark address report")
#: Verbs that two do together when nothing names the other side ("they met").
MEETING_ALONE: Final = _words("meet talk negotiate confer clash")
#: Nouns that report what their clause says ("the claim that …").
REPORTING_NOUNS: Final = _words(
    """claim allegation accusation report statement assertion announcement warning suggestion speculation rumour rumor
    optimism hope confidence fear concern belief suspicion assessment estimate finding testimony message communique
    letter article editorial"""
)
#: Words that open a clause of time, which takes its happening for granted.
TEMPORAL: Final = _words("after when while as since before until once following")
#: Verbs whose object is then told of: "punished Norway for its …".
JUDGING: Final = _words(
    """accuse blame condemn criticise criticize denounce slam punish sanction penalise penalize praise thank
    congratulate
    rebuke censure suspect charge commend applaud fault lambast chide scold"""
)
#: Adverbs that attribute without a speaker.
HEARSAY: Final = _words("reportedly allegedly purportedly supposedly apparently")
