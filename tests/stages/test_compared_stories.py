"""Differences are found across whole reports, told once, about something readable, and those that weigh most first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from news_digest.model import (
    Article,
    Dated,
    Difference,
    Digest,
    Evidence,
    Kind,
    Passage,
    Status,
    Story,
    Verdict,
    Written,
)
from news_digest.pipeline import digest_story
from news_digest.stages.compare.counted import counted_in
from news_digest.stages.compare.dates import Evidence as DateEvidence
from news_digest.stages.compare.dates import dated_in
from news_digest.stages.compare.tellings import sentences_of

Make = Callable[..., Digest]

COURIER = """The harbour at Lenn will close on 4 May, the port authority said.

“We have waited for this money far too long,” said harbour master Ilse Brandt. “Nobody can say we did not ask.”

Some 1,200 dockers work in Lenn. The closure will cost the region 30 million marks.
"""
STAR = """Dockers in Lenn fear for their work.

"We waited far too long for this money. No one can say that we didn't ask," fumed Ilse Brandt, the harbour master.

The port of Lenn employs around 1,500 dockers. The region loses 45 million marks by the closure of the harbour.

The harbour shuts its gates on 11 May.
"""


@pytest.fixture
def found(digest: Make) -> tuple[Difference, ...]:
    return digest(COURIER, STAR, days=("2025-04-02", "2025-04-02")).differences


def of_kind(differences: tuple[Difference, ...], kind: Kind) -> list[Difference]:
    return [difference for difference in differences if difference.kind is kind]


def test_figures_are_compared_although_their_sentences_are_unlike(found) -> None:
    labels = [{side.label for side in difference.sides} for difference in of_kind(found, Kind.NUMBER)]

    assert {"Some 1,200 dockers", "around 1,500 dockers"} in labels
    assert {"30 million marks", "45 million marks"} in labels


def test_days_of_one_thing_are_compared_wherever_they_stand(found) -> None:
    (difference,) = of_kind(found, Kind.DATE)

    assert (Verdict.CONFLICT, {"4 May", "11 May"}) == (difference.verdict, {side.label for side in difference.sides})


def test_an_utterance_that_the_speakers_name_divides_is_one_ledger(found) -> None:
    (ledger,) = of_kind(found, Kind.QUOTE)

    assert 2 == len(ledger.sides)


def test_a_coloured_verb_of_speech_is_told_beside_a_plain_one(found) -> None:
    assert [{"said", "fumed"}] == [{side.label for side in one.sides} for one in of_kind(found, Kind.WORDING)]


def test_conflicts_come_first(found) -> None:
    verdicts = [difference.verdict for difference in found]

    assert sorted(verdicts, key=[Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.VARIANT].index) == verdicts


def test_every_difference_has_an_id_of_its_own(found) -> None:
    assert len(found) == len({difference.id for difference in found})


def test_what_a_difference_is_about_is_cut_from_a_source_without_stray_marks(found) -> None:
    for difference in found:
        assert not re.search('[“”"«»]', difference.about)
        for piece in difference.about.split("…"):
            assert piece.strip(" ,") in COURIER + STAR


def test_the_same_words_of_two_strangers_are_no_quotation_of_one(digest: Make) -> None:
    told = digest(
        "The strike in Lenn went on.\n\n“They hold us to ransom and then they get a rise,” said Tina Marsh.\n",
        "The strike in Lenn ended.\n\n“They hold the whole town to ransom, people say,” said Nina Brandeis.\n",
    )

    assert [] == of_kind(told.differences, Kind.QUOTE)


def test_free_renderings_of_one_speaker_are_one_ledger(digest: Make) -> None:
    told = digest(
        "“You want promises from me,” Storhaug said. “You must give us promises.”\n",
        "“And you ask promises of me. You must give us promises, and at once,” Storhaug said.\n",
        "“It is for you to give us promises, and to give them at once, and not in ten years,” Storhaug said.\n",
        "“It’s you who must give promises, and give them at once, not talk of them for ten years,” Storhaug said.\n",
    )

    assert 1 == len(of_kind(told.differences, Kind.QUOTE))


def test_a_ledger_of_fragments_takes_in_a_further_report_that_prints_the_same_noun_of_the_same_thing(digest) -> None:
    told = digest(
        "President Dolan warned Varona that if it closed the strait, it would face “severe consequences.”",
        "President Dolan warned Varona that if it closed the strait, it would face “serious consequences”.",
        "Six islands, a bank and the council of churches have all warned Varona that it will face “grave consequences” "
        "including a ban on its fish, its timber and the wool of its eastern provinces.",
    )
    (ledger,) = (one for one in told.differences if one.kind is Kind.QUOTE)
    assert ["severe consequences", "serious consequences", "grave consequences"] == [
        side.label for side in ledger.sides
    ]


def test_what_is_done_in_one_place_on_two_days_is_no_contradiction(digest: Make) -> None:
    mine = f"{COURIER}\nEdda Varn went into St Brannoc Hospital in Oswin on 22 April to have a hip replaced.\n"
    theirs = "Dockers in Lenn fear for work.\n\nThe kitchen of St Brannoc Hospital in Oswin closed on 6 May.\n"

    assert [] == of_kind(digest(mine, theirs, days=("2025-05-14", "2025-05-14")).differences, Kind.DATE)


RALLY = """Premier Brandt promised 450 million marks for the railway at Lenn.

