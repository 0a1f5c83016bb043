"""What is told of wrong use: a sentence and a remedy for each code, in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

USAGE = {
    "E-NO-ANSWERS": (
        Text(
            "er zijn geen antwoorden, en hier kan advisor niets vragen",
            "there are no answers, and advisor cannot ask questions here",
        ),
        Text(
            "geef een bestand: advisor {call} ANSWERS.yaml (of --example); zet er in een script "
            "--no-input bij, dan vraagt advisor nooit iets",
            "give a file: advisor {call} ANSWERS.yaml (or --example); in a script add --no-input, "
            "so that advisor never asks anything",
        ),
    ),
    "E-RESUME": (
        Text(
            "--resume gaat verder met het bestand van een interview; '{name}' is dat niet",
            "--resume goes on with the file of an interview; '{name}' is not one",
        ),
        Text(
            "geef een bestand dat eindigt op -answers.yaml; een plan maak je met: "
            "advisor analyse {name}",
            "give a file that ends in -answers.yaml; to make a plan: advisor analyse {name}",
        ),
    ),
    "E-AGAINST": (
        Text(
            "'{name}' is geen hele versie van de kennis, met catalogue/ en rules/",
            "'{name}' is not a whole version of the knowledge, with catalogue/ and rules/",
        ),
        Text(
            "geef een map zoals een oudere checkout; eigen kennis geef je met --knowledge",
            "give a folder such as an older checkout; own knowledge is given with --knowledge",
        ),
    ),
    "E-NOT-ASKING": (
        Text(
            "{name} hoort bij het interview, en hier zijn de antwoorden er al",
            "{name} is for the interview, and here the answers are there already",
        ),
        Text("laat een van de twee weg", "leave one of the two out"),
    ),
    "E-NOT-ALLOWED": (
        Text(
            "er zijn geen antwoorden, en met --no-input vraagt advisor niets",
            "there are no answers, and with --no-input advisor asks nothing",
        ),
        Text(
            "geef een bestand: advisor {call} ANSWERS.yaml (of --example)",
            "give a file: advisor {call} ANSWERS.yaml (or --example)",
        ),
    ),
    "E-GIT-BASH": (
        Text(
            "er zijn geen antwoorden, en in Git Bash kan advisor zo niets vragen",
            "there are no answers, and in Git Bash advisor cannot ask questions like this",
        ),
        Text(
            "zet winpty ervoor: winpty advisor {call} --plain; of geef een bestand: "
            "advisor {call} ANSWERS.yaml",
            "put winpty before it: winpty advisor {call} --plain; or give a file: "
            "advisor {call} ANSWERS.yaml",
        ),
    ),
    "E-SAME-FILE": (
        Text("{file} staat er twee keer", "{file} stands there twice"),
        Text(
            "geef voor iedereen die antwoordde één bestand",
            "give one file for each person who answered",
        ),
    ),
    "E-SAVE-SEVERAL": (
        Text(
            "--save gaat niet samen met antwoorden van meer mensen: die staan al apart",
            "--save does not go together with answers of several people: they stand apart already",
        ),
        Text(
            "laat --save weg; met -o bewaar je het plan",
            "leave --save out; with -o you save the plan",
        ),
    ),
    "E-KIT-ANNEX": (
        Text("--kit gaat niet samen met --annex", "--kit does not go together with --annex"),
        Text(
            "laat --kit weg: in de bijlage staat alles voor het overleg al",
            "leave --kit out: the annex has everything for the meeting already",
        ),
    ),
    "E-ONE-MOMENT": (
        Text("{file} staat er twee keer", "{file} stands there twice"),
        Text("geef twee bestanden: eerst toen, dan nu", "give two files: first then, and then now"),
    ),
    "E-EXAMPLE": (
        Text(
            "--example gaat niet samen met een bestand",
            "--example does not go together with a file",
        ),
        Text("laat een van de twee weg", "leave one of the two out"),
    ),
    "E-FORMAT": (
        Text("advisor kan '{name}' niet maken", "advisor cannot make '{name}'"),
        Text("kies uit: {known}", "choose from: {known}"),
    ),
    "E-NO-SCREEN": (
        Text("{name} is geen tekst voor op het scherm", "{name} is no text for the screen"),
        Text("schrijf het naar een bestand: -o plan{suffix}", "write to a file: -o plan{suffix}"),
    ),
    "E-FORMATS": (
        Text(
            "--json en --format {name} spreken elkaar tegen", "--json contradicts --format {name}"
        ),
        Text("laat een van de twee weg", "leave one of the two out"),
    ),
    "E-TO-STDOUT": (
        Text(
            "de vorm {name} geldt voor standaarduitvoer, maar alles gaat naar een bestand",
            "the form {name} is for standard output, but everything goes to a file",
        ),
        Text(
            "laat de naam van het bestand eindigen op {known}, of voeg -o - toe",
            "let the name of the file end in {known}, or add -o -",
        ),
    ),
    "E-SUFFIX": (
        Text(
            "de naam '{name}' eindigt niet op een bekend soort bestand",
            "the name '{name}' does not end in a known kind of file",
        ),
        Text("zet er een van deze achter: {known}", "put one of these behind it: {known}"),
    ),
    "E-SAVE": (
        Text(
            "--save bewaart in een bestand, niet in '{name}'",
            "--save saves in a file, not in '{name}'",
        ),
        Text("geef de naam van een bestand", "give the name of a file"),
    ),
    "E-TWICE": (
        Text(
            "{file} staat er twee keer: het een zou over het ander heen gaan",
            "{file} stands there twice: one would replace the other",
        ),
        Text("geef elk bestand een eigen naam", "give each file a name of its own"),
    ),
    "E-OVER-SOURCE": (
        Text(
            "{file} is het bestand waaruit de antwoorden komen",
            "{file} is the file that the answers come from",
        ),
        Text("kies een andere naam", "choose another name"),
    ),
    "E-STDOUT": (
        Text(
            "de uitvoer kan niet geschreven worden: {reason}",
            "the output cannot be written: {reason}",
        ),
        Text("kijk waar de uitvoer heen gaat", "look where the output goes"),
    ),
    "E-STDIN": (
        Text("standaardinvoer kan niet gelezen worden", "standard input cannot be read"),
        Text(
            "geef een bestand: advisor analyse ANSWERS.yaml",
            "give a file: advisor analyse ANSWERS.yaml",
        ),
    ),
    "E-NO-OUT": (
        Text("er staat niet waar de plannen heen gaan", "this does not say where the plans go"),
        Text(
            "voeg een map toe: --out plannen (of --json)", "add a folder: --out plans (or --json)"
        ),
    ),
    "E-NO-TABLE": (
        Text(
            "--map is voor de kolommen van een tabel, en er is geen tabel",
            "--map is for the columns of a table, and there is no table",
        ),
        Text("geef een bestand .csv of .xlsx", "give a file .csv or .xlsx"),
    ),
    "E-NO-FOLDER": (
        Text("'{name}' is geen map", "'{name}' is not a folder"),
        Text("kies een andere naam voor --out", "choose another name for --out"),
    ),
    "E-FORMAT-NO-OUT": (
        Text(
            "--format is voor bestanden, en er is geen map",
            "--format is for files, and there is no folder",
        ),
        Text("voeg een map toe: --out plannen", "add a folder: --out plans"),
    ),
    "E-OPTION": (
        Text("de optie {name} bestaat niet", "there is no option {name}"),
        Text("'{path} --help' toont de opties", "'{path} --help' shows the options"),
    ),
    "E-NO-VALUE": (
        Text("bij de optie {name} hoort een waarde", "the option {name} needs a value"),
        Text("zet de waarde erachter", "put the value behind it"),
    ),
    "E-NEEDLESS": (
        Text("bij de optie {name} hoort geen waarde", "the option {name} takes no value"),
        Text("laat de waarde weg", "leave the value out"),
    ),
    "E-VALUE": (
        Text(
            "'{value}' is geen goede waarde voor {name}", "'{value}' is not a good value for {name}"
        ),
        Text("'advisor --help' legt uit wat kan", "'advisor --help' explains what is possible"),
    ),
    "E-NO-ARGUMENT": (
        Text("er ontbreekt iets: {name}", "something is missing: {name}"),
        Text(
            "'advisor {command} --help' toont wat erbij hoort",
            "'advisor {command} --help' shows what goes with it",
        ),
    ),
    "E-NO-COMMAND": (
        Text("er ontbreekt een opdracht", "a command is missing"),
        Text("'advisor --help' toont de opdrachten", "'advisor --help' shows the commands"),
    ),
    "E-COMMAND": (
        Text("de opdracht '{name}' bestaat niet", "there is no command '{name}'"),
        Text("'advisor --help' toont de opdrachten", "'advisor --help' shows the commands"),
    ),
    "E-EXTRA": (
        Text("dit is te veel: {extra}", "this is too much: {extra}"),
        Text(
            "'advisor {command} --help' toont wat erbij hoort",
            "'advisor {command} --help' shows what goes with it",
        ),
    ),
    "E-ID": (
        Text("niets in de catalogus heet '{name}'", "nothing in the catalogue is called '{name}'"),
        Text(
            "'advisor catalogue' toont wat er is",
            "'advisor catalogue' shows what there is",
        ),
    ),
    "E-ITEM": (
        Text("niets in een plan heet '{name}'", "nothing in a plan is called '{name}'"),
        Text(
            "'advisor catalogue' toont de soorten, de fundamenten en de vijf vragen",
            "'advisor catalogue' shows the types, the foundations and the five questions",
        ),
    ),
}

VALUES = {
    "--lang": Text("kies uit: nl, en", "choose from: nl, en"),
    "--jobs": Text("geef een heel getal van 1 tot 64", "give a whole number from 1 to 64"),
    "--schools": Text(
        "geef een heel getal van 1 tot 1000000", "give a whole number from 1 to 1000000"
    ),
}
"""What an option takes, as the remedy after a wrong value."""
