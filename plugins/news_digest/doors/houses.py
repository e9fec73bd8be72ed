"""Read outlets.yml: what is known of the outlets themselves, checked field by field. Nothing in it scores an outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model import Refusal
from .entries import Fields, check_entry, load_entries, shown
from .sources import IS_ADDRESS, IS_LANGUAGE

NAME = "outlets.yml"
_DOMAINS = re.compile(
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+(?:\s*,\s*[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)*", re.ASCII
)
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True)
class House:
    """What outlets.yml says of one outlet; `names` are what it is called besides, `source` is the address that bears
    it all out."""

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    agencies: tuple[str, ...] = ()
    source: str | None = None


def read_houses(folder: Path) -> tuple[tuple[House, ...], tuple[Refusal, ...]]:
    """The outlets in the file's order, and what the editor must put right. A domain belongs to one outlet."""
    entries, refusals = load_entries(folder, NAME, "an outlet")
    told = list(refusals)
    houses: list[House] = []
    owners: dict[str, str] = {}
    for name, entry in entries.items():
        known, problems = check_entry(NAME, name, entry, FIELDS, SEVERAL)
        house = _house(name, known)
        told += problems
        for domain in house.domains:
            if owners.setdefault(domain, name) != name:
                problem = f"{shown(name)}: {domain} is a domain of {shown(owners[domain])} too"
                told.append(Refusal(NAME, problem, "keep it with one of them"))
        if known.keys() & {"owner", "agencies"} and not house.source:
            told.append(Refusal(NAME, f"{shown(name)}: owner or agencies without a source", "add `source: https://…`"))
        houses.append(house)
    return tuple(houses), tuple(told)


def house_of(host: str, houses: Mapping[str, House]) -> House | None:
    """The outlet to whose domain a host belongs: `www.`, `news.` and the like are looked through."""
    labels = host.split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((houses[tail] for tail in tails if tail in houses), None)


def by_domain(houses: tuple[House, ...]) -> dict[str, House]:
    """The outlets by each of their domains; the first that claims one has it."""
    return {domain: house for house in reversed(houses) for domain in house.domains}


def by_name(houses: tuple[House, ...]) -> dict[str, House]:
    """The outlets by each of their names, in lower case; a name of its own goes before another's further one."""
    further = {name.casefold(): house for house in reversed(houses) for name in house.names}
    return further | {house.name.casefold(): house for house in houses}


def _house(name: str, known: Mapping[str, str]) -> House:
    return House(
        name,
        names=_listed(known.get("names", "")),
        domains=_listed(known.get("domains", "")),
        country=known.get("country"),
        language=known.get("language"),
        owner=known.get("owner"),
        agencies=_listed(known.get("agencies", "")),
        source=known.get("source"),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


SEVERAL = frozenset({"names", "domains", "agencies"})
FIELDS: Fields = {
    "names": None,
    "domains": (
        lambda value: bool(_DOMAINS.fullmatch(value)),
        "write domains without https://, a comma between two, or a list",
    ),
    "country": (lambda value: bool(_COUNTRY.fullmatch(value)), "write two capital letters, such as GB"),
    "language": IS_LANGUAGE,
    "owner": None,
    "agencies": None,
    "source": IS_ADDRESS,
}
