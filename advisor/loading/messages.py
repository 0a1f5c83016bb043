"""The table of messages: a code, a sentence and a remedy in both languages."""

from __future__ import annotations

from advisor.problems import Message, Place, Problem
from advisor.texts import Text


def _message(nl: str, en: str, remedy_nl: str = "", remedy_en: str = "") -> Message:
    return Message(Text(nl, en), Text(remedy_nl, remedy_en) if remedy_nl else None)


_FILES = {
    "E-NO-FILE": _message(
        "dit bestand is er niet",
        "there is no such file",
        "kijk of de naam klopt en of je in de goede map staat",
        "check the name and the folder you are in",
    ),
    "E-FOLDER": _message(
        "dit is een map, geen bestand",
        "this is a folder, not a file",
        "noem het bestand in de map",
        "name the file in the folder",
    ),
    "E-UNREADABLE": _message(
        "dit bestand kan niet gelezen worden",
        "this file cannot be read",
        "kijk of je het mag openen en of een ander programma het vasthoudt",
        "check that you may open it and that no other program holds it",
    ),
    "E-TOO-LARGE": _message(
        "dit bestand is groter dan {megabytes} MB",
        "this file is larger than {megabytes} MB",
        "een bestand met antwoorden of kennis is veel kleiner; is dit het goede bestand?",
        "a file with answers or knowledge is much smaller; is this the right file?",
    ),
    "E-ENCODING": _message(
        "dit bestand is niet als UTF-8 opgeslagen",
        "this file was not saved as UTF-8",
        "sla het opnieuw op en kies de codering UTF-8",
        "save it again and choose the encoding UTF-8",
    ),
    "E-BINARY": _message(
        "hier staan tekens die geen tekst zijn",
        "there are characters here that are not text",
        "geef een tekstbestand in YAML of JSON",
        "give a text file in YAML or JSON",
    ),
    "E-SUFFIX": _message(
        "de naam eindigt niet op .yaml, dus het bestand telt niet mee",
        "the name does not end in .yaml, so the file does not count",
        "geef het bestand een naam die eindigt op .yaml",
        "give the file a name that ends in .yaml",
    ),
    "E-EMPTY": _message("er staat niets in", "there is nothing in it"),
    "E-MAPPING": _message(
        "dit zijn geen regels 'sleutel: waarde'",
        "these are not lines 'key: value'",
    ),
    "E-YAML": _message("{what}", "{what}"),
    "E-DOCUMENTS": _message(
        "hier begint een tweede document",
        "a second document starts here",
        "zet elk document in een eigen bestand, of haal de regel '---' weg",
        "give each document a file of its own, or remove the line '---'",
    ),
    "E-DEEP": _message("te diep genest", "nested too deep"),
    "E-ANCHOR": _message(
        "verwijzingen met & en * kunnen hier niet",
        "references with & and * cannot be used here",
        "schrijf de waarde voluit; zet een tekst die zo begint tussen aanhalingstekens",
        "write the value out; put a text that starts so between quotation marks",
    ),
    "E-TAG": _message(
        "labels met ! kunnen hier niet",
        "tags with ! cannot be used here",
        "haal het label weg; zet een tekst die met ! begint tussen aanhalingstekens",
        "remove the tag; put a text that starts with ! between quotation marks",
    ),
    "E-KEY": _message("een sleutel moet een woord zijn", "a key must be a word"),
    "E-TWICE": _message(
        "'{key}' staat hier voor de tweede keer; eerder op regel {line}",
        "'{key}' stands here for the second time; first on line {line}",
        "haal een van de twee weg",
        "remove one of the two",
    ),
}

