"""The learning network: the school's question, what it shares, five meetings, what it asks."""

from __future__ import annotations

from advisor.formats.escape import escape, shorten
from advisor.formats.grounds import LONGEST_ANSWER
from advisor.formats.voice import Voice, bullets, numbered, paragraphs, sentence
from advisor.model.plan import Plan


def network(plan: Plan, voice: Voice) -> str:
    """The learning question, what the school can share, the meetings, who joins, what it asks.

    A school that does not want to share has its question, for itself.
    """
    told = plan.network
    own = escape(shorten(told.question.say(voice.lang), LONGEST_ANSWER))
    shared = [sentence(voice.say(text)) for text in told.share]
    meetings = [sentence(voice.say(text)) for text in told.meetings]
    question = f"**{voice.word('network-question')}** {sentence(own)}"
    if told.aim is not None:
        question += f" {sentence(voice.word('network-aim', aim=voice.say(told.aim)))}"
    if told.shares is False:
        return paragraphs(voice.word("network-no"), question)
    return paragraphs(
        voice.word("network-yes" if told.shares else "network-key"),
        question,
        f"**{voice.word('network-share')}**",
        bullets(shared) or voice.word("network-share-none"),
        f"**{voice.word('network-meetings')}**",
        numbered(meetings),
        f"**{voice.word('network-join')}** {sentence(voice.say(told.join))}",
        f"**{voice.word('network-asks')}**",
        bullets(sentence(escape(shorten(a.say(voice.lang), LONGEST_ANSWER))) for a in told.asks),
    )
