"""Copies are joined, independent reports are not: over clusters written for it, and over texts of every odd kind."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.copies.articles import article_of, articles_in
from checks.reading.copies.candidates import candidates
from checks.reading.copies.fingerprints import fingerprint
from checks.reading.copies.groups import EACH_WITH_EACH, clusters, groups
from checks.reading.copies.joining import likeness, may_be_one_story
from checks.reading.copies.parts import Article
from checks.reading.copies.shingles import contained, plain_words, shingles
from checks.reading.copies.telling import stem, telling, unquoted

CLUSTERS = yaml.safe_load((Path(__file__).parent / "clusters.yaml").read_text(encoding="utf-8"))
DAM = CLUSTERS[0]["texts"]
FIRE = next(cluster["texts"] for cluster in CLUSTERS if "brief" in cluster["texts"])


def articles_of(cluster: dict) -> list[Article]:
    return [Article(f"{cluster['cluster'][:20]}/{name}", text) for name, text in sorted(cluster["texts"].items())]


def wanted_of(cluster: dict) -> set[tuple[str, ...]]:
    return {tuple(sorted(f"{cluster['cluster'][:20]}/{name}" for name in group)) for group in cluster["groups"]}


def filler(count: int) -> list[Article]:
    """Articles of words that come up by chance, with names and numbers: nothing is a copy of anything."""
    chance = random.Random(3)  # noqa: S311 - it has to be repeatable, not secret
    words = ["".join(chance.choices("abdeiklmnoprstu", k=chance.randint(4, 9))) for _ in range(2000)]
    found = []
    for at in range(count):
        said = [chance.choice(words) for _ in range(150)]
        said[10::12] = [chance.choice(words).capitalize() for _ in said[10::12]]
        said[6::20] = [str(chance.randint(2, 999)) for _ in said[6::20]]
        found.append(Article(f"filler/{at:04}", " ".join(said)))
    return found


# ------------------------------------------------------------------------------------------------ who is joined


@pytest.mark.parametrize("cluster", CLUSTERS, ids=[cluster["cluster"][:40] for cluster in CLUSTERS])
def test_copies_are_joined_and_independent_reports_are_not(cluster: dict) -> None:
    assert set(clusters(articles_of(cluster))) == wanted_of(cluster)


def test_all_clusters_at_once_in_any_order_among_many_others() -> None:
    articles = [article for cluster in CLUSTERS for article in articles_of(cluster)]
    wanted = set().union(*(wanted_of(cluster) for cluster in CLUSTERS))
    assert set(clusters(articles)) == wanted
    crowd = articles + filler(EACH_WITH_EACH + 10)  # so many are not compared each with each, but found by an index
    found = clusters(crowd)
    assert set(found) == wanted
    random.Random(1).shuffle(crowd)  # noqa: S311 - it has to be repeatable, not secret
    assert clusters(crowd) == found


def test_whatever_is_joined_was_not_passed_over_unread() -> None:
    texts = [article.text for cluster in CLUSTERS for article in articles_of(cluster)]
    passed = 0
    for one, other in itertools.combinations(texts, 2):
        alike = likeness(one, other)
        if may_be_one_story(one, other):
            continue
        passed += 1
        assert not alike.copied and not alike.rewritten, (one, other)
        assert not may_be_one_story(other, one)
    assert passed > len(texts)  # it is there to save work


def test_the_same_text_twice_is_one_source_even_with_other_marks() -> None:
    text = FIRE["brief"]
    again = text.replace(",", " –").replace("fireworks", "fire­works").upper()
    found = groups([Article("b", text), Article("a", text), Article("c", again), Article("d", DAM["radio"])])
    assert [group.articles for group in found] == [("a", "b", "c")]
    assert found[0].copies[0].contained == 1.0
    assert found[0].copies[0].why == "it has the same words as `a`"


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "…", "Page not found.", "One two three four", "\ud800", "\0\x1b[2J", "中文"]
)
def test_texts_with_next_to_nothing_in_them_are_in_no_group(text: str) -> None:
    assert groups([Article("a", text), Article("b", text), Article("c", FIRE["long"])]) == ()


def test_headlines_that_differ_in_one_name_are_not_one_source() -> None:
    texts = [
        f"Police appeal for witnesses after a man was injured in {place} on Sunday night"
        for place in ("Ashby", "Derry")
    ]
    assert clusters([Article(text, text) for text in texts]) == ()


def test_a_text_of_a_megabyte_holds_a_story_only_where_it_does() -> None:
    long = "\n\n".join(article.text for article in filler(950))
    assert len(long) > 1_000_000
    for text in (long[:300_000] + "\n\n" + FIRE["long"] + "\n\n" + long[300_000:], long[:200_000]):
        found = clusters([Article("big", text), Article("story", FIRE["long"])])
        assert bool(found) is (FIRE["long"] in text)


def test_a_page_that_holds_two_stories_does_not_make_them_one() -> None:
    page = Article("page", FIRE["long"] + "\n\n" + DAM["gazette"], published=When.parse("2031-05-09"))
    found = clusters([
        Article("dam", DAM["gazette"], published=When.parse("2031-05-08")),
        page,
        Article("fire", FIRE["long"], published=When.parse("2031-05-08")),
    ])  # fmt: skip
    assert len(found) == 1 and "page" in found[0]
    assert not {"dam", "fire"} <= set(found[0])


def test_two_briefs_of_different_halves_of_one_story_are_one_source_with_it() -> None:
    halves = FIRE["long"].strip().split("\n\n")
    found = clusters([
        Article("whole", FIRE["long"], published=When.parse("2031-05-08")),
        Article("begins", "\n\n".join(halves[:2]), published=When.parse("2031-05-09")),
        Article("ends", "\n\n".join(halves[2:]), published=When.parse("2031-05-09")),
    ])  # fmt: skip
    assert found == (("begins", "ends", "whole"),)


def test_one_name_for_two_articles_is_refused() -> None:
    with pytest.raises(CaseError, match="two articles have this name"):
        groups([Article("a", "one"), Article("a", "two")])


# ------------------------------------------------------------------------------------------------ what is compared


def test_copied_runs_without_a_name_or_number_are_found_by_minhash_in_any_order() -> None:
    chance = random.Random(4)  # noqa: S311 - it has to be repeatable, not secret
    known = ["".join(chance.choices("abdeiklmnoprstu", k=chance.randint(4, 9))) for _ in range(2000)]
    said = [[chance.choice(known) for _ in range(3000)] for _ in range(30)]
    cut = [" ".join(words[at * 90 : at * 90 + 150]) for at, words in enumerate(said)]  # a twentieth, from anywhere
    edited = [" ".join("another" if at % 12 == 0 else word for at, word in enumerate(words)) for words in said]
    texts = [*(" ".join(words) for words in said), *cut, *edited]
    found = candidates(map(fingerprint, texts))
    wanted = {(at, 30 + at) for at in range(30)} | {(at, 60 + at) for at in range(30)}
    assert wanted <= set(found)
    assert all(one % 30 == other % 30 for one, other in found)  # and nothing is compared that has nothing in common
    assert {tuple(sorted((89 - one, 89 - other))) for one, other in candidates(map(fingerprint, texts[::-1]))} == set(
        found
    )


def test_a_rewriting_that_keeps_no_run_is_found_by_its_names_and_numbers() -> None:
    told = "{} Kell {} Orla {} 1,850 {} Brandt {} 62 {}"
    one, other = (told.format(*[f"{word} which" for word in words.split()]) for words in ("a b c d e f", "u v w x y z"))
    texts = [one, "nobody went there with Kell but Orla on the day", other]
    assert candidates(map(fingerprint, texts)) == [(0, 2)]


def test_a_fingerprint_is_the_same_for_the_same_words_and_short_for_a_long_text() -> None:
    text = "The river at Kell rose by 62 cm on the night of 4 May, and by 80 at Orla."
    assert fingerprint(text) == fingerprint(text)
    assert fingerprint(text)[:8] == fingerprint(text.replace(" ", "\n"))[:8] != bytes(8)
    assert fingerprint("") == bytes(12)
    assert fingerprint("only two")[:8] == bytes(8)
    assert len(fingerprint("and so it went on and on " * 100_000)) < 200_000
    assert candidates([]) == candidates([b"".join([bytes(12)])] * 3) == []


# ------------------------------------------------------------------------------------------------ what is told


def test_a_group_tells_who_came_first_and_what_each_copy_has_of_it() -> None:
    days = {"gazette": "2031-02-03", "agency": "2031-02-03", "rewritten": "2031-02-05", "radio": "2031-02-03"}
    twice = DAM["rewritten"].replace("Crews at", "Workers at").replace("snapped", "torn").replace("drove", "sent")
    articles = [Article(name, DAM[name], published=When.parse(day)) for name, day in days.items()]
    (group,) = groups([*articles, Article("second", twice, published=When.parse("2031-02-06"))])
    assert group.articles == ("agency", "gazette", "rewritten", "second")
    assert group.first == "gazette"
    assert "agency" in group.first_because and "Borders News Agency" in group.first_because
    by = {copy.file: copy for copy in group.copies}
    assert list(by) == ["agency", "rewritten", "second"]
    assert by["agency"].origin == "Borders News Agency" and by["agency"].contained > 0.8
    assert by["rewritten"].origin == "" and by["rewritten"].contained < 0.2
    assert by["rewritten"].why.startswith("edited or rewritten: beside `gazette`, ")
    figures = [change for change in by["rewritten"].changed if change.kind == "figure"]
    assert any("1,850" in change.from_ and "1,580" in change.to for change in figures)
    assert not by["agency"].changed
    assert by["rewritten"].of == "gazette" and by["second"].of == "rewritten"
    assert "changes of `rewritten`" in by["second"].why
    shared = {(change.file, change.kind) for change in group.shared_errors if "1,580" in change.to}
    assert shared == {("rewritten", "figure"), ("second", "figure")}


# ------------------------------------------------------------------------------------------------ the measures


def test_containment_is_of_the_part_and_no_likeness_of_the_whole() -> None:
    part = frozenset(shingles(plain_words("the cat sat on the mat and slept")))
    whole = frozenset(shingles(plain_words("In the end the cat sat on the mat and slept until noon, when it rained.")))
    assert len(part) == 4
    assert contained(part, whole) == 1.0
    assert contained(whole, part) == pytest.approx(4 / 12)
    assert contained(frozenset(), whole) == 0.0


def test_words_are_the_same_in_any_form_and_numbers_with_any_comma() -> None:
    assert plain_words("THE “Café’s” 1,850 – 8.4 M-20") == ["the", "café's", "1850", "8.4", "m", "20"]
    assert plain_words("cafe\u0301") == plain_words("café")


def test_shingles_are_the_same_numbers_in_every_process() -> None:
    assert shingles(["a", "b", "c", "d", "e"]) == [12650878548773898112]
    assert len(shingles(["a"] * 4)) == 1 and shingles([]) == []


def test_telling_words_are_names_numbers_and_stems_without_quotations() -> None:
    told = telling(
        "Closing the Mill Street library, Mr Orr said, “Seven lies!” Twelve of 1,300 readers closed it. Orr left."
    )
    assert told.words == ("clos", "mill", "street", "librar", "orr", "12", "1300", "read", "clos", "orr", "left")
    assert [told.words[at] for at in told.places] == ["mill", "street", "orr", "12", "1300", "orr"]
    assert stem("closes") == stem("closed") == stem("closing") == "clos"


def test_what_is_quoted_is_no_sign_unless_nothing_else_is_there() -> None:
    assert unquoted("He said: “It was us. We did it.” Nobody else was there to see it happen.").count("We") == 0
    assert unquoted("He said: ‘It wasn’t us. We did it,’ and the readers’ letters say he’s right.").count("We") == 0
    assert unquoted("The readers’ letters and the writers’ answers").count("letters") == 1
    assert unquoted("“All of this was said by one man, in one breath.” Yes.").count("breath") == 1


@settings(max_examples=150)
@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_takes_any_text_and_does_not_depend_on_which_comes_first(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    alike = likeness(one, one + "\n\n" + other)
    assert all(0 <= share <= 1 for share in (alike.runs, alike.words, alike.anchors, alike.order, alike.near))


@settings(max_examples=50)
@given(st.lists(st.text(alphabet=st.sampled_from("aB1 .\"'\n"), max_size=60), max_size=6))
def test_groups_of_any_texts_name_every_article_at_most_once(texts: list[str]) -> None:
    found = clusters([Article(str(at), text) for at, text in enumerate(texts)])
    assert len(set(itertools.chain(*found))) == sum(map(len, found))
    candidates(map(fingerprint, texts))


# ------------------------------------------------------------------------------------------------ from files


def test_an_article_comes_from_a_file_with_what_its_head_states(tmp_path: Path) -> None:
    body = DAM["gazette"]
    (tmp_path / "a.txt").write_text(f"title: Gate jams\npublisher: The Gazette\npublished: 2031-02-03\n\n{body}")
    (tmp_path / "b.md").write_text(f"---\ntitle: Gate jams\npublisher: The Gazette\npublished: 2031-02-03\n---\n{body}")
    for name in ("a.txt", "b.md"):
        article = article_of(tmp_path / name)
        assert (article.title, article.publisher, str(article.published)) == ("Gate jams", "The Gazette", "2031-02-03")
        assert article.file == str(tmp_path / name)
        assert article.text.strip() == body.strip()
    (tmp_path / "c.txt").write_text(f"WARNING: nothing here is a head\n\n{body}")
    assert article_of(tmp_path / "c.txt").text.startswith("WARNING")
    assert article_of(tmp_path / "c.txt").published is None
    (tmp_path / "d.txt").write_text(f"title: \x1b[2JGate\npublished: some day\n\n{body}")
    odd = article_of(tmp_path / "d.txt")
    assert "\x1b" not in odd.title and odd.published is None


def test_a_folder_gives_its_articles_each_once_and_no_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "truth.yaml", "picture.png"):
        (tmp_path / name).write_text(DAM["gazette"])
    found = articles_in([tmp_path / "b.txt", tmp_path])
    assert [article.file for article in found] == [str(tmp_path / "a.md"), str(tmp_path / "b.txt")]
    (tmp_path / "none").mkdir()
    with pytest.raises(CaseError, match="no article in this folder"):
        articles_in([tmp_path / "none"])


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such file"):
        article_of(tmp_path / "missing.txt")
    (tmp_path / "empty.txt").write_text(" \n")
    with pytest.raises(CaseError, match="it is empty"):
        article_of(tmp_path / "empty.txt")
