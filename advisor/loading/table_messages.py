"""Messages about tables with answers: CSV and Excel."""

from __future__ import annotations

from advisor.problems import Message

TABLES: dict[str, Message] = {
    "E-OLD-EXCEL": Message.of(
        "dit is een oud Excel-bestand (.xls), ook al eindigt de naam op .xlsx",
        "this is an old Excel file (.xls), although its name ends in .xlsx",
        "open het en sla het op als Excel-werkmap (.xlsx)",
        "open it and save it as an Excel workbook (.xlsx)",
    ),
    "E-PASSWORD": Message.of(
        "dit bestand is beveiligd met een wachtwoord",
        "this file is protected with a password",
        "open het, haal het wachtwoord eraf en sla het opnieuw op",
        "open it, take the password off and save it again",
    ),
    "E-NOT-EXCEL": Message.of(
        "dit is geen Excel-bestand, ook al eindigt de naam op .xlsx",
        "this is not an Excel file, although its name ends in .xlsx",
        "open het in Excel of LibreOffice en sla het op als .xlsx; is het platte tekst, noem het"
        " dan .csv",
        "open it in Excel or LibreOffice and save it as .xlsx; if it is plain text, call it .csv",
    ),
    "E-DAMAGED": Message.of(
        "dit Excel-bestand is beschadigd",
        "this Excel file is damaged",
        "open het in Excel of LibreOffice en sla het opnieuw op, of haal een nieuwe kopie",
        "open it in Excel or LibreOffice and save it again, or get a new copy",
    ),
    "E-CSV": Message.of(
        "dit is geen tabel in tekst, ook al eindigt de naam op .csv",
        "this is not a table in text, although its name ends in .csv",
        "open het in Excel of LibreOffice en sla het op als CSV (UTF-8)",
        "open it in Excel or LibreOffice and save it as CSV (UTF-8)",
    ),
    "E-QUOTE": Message.of(
        "in deze rij staat een aanhalingsteken te veel of te weinig",
        "this row has a quotation mark too many or too few",
        "een cel die met een aanhalingsteken begint, eindigt er ook mee; schrijf er binnenin twee",
        "a cell that begins with a quotation mark ends with one too; inside it, write two",
    ),
    "E-SHEET-SIZE": Message.of(
        "dit blad is te groot: {rows} rijen en {columns} kolommen",
        "this sheet is too large: {rows} rows and {columns} columns",
        "zoek cellen ver naar rechts of ver naar beneden en maak ze leeg",
        "look for cells far to the right or far down and empty them",
    ),
    "E-HEADER": Message.of(
        "er is geen rij met de namen van de vragen",
        "there is no row with the names of the questions",
        "'advisor form -o form.xlsx' maakt een tabel waarin die rij bovenaan staat; 'advisor batch"
        " … --map kolommen.yaml' laat je opschrijven welke kolom voor welke vraag is",
        "'advisor form -o form.xlsx' makes a table that has that row on top; 'advisor batch …"
        " --map columns.yaml' lets you write down which column is for which question",
    ),
    "E-NO-ROWS": Message.of(
        "er is nog geen rij ingevuld",
        "no row is filled in yet",
        "vul onder de namen van de vragen een rij in: een rij voor elke school of respondent",
        "fill in a row below the names of the questions: a row for each school or respondent",
    ),
    "E-SHEETS": Message.of(
        "meer dan een blad heeft antwoorden: {names}",
        "more than one sheet has answers: {names}",
        "zet alle rijen op één blad, of haal de andere bladen weg",
        "put all rows on one sheet, or remove the other sheets",
    ),
    "E-COLUMN-TWICE": Message.of(
        "twee kolommen zijn voor '{key}': {first} en {second}",
        "two columns are for '{key}': {first} and {second}",
        "haal een van de twee weg",
        "remove one of the two",
    ),
    "E-TICK": Message.of(
        "'{value}' is geen ja en geen nee",
        "'{value}' is neither yes nor no",
        "schrijf ja of nee, of maak de cel leeg als het niet bekend is",
        "write yes or no, or empty the cell when it is not known",
    ),
    "E-ALONE": Message.of(
        "dit is aangekruist naast andere keuzes bij '{id}'",
        "this is ticked beside other choices at '{id}'",
        "maak deze cel leeg, of de cellen van de andere keuzes",
        "empty this cell, or the cells of the other choices",
    ),
    "E-FORMULA": Message.of(
        "in deze cel staat een formule zonder uitkomst, of een foutwaarde",
        "this cell holds a formula without a result, or an error value",
        "typ het antwoord in de cel, of open het bestand in Excel en sla het opnieuw op",
        "type the answer in the cell, or open the file in Excel and save it again",
    ),
    "E-SCHOOLS": Message.of(
        "hier staan antwoorden van meer dan één school: {names}",
        "there are answers of more than one school here: {names}",
        "dit gaat over één school tegelijk: laat alleen de rijen van één school staan, en schrijf"
        " haar naam overal hetzelfde",
        "this is about one school at a time: keep only the rows of one school, and write its name"
        " the same everywhere",
    ),
    "E-ROWS": Message.of(
        "hier staan {count} ingevulde rijen; vergelijken gaat met één rij",
        "there are {count} rows with answers here; comparing takes one row",
        "laat één rij staan, of maak eerst een plan van alle rijen: advisor analyse {file} -o"
        " plan.json",
        "keep one row, or first make a plan of all rows: advisor analyse {file} -o plan.json",
    ),
    "E-COLUMN": Message.of(
        "een kolom kan niet voor '{value}' zijn",
        "a column cannot be for '{value}'",
        "schrijf de id van een vraag, vraag/optie voor een kolom met één keuze, of een van:"
        " {known}",
        "write the id of a question, question/option for a column with one choice, or one of:"
        " {known}",
    ),
    "E-COLUMN-OPTION": Message.of(
        "'{value}' is geen keuze van '{id}' die een eigen kolom heeft",
        "'{value}' is no choice of '{id}' that has a column of its own",
        "'advisor form -o form.xlsx' maakt een tabel met alle keuzes en hun ids; vraag/optie kan"
        " alleen bij een vraag waar meer keuzes mogen",
        "'advisor form -o form.xlsx' makes a table with all choices and their ids; question/option"
        " is only for a question that takes several choices",
    ),
    "E-PERSONAL": Message.of(
        "de kolom '{name}' wijst naar een persoon en wordt niet gelezen",
        "the column '{name}' points to a person and is not read",
        "schrijf erachter: ignore; wie antwoordde is een rol, zoals mentor, en geen naam",
        "write behind it: ignore; who answered is a role, such as tutor, and no name",
    ),
}
