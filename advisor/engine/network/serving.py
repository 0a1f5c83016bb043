"""What the knowledge says of things that stand at schools: their names, and what they serve."""

from __future__ import annotations

from advisor.engine.fitting import links, read_fit
from advisor.model.knowledge import Knowledge
from advisor.texts import Text


def name_of(thing: str, knowledge: Knowledge) -> Text:
    """The name of a form, type, activity or foundation."""
    catalogue = knowledge.catalogue
    found = (
        catalogue.forms.get(thing)
        or catalogue.interventions.get(thing)
        or catalogue.activities.get(thing)
        or catalogue.foundations[thing]
    )
    return found.name


def order_of(knowledge: Knowledge) -> dict[str, int]:
    """The place of each thing: forms, types, activities, foundations, each in its own order."""
    catalogue = knowledge.catalogue
    kinds = (catalogue.forms, catalogue.interventions, catalogue.activities, catalogue.foundations)
    things = dict.fromkeys(thing for kind in kinds for thing in kind)
    return {thing: place for place, thing in enumerate(things)}


def things_for(need: str, reading: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """What helps with a need of pupils of these ages, best evidenced first.

    What the evidence does not recommend to start is no example, and a weak link no reason to look.
    """
    catalogue, weights = knowledge.catalogue, knowledge.limits.link_weights
    forms = [
        form.id
        for form in catalogue.forms.values()
        if form.never_new is None and need in links(read_fit(form, reading), weights)
    ]
    foundation = catalogue.needs[need].foundation
    return (*forms, *([] if foundation is None else [foundation]))
