"""What the interview says besides the questions, in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

WELCOME = Text(
    "Welkom. Na hoogstens {count} vragen, ongeveer tien minuten, staat er een plan.\n"
    "Vul het liefst samen in, met twee of drie collega's.\n"
    "Alles blijft op deze computer. Noem geen namen van leerlingen.\n"
    "Weet je iets niet? Dat is ook een antwoord. Stoppen: Ctrl-C.",
    "Welcome. After at most {count} questions, about ten minutes, there is a plan.\n"
    "If you can, fill it in with two or three colleagues.\n"
    "Everything stays on this computer. Do not name pupils.\n"
    "Something unknown? That is an answer too. To stop: Ctrl-C.",
)
KEPT_IN = Text(
    "Na elk antwoord bewaar ik alles in {file}, in deze map.",
    "After each answer I save everything in {file}, in this folder.",
)
SCHOOL = Text("Hoe heet de school?", "What is the name of the school?")
SCHOOL_NEEDED = Text("Zonder naam kan ik niets bewaren.", "Without a name I cannot save anything.")
ROLE = Text(
    "Wat is jouw rol? (een functie, geen naam; mag leeg)",
    "What is your role? (a position, not a name; may stay empty)",
)
EXISTS = Text("Het bestand {file} is er al.", "The file {file} exists already.")
OVERWRITE = Text("Dat bestand vervangen", "Replace that file")
OTHER_NAME = Text("Bewaren als {file}", "Save as {file}")

PROGRESS = Text(
    "{section} · vraag {number} van {total}", "{section} · question {number} of {total}"
)
UNKNOWN = Text("dat weten we niet", "we do not know")
NONE = Text("geen van deze", "none of these")
BACK = Text("← terug naar de vorige vraag", "← back to the previous question")
HOW_ONE = Text("(pijltjes en Enter)", "(arrow keys and Enter)")
HOW_MANY = Text(
    "(spatie: aan of uit; Enter: klaar)",
    "(space: on or off; Enter: done)",
)
HOW_MOST = Text(
    "(spatie: aan of uit, hoogstens {most}; Enter: klaar)",
    "(space: on or off, at most {most}; Enter: done)",
)
HOW_LONG = Text(
    "(de lijst is langer dan het scherm: blader met de pijltjes)",
    "(the list is longer than the screen: scroll with the arrow keys)",
)
HOW_TEXT = Text(
    "(leeg: dat weten we niet; typ {back} om terug te gaan)",
    "(empty: we do not know; type {back} to go back)",
)
CHOOSE = Text(
    "Kies met de spatiebalk. Niets past? Kies 'geen van deze' of 'dat weten we niet'.",
    "Select with the space bar. Nothing fits? Select 'none of these' or 'we do not know'.",
)
ALONE = Text(
    "'Geen van deze' en 'dat weten we niet' gaan niet samen met iets anders.",
    "'None of these' and 'we do not know' do not go together with anything else.",
)
TOO_MANY = Text("Kies er hoogstens {most}.", "Select at most {most}.")
TOO_LONG = Text("Hoogstens {most} tekens.", "At most {most} characters.")
NOT_A_NUMBER = Text("Geef een getal.", "Give a number.")
NOT_NOW = Text("Wacht hiermee niet op een plan:", "Do not wait for a plan with this:")

DEEPEN = Text(
    "Er zijn nog {count} vragen die de keuze kunnen veranderen. Nu beantwoorden?",
    "There are {count} more questions that may change the choice. Answer them now?",
)
DEEPEN_ONE = Text(
    "Er is nog één vraag die de keuze kan veranderen. Nu beantwoorden?",
    "There is one more question that may change the choice. Answer it now?",
)
SEE_PLAN = Text("Wil je ook het hele plan zien?", "Do you want to see the whole plan too?")
FURTHER = Text("Wil je nog iets bekijken?", "Do you want to look at anything else?")
FURTHER_DONE = Text("nee, klaar", "no, done")
WHY = Text("waarom iets wel of niet in het plan staat", "why something is or is not in the plan")
WHAT_IF = Text("wat er verandert met een ander antwoord", "what changes with a different answer")
WHICH_ITEM = Text("Over welk onderdeel?", "About which part?")
NOT_IN = Text("{item} (niet in het plan)", "{item} (not in the plan)")
WHICH_QUESTION = Text("Bij welke vraag?", "With which question?")
RETURN = Text("← terug", "← back")
MORE = Text("ook: {option}", "also: {option}")
LESS = Text("niet: {option}", "not: {option}")
INSTEAD = Text("{option}, in plaats van: {out}", "{option}, instead of: {out}")
YES = Text("ja", "yes")
NO = Text("nee", "no")
