"""What the description of the API cannot state of its parameters, for Schemathesis."""

import re
from datetime import datetime, timedelta

import schemathesis
from hypothesis import strategies

TIME = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:[T ](?P<minute>\d\d:\d\d)(?P<second>:\d\d)?(?P<fraction>\.\d{1,9})?"
    r"(?P<offset>Z|(?P<sign>[+ -])(?P<hours>\d\d):?(?P<minutes>\d\d)?))?"
)

# Format and pattern together are too narrow for a generator that filters: times in the years 1900 to 2099.
schemathesis.openapi.format(
    "time-or-date",
    strategies.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 30)).map(
        lambda instant: instant.replace(microsecond=0).isoformat() + "Z"
    ),
)


def instant(text):
    """When a time is, to the nanosecond: seconds since 1900, then the fraction. A date alone is the start of its day."""
    parts = TIME.fullmatch(text)
    if not parts:
        return None
    clock = (parts["minute"] or "00:00") + (parts["second"] or ":00")
    local = datetime.fromisoformat(parts["day"] + "T" + clock)
    offset = timedelta(hours=int(parts["hours"] or 0), minutes=int(parts["minutes"] or 0))
    utc = local + offset if parts["sign"] == "-" else local - offset
    return (utc - datetime(1900, 1, 1)).total_seconds(), (parts["fraction"] or ".").ljust(10, "0")


SERVER_TIME = re.compile(r"new-york\+7|Europe/Athens|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]")
SYMBOL = re.compile(r"[A-Za-z0-9]{1,32}:[A-Za-z0-9._#!&+$^-]{1,32}")
SUFFIX = re.compile(r"[A-Za-z0-9._#!&+$^-]{1,16}")


def fit_dialect(query):
    """A dialect is one of CSV. MetaTrader's needs the clock of its server, and names an instrument once; others have
    neither. What is no valid value stays, to be refused."""
    dialect = query.get("dialect", "plain")
    if dialect in ("spreadsheet-en", "spreadsheet-de", "metatrader") and query.get("format") in ("parquet", "xlsx", "arrow"):
        query["format"] = "csv"
    if dialect == "metatrader":
        query.setdefault("serverTime", "+02:00")
    symbols = str(query.get("symbols", "")).split(",")
    if all(SYMBOL.fullmatch(symbol) for symbol in symbols):
        query["symbols"] = symbols[0]
    if dialect in ("plain", "spreadsheet-en", "spreadsheet-de"):
        for name, form in {"serverTime": SERVER_TIME, "symbols": SYMBOL, "symbolSuffix": SUFFIX}.items():
            if form.fullmatch(str(query.get(name, ""))):
                del query[name]


@schemathesis.hook
def before_call(context, case, kwargs):
    """A period starts before it ends, and a history ends at asOf: valid times are put in this order. A change has one start.
    The layout for an import has fewer columns. A dialect has a format, and a clock or none. Only the path of a pair has a window.
    An import has at least one file, which the description says in words only."""
    if isinstance(case.body, dict) and case.body.get("file") == []:
        case.body = {**case.body, "file": [b"indicator\n"]}
    query = case.query or {}
    names = [name for name in ("from", "to", "asOf") if instant(str(query.get(name, "")))]
    for name, value in zip(names, sorted((str(query[name]) for name in names), key=instant)):
        query[name] = value
    if query.get("layout") == "import":
        query.pop("columns", None)
    if case.path.startswith("/api/v1/exports/"):
        fit_dialect(query)
    if "pair" not in query and re.fullmatch(r"[2-9]\d|[1-9]\d\d|1000", str(query.get("window", ""))):
        del query["window"]
    if "from" in query and query.get("since") in ("day", "week", "label"):
        del query["since"]
