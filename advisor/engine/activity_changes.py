"""What became of everything that ran or runs, between two profiles of a school."""

from __future__ import annotations

from advisor.model.comparison import ActivityChange, Became
from advisor.model.knowledge import Knowledge
from advisor.model.profile import ActivityState, Profile, Runs
from advisor.texts import Text


def compare_activities(
    then: Profile, now: Profile, knowledge: Knowledge
) -> tuple[ActivityChange, ...]:
    """Everything that ran then or runs now, in the order of the catalogue."""
    catalogue = knowledge.catalogue
    names = {
        **{one.id: one.name for one in catalogue.interventions.values()},
        **{one.id: one.name for one in catalogue.activities.values()},
    }
    seen = {*then.activities, *now.activities}
    return tuple(
        _change(activity, name, then, now, knowledge)
        for activity, name in names.items()
        if activity in seen
    )


def _change(
    activity: str, name: Text, then: Profile, now: Profile, knowledge: Knowledge
) -> ActivityChange:
    old, new = then.activities.get(activity), now.activities.get(activity)
    form = None if new is None or new.form is None else knowledge.catalogue.forms[new.form].name
    is_told = old is not None and new is not None and old.form != new.form
    return ActivityChange(
        id=activity,
        name=name,
        became=_became(old, new, then, now),
        before=None if old is None else old.runs,
        after=None if new is None else new.runs,
        form=form if is_told else None,
    )


def _became(
    old: ActivityState | None, new: ActivityState | None, then: Profile, now: Profile
) -> Became:
    """What is not known at one of the moments never counts as started or stopped."""
    if old is None:
        return Became.UNCLEAR if then.running is None else Became.STARTED
    if new is None:
        return Became.UNCLEAR if now.running is None else Became.STOPPED
    return _by_running(old, new) or _by_form(old, new)


def _by_running(old: ActivityState, new: ActivityState) -> Became | None:
    if (old.runs, old.is_clear) == (new.runs, new.is_clear):
        return None
    if not old.is_clear or not new.is_clear:
        return Became.UNCLEAR if old.is_clear else Became.NOW_KNOWN
    if new.runs is Runs.EMBEDDED:
        return Became.EMBEDDED
    if old.runs is Runs.EMBEDDED:
        return Became.LOOSENED
    if new.runs is Runs.LOOSE:
        return Became.UNCLEAR
    return Became.NOW_KNOWN if old.runs is Runs.LOOSE else Became.CHANGED


def _by_form(old: ActivityState, new: ActivityState) -> Became:
    if old.form == new.form or new.form is None:
        return Became.SAME
    return Became.NOW_KNOWN if old.form is None else Became.OTHER_FORM
