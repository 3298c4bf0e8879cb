"""English words of page furniture: headings of comment boxes and link lists, menus, bylines, picture agencies."""

from __future__ import annotations

__all__ = [
    "AGENCIES",
    "BYLINE",
    "COMMENT_HEADINGS",
    "LINK_HEADINGS",
    "LINK_LABELS",
    "MENU_ANCHORS",
    "MENU_WORDS",
    "REPORT_WORDS",
]

#: Lines that open a comment box: whatever follows them is no report.
COMMENT_HEADINGS: tuple[str, ...] = (
    r"(?:leave|post|write|add|submit|make) (?:a |your )?(?:reply|comment|response)s?\b.{0,30}$",
    r"(?:\d[\d,.]* )?(?:reader |user |facebook |public )?(?:comments?|responses|replies)(?: ?\(?\d[\d,.]*\)?)?"
    r"(?: section)?(?: (?:on|to) .{3,120})?:?$",
    r"comments? (?:are|is|have been) (?:closed|disabled|off|moderated|turned off|not allowed)\b",
    r"(?:be the first to|please log ?in to|you must be logged in to|log ?in to|"
    r"sign in to) (?:leave a )?(?:comment|reply|post)\b",
    r"(?:view|show|load|see|read|hide|post|all|sort)(?: all| more)? (?:\d+ )?comments\b.{0,20}$",
    r"your e-?mail address will not be (?:published|shared)\b",
    r"(?:required fields are marked|save my name, e-?mail|notify me of (?:follow-?up|new) (?:comments|posts))\b",
    r"(?:join|start) the (?:conversation|discussion)\b.{0,20}$",
    r"(?:what do you think|have your say|tell us what you think|let us know (?:what you think|"
    r"in the comments))\b.{0,40}$",
    r"cancel reply$",
)

#: Lines that open a list of links to other stories: headlines below them are no report.
LINK_HEADINGS: tuple[str, ...] = (
    r"(?:related|recommended|similar|popular|trending|featured|sponsored|latest|recent|top|other|more|"
    r"must[- ]read|other related)"
    r" (?:articles?|stories|story|posts?|news|reads?|reading|content|topics?|coverage|headlines?|"
    r"links?|videos?|from|on|in|for|now)"
    r"\b.{0,50}$",
    r"(?:most (?:read|popular|viewed|shared|commented|watched|recent)|editor(?:s|'s|’s|s'|s’)? (?:picks?|choice)|"
    r"trending(?: now| today)?|recommended|related|read next|up next|next up|next article|"
    r"previous article|what to read next)"
    r"(?: .{0,40})?$",
    r"you (?:may|might|could) (?:also|have missed|be interested|like|enjoy)\b.{0,40}$",
    r"(?:people|readers|others) (?:are|also) (?:reading|read|viewed|liked|watched)\b.{0,20}$",
    r"(?:from|around|elsewhere on) (?:our partners|the web|our sponsors|our network|the network|our sites)\b.{0,20}$",
    r"more (?:from|on|about|in) .{2,50}$",
    r"(?:tags?|topics?|categories|filed under|filed in|tagged(?: with| as| in)?|keywords|"
    r"in this story)(?: ?:.{0,200})?$",
    r"explore more\b.{0,30}$",
    r"(?:our|latest) (?:newsletters|podcasts|videos|shows)$",
    r"don(?:'|’)t miss$",
)

#: Labels that stand before another story's headline, on a line of its own that ends without a stop.
# fmt: off
LINK_LABELS: tuple[str, ...] = (
    "analysis", "background", "commentary", "editorial", "exclusive", "explainer", "explained", "fact check",
    "factbox", "in depth", "interactive", "interview", "live blog", "live updates", "long read", "map", "op-ed",
    "opinion", "profile", "quiz", "special report", "timeline", "view",
)
# fmt: on

#: Words of menus, breadcrumbs, share bars and page footers; a line of nothing else is furniture.
MENU_WORDS: frozenset[str] = frozenset(
    """
    a about account advertise africa all america americas an and archive archives article arts asia asia-pacific
    audio author authors blog blogs bookmark books business careers climate close comment comments community
    contact copy crime culture donate e-mail east economics economy edition editions editorial education
    election elections email english entertainment environment estate europe events explore facebook faq
    features film finance flipboard follow food football gallery games global health help home homepage in
    instagram international investigations jobs latest law life lifestyle like link linkedin live local log
    login logout magazine main map markets media menu messenger middle money more multimedia music my national
    navigation news newsletter newsletters newspaper next now obituaries of on opinion opinions original
    originals out pacific page people photos pinterest pocket podcast podcasts policy politics popular post
    press previous print privacy profile programmes radio real reddit regional register reply rss save schedule
    science search section sections security settings share shop show shows sign site sitemap skype society
    sport sports states stories story style subscribe subscription support tech technology telegram terms the
    this to toggle top topics travel trending tumblr tv tweet twitter u.s. uk united up us usa use via video
    videos vk watch weather weekly whatsapp world x youtube
    """.split()  # noqa: SIM905
)

#: Words that a menu needs at least one of: "United States" alone is no menu.
MENU_ANCHORS: frozenset[str] = frozenset(
    """
    about advertise blogs bookmark careers contact donate e-mail email entertainment facebook faq flipboard
    games home homepage instagram lifestyle linkedin log login logout menu messenger multimedia navigation
    newsletter newsletters obituaries opinion pinterest pocket podcast podcasts politics print privacy reddit
    register rss search share shop sign sitemap sports subscribe subscription telegram terms trending tumblr
    tweet twitter videos vk weather whatsapp youtube
    """.split()  # noqa: SIM905
)

#: Picture agencies and libraries as they stand in credits.
# fmt: off
AGENCIES: tuple[str, ...] = (
    "AFP", "AFP-JIJI", "Alamy", "Anadolu", "ANI", "ANSA", "AP", "AP Photo", "Associated Press", "Bloomberg", "DPA",
    "EFE", "EPA", "EPA-EFE", "File", "Getty", "Getty Images", "Handout", "KCNA", "Kyodo", "Landov", "NurPhoto",
    "PA", "Pool", "Press Association", "PTI", "Reuters", "Rex", "Shutterstock", "SIPA", "Sputnik", "TASS", "UPI",
    "USA TODAY", "USA TODAY Sports", "Xinhua", "Yonhap", "ZUMA", "iStock",
)
# fmt: on

#: Words that tell a report's sentence from a caption.
REPORT_WORDS = r"\b(?:said|says|told|according|announced|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b"

#: Opening of a byline.
BYLINE = (
    r"(?:by|from|text by|words by|story by|analysis by|opinion by|posted by|author|authors|reporter|written by) ?:? "
)
