"""What the interview says besides the questions, in Dutch and in English."""

from __future__ import annotations

from advisor.texts import Text

# The start

FIRST_QUESTIONS = Text(
    "Welkom. Ik stel hoogstens {count} vragen over jullie school. Dat kost ongeveer tien minuten. "
    "Daarna staat er één plan.",
    "Welcome. I ask at most {count} questions about your school. That takes about ten minutes. "
    "Then you get one plan.",
)
ALL_QUESTIONS = Text(
    "Welkom. Ik stel alle vragen die bij jullie passen, van de {count} die er zijn. Daarna staat "
    "er één plan.",
    "Welcome. I ask all questions that fit your school, of the {count} there are. Then you get "
    "one plan.",
)
TOGETHER = Text(
    "Vul het liefst samen in, met twee of drie collega's. Kies mensen die elk iets anders zien: "
    "een mentor, iemand van de zorg, de schoolleider.",
    "If you can, fill it in together, with two or three colleagues. Choose people who each see "
    "something else: a tutor, someone from care, the head.",
)
MAY_BE_UNKNOWN = Text(
    "Iets niet weten mag. Ook dat is een antwoord.",
    "Not knowing something is fine. That is an answer too.",
)
STAYS_HERE = Text(
    "Alles blijft op deze computer. Na elk antwoord bewaar ik alles in deze map: {folder}",
    "Everything stays on this computer. After each answer I save it all in this folder: {folder}",
)
AROUND = Text(
    "Terug naar de vorige vraag: {back}. Stoppen: Ctrl-C. Later ga je verder waar je was.",
    "Back to the previous question: {back}. To stop: Ctrl-C. Later you go on where you were.",
)
HOW_START = Text("Hoe wil je beginnen?", "How do you want to start?")
BEGIN = Text("beginnen", "start")
BEGIN_ANEW = Text("opnieuw beginnen, met lege vragen", "start anew, with empty questions")
GO_ON = Text(
    "verder met {school}, bij vraag {number} van {total} ({file})",
    "go on with {school}, at question {number} of {total} ({file})",
)
OTHER_LANGUAGE = Text("continue in English", "verder in het Nederlands")
GOING_ON = Text(
    "We gaan verder met {school}. Je antwoorden staan in {file}.",
    "We go on with {school}. Your answers are in {file}.",
)
GO_ON_DONE = Text(
    "terug naar {school}: alle vragen zijn beantwoord ({file})",
    "back to {school}: all questions are answered ({file})",
)
GO_ON_START = Text(
    "verder met {school}, bij het begin ({file})", "go on with {school}, at the start ({file})"
)
FITS_NO_MORE = Text(
    "Dit staat in het bestand, maar past niet bij de vragen van nu. Het telt niet mee: {what}.",
    "This is in the file, but does not fit the questions of today. It does not count: {what}.",
)
SET_ASIDE = Text(
    "Het bestand zoals het was, bewaar ik als {file}. Hoort dit bij eigen kennis? Stop dan, en ga "
    "met dat bestand verder met --knowledge.",
    "I keep the file as it was as {file}. Is this of own knowledge? Then stop, and go on with that "
    "file and --knowledge.",
)
ROLE_HELP_ON = Text(
    "Een functie, geen naam. Ga je verder waar een collega stopte? Zet jouw functie erachter.",
    "A position, not a name. Do you go on where a colleague stopped? Put your position behind it.",
)
MAKING = Text("Ik maak het plan…", "I am making the plan…")
KEPT_IN = Text("Je antwoorden komen in {file}.", "Your answers go into {file}.")
SCHOOL = Text("Hoe heet de school?", "What is the name of the school?")
SCHOOL_NEEDED = Text("Zonder naam kan ik niets bewaren.", "Without a name I cannot save anything.")
ROLE = Text("Wat is jouw rol op school?", "What is your role at school?")
ROLE_HELP = Text(
    "Een functie, geen naam. Vullen jullie het samen in? Noem dan alle functies.",
    "A position, not a name. Do you fill it in together? Then name all positions.",
)
MAY_BE_EMPTY = Text("mag ook", "fine too")

# Where the answers are kept

