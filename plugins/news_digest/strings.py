"""The interface in the reader's language: every word on the page that is neither a source's nor an editor's."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


class StringsError(ValueError):
    """A string or a language that nobody has written."""


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("strings.yml").read_text(encoding="utf-8")
    return {
        str(key): {str(lang): str(value) for lang, value in forms.items()}
        for key, forms in yaml.safe_load(text).items()
    }


def languages() -> tuple[str, ...]:
    """The languages in which every string is there."""
    common = set.intersection(*(set(forms) for forms in _table().values()))
    return tuple(sorted(common))


class Strings:
    """`say("count.sources", count=3)` in one language; "one|many" holds a singular and a plural."""

    def __init__(self, language: str) -> None:
        if language not in languages():
            raise StringsError(f"no interface in {language!r}; there are {', '.join(languages())}")
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        forms = _table().get(key)
        if forms is None:
            raise StringsError(f"strings.yml has no {key!r}")
        one, _, many = forms[self.language].partition("|")
        text = many if many and values.get("count") != 1 else one
        return text.format(**values)

    def rule(self, reason: str) -> str:
        """A reason as a stage gives it, part by part in the reader's language; what nobody has put into it stays."""
        parts = (_table().get(f"rule: {part}", {}).get(self.language, part) for part in reason.split("; "))
        return "; ".join(parts)

    def tongue(self, code: str) -> str:
        """The name of a language: `pt-BR` is Portuguese; a code that nobody has named stays."""
        return _table().get(f"tongue.{code.partition('-')[0].lower()}", {}).get(self.language, code)

    def listed(self, items: tuple[str, ...]) -> str:
        """a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('list.and')} {items[-1]}"

    def short_day(self, iso: str) -> str:
        """A date as `day` writes it, with the month cut to three letters: for drawings."""
        first, _, last = iso.partition("/")
        if "-" not in iso:
            return self.day(iso)
        if last:
            return f"{self.short_day(first)} –"
        *before, month, year = self.day(iso).split()
        return " ".join((*before, month[:3], year))

    def day(self, iso: str) -> str:
        """An ISO 8601 date at its own precision, as people write it: 2021, 2021-12, 2021-12-23 (a time is dropped),
        or the span 1990/1999."""
        first, _, last = iso.partition("/")
        if last:
            return self("date.span", first=self.day(first), last=self.day(last))
        year, _, rest = iso[:10].partition("-")
        if not rest:
            return year
        month, _, day = rest.partition("-")
        name = self("date.months").split()[int(month) - 1]
        if not day:
            return f"{name} {year}"
        return self("date.day", day=int(day), month=name, year=year)
