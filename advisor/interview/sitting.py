"""Holds an interview from its first question to the plan, and keeps every answer."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from advisor.interview import words
from advisor.interview.asker import Asker, Card, Choice, Going, listed
from advisor.interview.asking import ask_choice, ask_free, ask_screen, check_length
from advisor.interview.files import ask_path, free_path
from advisor.interview.review import NO_EFFECT, Effect, weigh_change
from advisor.interview.saving import file_name, write_answers
from advisor.interview.session import Screen, Session
from advisor.model.questionnaire import MAX_NAME, Answer, Answers, Measures
from advisor.problems import UsageError
from advisor.texts import Text
from advisor.writing import is_same_file


class Stopped(Exception):
    """Somebody chose to stop here; `path` is where the answers are."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who answers for which school on which day, and the file that keeps the answers.

    `is_named`: somebody named the file, so it stays when the school gets another name.
    """

    school: str
    respondent: str | None
    date: dt.date
    path: Path
    is_named: bool = False


class Interview:
    """One interview under way: it asks, keeps every answer, and refers what cannot wait."""

    def __init__(self, asker: Asker, session: Session, sitting: Sitting) -> None:
        """Go on where the session is."""
        self.asker = asker
        self.session = session
        self.sitting = sitting
        self.kept: Path | None = None
        """The file that has the answers, None as long as nothing was written."""
        self._written: tuple[int, int] | None = None

    @property
    def answers(self) -> Answers:
        """What was said so far."""
        said = self.session.answers(self.sitting.school)
        return replace(said, respondent=self.sitting.respondent, date=self.sitting.date)

    def ask_all(self) -> None:
        """Put every question that is due; back at the first is back to school and role."""
        while (screen := self.session.screen) is not None:
            said = self._ask(screen)
            if not isinstance(said, Going):
                self._take(self.session.answer(said), screen, said)
            elif (earlier := self.session.back()) != self.session:
                self.session = earlier
            else:
                self._begin_again()

    def change(self, question: str) -> Effect:
        """Put one question again, then what is new because of it; what else changed."""
        before = self.session
        there = before.go_to(question)
        assert there.screen is not None
        said = self._ask(there.screen)
        if isinstance(said, Going):
            return NO_EFFECT
        self._take(there.answer(said).forward(), there.screen, said)
        return weigh_change(before, self.session, question)

    def _ask(self, screen: Screen) -> Answer | Going:
        return ask_screen(screen, self.session.knowledge.questionnaire.sections, self.asker)

    def _take(self, session: Session, screen: Screen, said: Answer) -> None:
        """Go on with a session that has one more answer; keep it, and say what cannot wait."""
        self.session = session
        self.keep()
        self._refer(screen, said)

    def keep(self) -> None:
        """Save; when that fails, let somebody choose what to do, and lose nothing."""
        while True:
            path = self.sitting.path
            if self.kept == path and _stamp(path) != self._written:
                self._mend(words.CHANGED_MEANWHILE.fill(file=str(path)), words.OVERWRITE)
            try:
                path = self.sitting.path
                write_answers(path, self.answers, self.session.values, self.session.ahead)
            except UsageError as error:
                self._mend(Text.sentences(p.message for p in error.problems), words.TRY_AGAIN)
            else:
                self.kept, self._written = path, _stamp(path)
                return

    def _mend(self, wrong: Text, again: Text) -> None:
        """The answers cannot be written just so: do it all the same, or put them elsewhere."""
        self.asker.tell(wrong)
        choices = [Choice("again", again), Choice("other", words.OTHER_FILE)]
        if ask_choice(words.NOT_KEPT, choices, self.asker) == "other":
            path = ask_path(Card(words.WHICH_FILE), self.sitting.path, self.asker)
            assert not isinstance(path, Going)
            self.sitting = replace(self.sitting, path=path, is_named=True)

    def _begin_again(self) -> None:
        """The start card once more; the answers move to the file of the new name."""
        before = self.sitting
        self.sitting = ask_sitting(self.asker, before.date, before=before)
        self.keep()
        if not is_same_file(before.path, self.sitting.path):
            with suppress(OSError):
                before.path.unlink(missing_ok=True)

    def _refer(self, screen: Screen, said: Answer) -> None:
        """What cannot wait is said at once, not in the plan; then it may be enough."""
        if screen.question.measures is not Measures.URGENT or not isinstance(said, tuple):
            return
        referrals = self.session.knowledge.catalogue.referrals.values()
        lines = [one.text for one in referrals if set(one.urgent) & set(said)]
        if not lines:
            return
        self.asker.tell(listed(words.NOT_NOW, lines))
        choices = [Choice("on", words.ON), Choice("stop", words.STOP_HERE)]
        if ask_choice(words.THEN, choices, self.asker) == "stop":
            raise Stopped(self.sitting.path)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when somebody else writes the file; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def ask_sitting(
    asker: Asker, today: dt.date, save: Path | None = None, before: Sitting | None = None
) -> Sitting:
    """The start card: school and role, with what was said `before`; `save` names the file."""
    school, role = (before.school, before.respondent or "") if before else ("", "")
    while True:
        school = ask_school(asker, school)
        answer = ask_role(asker, role)
        if isinstance(answer, Going):
            continue
        role = answer
        if before is not None and (before.is_named or before.school == school):
            return replace(before, school=school, respondent=role or None)
        path = free_path(save or Path(file_name(school)), asker)
        if not isinstance(path, Going):
            asker.tell(words.KEPT_IN.fill(file=str(path)))
            return Sitting(school, role or None, today, path, save is not None)


def ask_school(asker: Asker, before: str) -> str:
    """The name of the school."""
    check = check_length(MAX_NAME, words.SCHOOL_NEEDED)
    said = ask_free(Card(words.SCHOOL), before, check, asker)
    assert not isinstance(said, Going)
    asker.note(words.SCHOOL, Text.same(said))
    return said


def ask_role(asker: Asker, before: str, goes_on: bool = False) -> str | Going:
    """The role of who answers, and of who goes on where somebody else stopped."""
    help_ = words.ROLE_HELP_ON if goes_on else words.ROLE_HELP
    card = Card(words.ROLE, help=help_, can_go_back=not goes_on, if_empty=words.MAY_BE_EMPTY)
    said = ask_free(card, before, check_length(MAX_NAME), asker)
    if not isinstance(said, Going):
        asker.note(words.ROLE, Text.same(said) if said else words.NOTHING)
    return said