EXISTS = Text("Het bestand {file} is er al.", "The file {file} exists already.")
OVERWRITE = Text("dat bestand vervangen", "replace that file")
OTHER_NAME = Text("bewaren als {file}", "save as {file}")
NOT_KEPT = Text(
    "Dit antwoord is nog niet bewaard. Wat wil je doen?",
    "This answer is not saved yet. What do you want to do?",
)
CHANGED_MEANWHILE = Text(
    "Iemand anders heeft {file} intussen veranderd.", "Somebody else has changed {file} meanwhile."
)
TRY_AGAIN = Text("nog eens proberen", "try again")
OTHER_FILE = Text("een ander bestand kiezen", "choose another file")
WHICH_FILE = Text("In welk bestand?", "In which file?")
NO_SUCH_FILE = Text("Zo'n bestand kan niet: {reason}.", "No such file can be: {reason}.")
NO_FILE_NAME = Text("Geef een naam voor het bestand.", "Give a name for the file.")

# A question

PLACE = Text(
    "{section} · {at} van {of} · vraag {number} van {total}",
    "{section} · {at} of {of} · question {number} of {total}",
)
ANSWERED = Text.same("{question}{colon} {answer}")
NOTHING = Text("(leeg)", "(empty)")
PERSONAL = Text(
    "In deze tekst staat zo te zien {what}. Het plan lezen straks meer mensen. Wat wil je doen?",
    "This text seems to hold {what}. More people will read the plan. What do you want to do?",
)
CHANGE_TEXT = Text("de tekst aanpassen", "change the text")
KEEP_TEXT = Text("zo laten staan", "leave it as it is")
NOT_NOW = Text("Wacht hiermee niet op een plan:", "Do not wait for a plan with this:")
THEN = Text("En dan?", "And then?")
ON = Text("verder met de vragen", "go on with the questions")
STOP_HERE = Text("hier stoppen; de antwoorden zijn bewaard", "stop here; the answers are saved")
TOO_LONG = Text("Hoogstens {most} tekens.", "At most {most} characters.")
NOT_A_NUMBER = Text(
    "Geef een getal van {least} tot en met {most}.", "Give a number from {least} to {most}."
)

# How to answer, with keys

BACK_WITH_KEYS = Text("pijltje naar links", "left arrow")
HOW_PICK = Text("↑ ↓ of een cijfer, dan Enter", "↑ ↓ or a number, then Enter")
HOW_PICK_LONG = Text(
    "{count} keuzes: blader met ↑ ↓ of typ om te zoeken, dan Enter",
    "{count} choices: move with ↑ ↓ or type to search, then Enter",
)
HOW_TICK = Text(
    "spatie of een cijfer: aan of uit, Enter: klaar",
    "space or a number: on or off, Enter: done",
)
HOW_TICK_LONG = Text(
    "{count} keuzes: blader met ↑ ↓ of typ om te zoeken · spatie: aan of uit, Enter: klaar",
    "{count} choices: move with ↑ ↓ or type to search · space: on or off, Enter: done",
)
AT_MOST = Text("hoogstens {most} · {how}", "at most {most} · {how}")
HOW_WRITE_ANY = Text("Enter: klaar · leeg: {meaning}", "Enter: done · empty: {meaning}")
HOW_WRITE = Text("Enter: klaar", "Enter: done")
BACK_WITH_KEY = Text("←:\N{NO-BREAK SPACE}terug", "←:\N{NO-BREAK SPACE}back")
BACK_IN_TEXT = Text("↑:\N{NO-BREAK SPACE}terug", "↑:\N{NO-BREAK SPACE}back")
HOW_WHY = Text("?:\N{NO-BREAK SPACE}waarom", "?:\N{NO-BREAK SPACE}why")
BECAUSE = Text("Waarom deze vraag? {why}", "Why this question? {why}")
CHOOSE = Text(
    "Kies met de spatiebalk. Niets past? Ga naar 'geen van deze' of 'dat weten we niet'.",
    "Select with the space bar. Nothing fits? Go to 'none of these' or 'we do not know'.",
)
TOO_MANY = Text("Kies er hoogstens {most}.", "Select at most {most}.")
NOT_FOUND = Text("Niets gevonden; dit is weer alles.", "Nothing found; this is everything again.")

# How to answer, with numbered lines