The line needs 6.5 billion marks over ten years, her aides said. Brandt spoke for an hour to 8,300 supporters.

The party had paid 30,000 marks for the hall. A year ago it paid 90,000 marks for one in Varr.
"""
VISIT = """Brandt vowed at Lenn to rebuild the railway.

Some 8,900 supporters heard her. Her rival Varga wants 2 billion marks of tax cuts over three years instead.

The railway made a loss of 140 million marks last year. Its head earns 410,000 marks.
"""


def test_of_many_sums_none_is_set_against_another_that_is_of_something_else(digest: Make) -> None:
    numbers = of_kind(digest(RALLY, VISIT).differences, Kind.NUMBER)

    assert [{"8,300 supporters", "Some 8,900 supporters"}] == [{side.label for side in one.sides} for one in numbers]


def test_what_two_people_say_in_alike_words_is_no_utterance_of_one(digest: Make) -> None:
    told = digest(
        "“We need a new bridge over the Lom, and Lenn will build one,” said mayor Ilse Brandt of Lenn.\n",
        "“We need the Lom more than any bridge,” said angler Tom Varga of Lenn.\n",
    )

    assert [] == of_kind(told.differences, Kind.QUOTE)


def test_a_quotation_in_the_spelling_of_another_desk_is_printed_alike(digest: Make) -> None:
    told = digest(
        "“We’re not leaving the A.B.C. & we won’t pay for the repairs,” said Ilse Brandt.\n",
        "“We are not leaving the ABC and we will not pay for the repairs,” said Ilse Brandt.\n",
    )

    assert [] == of_kind(told.differences, Kind.QUOTE)


def test_a_statement_of_two_is_not_put_into_two_mouths(digest: Make) -> None:
    told = digest(
        "“This is plainly a grab for the river and its fish,” Ilse Brandt and Tom Varga said in a statement.\n",
        "“This is plainly a grab for the river and its fish,” Tom Varga said in a joint statement.\n",
    )

    assert [] == of_kind(told.differences, Kind.ATTRIBUTION)


def test_what_may_be_of_one_thing_contradicts_nothing_said_of_another(digest: Make) -> None:
    told = digest(
        "The new law could help shops along the Lom that lost trade. Mayor Brandt signed it on Monday.\n",
        "It remains to be seen how much the shops of Varr will help Brandt at the polls in June.\n",
    )

    assert [] == of_kind(told.differences, Kind.CERTAINTY)


def test_the_days_of_two_doings_are_no_two_occasions(digest: Make) -> None:
    told = digest(
        "The party will choose its head in a conference call, Tom Varga said on Monday.\n",
        "Tom Varga wrote on Saturday that the party would hold a conference call.\n",
    )

    assert [] == of_kind(told.differences, Kind.EVENT)


def test_a_day_that_another_report_names_is_no_clock_of_this_one(story: Callable[..., tuple[Article, ...]]) -> None:
    """A report without a date takes it from one that prints it."""
    dated, bare = story(
        "Updated 11 November 2011, 19:04. The shaft at Orrin collapsed and killed 14 miners.\n",
        "The shaft at Orrin collapsed and killed 17 miners.\n",
    )
    day = Dated("2011-11-11", Evidence.TEXT, passage=Passage(dated.id, 8, 31))
    told = digest_story(Story("s", "s", Written("s"), (replace(dated, published=day), replace(bare, published=day))))

    assert [{"14 miners", "17 miners"}] == [
        {s.label for s in one.sides} for one in of_kind(told.differences, Kind.NUMBER)
    ]


@pytest.mark.parametrize(("day", "asked"), [("2025-08-02", 0), ("2024-12-02", 1)])
def test_a_day_and_its_month_are_asked_about_only_where_they_lie_ahead(digest: Make, day: str, asked: int) -> None:
    """Of the past every background speaks more or less closely; what is to come an editor wants to know."""
    told = digest(
        "The dockers plan the January 2025 march to the harbour hall in Lenn.",
        "Forty guards stand by for the January 6, 2025 march to the harbour hall in Lenn.",
        days=(day, day),
    )
    sentences = [telling for article in told.story.articles for telling in sentences_of(article)]

    assert asked == len(DateEvidence(list(dated_in(sentences)), ()).asked)


@pytest.mark.parametrize("text", ["It was saved in 2009 with 1.8 billion euros.", "It had 1.8 billion euros in 2009."])
def test_a_sum_belongs_to_the_past_year_beside_it(digest: Make, text: str) -> None:
    told = digest(text, "The bank expects a profit of about 2 billion euros.", days=("2025-05-06", "2025-05-05"))
    counts = list(counted_in(sentences_of(told.story.articles[0])))

    assert [frozenset({2009})] == [count.years for count in counts]


def test_a_fact_whose_lines_give_two_ages_is_disputed(digest: Make) -> None:
    made = digest(
        "The ford is to be drained, say its neighbours in the village.\n\nMiller Jonas Prell, 58, has run the Orrin "
        "dairy since 1994.\n\nTrucks would then no longer have to go round by Teasel, which takes an hour.",
        "Anglers fear for the trout of the brook.\n\nJonas Prell, 61, has run the Orrin dairy since 1994.\n\nA hearing "
        "is to be held in the school, to which everybody may come.",
    )

    assert [Status.DISPUTED] == [fact.status for fact in made.facts]


ALARM = """Ammonia at the Orrin dairy drives a village from its beds.

