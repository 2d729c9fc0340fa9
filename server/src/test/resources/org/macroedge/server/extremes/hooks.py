"""What the description of the API cannot state of its parameters, for Schemathesis."""

import re
from datetime import datetime

import schemathesis
from hypothesis import strategies

INSTANT = re.compile(r"(19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")

# Format and pattern together are too narrow for a generator that filters: times in the years 1900 to 2099.
schemathesis.openapi.format(
    "date-time",
    strategies.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 30)).map(
        lambda instant: instant.replace(microsecond=0).isoformat() + "Z"
    ),
)


@schemathesis.hook
def before_call(context, case, kwargs):
    """A period starts before it ends, and a history ends at asOf: valid times are put in this order."""
    query = case.query or {}
    names = [name for name in ("from", "to", "asOf") if INSTANT.match(str(query.get(name, "")))]
    ordered = sorted(str(query[name]) for name in names)
    for name, value in zip(names, ordered):
        query[name] = value
