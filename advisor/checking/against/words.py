"""What the report on a change says, in Dutch and in English."""

from __future__ import annotations

from advisor.checking.against.comparing import What
from advisor.texts import Text

TITLE = Text("Wat deze wijziging doet", "What this change does")
NO_SCHOOL = Text(
    "Geen school krijgt een ander advies ({all} scholen, seed {seed}).",
    "No school gets other advice ({all} schools, seed {seed}).",
)
SUMMARY = Text(
    "**{n} van de {all} scholen krijgen een andere combinatie.** Scenario's: {scenarios} van de "
    "{of_scenarios}. Bedachte scholen: {generated} van de {of_generated}. Seed: {seed}.",
    "**{n} of {all} schools get another combination.** Scenarios: {scenarios} of {of_scenarios}. "
    "Generated schools: {generated} of {of_generated}. Seed: {seed}.",
)
VERSIONS = Text("Voor: `{before}`. Na: `{after}`.", "Before: `{before}`. After: `{after}`.")
HEADINGS = {
    What.ADDED: Text("Erbij gekomen", "Added"),
    What.DROPPED: Text("Weggevallen", "Dropped"),
    What.FORM: Text("Een andere vorm", "Another form"),
    What.START: Text("Een andere start", "Another start"),
    What.DECISION: Text("Een ander besluit over wat loopt", "Another decision on what runs"),
}
ONE = Text("1 school", "1 school")
SCHOOLS = Text("{n} scholen", "{n} schools")
MORE = Text("En ook, met het aantal scholen: {named}.", "And also, with the schools: {named}.")
BEFORE = Text("Voor", "Before")
AFTER = Text("Na", "After")
ANSWERS = Text("*Antwoorden:* {answers}", "*Answers:* {answers}")
NO_REASON = Text("geen regel vraagt erom.", "no rule asks for it.")
AT_STEP = Text("verliest bij de stap “{step}”", "loses at the step “{step}”")
CANNOT = Text("kan niet gekozen worden", "cannot be chosen")
OLD_SAYS = Text(
    "*Keuze:* met de kennis van voor: de combinatie van na {how}.",
    "*Choice:* by the knowledge before, the combination of after {how}.",
)
NEW_SAYS = Text(
    "*Keuze:* met de kennis van na: de combinatie van voor {how}.",
    "*Choice:* by the knowledge after, the combination of before {how}.",
)
BEHIND = Text("Wat erachter verschilt: {entries}.", "What differs behind it: {entries}.")
BEHIND_NOTHING = Text(
    "Aan dit onderdeel zelf veranderde niets; het volgt uit de rest (zie onderaan).",
    "Nothing of this item itself changed; it follows from the rest (see below).",
)
NO_QUESTION = Text(
    "{side}: `{question}` wordt niet gevraagd. Bij {n} scholen is dat antwoord daar onbekend.",
    "{side}: `{question}` is not asked. For {n} schools that answer is unknown there.",
)
NO_OPTION = Text(
    "{side}: bij `{question}` bestaat de keuze `{option}` niet. Bij {n} scholen telt die niet mee.",
    "{side}: `{question}` has no option `{option}`. For {n} schools it does not count there.",
)
ENTRIES = Text("Wat er in de kennis verschilt", "What differs in the knowledge")
NO_ENTRIES = Text("Niets.", "Nothing.")
ENTRY, WHERE, DIFFERS = (
    Text("Onderdeel", "Entry"),
    Text("Waar", "Where"),
    Text("Verschil", "Difference"),
)
IS_NEW = Text("nieuw", "new")
IS_GONE = Text("weg", "gone")
IS_REWORDED = Text("andere woorden", "other words")
AND_MORE = Text("En nog {n}.", "And {n} more.")