BACK_WITH_LINES = Text("typ <", "type <")
HOW_NUMBER = Text("Typ een nummer.", "Type a number.")
HOW_NUMBERS = Text(
    "Typ nummers met een spatie ertussen, zoals 1 3.",
    "Type numbers with a space between them, such as 1 3.",
)
NUMBERED = Text.same("{number}: {choice}")
HOW_LINE = Text("Typ een regel.", "Type a line.")
IF_EMPTY = Text("Leeg: {meaning}.", "Empty: {meaning}.")
KEEP = Text("Enter neemt {now}.", "Enter takes {now}.")
BACK_SIGN = Text("< is terug.", "< is back.")
WHY_SIGN = Text("? is waarom deze vraag.", "? is why this question.")
STANDS_THERE_FILLED = Text(
    "Nu staat er: {text}. Enter houdt dat.", "It says now: {text}. Enter keeps that."
)
STANDS_THERE = Text(
    "Nu staat er: {text}. Enter houdt dat; {empty} maakt leeg.",
    "It says now: {text}. Enter keeps that; {empty} makes it empty.",
)
UNDERSTOOD = Text("Genoteerd: {answer}.", "Noted: {answer}.")
NO_NUMBER = Text("Dat is geen keuze. Kies uit: {numbers}.", "That is no choice. Choose: {numbers}.")
NO_NUMBERS = Text(
    "Typ een of meer van deze nummers: {numbers}.", "Type one or more of these numbers: {numbers}."
)
ALONE = Text("'{choice}' gaat niet samen met iets anders.", "'{choice}' goes with nothing else.")

# Before the plan

ITEM = Text.same("  - {text}")
YOUR_ANSWERS = Text("Jullie antwoorden", "Your answers")
LOOKING = Text(
    "Ik kijk welke vragen nog kunnen uitmaken…", "I am checking which questions may still matter…"
)
MAY_MATTER = Text(
    "Deze vragen heb ik nog niet gesteld, en ze kunnen de keuze veranderen:",
    "I have not asked these questions yet, and they may change the choice:",
)
MATTERS_TOO = Text(
    "Dit weten jullie nog niet, en het kan de keuze ook veranderen. Vraag het na als dat kan:",
    "You do not know this yet, and it may change the choice too. Find out if you can:",
)
WHAT_NOW = Text("Wat wil je nu doen?", "What do you want to do now?")
DEEPEN = Text("deze {count} vragen beantwoorden", "answer these {count} questions")
DEEPEN_ONE = Text("deze vraag beantwoorden", "answer this question")
MAKE_PLAN = Text("het plan maken", "make the plan")
FINER = Text(
    "nog {count} vragen die het plan beter laten passen",
    "{count} more questions that make the plan fit better",
)
FINER_ONE = Text(
    "nog één vraag die het plan beter laat passen",
    "one more question that makes the plan fit better",
)
CHANGE = Text("een antwoord veranderen", "change an answer")
PAUSE = Text(
    "stoppen en later verdergaan, of een collega verder laten gaan",
    "stop and go on later, or let a colleague go on",
)
CHANGE_WHICH = Text("Welk antwoord wil je veranderen?", "Which answer do you want to change?")
APPEARED = Text("Door dit antwoord kwam erbij:", "Because of this answer, added:")
GONE = Text("Door dit antwoord vervalt:", "Because of this answer, dropped:")
TRIMMED = Text(
    "Hier telt een deel van het antwoord niet meer mee:",
    "Here part of the answer no longer counts:",
)

# After the page

FURTHER = Text("Wat wil je nu doen?", "What do you want to do now?")
SEE_PLAN = Text("het hele plan lezen", "read the whole plan")
SAVE_PLAN = Text("het plan bewaren als bestand", "save the plan as a file")
SAVE_AS = Text("Onder welke naam?", "Under which name?")
SAVE_KINDS = Text(
    "Het einde van de naam bepaalt de vorm: {suffixes}.",
    "The end of the name decides the form: {suffixes}.",
)
OTHER_KIND = Text(
    "Laat de naam eindigen op een van deze: {suffixes}.",
    "Let the name end in one of these: {suffixes}.",
)
FURTHER_DONE = Text("klaar", "done")
WHY = Text("waarom iets wel of niet in het plan staat", "why something is or is not in the plan")
WHAT_IF = Text("wat er verandert met een ander antwoord", "what changes with a different answer")
CHANGE_ANSWERS = Text("terug naar de antwoorden", "back to the answers")
WHICH_ITEM = Text("Over welk onderdeel?", "About which part?")
NOT_IN = Text("{item} (niet in het plan)", "{item} (not in the plan)")
WHICH_QUESTION = Text("Bij welke vraag?", "With which question?")
MORE = Text("ook: {option}", "also: {option}")
LESS = Text("niet: {option}", "not: {option}")
INSTEAD = Text("{option}, in plaats van: {out}", "{option}, instead of: {out}")
