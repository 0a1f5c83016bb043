"""What the lints say: `L-` is something wrong, `S-` a sign to look at something again."""

from __future__ import annotations

from advisor.problems import Message

MESSAGES: dict[str, Message] = {
    "L-NEVER": Message.of(
        "'{key}' van {kind} '{id}' kan nooit waar zijn, wat een school ook antwoordt",
        "'{key}' of {kind} '{id}' can never hold, whatever a school answers",
        "kijk welke delen elkaar uitsluiten, of haal dit weg",
        "see which parts exclude each other, or remove it",
    ),
    "L-ALWAYS": Message.of(
        "'{key}' van {kind} '{id}' is altijd waar, wat een school ook antwoordt",
        "'{key}' of {kind} '{id}' always holds, whatever a school answers",
        "maak de voorwaarde smaller; is een regel voor elke school bedoeld, zeg dan "
        "'every_school: true'",
        "narrow the condition; if a rule is meant for every school, say 'every_school: true'",
    ),
    "L-NOT-EVERY": Message.of(
        "regel '{id}' is voor elke school bedoeld, maar geldt niet altijd",
        "rule '{id}' is meant for every school, but does not always hold",
        "noem elk antwoord dat kan, ook 'unknown: true', of haal 'every_school' weg",
        "name every answer that is possible, 'unknown: true' too, or remove 'every_school'",
    ),
    "L-PART": Message.of(
        "dit deel doet niets: {part}",
        "this part does nothing: {part}",
        "haal het weg, of maak het anders dan wat ernaast staat",
        "remove it, or make it differ from what stands beside it",
    ),
    "L-IMPLIED": Message.of(
        "regel '{id}' voegt niets toe: waar zij geldt, geldt '{other}' ({where}) ook, "
        "met hetzelfde gevolg",
        "rule '{id}' adds nothing: where it holds, '{other}' ({where}) holds too, "
        "with the same consequence",
        "haal een van beide weg, of maak de voorwaarde smaller",
        "remove either of them, or narrow the condition",
    ),
    "L-SHADOW": Message.of(
        "'{key}' van {kind} '{id}' beslist nooit: '{other}' ({where}) gaat altijd voor",
        "'{key}' of {kind} '{id}' never decides: '{other}' ({where}) always goes first",
        "maak '{other}' smaller, of '{id}' ruimer",
        "narrow '{other}', or widen '{id}'",
    ),
    "L-CONTRADICT": Message.of(
        "regels '{id}' en '{other}' ({where}) kunnen tegelijk gelden en spreken elkaar tegen: "
        "{what}",
        "rules '{id}' and '{other}' ({where}) can hold together and contradict each other: {what}",
        "maak een van beide voorwaarden smaller",
        "narrow either condition",
    ),
    "L-SOURCE": Message.of(
        "bron '{id}' wordt nergens gebruikt",
        "source '{id}' is used nowhere",
        "noem haar bij wat erop steunt, of haal haar weg",
        "name it with what rests on it, or remove it",
    ),
    "L-UNUSED": Message.of(
        "{kind} '{id}' wordt nergens genoemd",
        "{kind} '{id}' is named nowhere",
        "noem deze id waar hij hoort, of haal dit weg",
        "name this id where it belongs, or remove the entry",
    ),
    "L-QUESTION": Message.of(
        "vraag '{id}' heeft nergens invloed op: geen enkele voorwaarde kijkt ernaar",
        "question '{id}' influences nothing: no condition looks at it",
        "gebruik het antwoord in een voorwaarde, of stel de vraag niet",
        "use the answer in a condition, or do not ask the question",
    ),
    "L-NEED": Message.of(
        "behoefte '{id}' blijft in {age} altijd open, en niets noemt haar dan",
        "need '{id}' always stays open in {age}, and nothing names it then",
        "geef een vorm of fundament dat haar dient, of een regel of partner die er raad mee weet",
        "give a form or a foundation that serves it, or a rule or a partner that is there for it",
    ),
    "L-LEVEL": Message.of(
        "bij sommige antwoorden geeft geen regel een zwaarte aan '{id}', zoals bij: {answers}",
        "with some answers no rule gives '{id}' a level, such as with: {answers}",
        "voeg een regel met 'set' toe; zonder regel telt de behoefte als afwezig",
        "add a rule with 'set'; without one the need counts as absent",
    ),
    "L-GAP": Message.of(
        "bij sommige antwoorden heeft vraag '{id}' geen enkele actie, zoals bij: {answers}",
        "with some answers question '{id}' has no action at all, such as with: {answers}",
        "voeg een regel met 'action' voor deze antwoorden toe",
        "add a rule with 'action' for these answers",
    ),
    "L-EXCLUDED": Message.of(
        "vorm '{id}' kan in geen enkel plan komen: regel '{other}' ({where}) sluit haar altijd uit",
        "form '{id}' can be in no plan: rule '{other}' ({where}) always excludes it",
        "maak die regel smaller, of schrijf 'never_new' met de reden",
        "narrow that rule, or write 'never_new' with the reason",
    ),
    "L-AT-RISK": Message.of(
        "vorm '{id}' is niet voor alle leerlingen, maar heeft geen 'at_risk: true'",
        "form '{id}' is not for all pupils, but has no 'at_risk: true'",
        "voeg 'at_risk: true' toe, zodat zij op een bevoegd iemand en een zorgroute wacht",
        "add 'at_risk: true', so that it waits for someone qualified and a care route",
    ),
    "L-SERVES": Message.of(
        "vorm '{id}' dient geen enkele behoefte, maar mag wel beginnen",
        "form '{id}' serves no need at all, but may start",
        "noem onder 'serves' waar zij bij helpt, of schrijf 'never_new' met de reden",
        "name under 'serves' what it helps with, or write 'never_new' with the reason",
    ),
    "L-RISING": Message.of(
        "in '{id}' telt wat zwaarder of sterker is, of meer vraagt, voor minder",
        "in '{id}' what is heavier or stronger, or asks more, counts for less",
        "laat de getallen oplopen: licht naar zwaar, zwak naar sterk, vast naar eenmalig",
        "let the numbers rise: mild to serious, weak to strong, embedded to one-off",
    ),
    "L-FORM": Message.of(
        "vorm '{id}' komt in geen van {tried} plannen, ook niet in die ervoor bedacht zijn",
        "form '{id}' is in none of {tried} plans, not even in those made for it",
        "kijk naar 'fits', 'requires' en wat zij vraagt, of schrijf 'never_new' met de reden",
        "look at 'fits', 'requires' and what it asks, or write 'never_new' with the reason",
    ),
    "L-STARTS": Message.of(
        "vorm '{id}' heeft 'never_new', maar begint wel in een plan",
        "form '{id}' has 'never_new', but starts in a plan",
        "haal 'never_new' weg, of kijk waarom de keuze haar toelaat",
        "remove 'never_new', or see why the choice lets it in",
    ),
    "L-SHOWN": Message.of(
        "{kind} '{id}' staat in geen van {tried} plannen, ook niet in die ervoor bedacht zijn",
        "{kind} '{id}' is shown in none of {tried} plans, not even in those made for it",
        "kijk wat er altijd voor gaat of wat er ontbreekt, of haal dit weg",
        "see what always goes first or what is missing, or remove it",
    ),
    "L-DECIDED": Message.of(
        "een plan zou verbergen hoe oud dit besluit is: 'decided' noemt het jaar {year} niet",
        "a plan would hide how old this decision is: 'decided' does not name the year {year}",
        "noem het jaar in beide talen, of pas 'decided_in' aan",
        "name the year in both languages, or change 'decided_in'",
    ),
    "S-STARTS": Message.of(
        "vorm '{id}' begint in geen van {tried} plannen; zij blijft alleen waar zij al loopt",
        "form '{id}' starts in none of {tried} plans; it only stays where it runs already",
        "is dat zo bedoeld, schrijf dan 'never_new' met de reden; kijk anders naar 'serves'",
        "if that is meant, write 'never_new' with the reason; else look at 'serves'",
    ),
    "S-REVIEW": Message.of(
        "{kind} '{id}' is op {day} voor het laatst nagekeken, meer dan {years} jaar geleden",
        "{kind} '{id}' was last reviewed on {day}, more than {years} years ago",
        "leg de teksten naast de bronnen en zet er een nieuwe dag bij",
        "hold the texts against their sources and give a new day",
    ),
    "S-RECOGNITION": Message.of(
        "het besluit over programma '{id}' is van {year}, meer dan {years} jaar geleden",
        "the decision on programme '{id}' is from {year}, more than {years} years ago",
        "kijk of er een nieuwer besluit is; het plan zegt van wanneer dit is",
        "see whether there is a newer decision; the plan says when this was",
    ),
}
