"""What stands on a page beside the article: lines to read on, share, subscribe, credit, correct or advertise."""

from __future__ import annotations

import re

_MOST_WORDS = 80  # a paragraph that only begins like one of these, and goes on at length, is the article's own
_MOST_WORDS_OF_CREDIT = 60
_AGENCIES = (
    "Associated Press|AP|Reuters|Thomson Reuters|AFP|Agence France[- ]Presse|PA|PA Media|Press Association|Bloomberg|"
    "Bloomberg News|UPI|United Press International|Xinhua|Kyodo|Kyodo News|dpa|TASS|ANSA|EFE|IANS|PTI|AAP|ANI|CNN|"
    "Canadian Press|Dow Jones|Dow Jones Newswires|MarketWatch|Interfax|Anadolu|Yonhap|RFE/RL|Al Jazeera|IRNA|NPR|BBC|"
    "BBC News"
)
_NETWORKS = "twitter|x|facebook|instagram|threads|bluesky|linkedin|whatsapp|telegram|youtube|tiktok|reddit|pinterest"
_PIECE = "article|story|post|piece|report|page|headline|item|content"
# A short paragraph that begins like one of these is no part of the article. `$` is the paragraph's end.
_BEGINNINGS = (
    # other stories
    r"read (?:more|also|next|it here|the (?:full|rest|original))\b|(?:also read|see also)\b|read on\s*(?:[:.]|$)",
    r"related(?: (?:stor(?:y|ies)|articles?|content|coverage|links?|topics?|reading|news|video))?\s*(?::|$)",
    r"you (?:may|might) (?:also )?(?:like|be interested)|more (?:from|stories|coverage)\b.{0,60}$",
    r"more on (?:this|the) (?:story|topic)|recommended(?: for you|:|$)|most (?:read|popular|viewed|shared)\b.{0,30}$",
    r"(?:don['’]t miss|must[- ]read|top stories|trending(?: now)?|in pictures|in case you missed it|up next)\s*(?::|$)",
    r"what to read next\b|(?:next|previous) (?:article|story|post|page)\b.{0,100}$|continue reading\b",
    r"(?:for more|to learn more|to find out more|find out more)\b.{0,60}\b(?:visit|click|go to|see|read|here)\b",
    # letters and subscriptions
    r"(?:please )?sign up\b(?=.*(?:newsletter|e-?mail|alerts?|here|briefing|inbox|free|daily|updates))",
    r"newsletters?\s*(?::|$)",
    r"get (?:the|our|your) .{0,60}(?:newsletter|inbox|email|app\b)",
    r"(?:our|this|the) (?:[\w-]+ ){0,4}newsletter\b.{0,60}$",
    r"(?:please )?subscribe(?: (?:to|now|today|here|for)\b|\s*[:!]|$)|(?:already a|become a) (?:subscriber|member)\b",
    r"(?:log|sign) in\b.{0,40}$|register (?:now|here|for free)\b|download (?:the|our) .{0,40}\bapp\b",
    r"(?:get|try) (?:unlimited|full|digital) access\b|support (?:our|independent) journalism",
    # sharing
    rf"follow (?:us|@)|follow .{{1,60}} on (?:{_NETWORKS})\b|like us on",
    r"join (?:us|the (?:conversation|discussion))\b.{0,60}$",
    r"share\b(?: (?:this|on|via|with)\b.{0,80})?\s*(?::|$)|\d+ (?:comments?|shares?|views?)\s*$",
    rf"(?:tweet|e-?mail|print|pin|copy link|save|bookmark|like|comments?|reply|{_NETWORKS})"
    rf"(?: (?:this|{_PIECE}))*(?: ?\(?\d+\)?)?\s*$",
    r"(?:leave|post|view|show|add) (?:a |all |your )?comments?\b.{0,30}$",
    r"(?:have|got) (?:a |any )?(?:news )?(?:tip|story|question|comment)s?\b.{0,100}",
    r"to (?:comment|respond|contact)\b.{0,80}@",
    r"do you (?:have|know) (?:a|any|more|information)\b.{0,160}\b(?:e-?mail|contact|call|write to)\b",
    r"(?:contact|e-?mail|write to|reach) (?:us|the (?:author|writer|reporter|editor)s?) (?:at|on|via)\b",
    # advertisements, and the page's own controls
    r"advertis(?:ement|ing)\s*(?:$|[:–—|-])|(?:sponsored|paid|promoted)(?: content| post| by\b.{0,60})?\s*$",
    rf"(?:{_PIECE}) continues (?:below|after)\b|(?:scroll|swipe) (?:down|to|for)\b.{{0,50}}$",
    r"(?:click|tap) (?:here|to|on)\b",
    r"(?:skip|back|return|jump) to (?:main|content|top|navigation|home)\b|opens? in (?:a )?new (?:window|tab)",
    r"(?:we use|this (?:site|website) uses) cookies|accept (?:all )?cookies|(?:loading|please wait)\b.{0,20}$",
    r"(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie policy)\b.{0,60}$|end of (?:content|advert|video)\b",
    r"(?:topics?|tags?|keywords?|categor(?:y|ies)|filed under|posted in|sections?)\s*:",
    r"(?:source|via)\s*:\s*\S.{0,60}$",
    # pictures and films
    r"(?:watch|listen|video|audio|podcast|photo|photograph|gallery|slideshow|image|pictured?|graphic|caption|credit)s?\s*:",
    r"(?:watch|listen)(?: now| live| above| below| to this article)\s*[.!]?$|file (?:photo|picture|image)\b",
    r"(?:media|image|photo|picture) (?:caption|source|credits?|copyright)\b",
    # rights, corrections, who worked on it
    r"copyright(?= ?(?:©|\(c\)|(?:19|20)\d\d|[:|]|(?-i:[A-Z])|$))|©|\(c\) ?(?:19|20)\d\d",
    r"all (?:rights|content) (?:are )?reserved|this material may not be",
    rf"(?:this|the) (?:{_PIECE}) is (?:protected|for subscribers)",
    r"(?:an|the) (?:earlier|previous|original) version of this\b",
    r"(?:an? )?corrections?(?: and clarifications?)?\s*(?:\([^)]{0,60}\)\s*)?(?::|[–—]|$)|clarifications?\s*:",
    r"(?:editor|publisher)s?(?:['’]s|s['’])? note\b",
    r"(?:this (?:article|story|post|piece|report|page|item)|the (?:article|story|headline)(?: (?:above|below))?)"
    r" (?:was|has been) (?:(?:last|since|further) )?(?:amended|updated|corrected|revised|edited)\b",
    r"this (?:article|story|post|piece|item) (?:was|has been) (?:first |originally )?"
    r"(?:published|posted|produced|translated)\b",
    r"this is a (?:developing|breaking)(?: news)? story|(?:more to come|check back for updates)\b",
    r"this story will be updated|(?:compiled|edited|photography|graphics?|translat(?:ed|ion)|produced) by (?-i:[A-Z])",
    r"(?:additional )?reporting by (?-i:[A-Z][\w.’'-]+ [A-Z][\w’'-]+)(?:[;,)]| and | in |\.?$)",
)  # fmt: skip
_BEGINS = re.compile("|".join(f"(?:{beginning})" for beginning in _BEGINNINGS), re.IGNORECASE)
_WIRES = "AFP|AP|EPA|Reuters|REUTERS|Getty|PA"
# A short paragraph that holds one of these is a caption, a credit, or a line about who worked on it.
_HELD = (
    rf"\b(?:{_WIRES}|NYT)[ -]?(?:[Pp]hotos?|Images|[Ff]ile|[Pp]ool)\b",
    rf"\b(?:{_WIRES})/(?!Ipsos|NORC|GfK|YouGov)[A-Z][\w.’ -]{{1,40}}[)\]]?\.?$|/(?:{_WIRES})(?: Images)?[)\]]?\.?$",
    rf"\bvia (?:{_WIRES})(?: Images)?[)\]]?\.?$|\b(?:Shutterstock|Alamy|iStock)[)\]]?\.?$",
    r"(?:^|[.|(/–—]\s?)[Pp]hoto(?:graph)?s?(?: (?:by (?=[A-Z])|courtesy|credit|provided by|illustration)\b|: ?[A-Z])",
    r"\(?(?:Photograph|Credit|Image|Picture): ?[A-Z]|\b[Aa]ll rights reserved\b|\bCopyright (?:©|\(c\)|(?:19|20)\d\d)",
    r"\bcontributed (?:reporting|to this (?:report|story|article))\b",
    r"^[A-Z][^,;]{3,60} reported from [A-Z].{0,60}\.$",
    r"\bmay not be (?:published|reproduced|republished)\b|^\((?:Reporting|Additional reporting|Editing|Writing) by\b",
    # the frame of a press release
    r"^(?:FOR IMMEDIATE RELEASE|NOT FOR RELEASE|EMBARGOED?\b.{0,60}|(?:[#-] ?)*(?:ENDS?|###)(?: ?[#-])*)\W*$",
    r"^(?:(?:Media|Press|Investor) (?:contacts?|enquiries|inquiries|relations)|Notes? to (?:the )?editors?)\b.{0,80}$",
)  # fmt: skip
_HOLDS = re.compile("|".join(f"(?:{held})" for held in _HELD))
_BARE = re.compile(r"[\W_]*|(?:https?://|www\.)\S+|@\w+|\S+@\S+\.\w+|(?:#\w+\s*)+|\d{1,4}")
AGENCY = re.compile(
    rf"(?:(?:The|THE) )?(?:{_AGENCIES}|{_AGENCIES.upper()})(?: (?:staff|news agency|correspondents?|reporters?))?"
)


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is no part of the article, by its words alone: a link to another story, a request to share or
    to subscribe, a credit or caption, a correction, an advertisement, a line of copyright."""
    if paragraph.count(" ") >= _MOST_WORDS or len(paragraph) > 20 * _MOST_WORDS:
        return False
    start = paragraph.lstrip("([*•>»→▶►|-–— ")
    if _BEGINS.match(start) or _BARE.fullmatch(paragraph):
        return True
    return paragraph.count(" ") < _MOST_WORDS_OF_CREDIT and bool(_HOLDS.search(paragraph))
