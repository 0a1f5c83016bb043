"""Holds an interview from the start card to the last answer, and keeps every answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from advisor.interview import words
from advisor.interview.prompts import (
    BACK,
    ask_choice,
    ask_line,
    ask_screen,
    ask_yes_no,
    show,
)
from advisor.interview.saving import file_name, write_answers
from advisor.interview.session import Screen, Session
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import NONE_OF_THESE, Answer, Answers, Measures, Pass
from advisor.texts import Lang
from advisor.writing import check_writable


class Stopped(Exception):
    """Somebody stopped the interview; `path` is where the answers are, if any were kept."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview in one language, for one school, kept in one file."""

    lang: Lang
    school: str
    respondent: str | None
    date: dt.date
    path: Path

    def answers(self, session: Session) -> Answers:
        """What was said so far."""
        said = session.answers(self.school)
        return replace(said, respondent=self.respondent, date=self.date)

    def keep(self, session: Session) -> None:
        """Save what was said so far."""
        write_answers(self.path, self.answers(session), session.values)


class _Interview:
    """Who is asking what, where it is kept, and whether anything was kept yet."""

    def __init__(self, knowledge: Knowledge, lang: Lang, today: dt.date, save: Path | None) -> None:
        self.knowledge = knowledge
        self.lang = lang
        self.today = today
        self.save = save
        self.kept: Path | None = None

    def begin(self, before: Sitting | None = None) -> Sitting:
        """The start card; when somebody comes back to it, with what was said before."""
        school = ask_line(
            words.SCHOOL, self.lang, words.SCHOOL_NEEDED, before.school if before else ""
        )
        role = ask_line(words.ROLE, self.lang, before=(before and before.respondent) or "")
        wanted = self.save or Path(file_name(school))
        if before is not None and (self.save is not None or before.school == school):
            path = before.path
        else:
            path = _choose_path(wanted, self.lang)
            check_writable(path)
            show(words.KEPT_IN.fill(file=str(path)).say(self.lang))
        return Sitting(self.lang, school, role or None, self.today, path)

    def again(self, sitting: Sitting, session: Session) -> Sitting:
        """The start card once more; answers that were kept move to the file of the new name."""
        changed = self.begin(sitting)
        if self.kept is not None:
            self.keep(changed, session)
        return changed

    def keep(self, sitting: Sitting, session: Session) -> None:
        """Save, and leave no copy under an earlier name of the school."""
        sitting.keep(session)
        if self.kept is not None and self.kept != sitting.path:
            self.kept.unlink(missing_ok=True)
        self.kept = sitting.path

    def ask_all(self, session: Session, sitting: Sitting) -> tuple[Session, Sitting]:
        """Put every question of the passes; back at the first one is back to the start card."""
        while (screen := session.screen) is not None:
            said = ask_screen(screen, _title(screen, self.knowledge, self.lang), self.lang)
            if said == BACK:
                earlier = session.back()
                if earlier == session:
                    sitting = self.again(sitting, session)
                session = earlier
                continue
            session = session.answer(said)
            self.keep(sitting, session)
            _point_elsewhere(screen, said, self.knowledge, self.lang)
        return session, sitting


def hold_interview(
    knowledge: Knowledge, lang: Lang, today: dt.date, save: Path | None = None
) -> tuple[Answers, Path]:
    """Ask everything; the answers, and the file they are in.

    Raises:
        Stopped: somebody pressed Ctrl-C or closed the terminal.
    """
    interview = _Interview(knowledge, lang, today, save)
    first = [q for q in knowledge.questionnaire.questions.values() if q.asked is Pass.FIRST]
    try:
        show(words.WELCOME.fill(count=len(first)).say(lang))
        session, sitting = interview.ask_all(Session.begin(knowledge), interview.begin())
        while more := session.deepening():
            question = words.DEEPEN_ONE if len(more) == 1 else words.DEEPEN.fill(count=len(more))
            if not ask_yes_no(question, lang):
                break
            session, sitting = interview.ask_all(session.deepen(more), sitting)
        return sitting.answers(session), sitting.path
    except (KeyboardInterrupt, EOFError):
        raise Stopped(interview.kept) from None


def wants_plan(lang: Lang) -> bool:
    """Whether the whole plan should follow the page."""
    return ask_yes_no(words.SEE_PLAN, lang)


def _choose_path(path: Path, lang: Lang) -> Path:
    """Never replace a file without asking."""
    if not path.exists():
        return path
    names = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))
    other = next((name for name in names if not name.exists()), path)
    choices = [(words.OTHER_NAME.fill(file=str(other)), str(other)), (words.OVERWRITE, str(path))]
    return Path(ask_choice(words.EXISTS.fill(file=str(path)), choices, lang))


def _title(screen: Screen, knowledge: Knowledge, lang: Lang) -> str:
    """The part of the questionnaire, and where we are in it."""
    sections = {section.id: section.name for section in knowledge.questionnaire.sections}
    title = sections[screen.question.section]
    if screen.total:
        title = words.PROGRESS.fill(section=title, number=screen.number, total=screen.total)
    return title.say(lang)


def _point_elsewhere(screen: Screen, said: Answer, knowledge: Knowledge, lang: Lang) -> None:
    """What cannot wait is said at once, not in the plan."""
    if screen.question.measures is not Measures.URGENT or not isinstance(said, tuple):
        return
    lines = [
        referral.text.say(lang)
        for referral in knowledge.catalogue.referrals.values()
        if set(referral.urgent) & set(said or NONE_OF_THESE)
    ]
    if lines:
        show("\n".join([words.NOT_NOW.say(lang), *(f"  {line}" for line in lines)]))
