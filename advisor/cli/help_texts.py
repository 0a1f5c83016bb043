"""The texts of `--help`: commands, their arguments and options, and its headings."""

from __future__ import annotations

from advisor.cli.command_texts import COMMANDS
from advisor.texts import Text

HELP = {
    **COMMANDS,
    "answers": Text(
        "Bestand met de antwoorden van een school: YAML, JSON, of een tabel (.xlsx of .csv) met "
        "een rij voor ieder die antwoordde. Mag vaker, voor ieder een. - leest wat een ander "
        "programma doorgeeft.",
        "File with the answers of a school: YAML, JSON, or a table (.xlsx or .csv) with a row for "
        "each person who answered. May be repeated, one for each. - reads what another program "
        "passes on.",
    ),
    "batch-sources": Text(
        "Waar de antwoorden staan: mappen, bestanden (YAML, JSON), tabellen (.xlsx of .csv) met "
        "een rij voor elke school of elke respondent, of regels JSON (.jsonl). - leest regels "
        "JSON die een ander programma doorgeeft.",
        "Where the answers are: folders, files (YAML, JSON), tables (.xlsx or .csv) with a row for "
        "each school or respondent, or lines of JSON (.jsonl). - reads lines of JSON that another "
        "program passes on.",
    ),
    "batch-sources-place": Text("BRONNEN...", "SOURCES..."),
    "out": Text(
        "De map voor de plannen, het overzicht (summary.csv en summary.xlsx) en het verslag voor "
        "het netwerk (network.md). Bestaat zij nog niet, dan wordt zij gemaakt.",
        "The folder for the plans, the summary (summary.csv and summary.xlsx) and the report for "
        "the network (network.md). It is made if it is not there yet.",
    ),
    "folder-place": Text("MAP", "FOLDER"),
    "batch-format": Text(
        "De vorm van de plannen: markdown (standaard), html, docx of json. Mag vaker.",
        "The form of the plans: markdown (the default), html, docx or json. May be repeated.",
    ),
    "batch-json": Text(
        "Geef elk plan als een regel JSON op standaarduitvoer.",
        "Give each plan as a line of JSON on standard output.",
    ),
    "map": Text(
        "Welke kolom voor welke vraag is. Bestaat dit bestand nog niet, dan wordt het gemaakt, om "
        "aan te passen.",
        "Which column is for which question. If this file is not there yet, it is made, for you to "
        "edit.",
    ),
    "no-annex": Text(
        "Laat de bijlage weg: alleen de pagina en het plan. Dat gaat veel sneller.",
        "Leave out the annex: only the page and the plan. That is much faster.",
    ),
    "jobs": Text(
        "Hoeveel plannen tegelijk gemaakt worden (1 tot 64). Het resultaat blijft hetzelfde.",
        "How many plans are made at the same time (1 to 64). The result stays the same.",
    ),
    "before": Text(
        "De school toen: een bestand met antwoorden (ook een tabel van één rij), of een plan in "
        "JSON; - leest wat een ander programma doorgeeft.",
        "The school then: a file with answers (a table of one row too), or a plan in JSON; - reads "
        "what another program passes on.",
    ),
    "after": Text(
        "De school nu: een bestand met antwoorden, of een plan in JSON.",
        "The school now: a file with answers, or a plan in JSON.",
    ),
    "before-place": Text("TOEN", "BEFORE"),
    "after-place": Text("NU", "AFTER"),
    "example": Text("Neem de ingebouwde voorbeeldschool.", "Use the built-in example school."),
    "output": Text(
        "Schrijf naar een bestand: .md (tekst), .html (papier en telefoon), "
        ".docx (Word) of .json (voor "
        "programma's). Mag vaker; - is het scherm.",
        "Write to a file: .md (text), .html (paper and phone), .docx (Word) or .json (for "
        "programs). May be "
        "repeated; - is the screen.",
    ),
    "form-output": Text(
        "Schrijf naar een bestand: .md (tekst), .html (om te printen), .csv of .xlsx (tabel). Mag "
        "vaker; - is het scherm.",
        "Write to a file: .md (text), .html (to print), .csv or .xlsx (table). May be repeated; - "
        "is the screen.",
    ),
    "format": Text(
        "Hoe het op het scherm komt: terminal, markdown, json of html; docx alleen in een pijp.",
        "How it is shown on screen: terminal, markdown, json or html; docx only into a pipe.",
    ),
    "knowledge": Text(
        "Map met eigen kennis, die op die van het programma komt: eigen programma's, vragen, "
        "regels. Mag vaker; de laatste wint.",
        "Folder with own knowledge, on top of that of the program: own programmes, questions, "
        "rules. May be repeated; the last one wins.",
    ),
    "json": Text("Geef JSON.", "Give JSON."),
    "lang": Text("Taal: nl of en.", "Language: nl or en."),
    "annex": Text(
        "Toon ook de bijlage op het scherm. In bestanden staat zij altijd.",
        "Show the annex on screen too. Files always have it.",
    ),
    "kit": Text(
        "Alleen voor het teamoverleg: agenda, besluiten, de vijf vragen, en een stukje voor MR, "
        "team en ouders.",
        "Only for the team meeting: agenda, decisions, the five questions, and a paragraph for "
        "council, team and parents.",
    ),
    "resume": Text(
        "Ga verder met een interview dat in dit bestand staat; daarna kun je elk antwoord nog "
        "veranderen.",
        "Go on with an interview that is in this file; after that you can still change any answer.",
    ),
    "full": Text(
        "Stel alle vragen, ook die alleen het plan beter laten passen.",
        "Ask all questions, also those that only make the plan fit better.",
    ),
    "plain": Text(
        "Vraag met genummerde regels en teken geen tabellen: voor een schermlezer of een "
        "eenvoudige terminal. Met ACCESSIBLE=1 gaat dat vanzelf.",
        "Ask with numbered lines and draw no tables: for a screen reader or a simple terminal. "
        "ACCESSIBLE=1 does this by itself.",
    ),
    "save": Text("Bewaar de antwoorden in dit bestand.", "Save the answers in this file."),
    "no-input": Text("Stel geen vragen.", "Ask no questions."),
    "quiet": Text("Alleen het resultaat en fouten.", "Only the result and errors."),
    "debug": Text(
        "Toon bij een fout ook waar in het programma die ontstond.",
        "For an error, show where in the program it arose too.",
    ),
    "help": Text("Toon deze uitleg.", "Show this help."),
    "usage": Text("Gebruik", "Usage"),
    "arguments": Text("Argumenten", "Arguments"),
    "options": Text("Opties", "Options"),
    "commands": Text("Opdrachten", "Commands"),
    "options-place": Text("[OPTIES]", "[OPTIONS]"),
    "subcommand": Text("OPDRACHT ...", "COMMAND ..."),
    "file-place": Text("BESTAND", "FILE"),
    "format-place": Text("VORM", "FORM"),
    "answers-place": Text("[ANTWOORDEN]...", "[ANSWERS]..."),
    "install_completion": Text(
        "Laat deze shell opdrachten aanvullen.", "Install completion for this shell."
    ),
    "show_completion": Text(
        "Toon de code voor het aanvullen in deze shell.",
        "Show the code for completion in this shell.",
    ),
    "id": Text("De id van een onderdeel, zoals anti-bullying.", "The id, such as anti-bullying."),
    "explain-id": Text(
        "De id van iets in een plan: een soort, een fundament, een activiteit of een van de vijf "
        "vragen.",
        "The id of something in a plan: a type, a foundation, an activity or one of the five "
        "questions.",
    ),
    "sources": Text("Toon de bronnen.", "Show the sources."),
    "schools": Text(
        "Op hoeveel bedachte scholen de beloften worden getest (1 tot 1000000).",
        "On how many generated schools the promises are tested (1 to 1000000).",
    ),
    "seed": Text(
        "Met welk getal de scholen worden bedacht; hetzelfde getal geeft dezelfde scholen.",
        "The number that schools are generated with; the same number gives the same schools.",
    ),
    "against": Text(
        "Vergelijk met een andere versie van de kennis: een map met catalogue/ en rules/, zoals "
        "een oudere checkout. Toont welke scholen een ander advies krijgen, en waarom.",
        "Compare with another version of the knowledge: a folder with catalogue/ and rules/, such "
        "as an older checkout. Shows which schools get other advice, and why.",
    ),
    "version": Text("Toon de versie.", "Show the version."),
}
