"""A check's page, and the catalogue of all of them."""

from __future__ import annotations

from conftest import ROOT, Command

from checks.case.catalogue import check_names


def test_the_catalogue_is_what_the_checks_say(checks: Command) -> None:
    told = checks("explain").stdout
    assert (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8") == told, "checks explain > docs/catalogue.md"
    for name in check_names():
        assert f"\n## {name}\n" in told
        assert f"](#{name})" in told
    assert told.count("**Cannot tell:**") == told.count("**Source:**") == len(check_names())


def test_a_page_has_the_arguments_and_the_examples(checks: Command) -> None:
    told = checks("explain", "dates_add_up").stdout
    assert "after: amount or fact; stands in `asserts` of the claim, or a fact is passed" in told
    assert told.index("Cannot tell") < told.index("Arguments") < told.index("Examples") < told.index("finds: supported")


def test_a_check_that_is_none_is_told_with_the_nearest(checks: Command) -> None:
    done = checks("explain", "dates_add_upp")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the nearest is `dates_add_up`" in done.stderr
