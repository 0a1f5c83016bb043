"""The parts of a plan as plain values for JSON, with their texts in one language."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.formats.json_data import Data, grounds_data
from advisor.model.knowledge import Knowledge
from advisor.model.lines import (
    CalendarLine,
    ExistingLine,
    Item,
    LastingLine,
    LeftOut,
    NeedLine,
    OtherWay,
    QuestionLine,
)
from advisor.model.reasons import Reason
from advisor.texts import Lang, Text

UNKNOWN = "unknown"


class Speaker:
    """Parts of the plan as plain values, in one language."""

    def __init__(self, lang: Lang, knowledge: Knowledge) -> None:
        self._lang, self._knowledge = lang, knowledge

    def __call__(self, text: Text) -> str:
        """A text in the language of the call."""
        return text.say(self._lang)

    def or_none(self, text: Text | None) -> str | None:
        """A text, or null where there is none."""
        return None if text is None else self(text)

    def origin(self, entry_id: str, *kinds: str) -> str | None:
        """Whose own knowledge an entry is, or null where it comes with the program."""
        return self.or_none(self._knowledge.origin(entry_id, *kinds))

    def reason(self, reason: Reason) -> Data:
        """One reason."""
        return {
            "rule": reason.rule,
            "because": self(reason.because),
            "answers": grounds_data(reason.answers),
            "sources": list(reason.sources),
        }

    def reasons(self, reasons: Iterable[Reason]) -> list[Data]:
        """Reasons, in order."""
        return [self.reason(reason) for reason in reasons]

    def need(self, need: NeedLine) -> Data:
        """A need."""
        return {
            "id": need.id,
            "name": self(need.name),
            "origin": self.origin(need.id, "needs"),
            "level": UNKNOWN if need.level is None else need.level.name.lower(),
            "first": need.first,
            "certainty": need.certainty.value,
            "cover": None if need.cover is None else need.cover.value,
            "reason": None if need.why is None else need.why.value,
            "by": list(need.by),
            "from": need.from_year,
            "answers": grounds_data(need.grounds),
            "look_first": [self(text) for text in need.look_first],
            "change_yourself": [self(text) for text in need.change_yourself],
        }

    def open_need(self, need: NeedLine) -> Data:
        """A raised need that stays open."""
        return {
            "id": need.id,
            "name": self(need.name),
            "reason": None if need.why is None else need.why.value,
            "next_step": self(need.next_step),
            "ask": self(need.ask),
            "more_possible": self.or_none(need.more_possible),
        }

    def existing(self, line: ExistingLine) -> Data:
        """What runs, with its decision."""
        return {
            "id": line.id,
            "name": self(line.name),
            "origin": self.origin(line.id, "activities", "interventions"),
            "runs": line.runs.value,
            "form": line.form,
            "decision": line.decision.value,
            "find_out": line.find_out,
            "host": self.or_none(line.host),
            "why": self(line.why),
            "first_step": self(line.first_step),
            "embed": self.or_none(line.embed),
            "frees": line.frees,
            "reasons": self.reasons(line.reasons),
        }

    def item(self, item: Item) -> Data:
        """An item of the combination."""
        return {
            "id": item.id,
            "form": item.form,
            "kind": item.kind.value,
            "origin": self.origin(item.id, f"{item.kind.value}s"),
            "status": item.status.value,
            "start": item.start,
            "period": item.period,
            "begins": None if item.begins is None else item.begins.isoformat(),
            "name": self(item.name),
            "what": self(item.what),
            "whom": self(item.whom),
            "who": self(item.who),
            "tier": item.tier,
            "layers": list(item.layers),
            "load": {capacity: list(years) for capacity, years in item.load.items()},
            "first_step": self(item.first_step),
            "done": self(item.done),
            "adjust": self(item.adjust),
            "safeguards": [{"harm": harm, "text": self(text)} for harm, text in item.safeguards],
            "together": [self(text) for text in item.together],
            "reasons": self.reasons(item.reasons),
        }

    def left_out(self, left: LeftOut) -> Data:
        """A type that is not in the plan."""
        return {
            "id": left.id,
            "name": self(left.name),
            "origin": self.origin(left.id, "interventions"),
            "reasons": self.reasons(left.reasons),
        }

    def question(self, question: QuestionLine) -> Data:
        """One of the five questions."""
        return {
            "id": question.id,
            "name": self(question.name),
            "question": self(question.question),
            "state": question.state.value,
            "answers": grounds_data(question.grounds),
            "sources": list(question.sources),
            "actions": [
                {
                    "what": self(action.what),
                    "role": self(action.role),
                    "period": action.period,
                    "hours": action.hours,
                    "handed_over": action.handed_over,
                    "done": self(action.done),
                    "reasons": [self.reason(action.reason)],
                }
                for action in question.actions
            ],
        }

    def lasting(self, line: LastingLine) -> Data:
        """A lasting check."""
        return {
            "id": line.id,
            "name": self(line.name),
            "state": line.state.value,
            "repair": self.or_none(line.repair),
            "by": line.by,
            "embeds": self.or_none(line.embeds),
            "answers": grounds_data(line.grounds),
            "sources": list(line.sources),
        }

    def calendar(self, line: CalendarLine) -> Data:
        """A line of the calendar."""
        return {
            "year": line.year,
            "period": line.period,
            "phase": line.phase,
            "what": self(line.what),
            "items": list(line.items),
        }

    def runner_up(self, other: OtherWay | None) -> Data | None:
        """The best other combination."""
        if other is None:
            return None
        combination = [{"id": item, "name": self(name)} for item, name in other.items]
        return {"combination": combination, "step": other.step, "step_name": self(other.step_name)}
