"""What each command does, as its `--help` tells it, with examples; in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

COMMANDS = {
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
        "  advisor batch scholen.xlsx --out plannen  een plan voor elke school in een tabel\n"
        "  advisor compare toen.yaml nu.yaml        wat er veranderde, en waardoor\n"
        "  advisor catalogue anti-bullying          wat we van één soort weten\n\n"
        "Alles blijft op deze computer.",
        "\b\nExamples:\n"
        "  advisor analyse                          answer questions, then the plan\n"
        "  advisor analyse --example                the plan of the example school\n"
        "  advisor analyse school.yaml -o plan.md   from file to file\n"
        "  advisor analyse a.yaml b.yaml c.yaml     what three people answered, in one plan\n"
        "  advisor batch schools.xlsx --out plans   a plan for each school in a table\n"
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
    "batch": Text(
        "Maak het plan van veel scholen tegelijk.\n\n"
        "Van elke school een plan, een overzicht voor Excel, en een verslag voor bestuur of "
        "netwerk: wat scholen delen en wat zij van elkaar kunnen leren. Een fout bij de ene school "
        "houdt de andere niet tegen.",
        "Make the plans of many schools at once.\n\n"
        "A plan for each school, a summary for Excel, and a report for a board or network: what "
        "schools have in common and what they can learn from each other. A mistake in one school "
        "does not stop the others.",
    ),
    "batch.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor batch scholen.xlsx --out plannen\n"
        "  advisor batch antwoorden/ --out plannen --format html --format docx\n"
        "  advisor batch export.csv --out plannen --map kolommen.yaml\n"
        "  advisor batch 'po/*.yaml' vo.csv --out plannen --jobs 4\n"
        "  cat scholen.jsonl | advisor batch - --json > plannen.jsonl",
        "\b\nExamples:\n"
        "  advisor batch schools.xlsx --out plans\n"
        "  advisor batch answers/ --out plans --format html --format docx\n"
        "  advisor batch export.csv --out plans --map columns.yaml\n"
        "  advisor batch 'po/*.yaml' vo.csv --out plans --jobs 4\n"
        "  cat schools.jsonl | advisor batch - --json > plans.jsonl",
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
        "\b\nVoorbeelden:\n"
        "  advisor check\n"
        "  advisor check --schools 200\n"
        "  advisor check --json\n"
        "  advisor check --knowledge eigen-kennis\n"
        "  advisor check --against ../vorige-versie > wat-verandert.md",
        "\b\nExamples:\n"
        "  advisor check\n"
        "  advisor check --schools 200\n"
        "  advisor check --json\n"
        "  advisor check --knowledge own-knowledge\n"
        "  advisor check --against ../last-version > what-changes.md",
    ),
}
