"""The texts of `--help`, in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

HELP = {
    "app": Text(
        "Van wat je op school ziet naar één plan dat de hele school kan dragen.",
        "From what you see at school to one plan that the whole school can carry.",
    ),
    "app.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor analyse                          vragen beantwoorden, dan het plan\n"
        "  advisor analyse --example                het plan van de voorbeeldschool\n"
        "  advisor analyse school.yaml -o plan.md   van bestand naar bestand\n"
        "  advisor analyse a.yaml b.yaml c.yaml     wat drie mensen antwoordden, in één plan\n"
        "  advisor compare toen.yaml nu.yaml        wat er veranderde, en waardoor\n"
        "  advisor catalogue anti-bullying          wat we van één soort weten\n\n"
        "Alles blijft op deze computer.",
        "\b\nExamples:\n"
        "  advisor analyse                          answer questions, then the plan\n"
        "  advisor analyse --example                the plan of the example school\n"
        "  advisor analyse school.yaml -o plan.md   from file to file\n"
        "  advisor analyse a.yaml b.yaml c.yaml     what three people answered, in one plan\n"
        "  advisor compare then.yaml now.yaml       what changed, and why\n"
        "  advisor catalogue anti-bullying          what we know of one type\n\n"
        "Everything stays on this computer.",
    ),
    "analyse": Text(
        "Maak het plan van een school.\n\n"
        "Zonder bestand stelt advisor je eerst de vragen (ongeveer tien minuten). Vulden meer "
        "mensen van één school de vragen in, geef dan van ieder een bestand. Het plan zegt waar "
        "zij verschillen en of dat uitmaakt.",
        "Make the plan of a school.\n\n"
        "Without a file, advisor asks you the questions first (about ten minutes). If several "
        "people of one school answered, give a file for each. The plan says where they differ and "
        "whether that matters.",
    ),
    "analyse.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor analyse\n"
        "  advisor analyse --resume de-linde-answers.yaml\n"
        "  advisor analyse school.yaml\n"
        "  advisor analyse school.yaml -o plan.md -o plan.json\n"
        "  advisor analyse coordinator.yaml mentor.yaml head.yaml -o plan.md\n"
        "  advisor analyse form.xlsx -o plan.html\n"
        "  advisor analyse school.yaml --kit -o overleg.md\n"
        "  advisor analyse --example --lang en --annex\n"
        "  cat school.yaml | advisor analyse - --json",
        "\b\nExamples:\n"
        "  advisor analyse\n"
        "  advisor analyse --resume de-linde-answers.yaml\n"
        "  advisor analyse school.yaml\n"
        "  advisor analyse school.yaml -o plan.md -o plan.json\n"
        "  advisor analyse coordinator.yaml mentor.yaml head.yaml -o plan.md\n"
        "  advisor analyse form.xlsx -o plan.html\n"
        "  advisor analyse school.yaml --kit -o meeting.md\n"
        "  advisor analyse --example --lang nl --annex\n"
        "  cat school.yaml | advisor analyse - --json",
    ),
    "form": Text(
        "Maak de lege vragenlijst.\n\n"
        "Op papier vul je hem samen in. In een tabel krijgt elke school of collega een rij; "
        "'advisor analyse' leest de rijen van één school.",
        "Make the blank questionnaire.\n\n"
        "On paper you fill it in together. In a table every school or colleague gets a row; "
        "'advisor analyse' reads the rows of one school.",
    ),
    "form.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor form                             in tekst, op het scherm\n"
        "  advisor form -o form.html                om te printen\n"
        "  advisor form -o form.xlsx                om in te vullen in Excel\n"
        "  advisor form -o form.csv                 voor een ander programma\n"
        "  advisor analyse form.xlsx -o plan.md     van de ingevulde tabel naar het plan",
        "\b\nExamples:\n"
        "  advisor form                             as text, on screen\n"
        "  advisor form -o form.html                to print\n"
        "  advisor form -o form.xlsx                to fill in with Excel\n"
        "  advisor form -o form.csv                 for another program\n"
        "  advisor analyse form.xlsx -o plan.md     from the table, filled in, to the plan",
    ),
    "explain": Text(
        "Leg uit waarom iets in het plan van een school staat, of juist niet.\n\n"
        "Ook: hoe vast het staat, en welk ander antwoord het zou omdraaien.",
        "Explain why something is in the plan of a school, or why it is not.\n\n"
        "Also: how firm it is, and which other answer would turn it.",
    ),
    "explain.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor explain mindfulness school.yaml\n"
        "  advisor explain coordination --example\n"
        "  advisor explain anti-bullying school.yaml -o waarom.md",
        "\b\nExamples:\n"
        "  advisor explain mindfulness school.yaml\n"
        "  advisor explain coordination --example\n"
        "  advisor explain anti-bullying school.yaml -o why.md",
    ),
    "compare": Text(
        "Vergelijk een school toen en nu.\n\n"
        "Wat is er uitgevoerd? Wat zien jullie nu, wat loopt er, en wat verandert er aan het "
        "advies: door jullie antwoorden of door de kennis?",
        "Compare a school then and now.\n\n"
        "What was carried out? What do you see now, what runs, and how does the advice change: "
        "because of your answers or because of the knowledge?",
    ),
    "compare.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor compare vorig-jaar.yaml dit-jaar.yaml\n"
        "  advisor compare plan-2026.json dit-jaar.yaml -o terugblik.md\n"
        "  advisor compare plan-2026.json plan-2027.json --json\n\n"
        "\b\nBewaar elk jaar een plan, dan weet je later ook wat het advies toen was:\n"
        "  advisor analyse school.yaml -o plan-2026.json",
        "\b\nExamples:\n"
        "  advisor compare last-year.yaml this-year.yaml\n"
        "  advisor compare plan-2026.json this-year.yaml -o review.md\n"
        "  advisor compare plan-2026.json plan-2027.json --json\n\n"
        "\b\nKeep a plan every year, so that you later also know what the advice was then:\n"
        "  advisor analyse school.yaml -o plan-2026.json",
    ),
    "catalogue": Text(
        "Toon wat advisor weet.\n\n"
        "Zonder ID: soorten aanpak, vijf vragen over de uitvoering, het fundament en plekken om "
        "verder te zoeken.",
        "Show what advisor knows.\n\n"
        "Without ID: types of approach, five questions on carrying it out, foundations and places "
        "to look further.",
    ),
    "catalogue.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor catalogue\n"
        "  advisor catalogue anti-bullying --sources\n"
        "  advisor catalogue care-route --json",
        "\b\nExamples:\n"
        "  advisor catalogue\n"
        "  advisor catalogue anti-bullying --sources\n"
        "  advisor catalogue care-route --json",
    ),
    "check": Text(
        "Controleer de kennis en de beloften.\n\n"
        "Leest de catalogus en de regels na, draait de scenario's en test de beloften op "
        "bedachte scholen.",
        "Check the knowledge and the promises.\n\n"
        "Lints the catalogue and the rules, runs the scenarios and tests the promises on "
        "generated schools.",
    ),
    "check.after": Text(
        "\b\nVoorbeelden:\n  advisor check\n  advisor check --schools 200\n  advisor check --json",
        "\b\nExamples:\n  advisor check\n  advisor check --schools 200\n  advisor check --json",
    ),
    "answers": Text(
        "Bestand met de antwoorden van een school: YAML, JSON, of een tabel (.xlsx of .csv) met "
        "een rij voor ieder die antwoordde. Mag vaker, voor ieder een. - leest wat een ander "
        "programma doorgeeft.",
        "File with the answers of a school: YAML, JSON, or a table (.xlsx or .csv) with a row for "
        "each person who answered. May be repeated, one for each. - reads what another program "
        "passes on.",
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
    "version": Text("Toon de versie.", "Show the version."),
}