_VALUES = {
    "E-UNKNOWN-KEY": _message(
        "onbekende sleutel '{key}'",
        "unknown key '{key}'",
        "hier kan staan: {known}",
        "what can stand here: {known}",
    ),
    "E-MISSING-KEY": _message("'{key}' ontbreekt", "'{key}' is missing"),
    "E-TYPE": _message("hier hoort {expected}", "this should be {expected}"),
    "E-LANGUAGE": _message(
        "de tekst in '{lang}' ontbreekt of is leeg",
        "the text in '{lang}' is missing or empty",
        "schrijf elke tekst in beide talen: nl en en",
        "write every text in both languages: nl and en",
    ),
    "E-PLACEHOLDER": _message(
        "de plekken tussen accolades verschillen tussen nl en en: {names}",
        "the places between braces differ between nl and en: {names}",
    ),
    "E-CHOICE": _message(
        "'{value}' kan hier niet",
        "'{value}' cannot stand here",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-ID": _message(
        "'{value}' kan geen id zijn",
        "'{value}' cannot be an id",
        "gebruik kleine letters en streepjes, te beginnen met een letter, zoals 'fixed-hour'",
        "use lower-case letters and dashes, starting with a letter, such as 'fixed-hour'",
    ),
    "E-RISING": _message(
        "de waarden lopen niet op",
        "the values do not rise",
        "zet ze van klein naar groot",
        "put them from small to large",
    ),
    "E-SOURCES": _message(
        "een bron ontbreekt",
        "a source is missing",
        "noem een id uit de bronnen, of 'estimate' voor een eigen oordeel",
        "name an id from the sources, or 'estimate' for our own judgement",
    ),
}

_CONDITIONS = {
    "E-CONDITION": _message(
        "dit is geen voorwaarde",
        "this is not a condition",
        "een voorwaarde is all, any of not, of een blad met een onderwerp: {subjects}",
        "a condition is all, any or not, or a leaf with one subject: {subjects}",
    ),
    "E-OPERATOR": _message(
        "'{operator}' past niet bij {subject}",
        "'{operator}' does not fit {subject}",
        "hier kan: {known}",
        "what can stand here: {known}",
    ),
    "E-STAGE": _message(
        "'{subject}' is hier nog niet bekend",
        "'{subject}' is not known here yet",
        "gebruik een van: {known}",
        "use one of: {known}",
    ),
    "E-CONSEQUENCE": _message(
        "'{consequence}' kan niet in de fase '{stage}'",
        "'{consequence}' cannot stand in the stage '{stage}'",
        "in deze fase kan: {known}",
        "what this stage can do: {known}",
    ),
}

_CORPUS = {
    "E-REF": _message("{kind} '{id}' bestaat niet", "unknown {kind} '{id}'"),
    "E-UNIQUE": _message(
        "'{id}' bestaat al ({where})",
        "'{id}' exists already ({where})",
        "kies een andere id",
        "choose another id",
    ),
    "E-ESTIMATE": _message(
        "'estimate' is ons eigen oordeel en kan geen bron zijn",
        "'estimate' is our own judgement and cannot be a source",
    ),
    "E-NEED-UNSEEN": _message(
        "naar de behoefte '{id}' wordt niet gevraagd en geen regel leidt haar af",
        "the need '{id}' is not asked about and no rule derives it",
        "voeg een vraag in de eerste ronde toe, of een regel met 'set'",
        "add a question to the first pass, or a rule with 'set'",
    ),
    "E-GROUP-LINK": _message(
        "een vorm voor kleine groepen dient '{need}' hoogstens zwak",
        "a form for small groups serves '{need}' weakly at most",
        "zet 'strength: weak', of haal het verband weg",
        "put 'strength: weak', or remove the link",
    ),
    "E-ASSUMED-FORM": _message(
        "'{form}' is geen vorm van '{id}'",
        "'{form}' is not a form of '{id}'",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-HARM": _message(
        "geen regel sluit '{form}' uit om '{harm}'",
        "no rule excludes '{form}' because of '{harm}'",
        "voeg een regel toe met 'exclude' voor deze vorm, die deze schade noemt",
        "add a rule with 'exclude' for this form that names this harm",
    ),
    "E-PAIRING": _message(
        "geen vorm of regel maakt waar dat '{first}' dit vraagt: {second}",
        "no form or rule makes it true that '{first}' requires this: {second}",
        "voeg 'requires' toe aan een vorm, of een regel met 'require'",
        "add 'requires' to a form, or a rule with 'require'",
    ),
    "E-FIRST-PASS": _message(
        "de eerste ronde heeft {count} vragen; hoogstens {most}",
        "the first pass has {count} questions; at most {most}",
    ),
    "E-OPTIONS": _message(
        "deze vraag heeft geen opties",
        "this question has no options",
    ),
    "E-NO-OPTIONS": _message(
        "een vraag naar een getal of tekst heeft geen opties",
        "a question for a number or a text has no options",
    ),
    "E-MEASURES": _message(
        "'{measures}' vraagt om '{key}'",
        "'{measures}' asks for '{key}'",
    ),
    "E-INCOMPLETE": _message("{what} '{id}' ontbreekt", "{what} '{id}' is missing"),
}

