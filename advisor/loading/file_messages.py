"""Messages about files and the values in them."""

from __future__ import annotations

from advisor.problems import Message

FILES: dict[str, Message] = {
    "E-NO-FILE": Message.of(
        "dit bestand is er niet",
        "there is no such file",
        "kijk of de naam klopt en of je in de goede map staat",
        "check the name and the folder you are in",
    ),
    "E-FOLDER": Message.of(
        "dit is een map, geen bestand",
        "this is a folder, not a file",
        "noem het bestand in de map",
        "name the file in the folder",
    ),
    "E-UNREADABLE": Message.of(
        "dit bestand kan niet gelezen worden",
        "this file cannot be read",
        "kijk of je het mag openen en of een ander programma het vasthoudt",
        "check that you may open it and that no other program holds it",
    ),
    "E-TOO-LARGE": Message.of(
        "dit bestand is groter dan {megabytes} MB",
        "this file is larger than {megabytes} MB",
        "een bestand met antwoorden of kennis is veel kleiner; is dit het goede bestand?",
        "a file with answers or knowledge is much smaller; is this the right file?",
    ),
    "E-ENCODING": Message.of(
        "dit bestand is niet als UTF-8 opgeslagen",
        "this file was not saved as UTF-8",
        "sla het opnieuw op en kies de codering UTF-8",
        "save it again and choose the encoding UTF-8",
    ),
    "E-BINARY": Message.of(
        "hier staan tekens die geen tekst zijn",
        "there are characters here that are not text",
        "geef een tekstbestand in YAML of JSON, of een tabel die eindigt op .csv of .xlsx",
        "give a text file in YAML or JSON, or a table that ends in .csv or .xlsx",
    ),
    "E-SUFFIX": Message.of(
        "de naam eindigt niet op .yaml, dus het bestand telt niet mee",
        "the name does not end in .yaml, so the file does not count",
        "geef het bestand een naam die eindigt op .yaml",
        "give the file a name that ends in .yaml",
    ),
    "E-EMPTY": Message.of(
        "er staat niets in",
        "there is nothing in it",
        "vul het bestand, of haal het weg; een bestand met antwoorden begint met 'advisor: 1'",
        "fill the file, or remove it; a file with answers starts with 'advisor: 1'",
    ),
    "E-MAPPING": Message.of(
        "dit zijn geen regels 'sleutel: waarde'",
        "these are not lines 'key: value'",
        "begin elke regel met een sleutel en een dubbele punt, zoals 'school: De Linde'",
        "start every line with a key and a colon, such as 'school: De Linde'",
    ),
    "E-YAML": Message.of(
        "{what}",
        "{what}",
        "verbeter deze regel, en kijk ook naar de regel erboven",
        "correct this line, and look at the line above it too",
    ),
    "E-DOCUMENTS": Message.of(
        "hier begint een tweede document",
        "a second document starts here",
        "zet elk document in een eigen bestand, of haal de regel '---' weg",
        "give each document a file of its own, or remove the line '---'",
    ),
    "E-DEEP": Message.of(
        "te diep genest",
        "nested too deep",
        "haal haakjes of lagen weg; hoogstens {most} lagen",
        "remove brackets or layers; {most} layers at most",
    ),
    "E-ANCHOR": Message.of(
        "verwijzingen met & en * kunnen niet; aantal in dit bestand: {count}",
        "references with & and * cannot be used; number in this file: {count}",
        "schrijf de waarde voluit; zet een tekst die zo begint tussen aanhalingstekens",
        "write the value out; put a text that starts so between quotation marks",
    ),
    "E-TAG": Message.of(
        "labels met ! kunnen hier niet",
        "tags with ! cannot be used here",
        "haal het label weg; zet een tekst die met ! begint tussen aanhalingstekens",
        "remove the tag; put a text that starts with ! between quotation marks",
    ),
    "E-KEY": Message.of(
        "een sleutel moet een woord zijn",
        "a key must be a word",
        "zet één woord voor de dubbele punt",
        "put one word before the colon",
    ),
    "E-TWICE": Message.of(
        "'{key}' staat hier voor de tweede keer; eerder op regel {line}",
        "'{key}' stands here for the second time; first on line {line}",
        "haal een van de twee weg",
        "remove one of the two",
    ),
}

VALUES: dict[str, Message] = {
    "E-UNKNOWN-KEY": Message.of(
        "onbekende sleutel '{key}'",
        "unknown key '{key}'",
        "hier kan staan: {known}",
        "what can stand here: {known}",
    ),
    "E-MISSING-KEY": Message.of(
        "'{key}' ontbreekt",
        "'{key}' is missing",
        "voeg '{key}:' toe, met de waarde erachter",
        "add '{key}:' with its value",
    ),
    "E-TYPE": Message.of(
        "hier hoort {expected}",
        "this should be {expected}",
        "vervang wat hier staat door {expected}",
        "replace what stands here with {expected}",
    ),
    "E-LANGUAGE": Message.of(
        "de tekst in '{lang}' ontbreekt of is leeg",
        "the text in '{lang}' is missing or empty",
        "schrijf elke tekst in beide talen: nl en en",
        "write every text in both languages: nl and en",
    ),
    "E-PLACEHOLDER": Message.of(
        "de plekken tussen accolades verschillen tussen nl en en: {names}",
        "the places between braces differ between nl and en: {names}",
        "zet dezelfde woorden tussen accolades in beide talen",
        "put the same words between braces in both languages",
    ),
    "E-CHOICE": Message.of(
        "'{value}' kan hier niet",
        "'{value}' cannot stand here",
        "kies uit: {known}",
        "choose from: {known}",
    ),
    "E-ID": Message.of(
        "'{value}' kan geen id zijn",
        "'{value}' cannot be an id",
        "gebruik kleine letters en streepjes, te beginnen met een letter, zoals 'fixed-hour'",
        "use lower-case letters and dashes, starting with a letter, such as 'fixed-hour'",
    ),
    "E-RISING": Message.of(
        "de waarden lopen niet op",
        "the values do not rise",
        "zet ze van klein naar groot",
        "put them from small to large",
    ),
    "E-SOURCES": Message.of(
        "een bron ontbreekt",
        "a source is missing",
        "noem een id uit de bronnen, of 'estimate' voor een eigen oordeel",
        "name an id from the sources, or 'estimate' for our own judgement",
    ),
}
