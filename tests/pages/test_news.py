"""A story that runs over days says what was new on each."""


def test_a_fact_is_new_on_the_day_its_second_source_told_it(story):
    assert [(day.label, [fact.number for fact in day.facts]) for day in story.news] == [("6 March 2024", [4])]


def test_a_fact_that_rests_on_an_undated_report_is_new_on_no_day(story):
    assert all(fact.id != "freopens" for day in story.news for fact in day.facts)