_ANSWERS = {
    "E-VERSION": _message(
        "'{value}' is geen versie die dit programma kent",
        "'{value}' is not a version that this program knows",
        "zet bovenaan: advisor: 1",
        "put on top: advisor: 1",
    ),
    "E-NEWER": _message(
        "dit bestand is gemaakt met een nieuwere versie ({value})",
        "this file was made by a newer version ({value})",
        "werk advisor bij",
        "update advisor",
    ),
    "E-SCHOOL": _message(
        "de naam van de school ontbreekt",
        "the name of the school is missing",
        "zet bovenaan: school: <naam>",
        "put on top: school: <name>",
    ),
    "E-DATE": _message(
        "'{value}' is geen datum",
        "'{value}' is not a date",
        "schrijf jaar-maand-dag, zoals 2026-11-21",
        "write year-month-day, such as 2026-11-21",
    ),
    "E-QUESTION": _message("onbekende vraag '{id}'", "unknown question '{id}'"),
    "E-OPTION": _message(
        "'{value}' is geen antwoord op '{id}'",
        "'{value}' is not an answer to '{id}'",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-RANGE": _message(
        "{value} valt buiten 0 tot en met {most}",
        "{value} is outside 0 to {most}",
    ),
    "E-LONG": _message(
        "deze tekst heeft {count} tekens; hoogstens {most}",
        "this text has {count} characters; at most {most}",
    ),
    "E-MOST": _message(
        "hier staan {count} keuzes; hoogstens {most}",
        "there are {count} choices here; at most {most}",
    ),
    "E-NOT-RAISED": _message(
        "'{id}' kan niet vooropstaan: daar is het antwoord niet moderate of serious",
        "'{id}' cannot come first: its answer is not moderate or serious",
        "haal '{id}' hier weg, of vul eerst in hoe zwaar het is",
        "remove '{id}' here, or fill in first how heavy it is",
    ),
    "E-NOT-TICKED": _message(
        "'{id}' staat niet bij '{other}'",
        "'{id}' is not among '{other}'",
        "zet '{id}' ook bij '{other}', of haal het hier weg",
        "put '{id}' with '{other}' too, or remove it here",
    ),
}

MESSAGES: dict[str, Message] = {**_FILES, **_VALUES, **_CONDITIONS, **_CORPUS, **_ANSWERS}


def problem(
    code: str,
    place: Place,
    trail: tuple[str, ...] = (),
    remedy: Text | None = None,
    /,
    **values: str | int | Text,
) -> Problem:
    """A problem with the sentence of its code; `remedy` goes before the one of the table."""
    message = MESSAGES[code]
    usual = message.remedy.fill(**values) if message.remedy is not None else None
    return Problem(code, place, message.sentence.fill(**values), " > ".join(trail), remedy or usual)
