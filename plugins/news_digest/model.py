"""The nouns: what a digest is made of. Frozen, standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class PassageError(ValueError):
    """A passage points outside the text that it names."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of one article: half-open, in code points of `Article.text`. Empty or negative bounds raise."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise PassageError(f"{self.article}: no passage from {self.start} to {self.end}")

    def contains(self, other: Passage) -> bool:
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Passage) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end


class Evidence(StrEnum):
    """What vouches for a date."""

    EDITOR = "editor"
    METADATA = "metadata"
    PAGE = "page"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and what vouches for it.

    `value` is ISO 8601 at its true precision (2021, 2021-12, 2021-12-23, or with a time); None is "undated".
    """

    value: str | None
    evidence: Evidence
    trusted: bool = True
    passage: Passage | None = None
    why: str = ""


UNDATED = Dated(None, Evidence.NONE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published. `known` is False where nothing names the outlet and `name` is a placeholder.

    `owner`, `country` (two capital letters) and `agencies`, whose copy it prints, are what outlets.yml says, each borne
    out by the address `source`.
    """

    name: str
    known: bool
    owner: str | None = None
    country: str | None = None
    agencies: tuple[str, ...] = ()
    source: str | None = None


class BlockKind(StrEnum):
    """What a run of lines of a saved page is."""

    HEADLINE = "headline"
    DECK = "deck"  # the lines between headline and body: standfirst, second headline
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one point of a list
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"  # byline, agency line, photo credit, "Source: …"
    DATELINE = "dateline"  # "PORT ELLERY (AP) —": where, and sometimes when and for whom, the report was written
    FURNITURE = "furniture"  # the page's, not the report's: dropped, but listed so that a reader can check