{}

The ford road stayed shut until noon, and the school bus turned back at the chapel.
"""
CLOUD = """The people of Orrin woke to a white cloud over the brook.

{}

Trout lie dead on the gravel below the weir, an angler said.
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Fourteen employees of the Marlow Hill milk plant were treated at St Odo’s hospital, a nurse said.",
            "Ammonia escaped from a cold store at the Marlow Hill milk plant, the fire service said.",
        ),
        (
            "A 44-year-old fitter has died of burns from the Marlow Hill milk plant, St Odo’s hospital said.",
            "Fourteen employees of the Marlow Hill milk plant were treated at St Odo’s hospital, a nurse said.",
        ),
    ],
)
def test_what_happened_at_one_place_is_not_one_thing(digest: Make, one: str, other: str) -> None:
    assert not digest(ALARM.format(one), CLOUD.format(other)).facts


def test_all_who_work_somewhere_are_no_part_of_a_count(digest: Make) -> None:
    made = digest(
        ALARM.format(
            "Fourteen workers were taken to St Odo’s hospital, where two of them were in a serious condition."
        ),
        CLOUD.format("Sixteen workers of the Marlow Hill milk plant were treated at St Odo’s hospital, a nurse said."),
    )
    (counted,) = of_kind(made.differences, Kind.NUMBER)
    assert {side.label for side in counted.sides} == {"Fourteen workers", "Sixteen workers"}


def test_days_of_one_fact_are_compared_although_another_sentence_reads_alike(digest: Make) -> None:
    made = digest(
        "Talks on the Orrin ford between the county and the dairy will begin in Marlow early next year, it said.\n\n"
        "Anglers fear that talks between the county and the dairy on the Orrin ford could fail in Marlow next month.",
        "The dairy and the county will begin talks on the Orrin ford in Marlow next month, a clerk said.\n\n"
        "Nobody knows what becomes of the trout.",
        days=("2025-12-10", "2025-12-10"),
    )
    (day,) = of_kind(made.differences, Kind.DATE)
    assert (Verdict.COMPATIBLE, {"early next year", "next month"}) == (day.verdict, {side.label for side in day.sides})


def test_more_workers_than_there_were_people_are_another_count(digest: Make) -> None:
    made = digest(
        ALARM.format("Fourteen people were taken to St Odo’s hospital after the leak, the fire service said."),
        CLOUD.format("Sixteen workers were in hospital after the leak, the fire service said."),
    )
    (counted,) = of_kind(made.differences, Kind.NUMBER)
    assert {side.label for side in counted.sides} == {"Fourteen people", "Sixteen workers"}


