"""Invent the reports of many days: running stories, look-alike events, lone reports and reprints.

    python -m many.invent FOLDER [REPORTS]

Every event of a kind is told in the same phrases: names, places, figures and a few details of its own keep two quakes
apart.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

EVENTS = Path(__file__).with_name("events.txt")
FIRST = date(2025, 3, 3)
PLACES = "place region other river".split()
PEOPLE = "person witness minister".split()
WORDS = Path(__file__).parents[2] / "plugins/news_digest/language/data/word_ranks.en.txt"
RARE = slice(3000, 12000)  # ranks of the words that serve as details
DETAILS = (
    "Much was said of the {0} and the {1}, and of what the {2} had to do with the {3}.",
    "Others spoke of the {4}, the {0} and the {5}; nobody could explain the {2}.",
    "On the way back one saw the {1}, the {5} and, behind the {3}, the {4}.",
    "What remains is the {6}: without the {7} and the {0} it would not have come to this.",
    "The {7} will be looked into, like the {5} and the {6} before.",
)
RANGES = {"dead": (2, 90), "hurt": (91, 900), "homeless": (1000, 9000), "depth": (3, 40), "age": (41, 79)}
BUILDINGS = "town hall|abbey|theatre|customs house|library|grain exchange|railway station|observatory".split("|")
GOODS = "cheese|bicycles|organ pipes|carpets|spectacles|sausages|sailcloth|umbrellas|violins|tiles".split("|")
STARTS, MIDDLES = (
    "Bar Cor Dun Fel Gor Hal Jor Kel Lor Mor Nar Oss Pel Rud Sor Tal Ul Ver Wen Zor".split(),
    "a e i o u".split(),
)
TOWNS, NAMES = "burg dal field haven mark mouth stead wick".split(), "ley man nik rad sen ski tov vik".split()
FIRST_HALVES, SECOND_HALVES = (
    "Al Ber Car Dor El Fre Gis Hel In Jo Ka Li Mar Nad Ol".split(),
    "a an en ia ina o us".split(),
)
OUTLETS = "Courier Gazette Herald Journal Ledger Mail Post Star Times Tribune".split()


@dataclass(frozen=True)
class Invented:
    """A report: the event that it is about, and whether it repeats an earlier one."""

    event: str
    outlet: str
    day: date
    headline: str
    paragraphs: tuple[str, ...]
    is_copy: bool = False

    @property
    def text(self) -> str:
        top = f"---\ntitle: {self.headline}\noutlet: {self.outlet}\ndate: {self.day}\n---\n"
        return top + "\n\n".join(self.paragraphs) + "\n"


def invent(reports: int, seed: int = 1) -> list[Invented]:
    """So many reports. Half of the events are told once, the others by two to nine outlets, some with a reprint."""
    chance, kinds = random.Random(seed), _kinds()
    found: list[Invented] = []
    while len(found) < reports:
        told = 1 if chance.random() < 0.5 else chance.randint(2, 9)
        found += _event(chance.choice(sorted(kinds)), len(found), told, chance)
    return found[:reports]


def invent_twins(seed: int = 1) -> list[Invented]:
    """Two events of each kind, on the same days, told by five outlets each."""
    chance = random.Random(seed)
    return [report for kind in _kinds() for twin in (1, 2) for report in _event(kind, twin, 5, chance)]


@cache
def _kinds() -> dict[str, list[str]]:
    parts = EVENTS.read_text(encoding="utf-8").split("== ")[1:]
    return {name: rest.strip().splitlines() for name, rest in (part.split("\n", 1) for part in parts)}


def _event(kind: str, number: int, told: int, chance: random.Random) -> list[Invented]:
    name, lines = f"{kind}-{number}", _kinds()[kind]
    slots, start = _slots(chance), FIRST + timedelta(days=chance.randint(0, 9))
    headlines = [line[2:] for line in lines if line.startswith("# ")]
    sentences = [line.split(" | ") for line in lines if not line.startswith("# ")]
    rare = [word for word in WORDS.read_text(encoding="utf-8").split()[RARE] if word.isalpha() and len(word) > 4]
    details = [line.format(*own) for own in [chance.sample(rare, 8)] for line in DETAILS]
    found: list[Invented] = []
    for outlet in chance.sample(OUTLETS, told):
        day = start + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 3)))
        words = {**slots, "day": f"{start:%A}"}
        picked = [sentences[0], *chance.sample(sentences[1:], chance.randint(4, 6))]
        told_so = [chance.choice(ways).format(**words) for ways in picked]
        body = (*told_so, " ".join(chance.sample(details, 3)))
        found.append(Invented(name, f"The {outlet}", day, chance.choice(headlines).format(**words), body))
        if chance.random() < 0.12:
            found.append(Invented(name, f"{slots['place']} Online", day, found[-1].headline, body, is_copy=True))
    return found


def _slots(chance: random.Random) -> dict[str, str]:
    slots = {name: _word(chance, TOWNS) for name in PLACES}
    slots |= {name: f"{_given(chance)} {_word(chance, NAMES)}" for name in PEOPLE}
    slots |= {name: str(chance.randint(low, high)) for name, (low, high) in RANGES.items()}
    slots |= {"firm": _word(chance, ["ex", "or", "ium", "ant"]), "size": f"{chance.randint(41, 79) / 10}"}
    return slots | {
        "money": str(chance.randint(11, 99)),
        "building": chance.choice(BUILDINGS),
        "goods": chance.choice(GOODS),
    }


def _word(chance: random.Random, endings: list[str]) -> str:
    return chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice("bdglmnrstv") + chance.choice(endings)


def _given(chance: random.Random) -> str:
    return chance.choice(FIRST_HALVES) + chance.choice(SECOND_HALVES)


def write(folder: Path, reports: list[Invented]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, report in enumerate(reports):
        (folder / f"{number:05}-{report.event}.md").write_text(report.text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), invent(int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
