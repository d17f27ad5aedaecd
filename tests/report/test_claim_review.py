"""ClaimReview: true to schema.org's own vocabulary, to Google's rules, and to what the page shows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

import extruct
import pytest
import rocrate
from conftest import CASES
from published import CASE, published

from checks.case.folder import Case
from checks.report.claim_review import claim_reviews, feed, for_the_page, why_none
from checks.report.claimed import claimed
from checks.report.foremost import foremost
from checks.report.page import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TEXTS = {"Text", "URL", "Date", "DateTime"}
CASES_PUBLISHED = pytest.mark.parametrize("name", CASES)


# ------------------------------------------------------------------------------- schema.org's own vocabulary


@lru_cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """schema.org's classes and properties, as the package rocrate ships them."""
    path = Path(rocrate.__file__).parent / "data" / "schema.jsonld"
    graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    return {short(one["@id"]): one for one in graph}


def short(id: str) -> str:
    return re.sub(r"^(?:https?://schema\.org/|schema:)", "", id)


def several(value: Any) -> list[str]:
    return [short(one["@id"]) for one in (value if isinstance(value, list) else [value])] if value else []


def above(name: str) -> set[str]:
    """A class and all that it is a kind of."""
    return {name}.union(*(above(one) for one in several(vocabulary()[name].get("rdfs:subClassOf"))))


def faults(node: dict[str, Any]) -> Iterator[str]:
    """What in a JSON-LD node schema.org does not have: its type, a property of it, or a value of the wrong kind."""
    kind = node["@type"]
    if kind not in vocabulary():
        yield f"{kind} is no class"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        told = vocabulary().get(name, {})
        domain, wanted = (
            several(told.get(f"http://schema.org/{end}") or told.get(f"schema:{end}"))
            for end in ("domainIncludes", "rangeIncludes")
        )
        if not set(domain) & above(kind):
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from faults(one)
                if not set(wanted) & above(one["@type"]):
                    yield f"{name} of {kind} is no {one['@type']}"
            elif not set(wanted) & ({"Number", "Integer"} if isinstance(one, int) else TEXTS) and "Thing" not in wanted:
                yield f"{name} of {kind} is {one!r}, and should be {wanted}"


@CASES_PUBLISHED
def test_schema_org_has_every_word_of_it(project: Path, name: str) -> None:
    case = published(project, name)
    assert list(faults(feed(case))) == []
    assert [fault for one in claim_reviews(case) for fault in faults(one)] == []
    assert claim_reviews(case)


def test_the_vocabulary_names_what_it_does_not_have() -> None:
    wrong = {"@type": "ClaimReview", "claim": "x", "reviewRating": {"@type": "Person", "name": "x"}, "url": 1}
    assert list(faults(wrong)) == [
        "ClaimReview has no claim",
        "reviewRating of ClaimReview is no Person",
        "url of ClaimReview is 1, and should be ['URL']",
    ]


# --------------------------------------------------------------------------------------------- Google's rules


@CASES_PUBLISHED
def test_google_finds_all_that_it_requires_and_recommends(project: Path, name: str) -> None:
    case = published(project, name)
    concluded = {row["claim"]: row for row in case.log.of("conclusion")}
    reviews = claim_reviews(case)
    assert [one["url"].partition("#")[2] for one in reviews] == [
        id for id in case.in_order() if concluded[id]["verdict"] != "opinion"
    ]
    for one in reviews:
        id = one["url"].partition("#")[2]
        rating, verdict = one["reviewRating"], concluded[id]["verdict"]
        assert one["url"].startswith("https://desk.example/lighthouse#")
        assert one["claimReviewed"] == case.claims[id].says
        assert verdict not in one["claimReviewed"].lower().split()
        assert one["author"] == {"@type": "Organization", "name": "The Skerrin Desk", "url": "https://desk.example/"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["datePublished"])
        assert rating["alternateName"] == verdict
        assert rating["ratingExplanation"] == concluded[id]["because"]
        if verdict == "unverifiable":
            assert "ratingValue" not in rating
        else:
            assert 1 == rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert one["itemReviewed"]["text"] == case.claims[id].words.exact
        assert one["itemReviewed"]["appearance"]["headline"] == case.article.title


@pytest.mark.parametrize(
    ("speaker", "author"),
    [
        ("article", {"@type": "Organization", "name": "The Skerrin Tide (invented)"}),
        ("Wenna Marrabeck", {"@type": "Person", "name": "Wenna Marrabeck"}),
        ("J. P. Okonkwo-Hale", {"@type": "Person", "name": "J. P. Okonkwo-Hale"}),
        ("Campaign to Mend the Pier", {"@type": "Organization", "name": "Campaign to Mend the Pier"}),
        ("the Harbour Board", {"@type": "Organization", "name": "the Harbour Board"}),
        ("Skerrin Council", {"@type": "Organization", "name": "Skerrin Council"}),
        ("UNESCO", {"@type": "Organization", "name": "UNESCO"}),
        ("a keeper, unnamed", None),
        ("Harbour officials, not named", None),
        ("Ludwig van der Quarrel", {"@type": "Person", "name": "Ludwig van der Quarrel"}),
        ("Salma al-Marrabek", {"@type": "Person", "name": "Salma al-Marrabek"}),
        ("Valère d’Ombrevel", {"@type": "Person", "name": "Valère d’Ombrevel"}),
        ("Ахмат Жанибеков", {"@type": "Person", "name": "Ахмат Жанибеков"}),
        ("A deck hand", None),
        ("The Skerrin ferryman", None),
        ("the Skerrin Tides Report", None),
        ("王秀英", None),
        ("critics", None),
        ("the minutes", None),
    ],
)
def test_the_claimant_is_named_where_the_claim_names_one(
    project: Path, edit: Callable[[Path, str, str], None], speaker: str, author: dict[str, str] | None
) -> None:
    published(project)
    edit(project / "data/cases" / CASE / "claims.yaml", "speaker: Wenna Marrabeck", f"speaker: {speaker}")
    found = {one["url"].partition("#")[2]: one["itemReviewed"] for one in claim_reviews(Case(CASE, project))}
    assert found["weather-being-made"].get("author") == author


