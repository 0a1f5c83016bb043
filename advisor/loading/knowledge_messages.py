"""Messages about conditions, rules and what must hold together in the knowledge."""

from __future__ import annotations

from advisor.problems import Message

CONDITIONS: dict[str, Message] = {
    "E-CONDITION": Message.of(
        "dit is geen voorwaarde",
        "this is not a condition",
        "een voorwaarde is all, any of not, of één regel met een van: {subjects}",
        "a condition is all, any or not, or one line with one of: {subjects}",
    ),
    "E-OPERATOR": Message.of(
        "'{operator}' past niet bij {subject}",
        "'{operator}' does not fit {subject}",
        "hier kan: {known}",
        "what can stand here: {known}",
    ),
    "E-STAGE": Message.of(
        "'{subject}' is hier nog niet bekend",
        "'{subject}' is not known here yet",
        "gebruik een van: {known}",
        "use one of: {known}",
    ),
    "E-CONSEQUENCE": Message.of(
        "'{consequence}' kan niet in de fase '{stage}'",
        "'{consequence}' cannot stand in the stage '{stage}'",
        "in deze fase kan: {known}",
        "what this stage can do: {known}",
    ),
}

CORPUS: dict[str, Message] = {
    "E-REF": Message.of(
        "{kind} '{id}' bestaat niet",
        "unknown {kind} '{id}'",
        "noem een id die bestaat",
        "name an id that exists",
    ),
    "E-ABSENT": Message.of(
        "hier hoort te staan, maar ontbreekt: {what}",
        "this should stand here, but is missing: {what}",
        "zet {file} terug, of schrijf het opnieuw met: {keys}",
        "put {file} back, or write it again with: {keys}",
    ),
    "E-COUNT": Message.of(
        "{what}: {count} gevonden, {expected} verwacht",
        "{what}: found {count}, expected {expected}",
        "zet terug wat weg is in {file}; klopt het nieuwe aantal, pas dan dit getal aan",
        "put back what is gone in {file}; if the new number is right, change this number",
    ),
    "E-NO-RULE": Message.of(
        "in de fase '{stage}' is er geen regel met '{consequence}'",
        "the stage '{stage}' has no rule with '{consequence}'",
        "zet het bestand met deze regels terug in {file}",
        "put the file with these rules back in {file}",
    ),
    "E-WORD": Message.of(
        "de tekst '{key}' ontbreekt",
        "the text '{key}' is missing",
        "voeg '{key}' toe onder 'words:', in beide talen: {nl: …, en: …}",
        "add '{key}' below 'words:', in both languages: {nl: …, en: …}",
    ),
    "E-UNIQUE": Message.of(
        "'{id}' bestaat al ({where})",
        "'{id}' exists already ({where})",
        "kies een andere id",
        "choose another id",
    ),
    "E-ESTIMATE": Message.of(
        "'estimate' is ons eigen oordeel en kan geen bron zijn",
        "'estimate' is our own judgement and cannot be a source",
        "geef de bron een andere id",
        "give the source another id",
    ),
    "E-CITE": Message.of(
        "een bron heeft 'cite' of 'about', niet allebei en niet geen van beide",
        "a source has 'cite' or 'about', not both and not neither",
        "schrijf 'cite' voor een volledige vermelding; beschrijf anders in 'about' wat het is",
        "write 'cite' for a complete citation; else describe in 'about' what it is",
    ),
    "E-NEED-UNSEEN": Message.of(
        "naar de behoefte '{id}' wordt niet gevraagd en geen regel leidt haar af",
        "the need '{id}' is not asked about and no rule derives it",
        "voeg een vraag in de eerste ronde toe, of een regel met 'set'",
        "add a question to the first pass, or a rule with 'set'",
    ),
    "E-GROUP-LINK": Message.of(
        "een vorm voor kleine groepen dient '{need}' hoogstens zwak",
        "a form for small groups serves '{need}' weakly at most",
        "zet 'strength: weak', of haal het verband weg",
        "put 'strength: weak', or remove the link",
    ),
    "E-ASSUMED-FORM": Message.of(
        "'{form}' is geen vorm van '{id}'",
        "'{form}' is not a form of '{id}'",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-HARM": Message.of(
        "geen regel sluit '{form}' uit om '{harm}'",
        "no rule excludes '{form}' because of '{harm}'",
        "voeg een regel toe met 'exclude' voor deze vorm, die deze schade noemt",
        "add a rule with 'exclude' for this form that names this harm",
    ),
    "E-PAIRING": Message.of(
        "geen vorm of regel maakt waar dat '{first}' dit vraagt: {second}",
        "no form or rule makes it true that '{first}' requires this: {second}",
        "voeg 'requires' toe aan een vorm, of een regel met 'require'",
        "add 'requires' to a form, or a rule with 'require'",
    ),
    "E-FIRST-PASS": Message.of(
        "de eerste ronde heeft {count} vragen; hoogstens {most}",
        "the first pass has {count} questions; at most {most}",
        "stel een van de vragen later: 'asked: choice' of 'asked: plan'",
        "ask one of the questions later: 'asked: choice' or 'asked: plan'",
    ),
    "E-ASKED-LATE": Message.of(
        "'{id}' wordt pas na '{other}' gevraagd, terwijl die vraag op het antwoord verdergaat",
        "'{id}' is asked only after '{other}', though that question builds on its answer",
        "zet '{id}' vóór '{other}'",
        "put '{id}' before '{other}'",
    ),
    "E-OPTIONS": Message.of(
        "deze vraag heeft geen opties",
        "this question has no options",
        "voeg 'options' toe, of kies 'kind: number' of 'kind: text'",
        "add 'options', or choose 'kind: number' or 'kind: text'",
    ),
    "E-NO-OPTIONS": Message.of(
        "een vraag naar een getal of tekst heeft geen opties",
        "a question for a number or a text has no options",
        "haal 'options' weg, of kies 'kind: one' of 'kind: many'",
        "remove 'options', or choose 'kind: one' or 'kind: many'",
    ),
    "E-YES": Message.of(
        "deze vraag heeft geen keuze '{id}'",
        "this question has no choice '{id}'",
        "voeg een keuze toe met id '{id}', voor wie ja zegt",
        "add a choice with id '{id}', for who says yes",
    ),
    "E-MEASURES": Message.of(
        "'{measures}' vraagt om '{key}'",
        "'{measures}' asks for '{key}'",
        "voeg '{key}' toe: de id van wat deze vraag meet",
        "add '{key}': the id of what this question measures",
    ),
    "E-INCOMPLETE": Message.of(
        "{what} '{id}' ontbreekt",
        "{what} '{id}' is missing",
        "voeg '{id}' hier toe",
        "add '{id}' here",
    ),
}

