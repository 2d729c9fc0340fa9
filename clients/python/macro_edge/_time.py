from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeAlias

Instant: TypeAlias = datetime | date | str
"""A time with its zone, or a day: `datetime` with tzinfo, `date`, or a text such as 2021-09-03T12:30:00Z."""


def sent(value: Instant) -> str:
    """The form in which the API takes a time. A text is sent as it is: the server says if it is not valid.

    Raises ValueError for a datetime without a zone, which would mean another instant on each machine.
    """
    if isinstance(value, datetime):
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError(
                f"{value!r} has no time zone, so it is not an instant. "
                "Add one, such as datetime(2021, 9, 3, 12, 30, tzinfo=timezone.utc)"
            )
        return written(value)
    return value.isoformat() if isinstance(value, date) else value


def written(value: datetime) -> str:
    """ISO 8601 in UTC with no, three or six digits of a second, as the API writes instants."""
    instant = value.astimezone(UTC).replace(tzinfo=None)
    digits = "seconds" if not instant.microsecond else "microseconds" if instant.microsecond % 1000 else "milliseconds"
    return instant.isoformat(timespec=digits) + "Z"