@pytest.mark.parametrize(
    "told",
    ["Some 120 people work at the Harrow Foods plant.", "Harrow Foods employs 120 people at the Marlow Hill plant."],
)
def test_people_who_work_somewhere_are_its_workers(digest: Make, told: str) -> None:
    made = digest(ALARM.format(told), CLOUD.format("Harrow Foods has about 150 employees at the Marlow Hill plant."))
    (staff,) = of_kind(made.differences, Kind.NUMBER)
    assert staff.verdict is Verdict.CONFLICT


def test_two_ends_of_one_closure_contradict_each_other(digest: Make) -> None:
    made = digest(
        ALARM.format("The plant will stay closed until the end of March, the company said."),
        CLOUD.format("The milk plant is to remain shut until mid-April, said its director, Piet Lanning."),
    )
    (ends,) = of_kind(made.differences, Kind.DATE)
    assert (Verdict.CONFLICT, {"end of March", "mid-April"}) == (ends.verdict, {side.label for side in ends.sides})


def test_the_24_year_old_is_who_was_named_before(digest: Make) -> None:
    older = "Kofi Adeyo, 25, is moving from Rovers to Sporting.\n\nThe fee was not told."
    made = digest("Rovers have sold the striker Kofi Adeyo.\n\nThe 24-year-old signed a contract.", older)
    assert [{"24", "25"}] == [{side.label for side in one.sides} for one in of_kind(made.differences, Kind.NUMBER)]
    older_yet = digest("The striker Kofi Adeyo was jailed.\n\nThe jury convicted the 26-year-old on two counts.", older)
    assert 1 == len(of_kind(older_yet.differences, Kind.NUMBER))
    beside = digest("The striker Kofi Adeyo hit a boy with his car.\n\nThe 12-year-old was not hurt.", older)
    assert not of_kind(beside.differences, Kind.NUMBER)


def test_who_denies_what_was_said_before_states_what_follows(digest: Make) -> None:
    made = digest(
        "The museum’s staff were told by e-mail. Pryce denied this and said that she had spoken to each of them.",
        "The council met at noon.\n\n“Joan Pryce never spoke to any of the staff,” Moss said.",
    )
    assert not made.facts


def test_the_dead_of_two_months_are_not_one_toll(digest: Make) -> None:
    made = digest(
        "A woman opened fire at the Lenn plant on September 9, killing two women, police said.",
        "In February a woman opened fire at the Orrin plant, killing three women, police said.",
    )
    assert not of_kind(made.differences, Kind.NUMBER)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Two helicopters took part in the search.", "Three helicopters were in action.", {"Two", "Three"}),
        (
            "Some 300 people marched at the gate.",
            "More than 500 residents packed the lane.",
            {"Some 300", "More than 500"},
        ),
        ("The driver, who is 61, survived.", "The 59-year-old driver had slept for six hours.", {"61", "59-year-old"}),
    ],
)
def test_few_words_are_enough_where_there_is_one_of_the_kind(
    digest: Make, one: str, other: str, told: set[str]
) -> None:
    made = digest(ALARM.format(one), CLOUD.format(other))
    (difference,) = of_kind(made.differences, Kind.NUMBER)
    assert told == {
        side.label.removesuffix(" people").removesuffix(" residents").removesuffix(" helicopters")
        for side in difference.sides
    }


def test_the_one_vote_of_a_story_is_set_against_itself_in_whatever_words(digest: Make) -> None:
    vote = ALARM.format("The county voted by 14 votes to 11 on Monday night to shut the dairy.")
    made = digest(
        vote, CLOUD.format("An angry crowd looked on as councillors decided, 14-10, to end milking in Orrin.")
    )
    (tallies,) = of_kind(made.differences, Kind.NUMBER)
    assert {"14 votes to 11", "14-10"} == {side.label for side in tallies.sides}
    apart = digest(
        vote, CLOUD.format("Councillors decided, 19-6, to pave the lane; they had voted 16-9 on the chapel.")
    )
    assert not of_kind(apart.differences, Kind.NUMBER)


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [
        (
            "The firm was founded in 1998 and owns a fleet.",
            "Her firm, which she set up in 1996, will pay.",
            {"1998", "1996"},
        ),
        ("The last flood of the brook was in 1978.", "The brook had last flooded the lane in 1981.", {"1978", "1981"}),
        ("The dairy was bought by Frostline in 2019.", "Frostline took over the dairy in 2018.", {"2019", "2018"}),
    ],
)
def test_what_is_done_once_has_one_year(digest: Make, one: str, other: str, years: set[str]) -> None:
    (dates,) = of_kind(digest(ALARM.format(one), CLOUD.format(other)).differences, Kind.DATE)
    assert years == {side.label for side in dates.sides}


