"""Messages about the answers of many schools: folders, lines of JSON, and maps of columns."""

from __future__ import annotations

from advisor.problems import Message

BATCH: dict[str, Message] = {
    "E-OUT-IS-SOURCE": Message.of(
        "uit deze map komen de antwoorden, dus de plannen kunnen er niet heen",
        "the answers come from this folder, so the plans cannot go there",
        "kies een andere map voor --out",
        "choose another folder for --out",
    ),
    "E-EMPTY-FOLDER": Message.of(
        "in deze map staan geen antwoorden",
        "there are no answers in this folder",
        "antwoorden staan in bestanden die eindigen op .yaml, .yml, .json, .jsonl, .csv of .xlsx",
        "answers are in files that end in .yaml, .yml, .json, .jsonl, .csv or .xlsx",
    ),
    "E-NO-MATCH": Message.of(
        "geen bestand met antwoorden past op dit patroon",
        "no file with answers matches this pattern",
        "kijk of het patroon klopt; ** staat voor alle mappen eronder",
        "see whether the pattern is right; ** stands for all folders below",
    ),
    "E-NO-SCHOOLS": Message.of(
        "geen kolom heeft de naam van de school",
        "no column has the name of the school",
        "zet boven die kolom: school, of schrijf op welke het is met: --map kolommen.yaml",
        "put above that column: school, or write down which it is with: --map columns.yaml",
    ),
    "E-OTHER-KIND": Message.of(
        "dit soort bestand leest advisor niet",
        "advisor does not read this kind of file",
        "open het en sla het op als Excel-werkmap (.xlsx) of als .csv",
        "open it and save it as an Excel workbook (.xlsx) or as .csv",
    ),
    "E-CHANGED": Message.of(
        "dit bestand veranderde terwijl advisor het las",
        "this file changed while advisor was reading it",
        "geef dezelfde opdracht nog eens als niemand er meer in werkt",
        "give the same command again once nobody works in it any more",
    ),
    "E-JSON": Message.of(
        "deze regel is geen JSON",
        "this line is no JSON",
        'op elke regel staan alle antwoorden van één school: {"school": …, "answers": …}',
        'each line has all the answers of one school: {"school": …, "answers": …}',
    ),
    "E-LONG-LINE": Message.of(
        "deze regel is langer dan {megabytes} MB",
        "this line is longer than {megabytes} MB",
        "zet elke school op een eigen regel",
        "put each school on a line of its own",
    ),
}
