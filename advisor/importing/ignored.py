"""Columns of form tools that are never read: those that point to a person, and technical ones."""

from __future__ import annotations

import re

from advisor.importing.plain import letters, plain, without_count

_PERSONAL = frozenset({
    "attribute1", "contactperson", "contactpersoon", "deviceid", "email", "emailaddress",
    "emailadres", "filledinby", "firstname", "fullname", "imei", "ingevulddoor", "ipaddr",
    "ipaddress", "ipadres", "lastname", "mail", "mailadres", "mobiel", "mobile", "name", "naam",
    "phone", "phonenumber", "simid", "simserial", "submittedby", "subscriberid", "telefoon",
    "telefoonnummer", "token", "user", "username", "gebruiker", "gebruikersnaam", "voornaam",
    "achternaam", "wievuldein", "whofilledthisin",
})  # fmt: skip
"""What the columns are called that point to a person, by their letters alone."""

_PERSONAL_WORDS = re.compile(
    r"\b(?:e-?mail(?:s|ad?dress|adres)?|mailadres|telefoon(?:nummer)?|phone|mobiel(?:nummer)?"
    r"|voornaam|achternaam|first name|last name|surname|user ?name|gebruikersnaam|ip[ -]ad+res+"
    r"|contactpersoon|contact person|(?:uw|je|jouw|your|volledige|full)(?: eigen| own)? na(?:am|me)"
    r"|na(?:am|me) (?:van (?:de |wie )?|of (?:the |who )?)?"
    r"(?:invuller|invult|respondent|persoon|person|medewerker|collega|leraar|leerkracht|docent"
    r"|teacher|mentor))\b"
)

_TECHNICAL = frozenset({
    # Microsoft Forms
    "id", "starttime", "completiontime", "lastmodifiedtime", "begintijd", "starttijd",
    "tijdvanvoltooien", "tijdvanlaatstewijziging", "totalpoints", "quizfeedback",
    # Google Forms
    "timestamp", "tijdstempel", "score",
    # LimeSurvey
    "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl",
    "interviewtime", "responseid", "datesubmitted", "datestarted", "datelastaction",
    "referrerurl", "totaltime",
    # KoboToolbox
    "start", "end", "today", "audit", "uuid", "submissiontime", "validationstatus", "notes",
    "status", "tags", "index", "version", "formhubuuid", "metainstanceid", "metainstancename",
    "metarootuuid", "rootuuid", "instanceid", "xformidstring", "attachments", "geolocation",
    # SurveyMonkey
    "respondentid", "collectorid", "enddate", "datecreated", "datemodified", "customdata1",
})  # fmt: skip
"""What form tools call the columns that they add themselves, by their letters alone."""


def is_personal(header: str) -> bool:
    """Whether a column points to a person by what stands above it; the name of a school does not.

    It is asked of columns that are for no question.
    """
    named = letters(without_count(header)) in _PERSONAL
    return named or bool(_PERSONAL_WORDS.search(plain(header)) and "school" not in plain(header))


def is_technical(header: str) -> bool:
    """Whether a form tool adds this column by itself."""
    return letters(header) in _TECHNICAL