OWN: dict[str, Message] = {
    "E-OWN-FOLDER": Message.of(
        "hier is geen map met eigen kennis",
        "there is no folder with own knowledge here",
        "geef een map waarin catalogue/ of rules/ staat",
        "give a folder that holds catalogue/ or rules/",
    ),
    "E-OWN-EMPTY": Message.of(
        "in deze map staat geen kennis",
        "there is no knowledge in this folder",
        "zet er catalogue/ of rules/ in, met bestanden die eindigen op .yaml",
        "put catalogue/ or rules/ in it, with files that end in .yaml",
    ),
    "E-LAYOUT": Message.of(
        "'{name}' heeft hier geen plaats",
        "'{name}' has no place here",
        "hier kan staan: {known}",
        "what can stand here: {known}",
    ),
    "E-OWN-TYPE": Message.of(
        "dit is een soort interventie, en die heeft een eigen map",
        "this is a type of intervention, which has a folder of its own",
        "zet het bestand in {folder}",
        "put the file in {folder}",
    ),
    "E-ADD-OPTIONS": Message.of(
        "bij '{id}' kunnen hier geen keuzes bij",
        "'{id}' cannot be given more choices here",
        "geef een lijst, bij een vraag met eigen 'options'; vervang anders de hele vraag",
        "give a list, for a question with 'options' of its own; else replace the whole question",
    ),
}
