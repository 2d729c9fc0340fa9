from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ._model import decoded
from .models import EVENTS, Event


@dataclass(frozen=True, slots=True)
class StreamEvent:
    """An event, and its position in the event log, after which the stream can be followed again."""

    id: int
    kind: str
    data: Event


def events(lines: Iterable[str]) -> Iterator[StreamEvent]:
    """The events of the lines of server-sent events. Comments and kinds of a newer server are left out."""
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
            continue
        kind = EVENTS.get(fields.get("event", ""))
        if kind and "data" in fields:
            yield StreamEvent(int(fields["id"]), fields["event"], decoded(kind, json.loads(fields["data"])))
        fields = {}