def test_two_things_are_not_founded_in_one_year(digest: Make) -> None:
    made = digest(
        ALARM.format("The chapel was built in 1998 on a hill."), CLOUD.format("The weir was built in 1996 at the ford.")
    )
    assert not of_kind(made.differences, Kind.DATE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "All pupils will be driven to Lenn by bus, with no ride longer than 35 minutes.",
            "All pupils will be driven to Lenn by bus.",
        ),
        ("Seventeen officers were hurt in Orrin, none of them seriously.", "In Orrin 17 police officers were hurt."),
        (
            "The dairy’s profit declined to 412 million crowns in Orrin.",
            "The dairy’s profit fell in Orrin to 412 million crowns.",
        ),
        (
            "Rovers have sold the striker Kofi Adeyo to Sporting.",
            "Striker Kofi Adeyo, 25, is moving from Rovers to Sporting.",
        ),
    ],
)
def test_what_is_denied_of_something_else_takes_nothing_from_a_fact(digest: Make, one: str, other: str) -> None:
    (fact,) = digest(ALARM.format(one), CLOUD.format(other)).facts
    assert {"a", "b"} == {passage.article for passage in fact.support}


def test_who_says_the_opposite_in_the_same_words_agrees_in_nothing(digest: Make) -> None:
    made = digest(
        ALARM.format("“Facebook isn’t killing people,” the mayor said."),
        CLOUD.format("“They’re killing people,” the mayor said."),
    )
    assert not made.facts


def test_arrests_are_set_against_no_arrests(digest: Make) -> None:
    made = digest(
        ALARM.format("Police detained three employees of the dairy for questioning."),
        CLOUD.format("Police have questioned three men of the dairy, but there have been no arrests."),
    )
    (arrests,) = of_kind(made.differences, Kind.CERTAINTY)
    assert arrests.verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Some 1,400 bus drivers in Lenn stopped work on Monday, bringing traffic in the town to a standstill.",
            "Commuters were stranded in Lenn on Monday after around 1,200 bus drivers went on strike.",
            {"Some 1,400", "around 1,200"},
        ),
        (
            "A bus driver in Lenn earns 2,900 crowns a month on average.",
            "According to the union, bus drivers in Lenn earn 2,600 crowns on average.",
            {"2,900 crowns", "2,600 crowns"},
        ),
        (
            "Some 450 residents of nearby streets had to leave their homes in Lenn.",
            "About 600 people were evacuated in Lenn.",
            {"Some 450 residents", "About 600 people"},
        ),
        (
            "Two security guards died when the dairy burned down.",
            "At least three people are thought to have perished in the fire.",
            {"Two security guards", "At least three people"},
        ),
        (
            "The damage is put at 25 million pounds.",
            "The company estimated its loss at 30 million pounds.",
            {"25 million pounds", "30 million pounds"},
        ),
        (
            "Shareholders of the dairy will get 21 euros a share.",
            "The owners of the dairy receive 22 euros for each share.",
            {"21 euros", "22 euros"},
        ),
        (
            "About 4,000 litres of diesel leaked into the brook.",
            "Anglers estimate that 10,000 litres of fuel have leaked.",
            {"About 4,000 litres", "10,000 litres"},
        ),
    ],
)
def test_figures_of_one_thing_differ_in_whatever_words(digest: Make, one: str, other: str, told: set[str]) -> None:
    (numbers,) = of_kind(digest(ALARM.format(one), CLOUD.format(other)).differences, Kind.NUMBER)
    assert told == {side.label.removesuffix(" bus drivers") for side in numbers.sides}


def test_she_is_who_was_last_said_to_speak(digest: Make) -> None:
    made = digest(
        ALARM.format(
            "Union leader Ros Achebe said that all had joined. “Our members can’t live on promises,” she said."
        ),
        CLOUD.format("Ros Achebe of the union replied: “You cannot live on promises.”"),
    )
    (ledger,) = of_kind(made.differences, Kind.QUOTE)
    assert 2 == len(ledger.sides)
