"""Messages about the answers of a school."""

from __future__ import annotations

from advisor.problems import Message

ANSWERS: dict[str, Message] = {
    "E-VERSION": Message.of(
        "'{value}' is geen versie die dit programma kent",
        "'{value}' is not a version that this program knows",
        "zet bovenaan: advisor: 1",
        "put on top: advisor: 1",
    ),
    "E-NEWER": Message.of(
        "dit bestand is gemaakt met een nieuwere versie ({value})",
        "this file was made by a newer version ({value})",
        "werk advisor bij",
        "update advisor",
    ),
    "E-SCHOOL": Message.of(
        "de naam van de school ontbreekt",
        "the name of the school is missing",
        "zet bij 'school' de naam; in YAML bovenaan: school: <naam>",
        "put the name at 'school'; in YAML on top: school: <name>",
    ),
    "E-OTHER-SCHOOL": Message.of(
        "dit gaat over '{school}', en {file} over '{second}'",
        "this is about '{school}', and {file} about '{second}'",
        "geef alleen antwoorden van één school, of schrijf de naam overal hetzelfde",
        "give answers of one school only, or write its name the same everywhere",
    ),
    "E-OTHER-SECTOR": Message.of(
        "bij '{id}' staat hier '{value}', en in {file} '{second}'",
        "'{id}' is '{value}' here, and '{second}' in {file}",
        "geef alleen antwoorden van één school, of zet '{id}' overal goed",
        "give answers of one school only, or put '{id}' right everywhere",
    ),
    "E-SAME-RESPONDENT": Message.of(
        "'{value}' antwoordde ook al in {file}",
        "'{value}' answered in {file} already",
        "laat een van de twee weg, of zet bij 'respondent' wie dit was, zoals mentor-2",
        "leave one of the two out, or say at 'respondent' who this was, such as mentor-2",
    ),
    "E-NO-RESPONDENT": Message.of(
        "hier staat niet wie antwoordde, en bij {file} ook niet",
        "this does not say who answered, and {file} does not either",
        "zet bij 'respondent' een rol, zoals mentor; zijn het twee scholen, geef ze dan elk een"
        " eigen naam",
        "put a role at 'respondent', such as mentor; if they are two schools, give each a name of"
        " its own",
    ),
    "E-DATE": Message.of(
        "'{value}' is geen datum",
        "'{value}' is not a date",
        "schrijf jaar-maand-dag, zoals 2026-11-21",
        "write year-month-day, such as 2026-11-21",
    ),
    "E-YEAR": Message.of(
        "'{value}' valt buiten de jaren {first} tot en met {last}",
        "'{value}' is outside the years {first} to {last}",
        "schrijf de dag waarop de antwoorden gegeven zijn, zoals 2026-11-21",
        "write the day on which the answers were given, such as 2026-11-21",
    ),
    "E-QUESTION": Message.of(
        "onbekende vraag '{id}'",
        "unknown question '{id}'",
        "haal de regel weg; 'advisor analyse' zonder bestand stelt de vragen en bewaart de"
        " antwoorden in zo'n bestand. Hoort de vraag bij eigen kennis, geef dan --knowledge MAP",
        "remove the line; 'advisor analyse' without a file asks the questions and keeps the"
        " answers in such a file. If the question is of own knowledge, give --knowledge DIR",
    ),
    "E-OPTION": Message.of(
        "'{value}' is geen antwoord op '{id}'",
        "'{value}' is not an answer to '{id}'",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-RANGE": Message.of(
        "{value} valt buiten {least} tot en met {most}",
        "{value} is outside {least} to {most}",
        "geef een heel getal van {least} tot en met {most}, of unknown",
        "give a whole number from {least} to {most}, or unknown",
    ),
    "E-LONG": Message.of(
        "deze tekst heeft {count} tekens; hoogstens {most}",
        "this text has {count} characters; at most {most}",
        "maak de tekst korter",
        "make the text shorter",
    ),
    "E-MOST": Message.of(
        "hier staan {count} keuzes; hoogstens {most}",
        "there are {count} choices here; at most {most}",
        "kies er hoogstens {most} en haal de rest weg",
        "choose {most} at most and remove the rest",
    ),
    "E-NOT-RAISED": Message.of(
        "'{id}' kan niet vooropstaan: daar is het antwoord niet moderate of serious",
        "'{id}' cannot come first: its answer is not moderate or serious",
        "haal '{id}' hier weg, of vul eerst in hoe zwaar het is",
        "remove '{id}' here, or fill in first how heavy it is",
    ),
    "E-NOT-TICKED": Message.of(
        "'{id}' staat niet bij '{other}'",
        "'{id}' is not among '{other}'",
        "zet '{id}' ook bij '{other}', of haal het hier weg",
        "put '{id}' with '{other}' too, or remove it here",
    ),
    "E-FIXED-PROJECT": Message.of(
        "'{id}' staat ook bij '{other}', en wat vaststaat is geen project",
        "'{id}' stands with '{other}' too, and what is fixed is not a project",
        "haal '{id}' op een van de twee plekken weg",
        "remove '{id}' in one of the two places",
    ),
    "E-NO-PLAN": Message.of(
        "dit is geen plan en geen bestand met antwoorden",
        "this is neither a plan nor a file with answers",
        "geef een bestand met antwoorden, of een plan: advisor analyse school.yaml -o plan.json",
        "give a file with answers, or a plan: advisor analyse school.yaml -o plan.json",
    ),
    "E-NO-ANSWERS-INSIDE": Message.of(
        "in dit plan staan de antwoorden niet; een oudere versie maakte het",
        "this plan does not hold its answers; an older version made it",
        "geef het bestand met de antwoorden",
        "give the file with the answers",
    ),
}
