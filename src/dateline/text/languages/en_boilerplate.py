"""English cues for what is printed around a report: plugs, links, share bars, legal lines, comment boxes.

Precision comes first: a phrase belongs here only if a reporter would not begin a sentence with it.
"""

from __future__ import annotations

from dateline.text.languages.cues import Cues

__all__ = ["CUES"]

_ARTICLE = r"(?:article|story|post|piece|column|op-ed|essay|interview|page|dispatch)"
_MEDIUM = r"(?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|tiktok|threads|bluesky|google news|x)"

CUES: tuple[Cues, ...] = (
    Cues(
        reason="The line links to another story.",
        patterns=(
            r"read (?:more|also|next)\b",
            r"(?:also|must|further|recommended) read(?:s|ing)?\b *(?:[:|–—-]|$)",
            r"read (?:the|our|this|his|her|their) (?:full |complete |entire |original )?"
            r"(?:story|report|article|coverage|analysis|explainer|interview|review)\b",
            r"(?:more|continue) (?:reading|coverage)\b",
            r"(?:related|see|see also|see more|watch|watch now|watch live|listen|listen now|more|"
            r"more on this|go deeper)"
            r" ?[:|»>]",
            r"related (?:stories|story|articles?|news|content|posts?|topics?|links?|coverage|reading|"
            r"video)\b ?[:|»>]",
            r"more (?:from|on|about) [^.]{2,60} ?[:»>]",
            r"(?:click|tap) (?:here|below|on the|the link|through|to)\b",
            r"(?:for )?more (?:information|details|stories)[^.]{0,40},? (?:click|visit|see|go to)\b",
            r"(?:watch|see) (?:the|our|this) (?:full )?(?:video|clip|interview|gallery|slideshow)\b",
            r"from the archives? ?[:»>]",
            r"in case you missed it\b",
            r"view more\b",
            r".{10,200}[^.!?]\bread more$",
        ),
        inside=True,
    ),
    Cues(
        reason="The line asks the reader to subscribe, follow, listen or give.",
        patterns=(
            r"subscribe(?! to (?:the|this|that) (?:view|idea|theory|notion|belief))\b",
            r"sign (?:up|in)\b(?! of| the)",
            r"log ?in\b",
            r"register (?:now|here|today|for free|to (?:continue|read|comment))\b",
            r"(?:get|receive|want) (?:our|the|all the|more|breaking|daily|unlimited|free)\b.*\b"
            r"(?:newsletters?|inbox|e-?mails?|app|alerts?|access|updates|podcasts?)\b",
            r"download (?:our|the)\b.*\bapp\b",
            r"join (?:our\b|us on\b|the (?:conversation|discussion|debate)\b)",
            r"become an? (?:member|subscriber|supporter|patron)\b",
            r"(?:please )?(?:support|help(?: us)? (?:fund|support|keep)) (?:our|independent|quality|"
            r"free|local|us)\b.{0,40}"
            r"\b(?:journalis\w+|news\w*|reporting|work|mission|stories)\b",
            r"support the [\w ]{2,40} (?:from|for|with) (?:as little as|just|only)\b",
            r"(?:… ?|\.\.\. ?)?we have a small favou?r to ask\b",
            r"(?:please )?(?:consider (?:making a )?)?donat(?:e|ing|ion) (?:now|today|here|to (?:us|our|support))\b",
            r"(?:follow|like|find|connect with|add|visit) (?:us\b|@|our\b|me\b)",
            rf"follow [^.]{{1,60}} on {_MEDIUM}\b",
            r"our (?:latest|newest|greatest|best|top|most popular) [^.]{0,60}"
            r"(?:videos?|stories|podcasts?|news|content|newsletters?|coverage|shows?)\b",
            r"listen to (?:the|our|this|more)\b.*\b(?:podcasts?|episodes?|article|story|show|audio)\b",
            r"(?:stay (?:up to date|up-to-date|informed|tuned|connected|ahead)) (?:with|on|to|by|of)\b",
            r"keep up with (?:the latest|our)\b",
            r"(?:enter|type|provide) your e-?mail\b",
            r"thank(?:s| you) for (?:reading|subscribing|signing up|visiting|your (?:support|interest))\b",
            r"(?:already|not(?: yet)?) an? (?:subscriber|member|registered user)\b",
            r"you have (?:\w+ ){0,3}(?:free )?articles? (?:left|remaining)\b",
            r"you(?:'|’)ve reached your\b.*\blimit\b",
            r"(?:this|to (?:continue|keep) reading this|the full) (?:article|content|story) is (?:only )?"
            r"(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members)\b",
            r"to (?:continue|keep) reading\b",
            r"start (?:your|a) (?:free )?(?:trial|subscription)\b",
            r"interested in [^?]{2,60}\? add\b",
            r"(?:never|don(?:'|’)t) miss (?:a|an|our|out)\b.*\b(?:story|stories|update|news|newsletter|episode)\b",
            r"(?:new|check out|tune in to|introducing) (?:to )?(?:our|the)\b.*\b(?:podcasts?|"
            r"newsletters?|app|channel)\b",
        ),
        inside=True,
    ),
    Cues(
        reason="The line is a standing line of the publication.",
        patterns=(
            r"(?:a|your|our) (?:daily|weekly|monthly) (?:briefing|digest|newsletter|roundup|round-up|summary)"
            r" (?:on|of|from)\b.{0,60}$",
        ),
        most_words=14,
    ),
    Cues(
        reason="The line is an advertisement or marks one.",
        patterns=(
            r"(?:advertisements?|advertising|advertorial|adverts?|ads?|sponsored(?: content| by.*| post)?|"
            r"promoted(?: content| stories| by.*)?|paid (?:content|post|partnership)|commercial) ?[:.]?$",
            r"(?:ads? by|advertise with|report this ad|remove ads|ad feedback|why you(?:'|’)re seeing this ad)\b",
            r"(?:scroll (?:down )?(?:for more|to continue)|"
            r"(?:story|article|content|post|text|report|video) (?:continues?d?|resumes)) ?"
            r"(?:below|after|with|following|reading|$)",
            r"skip (?:advert|ad)\w*\b",
        ),
    ),
    Cues(
        reason="The line shares, prints or saves the page.",
        patterns=(
            r"share (?:this|on|via|article|story|post|page|link|with your|to)\b",
            r"shares?$",
            r"(?:e-?mail|print|save|copy|bookmark|tweet|pin|like) (?:this|link|article|story|page)\b.{0,40}$",
            r"(?:skip|end of) (?:twitter|facebook|instagram|youtube|x|tiktok) (?:post|content|video)\b[^.]{0,60}$",
            r"view (?:this post|this (?:photo|video)|on instagram|comments|gallery|slideshow|all|more|"
            r"photos)\b.{0,60}$",
            r"skip to (?:main |the )?(?:content|navigation|search|article|footer|end|next|main)\b",
            r"(?:back to|return to) (?:top|home|homepage|the top)\b",
        ),
        most_words=16,
    ),
    Cues(
        reason="The line belongs to a picture, video or sound player.",
        patterns=(
            r"(?:photos?|photographs?|images?|pictures?|videos?|gallery|galleries|slideshow|audio|"
            r"close|caption|credits?|"
            r"infographics?|graphics?|playlist|transcript|live|loading|unmute|mute|pause|play|replay) ?[.…:|]*$",
            r"(?:next|prev(?:ious)?)?\s*(?:image|photo|slide|picture)?\s*\d+ ?(?:of|/) ?\d+$",
            r"(?:enlarge|expand|hide|show|toggle|open|view|close) (?:this )?(?:image|caption|photo|picture|video)\b",
            r"(?:play|watch|current|now playing|video|audio|loading)(?: the)? (?:video|audio|player|"
            r"time|now|ad)\b.{0,60}$",
            r"media playback is (?:un|not )supported on (?:your|this) device ?$",
            r"your browser (?:does not|doesn(?:'|’)t) support\b",
            r"file ?[-–—:/|] ?\S",
            r"in this (?:[\w., ]{0,30})?(?:file|archive) (?:photo|photograph|picture|image|video)\b",
            r"(?:file|handout|undated|stock|representational|representative|illustrative) "
            r"(?:photo|photograph|picture|image|pic)s?\b",
            r"(?:photos?|photographs?|pictures?|images?|credits?|illustration|cover image|featured image)"
            r"(?: courtesy| credits?| source| by)?(?: of)? ?[:/|] ?\S",
            r"image (?:source|credit|copyright),? ?[:]?\s\S+(?: \S+){0,5}$",
            r"listen ?· ?\d",
            r".{0,120}\blisten(?: ?· ?\d+:\d\d(?: \d+:\d\d)*)?$",
        ),
        most_words=30,
    ),
    Cues(
        reason="The line is a legal, privacy or rights notice.",
        patterns=(
            r"(?:©|\(c\) ?\d{4}|copyright\b(?! (?:law|infring|case|claim|dispute|treat|protection|reform|holders?)))",
            r".*\ball rights (?:are )?reserved\b",
            r"(?:this|the) (?:material|content|article|copy) may not be (?:published|broadcast|"
            r"reproduced|rewritten|copied)\b",
            r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice|"
            r"statement|settings)|"
            r"cookie (?:policy|settings|notice|preferences)|do not sell my)\b",
            r"(?:we|this (?:site|website|page)|our (?:site|website|partners)|(?:this|our) \w+ site) (?:\w+ ){0,3}"
            r"uses? (?:\w+ )?(?:cookies|akismet|google recaptcha)\b",
            r"(?:this site is )?protected by recaptcha\b",
            r"by (?:continuing|using|clicking|signing|subscribing|submitting|entering|browsing|"
            r"registering|providing)\b"
            r".*\byou(?:r)?\b.*\b(?:agree|accept|consent|acknowledge)\b",
            r"(?:accept|reject|manage|allow) (?:all )?cookies\b",
            r"disclaimer ?:",
            r"(?:the )?(?:opinions|views)(?: and opinions)? expressed (?:in (?:this|the) |here|above|"
            r"are (?:his|her|their|those|"
            r"solely|the author)|by (?:the )?(?:authors?|writers?|contributors?|columnists?))\b",
        ),
        most_words=90,
        inside=True,
    ),
    Cues(
        reason="The line says who wrote, edited or carried the report.",
        patterns=(
            r"\(?(?:additional |further )?(?:reporting|writing|editing)(?: and (?:writing|editing|reporting))? by\b",
            r"\(?with (?:additional )?(?:reporting|inputs?|files|contributions?|material) (?:by|from)\b",
            r".{0,160}\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article|piece|post|dispatch)\b)",
            rf"(?:this|the (?:above|following|original)) (?:{_ARTICLE}|report) (?:was |is |has been |had been )?"
            r"(?:first |originally |previously )+(?:published|appeared|posted|ran|produced|written)\b",
            rf"this {_ARTICLE} (?:was|is|has been|had been) (?:also |since |co-?)*"
            r"(?:published|produced|updated|corrected|amended|written|republished|reprinted|adapted|"
            r"translated|edited|"
            r"co-published|clarified|provided|supplied|part of (?:a|our|the) (?:series|project)|more than)\b",
            rf"this {_ARTICLE} (?:appeared|appears|originally|first)\b",
            r"(?:we(?:'|’)ve|we have) updated this (?:post|article|story)\b",
            r"(?:originally|first) (?:published|appeared|posted) (?:on|in|at|by|as)\b",
            r"(?:republished|reprinted|reproduced) (?:with|by|from|under|courtesy)\b",
            r"(?:source|via|agencies|from our correspondent|staff and agencies) ?[:/|].{0,60}$",
            r"the (?:author|writer)s? (?:is (?:an?|the|currently)|are|teaches|can be reached)\b"
            r"(?!.*\b(?:arrest|detain|charg|accus|kill|held|jail|trial|prison|investigat))",
            r"(?:about the|more by (?:this|the)) (?:authors?|writers?)\b",
            r"(?:contact|e-?mail|reach|write to) (?:the (?:reporter|author|writer|editor|newsroom)|us|"
            r"him at|her at)\b",
            r"follow (?:him|her|them|the author)\b",
            r"(?:got|have) (?:a )?(?:tip|story|news tip|question|feedback)s?\b.{0,60}\?",
            r"[A-Z][^.]{3,80} is (?:a|an|the) [^.]{0,60}\b(?:reporter|correspondent|columnist|"
            r"journalist|contributor|writer|"
            r"editor|fellow|professor|author|analyst)\b.*\b(?:follow (?:him|her|them)|(?:tweets|"
            r"posts) at|twitter|@\w+)",
            r"special (?:for|to) [A-Z]\S*(?: \S+){0,4}$",
        ),
        most_words=60,
        inside=True,
    ),
    Cues(
        reason="The line says who wrote, edited or carried the report.",
        patterns=(r"\(?(?:written|edited|compiled|translated|reported|photographed) by\b",),
        most_words=8,
    ),
    Cues(
        reason="The line marks where the report ends.",
        patterns=(r"(?:-0-|-30-|#{2,}|\*{3,}|[-–—_=*•]{3,}|\(?ends?\)?|ends ?/.{0,20}|\[end\])$",),
        most_words=3,
    ),
    Cues(
        reason="The line tells when the page was published or how long it takes to read.",
        patterns=(
            r"(?:this article is|published) more than \d+ (?:months?|years?) (?:old|ago)$",
            r"(?:last )?(?:updated|modified|edited)(?: at| on)? ?:? ?(?:\d|mon|tue|wed|thu|fri|sat|"
            r"sun|jan|feb|mar|apr|may|jun|"
            r"jul|aug|sep|oct|nov|dec)[^.]{0,50}(?:[ap]\.m\.)?[^.]{0,20}$",
            r"(?:reading time|read time|est(?:imated)? read(?:ing)? time|\d+ ?-?min(?:ute)?s?(?:'|"
            r"’)? (?:read|listen|watch))\b.{0,20}$",
            r"(?:posted|published|updated|edited)?:? ?(?:an?|\d+) (?:minutes?|mins?|hours?|hrs?|days?|"
            r"weeks?|months?|years?) ago$",
            r"(?:developing|breaking)(?: news)?(?: story)?[.:…]?$",
        ),
        most_words=14,
    ),
)