BODY = frozenset({BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    passage: Passage


@dataclass(frozen=True)
class Article:
    """What one outlet published. `text` is the source as read and is never tidied.

    `file` is the path below the seeds folder, with forward slashes; `sha256` is of the file's bytes. `copies` are the
    articles that repeat this one word for word, or nearly: they are compared with nothing.
    `blocks` cover the text in order; what lies between them is white space.
    """

    id: str
    file: str
    sha256: str
    text: str = field(repr=False)
    outlet: Outlet
    blocks: tuple[Block, ...] = field(repr=False)
    published: Dated = UNDATED
    page_date: Dated | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    copies: tuple[Article, ...] = field(default=(), repr=False)

    def words(self, passage: Passage) -> str:
        """The article's own words; a passage of another article or past the end raises."""
        if passage.article != self.id or passage.end > len(self.text):
            raise PassageError(f"{passage} is not in article {self.id} of {len(self.text)} characters")
        return self.text[passage.start : passage.end]

    @property
    def print(self) -> tuple[object, ...]:
        """Tells it from any other article: `text` and `blocks` follow from the file."""
        about = (self.outlet, self.published, self.page_date, self.url, self.author, self.language)
        return (self.id, self.sha256, *about, tuple(copy.print for copy in self.copies))

    @cached_property
    def title(self) -> Passage | None:
        return next((block.passage for block in self.blocks if block.kind is BlockKind.HEADLINE), None)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """What the report itself says, in order: decks, paragraphs and list points."""
        return tuple(block for block in self.blocks if block.kind in BODY)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read as a report: one line that names the file and the remedy."""

    file: str
    problem: str
    remedy: str
    fatal: bool = True  # False: worth telling, but the editor need not act
    kept: bool = False  # True: the report itself is shown all the same

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Origin:
    """The articles of a story that descend from one text, and what shows it."""

    id: str
    articles: tuple[str, ...]
    why: str
    name: str | None = None  # the agency or outlet that the text is credited to
    credits: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Articles about one running event, and what holds them together."""

    articles: tuple[str, ...]
    why: tuple[str, ...] = ()


class Saying(StrEnum):
    """Who answers for a claim."""

    OUTLET = "outlet"  # the outlet states it
    REPORTED = "reported"  # the outlet says that somebody said it
    QUOTED = "quoted"  # somebody's own words, between quotation marks


@dataclass(frozen=True, slots=True)
class Claim:
    """Something checkable that a passage asserts. A long sentence can hold several.

    `passage` can be read alone; `core` inside it is what is asserted, `subject` the words inside `passage` that the
    core's verb belongs to where they stand outside it; `sentence` is the sentence or quotation it is all part of.
    """

    passage: Passage
    core: Passage
    sentence: Passage
    saying: Saying = Saying.OUTLET
    subject: Passage | None = None
    speaker: Passage | None = None
    verb: Passage | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims of two or more articles that state one thing, before they are compared; `why` says what holds them."""

    id: str
    claims: tuple[Claim, ...]
    why: tuple[str, ...] = ()


class Status(StrEnum):
    AGREED = "agreed"  # two or more origins, no conflict
    DISPUTED = "disputed"  # two or more origins, and a difference whose verdict is conflict
    SINGLE_ORIGIN = "single-origin"  # several articles, one origin


@dataclass(frozen=True, slots=True)
class Fact:
    """What two or more articles state. `speaker` is shown beside the lead where the lead alone would not say who."""

    id: str
    status: Status
    lead: Passage
    support: tuple[Passage, ...]
    origins: int
    unsupported: tuple[Passage, ...] = ()
    differences: tuple[str, ...] = ()
    speaker: Passage | None = None
    why: tuple[str, ...] = ()


class Kind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    CERTAINTY = "certainty"
    EVENT = "event"


class Verdict(StrEnum):
    CONFLICT = "conflict"  # both cannot hold
    COMPATIBLE = "compatible"  # precision, scope or day differ: both can hold
    VARIANT = "variant"  # the same thing in other words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval. Open ends are None; `approximation` is the source's own word for it."""

    low: float | None
    high: float | None
    unit: str
    approximation: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A way in which something is told: `marks` are the differing words inside `passages`, `speakers` those whom
    the articles name."""

    passages: tuple[Passage, ...]
    label: str = ""
    value: Quantity | str | None = None
    marks: tuple[Passage, ...] = ()
    speakers: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the reports differ. `about` is in the sources' own words; `rule` says why the verdict is what it is."""

    id: str
    kind: Kind
    verdict: Verdict
    about: str
    sides: tuple[Side, ...]
    rule: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Only:
    """What a single article reports."""

    article: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something dated that the sources tell. `reports` is True where it is the day of the reports themselves."""

    date: Dated
    passages: tuple[Passage, ...]
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A line that stands on the page as the digest's own: a source's words, or an editor's (`passage` is None)."""

    text: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's words on a fact or a difference, always shown as the editor's."""

    about: str
    text: str


class Cause(StrEnum):
    """Why a published line was changed."""

    EDITOR = "editor"
    SOURCE = "source"  # what an article says was changed, or the article is gone
    JOINED = "joined"  # a report joined the story
    READING = "reading"  # the articles are the same, and are read in another way


@dataclass(frozen=True, slots=True)
class Correction:
    """A published fact or difference that was changed: what it said, what it says (None: withdrawn), when and why.

    `stood` and `stands` are the status of a fact or the verdict on a difference. `day` is the one that the editor's
    file gives, None where it gives none; `why` are the editor's words, or the outlets whose reports changed.
    """

    about: str
    said: Written
    stood: str
    says: Written | None
    stands: str | None
    cause: Cause
    why: str = ""
    day: str | None = None


@dataclass(frozen=True)
class Story:
    """The articles about one running event, oldest first, undated last.

    `topic`, `summary` and `closed` (ISO 8601) are the editor's; `former` are addresses under which it once stood,
    `merged` the ids of stories that an editor merged into it.
    """

    id: str
    slug: str
    title: Written
    articles: tuple[Article, ...]
    why: tuple[str, ...] = ()
    topic: str | None = None
    summary: str | None = None
    closed: str | None = None
    former: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its id and its address, then all that led to it or to a story merged into it."""
        return (self.id, self.slug, *self.former, *self.merged)

    @cached_property
    def by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    def words(self, passage: Passage) -> str:
        return self.by_id[passage.article].words(passage)


@dataclass(frozen=True)
class Digest:
    """A story with its facts, differences, what is only in one article, and its timeline.

    `remarks`, `prose` (Markdown) and `pinned` (ids) are the editor's; `hidden` are the ids of what the editor took off.
    """

    story: Story
    origins: tuple[Origin, ...]
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    only_in: tuple[Only, ...]
    timeline: tuple[Moment, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[Note, ...] = ()
    prose: str = ""
    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        return {article: origin for origin in self.origins for article in origin.articles}
