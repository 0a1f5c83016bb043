"""Brings the entries of one school together, from whatever rows and files they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.batch.naming import name_files
from advisor.batch.sources import Entry, Refused, Source
from advisor.loading.answers import parse_answers
from advisor.loading.messages import problem
from advisor.loading.respondents import check_together, name_key
from advisor.model.questionnaire import Answers, Questionnaire
from advisor.problems import AdvisorError, Place, Problem, ProblemList
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class School:
    """One school with what each respondent answered, or with the problems in it.

    `name` is empty where none could be read; `stem` is the name of its files without suffix.
    `places` are the files, rows or lines that the answers come from.
    """

    name: str
    stem: str
    places: tuple[str, ...]
    given: tuple[Answers, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of all sources, in the order in which the last of their answers stands.

    `counts` has the entries of each school, `stems` the names for its files. Only schools whose
    rows do not stand together yet are held, so that memory does not grow with their number.
    """

    sources: tuple[Source, ...]
    refused: tuple[Refused, ...]
    questionnaire: Questionnaire
    counts: Mapping[str, int]
    stems: Mapping[str, str]

    def __len__(self) -> int:
        """How many there are; a file that is refused and a row without a name count as one."""
        unnamed = self.counts.get("", 0)
        return len(self.counts) - bool(unnamed) + unnamed + len(self.refused)

    def __iter__(self) -> Iterator[School]:
        """Each school, once all of its answers were read."""
        for refused in self.refused:
            yield School("", "", (refused.file,), (), refused.problems)
        waiting: dict[str, list[Entry]] = {}
        for source in self.sources:
            for entry in source.entries():
                key = _key_of(entry)
                if key not in self.counts:
                    yield _changed(entry)
                    continue
                entries = waiting.setdefault(key, [])
                entries.append(entry)
                if not key or len(entries) == self.counts[key]:
                    yield self._read(self.stems.get(key, ""), waiting.pop(key))
        yield from (_changed(entries[0]) for entries in waiting.values())

    def _read(self, stem: str, entries: Sequence[Entry]) -> School:
        problems, notes = ProblemList(), dict[Text, None]()
        given: list[tuple[str, Answers]] = []
        for entry in entries:
            node = entry.read(problems)
            parsed = None if node is None else parse_answers(node, self.questionnaire, problems)
            if parsed is not None:
                given.append((str(entry.place), parsed[0]))
                notes |= dict.fromkeys(parsed[1])
        problems.extend(check_together(given, self.questionnaire))
        places = tuple(str(entry.place) for entry in entries)
        name = " ".join((entries[0].school or "").split())
        said = tuple(answers for _, answers in given)
        return School(name, stem, places, said, problems.in_order(), tuple(notes))


def _changed(entry: Entry) -> School:
    """What comes of a file that is no longer what it was when its schools were counted."""
    told = (problem("E-CHANGED", entry.place),)
    return School(entry.school or "", "", (str(entry.place),), (), told)


def count_schools(
    sources: Sequence[Source], refused: Sequence[Refused], questionnaire: Questionnaire
) -> Schools:
    """Go through all sources for the names of schools; one that breaks off is refused whole."""
    counts, names = Counter[str](), dict[str, str]()
    usable, unusable = list[Source](), list(refused)
    for source in sources:
        own, called = Counter[str](), dict[str, str]()
        try:
            for entry in source.entries():
                key = _key_of(entry)
                own[key] += 1
                called.setdefault(key, entry.school or "")
        except AdvisorError as error:
            unusable.append(Refused(source.file, error.problems))
            continue
        if not own:
            unusable.append(Refused(source.file, (problem("E-EMPTY", Place(source.file)),)))
            continue
        usable.append(source)
        counts.update(own)
        for key, name in called.items():
            names.setdefault(key, name)
    names.pop("", None)
    stems = name_files(names)
    return Schools(tuple(usable), tuple(unusable), questionnaire, counts, stems)


def _key_of(entry: Entry) -> str:
    """The name of the school as it is compared; empty where there is none."""
    return name_key(entry.school or "")
