"""The words around an entry of the catalogue, in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

KIND_NAMES = {
    "interventions": Text("soort", "type"),
    "foundations": Text("fundament", "foundation"),
    "implementation": Text("een van de vijf vragen", "one of the five questions"),
    "activities": Text("activiteit", "activity"),
    "needs": Text("behoefte", "need"),
    "forms": Text("vorm van een soort", "form of a type"),
    "programmes": Text("programma, als voorbeeld", "programme, as an example"),
    "instruments": Text("instrument om te meten", "instrument to measure with"),
    "figures": Text("landelijk cijfer", "national figure"),
    "places": Text("plek om verder te zoeken", "place to look further"),
    "partners": Text("partner", "partner"),
    "lasting": Text("toets of iets blijft", "lasting check"),
    "harms": Text("wat mis kan gaan", "what can go wrong"),
    "circumstances": Text("thuissituatie", "circumstance"),
    "themes": Text("thema", "theme"),
    "pairings": Text("twee soorten samen", "two types together"),
    "principles": Text("uitgangspunt van een plan", "principle of a plan"),
    "referrals": Text("verwijzing", "referral"),
    "sources": Text("bron", "source"),
}

LABELS = {
    "what": Text("Wat", "What"),
    "short": Text("In het kort", "In short"),
    "measures": Text("Wat het meet", "What it measures"),
    "status": Text("Hoe het ervoor staat", "How it stands"),
    "text": Text("Tekst", "Text"),
    "question": Text("Vraag", "Question"),
    "answer": Text("Antwoord", "Answer"),
    "cite": Text("Verwijzing", "Citation"),
    "about": Text("Wat het is", "What it is"),
    "link": Text("Link", "Link"),
    "read": Text("Gelezen", "Read"),
    "does": Text("Wat het doet", "What it does"),
    "does_not": Text("Wat het niet doet", "What it does not do"),
    "evidence": Text("Wat onderzoek zegt", "What research says"),
    "limits": Text("Hoever dat reikt", "How far that carries"),
    "grades": Text("Hoe sterk het onderzoek is", "How strong the research is"),
    "never_new": Text("Niet nieuw beginnen", "Not to be started"),
    "cautions": Text("Let op", "Take care"),
    "caution": Text("Let op", "Take care"),
    "safeguard": Text("Zo voorkom je het", "How to prevent it"),
    "forbids": Text("Kan daarom niet", "Therefore ruled out"),
    "whom": Text("Voor wie", "For whom"),
    "who": Text("Wie", "Who"),
    "tier": Text("Niveau", "Level"),
    "layers": Text("Lagen", "Layers"),
    "at_risk": Text(
        "Alleen met iemand die bevoegd is en een zorgroute",
        "Only with someone qualified and a care route",
    ),
    "requires": Text("Alleen samen met", "Only together with"),
    "load": Text("Tijd die het kost", "Time it takes"),
    "fits": Text("Helpt bij", "Helps with"),
    "look_first": Text("Kijk eerst op school zelf", "Look at the school itself first"),
    "change_yourself": Text("Zelf veranderen", "Change yourself"),
    "ask": Text("Vragen", "Ask"),
    "foundation": Text("Fundament", "Foundation"),
    "joins": Text("Hoort bij", "Belongs to"),
    "needs": Text("Bedoeld voor", "Meant for"),
    "now": Text("Nu", "Now"),
    "later": Text("Later", "Later"),
    "repair": Text("Herstel", "Repair"),
    "note": Text("Uitleg", "Explanation"),
    "first": Text("Soort", "Type"),
    "relation": Text("Verband", "Relation"),
    "second": Text("Samen met", "Together with"),
    "differs": Text("Anders dan bij andere soorten", "What differs from other types"),
    "first_step": Text("Eerste stap", "First step"),
    "upkeep": Text("Levend houden", "Keeping it alive"),
    "done": Text("Klaar als", "Done when"),
    "goal": Text("Doel", "Goal"),
    "indicator": Text("Zo zie je het", "How you see it"),
    "adjust": Text("Aanpassen of stoppen", "Adapt or stop"),
    "fair": Text("Gelijke kansen", "Equal opportunities"),
    "instrument": Text("Uit", "From"),
    "need": Text("Over", "About"),
    "embeds": Text("Nodig om vast te worden", "Needed to become fixed"),
    "data": Text("Gegevens", "Data"),
    "theme": Text("Thema", "Theme"),
    "themes": Text("Thema's", "Themes"),
    "pillars": Text("Pijlers", "Pillars"),
    "forms": Text("Vormen", "Forms"),
    "interventions": Text("Soorten", "Types"),
    "sectors": Text("Sectoren", "Sectors"),
    "ages": Text("Leeftijd", "Ages"),
    "level": Text("Erkenning", "Recognition"),
    "decided": Text("Besluit", "Decision"),
    "programmes": Text("Programma's als voorbeeld", "Programmes as examples"),
    "reviewed": Text("Laatst nagekeken", "Last reviewed"),
}
"""Fields of entries that are shown, in this order; the others serve the reasoning only."""

RELATIONS = {
    "requires": Text("heeft nodig", "requires"),
    "strengthens": Text("versterkt", "strengthens"),
    "unclear": Text("niet duidelijk", "not clear"),
    "caution": Text("voorzichtig", "caution"),
}
READ = {
    "abstract": Text("de samenvatting van het artikel", "the abstract"),
    "summary": Text("een samenvatting", "a summary"),
    "page": Text("de pagina", "the page"),
}

REFUSED = Text(
    "geweigerd, dus geen aanbeveling; controleer de actuele status",
    "refused, so no recommendation; check the current status",
)
NOT_RECOGNISED = Text("Niet erkend", "Not recognised")
REFUSED_PROGRAMME = Text("programma, niet erkend", "programme, not recognised")
PROGRAMME = Text(
    "{name}: {level}, {decided}; controleer de actuele status",
    "{name}: {level}, {decided}; check the current status",
)
NO_PROGRAMME = Text(
    "{name}: erkenning geweigerd, {decided}; controleer de actuele status",
    "{name}: recognition refused, {decided}; check the current status",
)
RECOGNISED = Text("{level}; controleer de actuele status", "{level}; check the current status")
GRADE = Text.same("{name}. {what}")
YES = Text("ja", "yes")
ESTIMATE = Text("ons eigen oordeel", "our own judgement")
PARTLY_ESTIMATE = Text("deels ons eigen oordeel", "partly our own judgement")
GUESS = Text(", ons eigen oordeel", ", our own judgement")
LESS_KNOWN = Text(", onderzoek hiervoor: {grade}", ", research on this: {grade}")
SOURCES = Text("Bronnen", "Sources")
OR = Text("of", "or")
EVIDENCE = Text("onderzoek: {grade}", "research: {grade}")
LINK = Text("{need} ({strength} verband{note})", "{need} ({strength} link{note})")
HOURS = Text(
    "coördinatie: {first} uur in het eerste jaar, daarna {later} per jaar",
    "coordination: {first} hours in the first year, then {later} a year",
)
HALF_DAYS = Text(
    "dagdelen scholing voor het team: {first} in het eerste jaar, daarna {later}",
    "half-days of training for the team: {first} in the first year, then {later}",
)
NONE = Text("geen", "none")
NO_LINK = Text("geen verband met een behoefte", "no link to a need")
LESSONS = Text("lessen per klas: {count} per jaar", "lessons a class: {count} a year")
NOTHING_EXTRA = Text("geen extra tijd", "no extra time")

MENU_TYPES = Text(
    "Soorten aanpak, sterkst onderbouwd eerst", "Types of approach, best evidenced first"
)
MENU_GRADES = Text(
    "Zo sterk kan het onderzoek zijn, van sterk naar beperkt:",
    "How strong the research can be, from strong to limited:",
)
MENU_QUESTIONS = Text("Vijf vragen over de uitvoering", "Five questions on carrying it out")
MENU_FOUNDATIONS = Text("Het fundament", "Foundations")
MENU_PLACES = Text("Plekken om verder te zoeken", "Places to look further")
MENU_MORE = Text(
    "Meer over een onderdeel: advisor catalogue ID", "More about one of them: advisor catalogue ID"
)
