"""Every word of the interface is there in every language."""

import re
from pathlib import Path

import pytest
import yaml

from news_digest.strings import Strings, StringsError, languages

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "plugins/news_digest"
TABLE = yaml.safe_load((PLUGIN / "strings.yml").read_text(encoding="utf-8"))
WORDS = "".join(
    path.read_text(encoding="utf-8")
    for folder in (PLUGIN, ROOT / "themes/newsprint/templates")
    for path in sorted(folder.rglob("*"))
    if path.suffix in {".py", ".html", ".css", ".js", ".svg"}
)


COMPUTED = (
    "status.",
    "verdict.",
    "kind.",
    "date.by.",
    "matrix.",
    "tally.",
    "standing.",
    "correction.",
    "tongue.",
    "alone.",
    "listed.",
    "rule: ",
)


def test_english_and_german_are_complete():
    assert languages() == ("de", "en")


@pytest.mark.parametrize("key", sorted(TABLE))
def test_both_languages_fill_in_the_same_values(key):
    wanted = {tuple(sorted(set(re.findall(r"{(\w+)}", form)))) for form in TABLE[key].values()}
    assert len(wanted) == 1


@pytest.mark.parametrize("key", sorted(TABLE))
def test_every_string_is_said_somewhere(key):
    assert f'"{key}"' in WORDS or f"'{key}'" in WORDS or key.startswith(COMPUTED) or key.endswith(".short")


@pytest.mark.parametrize("key", sorted(set(re.findall(r"""say\(["']([\w.-]+)["']""", WORDS))))
def test_nothing_is_said_that_nobody_wrote(key):
    assert key in TABLE


def test_a_language_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(StringsError, match="there are de, en"):
        Strings("tlh")


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2021", "2021"),
        ("December 2021", "2021-12"),
        ("23 December 2021", "2021-12-23"),
        ("23 December 2021", "2021-12-23T10:00:00Z"),
        ("1990 to 1999", "1990/1999"),
    ],
)
def test_a_date_is_printed_at_its_own_precision(printed, iso):
    assert printed == Strings("en").day(iso)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2021", "2021"),
        ("Dec 2021", "2021-12"),
        ("23 Dec 2021", "2021-12-23"),
        ("20 Dec 2021 –", "2021-12-20/2021-12-26"),
    ],
)
def test_a_date_on_a_drawing_is_short(printed, iso):
    assert printed == Strings("en").short_day(iso)


def test_the_rule_behind_a_verdict_is_given_in_the_readers_language():
    told = "no other report shares its wording or its order; credited to NBC News"
    assert Strings("en").rule(told) == told
    assert Strings("de").rule(told).startswith("kein anderer Bericht")
    assert Strings("de").rule(told).endswith("; credited to NBC News")


def test_german_dates_have_their_point():
    assert Strings("de").day("2021-12-23") == "23. Dezember 2021"
