"""An article out of its web page: the text, and what the page says of itself."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from checks.case.errors import CaseError

for _name in ("trafilatura", "htmldate", "courlan", "justext"):  # what they remark on goes to who asks for it only
    logging.getLogger(_name).addHandler(logging.NullHandler())
_LD_JSON = re.compile(r"<script\b[^>]{0,300}ld\+json[^>]{0,300}>(.{0,500000}?)</script", re.IGNORECASE | re.DOTALL)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "url": ("og:url",),
    "published": ("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dc.date",
                  "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date", "dcterms.created"),
    "modified": ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                 "last-modified", "dc.date.modified", "dcterms.modified", "revised"),
}  # fmt: skip
_LD_FIELDS = {"title": ("headline",), "published": ("datePublished", "dateCreated"), "modified": ("dateModified",)}
_LAID_OUT = re.compile(r"^\|[^\n]{400}", re.MULTILINE)
_ON_COOKIES = re.compile(
    r"\b(?:we|our|us|site|website)\b.{0,200}\bcookies?\b|\bcookie (?:policy|settings|preferences|notice)\b",
    re.IGNORECASE,
)
_MOST_NODES = 20_000
_WORDS_NEEDED = 12  # in one paragraph: menus and teasers have fewer


def article(html: str, file: str = "") -> tuple[str, dict[str, str]]:
    """The text of the article on a web page, a paragraph a line, and what the page states of it: any of `title`,
    `byline`, `publisher`, `url`, `published`, `modified` and `language`.

    trafilatura tells the article from what surrounds it; nothing is fetched. JSON-LD is read here, since its time of
    modification is otherwise missed. Raises `CaseError` where there is no article.
    """
    from trafilatura import bare_extraction

    text = ""
    for with_tables in (True, False):  # without, where an old page is laid out as one table
        try:
            found = bare_extraction(html, with_metadata=False, include_comments=False, include_tables=with_tables)
        except (ValueError, RecursionError, TypeError, AttributeError, IndexError, KeyError):
            found = None  # a page that breaks the extraction holds nothing that could be quoted
        text = str(found.text or "") if found is not None and not isinstance(found, dict) else text
        if not _LAID_OUT.search(text):
            break
    if not any(len(line.split()) >= _WORDS_NEEDED and not _ON_COOKIES.search(line) for line in text.split("\n")):
        raise CaseError(
            "no article was found on this page: copy its text into a plain text file, and read that", file=file
        )
    about = _about(html, text.split("\n", 3)[:3])
    title = about.get("title", "")
    if title and not any(_same(title, line) for line in text.split("\n", 3)[:3]):
        text = f"{title}\n{text}"
    return text, about


def _about(html: str, top: list[str]) -> dict[str, str]:
    from trafilatura import load_html

    about = _of_json(html)
    tree = load_html(html)
    if tree is None:
        return about
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(key.strip().lower(), " ".join((meta.get("content") or "").split()))
    for field, keys in _META.items():
        for key in keys:
            if stated.get(key) and not (field == "byline" and stated[key].startswith("http")):
                about.setdefault(field, stated[key])
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if len(heading.split()) > 2]
    printed = [heading for heading in headings if heading in top] or headings
    if len(printed) == 1:  # the others are for search engines
        about["title"] = printed[0]
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            about["url"] = link.get("href").strip()
    for time in tree.iter("time"):
        if time.get("datetime"):
            about.setdefault("published", time.get("datetime").strip())
    for heading in tree.iter("title"):
        about.setdefault("title", " ".join(heading.text_content().split()))
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return {key: value for key, value in {**about, "language": language}.items() if value}


def _of_json(html: str) -> dict[str, str]:
    """What the page's JSON-LD says of its article; of broken JSON, the fields that can still be made out."""
    nodes, broken = list[dict[str, Any]](), ""
    for found in _LD_JSON.finditer(html):
        source = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$", "", found[1])
        try:
            nodes += _nodes(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            broken += source
    articles = [node for node in nodes if _is_article(node)] or [node for node in nodes if "datePublished" in node]
    about: dict[str, str] = {}
    for node in articles[:1]:
        for field, keys in _LD_FIELDS.items():
            about[field] = next((_words(node[key]) for key in keys if key in node), "")
        about["byline"] = _words(node.get("author"))
        about["publisher"] = _words(node.get("publisher"))
        about["url"] = _words(node.get("url"))
    for field, keys in _LD_FIELDS.items():
        for key in keys:
            found_in = re.search(rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"\\]{{1,300}})"', broken)
            if found_in and not about.get(field):
                about[field] = found_in[1]
    return {key: value for key, value in about.items() if value}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a JSON value, outer ones first."""
    waiting, seen = [value], 0
    while seen < len(waiting) < _MOST_NODES:
        value, seen = waiting[seen], seen + 1
        if isinstance(value, dict):
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += value


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report", "Review")) for kind in kinds)


def _words(value: Any) -> str:
    """A text, the name of a thing, or a list of such, as one string."""
    import html as entities

    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(item) for item in value[:20] if not isinstance(item, list))))
    return " ".join(entities.unescape(value).split()) if isinstance(value, str) else ""


def _same(title: str, line: str) -> bool:
    """Whether a line is the title, but for the site's name behind it and for typography."""
    first, second = (re.sub(r"[\W_]+", "", words.casefold()) for words in (title, line))
    return bool(second) and (first == second or (len(second) > 15 and first.startswith(second)))