# ------------------------------------------------------------------------------------------------- the page


@pytest.mark.parametrize("name", [CASE, "2034-03-school-budget"])
def test_the_page_carries_one_and_it_reads_back_as_it_was_meant(project: Path, name: str) -> None:
    case = published(project, name)
    html = page(case)
    found = extruct.extract(html, syntaxes=["json-ld", "microdata", "rdfa"])
    assert found["microdata"] == []
    (read,) = found["json-ld"]
    assert read.pop("@context") == "https://schema.org"
    assert read in claim_reviews(case)
    id = read["url"].partition("#")[2]
    assert id == foremost(case, claimed(case))[0].entry.claim.id
    section = html[html.index(f'id="{id}"') :]
    visible = " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())
    assert f"Concluded: {read['reviewRating']['alternateName']}" in visible
    assert " ".join(read["reviewRating"]["ratingExplanation"].split()) in visible
    assert " ".join(read["claimReviewed"].split()) in visible
    assert "1 is contradicted, 2 is misleading, 3 is supported" in html
    assert "there is no MediaReview" in html


def test_where_nothing_matters_most_it_is_the_first_of_the_worst(project: Path) -> None:
    script = for_the_page(published(project))["script"]
    (read,) = extruct.extract(f"<html><head>{script}</head></html>", syntaxes=["json-ld"])["json-ld"]
    assert read["url"].endswith("#harbour-master-quillorn")
    assert read["reviewRating"]["alternateName"] == "contradicted"


def test_without_a_publisher_there_is_none_and_it_says_so(project: Path) -> None:
    html = page(Case(CASE, project))
    assert "ld+json" not in html
    assert "This page is not marked as a ClaimReview: no name and no url and no page of a publisher is stated" in html
    assert claim_reviews(Case(CASE, project)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (', page: "https://desk.example/lighthouse"', "", "no page of a publisher is stated"),
        ("https://desk.example/lighthouse", "desk.example/lighthouse", "publisher's page is no address"),
        ("https://desk.example/lighthouse", "https://desk.example/<the light house>", "publisher's page is no address"),
        ("https://desk.example/lighthouse", "https://desk.example/#/lighthouse", "page has a `#` in its address"),
        ('url: "https://desk.example/"', 'url: "javascript:alert(1)"', "publisher's url is no address"),
        ("status: complete", "status: in-progress", "the case is in progress"),
    ],
)
def test_why_there_is_none(
    project: Path, edit: Callable[[Path, str, str], None], old: str, new: str, told: str
) -> None:
    published(project)
    edit(project / "data/cases" / CASE / "claims.yaml", old, new)
    case = Case(CASE, project)
    assert told in why_none(case)
    assert for_the_page(case)["script"] == ""


def test_a_case_that_differs_from_its_record_is_not_marked_for_search_engines(
    project: Path, edit: Callable[[Path, str, str], None]
) -> None:
    published(project)
    edit(project / "data/cases" / CASE / "evidence/visitors-book-2036.md", "standing: primary", "standing: secondary")
    html = page(Case(CASE, project))
    assert "This case differs from its own record" in html
    assert "ld+json" not in html
    assert "not marked as a ClaimReview: the case differs from its own record" in html


def test_an_address_that_breaks_off_is_not_given_as_one(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    published(project)
    article = project / "data/cases" / CASE / "article.md"
    edit(article, 'url: ""', 'url: "https://tide.example/a"')
    assert claim_reviews(Case(CASE, project))[0]["itemReviewed"]["appearance"]["url"] == "https://tide.example/a"
    edit(article, "https://tide.example/a", "https://tide.example/a b")
    assert "url" not in claim_reviews(Case(CASE, project))[0]["itemReviewed"]["appearance"]


def test_nothing_in_a_text_closes_the_element(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    published(project)
    evil = r"</script><script>alert(1)</script><!-- ]]> \u2028 &amp; \\u003c"  # as YAML writes it
    path = project / "data/cases" / CASE / "claims.yaml"
    edit(path, 'says: "Edda Quillorn was', f'says: "{evil} Edda Quillorn was')
    script = for_the_page(Case(CASE, project))["script"]
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028")
    assert json.loads(inner)["claimReviewed"].startswith(
        "</script><script>alert(1)</script><!-- ]]> \u2028 &amp; \\u003c Edda"
    )
    (read,) = extruct.extract(page(Case(CASE, project), []), syntaxes=["json-ld"])["json-ld"]
    assert read["claimReviewed"].startswith("</script>")


@pytest.mark.skipif(CHROMIUM is None, reason="BROWSER TEST NOT RUN: there is no Chromium on this machine")
def test_the_pages_policy_lets_data_be_and_would_stop_a_script(project: Path, tmp_path: Path) -> None:
    html = page(published(project))
    assert "default-src 'none'" in html
    assert "ld+json" in html
    assert "Content Security Policy" not in console(html, tmp_path)
    assert "Content Security Policy" in console(html.replace('type="application/ld+json"', ""), tmp_path)


def console(html: str, folder: Path) -> str:
    """What a browser has to say of a page."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr",
         f"--user-data-dir={folder / 'profile'}", "--dump-dom", (folder / "page.html").as_uri()],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stderr
