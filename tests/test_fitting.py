"""Which evidence counts: of a link what is least known, of two age groups the weaker."""

import pytest
from known import KNOWLEDGE

from advisor.engine.fitting import read_fit
from advisor.model.interventions import Fit, Link
from advisor.model.vocabulary import Grade, Strength


def fit(grade: Grade, own: Grade | None) -> Fit:
    return Fit(grade, {"low-mood": Link(Strength.STRONG, ("estimate",), own)})


@pytest.mark.parametrize(
    ("grade", "own", "counts"),
    [
        (Grade.GOOD, None, Grade.GOOD),
        (Grade.GOOD, Grade.LIMITED, Grade.LIMITED),
        (Grade.LIMITED, Grade.GOOD, Grade.LIMITED),
    ],
)
def test_a_link_is_known_no_better_than_its_form(
    grade: Grade, own: Grade | None, counts: Grade
) -> None:
    assert fit(grade, own).grade_for("low-mood") is counts


def test_the_weaker_of_two_age_groups_counts() -> None:
    form = KNOWLEDGE.catalogue.forms["sps-class"]
    both = read_fit(form, ("po", "vo"))
    assert both is not None
    for need in both.serves:
        each = [form.fits[age].grade_for(need) for age in ("po", "vo")]
        assert both.grade_for(need) is min(each)
    assert both.grade_for("conflicts") is Grade.LIMITED < both.grade
