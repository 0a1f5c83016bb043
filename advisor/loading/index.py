"""Which ids stand where, and which ids are referred to, gathered while reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.problems import Place
from advisor.texts import Text

KIND_NAMES: dict[str, Text] = {
    "interventions": Text("interventie", "intervention"),
    "forms": Text("vorm", "form"),
    "needs": Text("behoefte", "need"),
    "foundations": Text("fundament", "foundation"),
    "activities": Text("activiteit", "activity"),
    "circumstances": Text("omstandigheid", "circumstance"),
    "partners": Text("partner", "partner"),
    "lasting": Text("toets op duurzaamheid", "lasting check"),
    "implementation": Text("invoeringsvraag", "implementation question"),
    "harms": Text("schade", "harm"),
    "pairings": Text("paar", "pairing"),
    "principles": Text("principe", "principle"),
    "programmes": Text("programma", "programme"),
    "instruments": Text("meetinstrument", "instrument"),
    "figures": Text("landelijk cijfer", "national figure"),
    "places": Text("vindplaats", "place to look"),
    "referrals": Text("verwijzing", "referral"),
    "roles": Text("rol", "role"),
    "themes": Text("thema", "theme"),
    "pillars": Text("pijler", "pillar"),
    "layers": Text("laag", "layer"),
    "tiers": Text("niveau van hulp", "tier"),
    "phases": Text("fase", "phase"),
    "periods": Text("periode", "period"),
    "capacities": Text("soort ruimte", "capacity"),
    "amounts": Text("hoeveelheid ruimte", "amount of room"),
    "levels": Text("zwaarte", "level"),
    "grades": Text("trede van het bewijs", "grade"),
    "strengths": Text("sterkte van een verband", "strength"),
    "sources": Text("bron", "source"),
    "terms": Text("begrip", "term"),
    "jargon": Text("vakwoord", "jargon"),
    "abbreviations": Text("afkorting", "abbreviation"),
    "words": Text("tekst", "text"),
    "sections": Text("onderdeel", "section"),
    "questions": Text("vraag", "question"),
    "scales": Text("schaal", "scale"),
    "rules": Text("regel", "rule"),
    "steps": Text("stap", "step"),
    "existing": Text("rij", "row"),
    "left_out": Text("reden", "reason"),
    "limits": Text("grens", "limit"),
    "flags": Text("vlag", "flag"),
    "urgent": Text("dringend signaal", "urgent option"),
    "years": Text("leerjaar", "years option"),
    "sectors": Text("sector", "sector"),
    "ages": Text("leeftijdsgroep", "age group"),
    "running": Text("activiteit of interventie", "activity or intervention"),
    "advised": Text("onderdeel van een plan", "item of a plan"),
}

_MADE_OF: dict[str, tuple[str, ...]] = {
    "running": ("interventions", "activities"),
    "advised": ("interventions", "forms", "foundations"),
}
_RESTS_ON: dict[str, tuple[str, ...]] = {
    **_MADE_OF,
    "forms": ("interventions",),
    "flags": ("rules", "flags"),
    **dict.fromkeys(("years", "urgent", "sectors", "ages"), ("questions",)),
}
_SHARED = frozenset({"flags", "years", "urgent", "sectors", "ages"})
_UNIQUE_TOGETHER = ("interventions", "foundations", "activities", "implementation")


def kind_name(kind: str) -> Text:
    """What one entry of that kind is called."""
    return KIND_NAMES.get(kind, Text.same(kind))


@dataclass(frozen=True, slots=True)
class Definition:
    """An id and where it was given."""

    kind: str
    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that must exist, and where it was named."""

    kind: str
    id: str
    place: Place
    trail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text with where it stands in each language, and the keys that lead to it."""

    text: Text
    places: tuple[Place, Place]
    trail: tuple[str, ...]


@dataclass(slots=True)
class Index:
    """All definitions, references and texts of the knowledge.

    `unsure` are the kinds of which an entry could not be read so far that its id is known.
    """

    definitions: list[Definition] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    texts: list[Written] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that an entry has this id."""
        self.definitions.append(Definition(kind, name, place))

    def refer(self, kind: str, name: str, place: Place, trail: tuple[str, ...]) -> None:
        """Note that this id must exist."""
        self.references.append(Reference(kind, name, place, trail))

    def is_empty(self, kind: str) -> bool:
        """Whether no entry of that kind was found."""
        return not any(one.kind == kind for one in self.definitions)

    def is_certain(self, kind: str) -> bool:
        """Whether an id that was not found is wrong, and not in a part that is gone."""
        rests_on = _RESTS_ON.get(kind, (kind,))
        return not any(part in self.unsure or self.is_empty(part) for part in rests_on)

    def places(self, kind: str) -> dict[str, Place]:
        """Every id of a kind with its first place."""
        kinds = _MADE_OF.get(kind, (kind,))
        found: dict[str, Place] = {}
        for one in self.definitions:
            if one.kind in kinds:
                found.setdefault(one.id, one.place)
        return found

    def place(self, kind: str, name: str) -> Place:
        """Where the entry with this id stands."""
        return self.places(kind)[name]

    def repeated(self) -> tuple[tuple[Definition, Definition], ...]:
        """Pairs of an earlier and a later definition that may not have the same id."""
        first: dict[tuple[str, str], Definition] = {}
        pairs: list[tuple[Definition, Definition]] = []
        for one in self.definitions:
            if one.kind in _SHARED:
                continue
            group = _UNIQUE_TOGETHER[0] if one.kind in _UNIQUE_TOGETHER else one.kind
            earlier = first.setdefault((group, one.id), one)
            if earlier is not one:
                pairs.append((earlier, one))
        return tuple(pairs)
