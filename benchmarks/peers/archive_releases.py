"""Reads a calendar archive into the distinct releases of each indicator, in the order of formula version 3.

No rule depends on the order of rows or files.
"""
import collections
import csv
import datetime as dt
import glob
import re
import sys
from decimal import Decimal
from zoneinfo import ZoneInfo

import yaml

UTC = dt.timezone.utc
PERIOD_DAYS = {"weekly": 7, "monthly": 365.25 / 12, "quarterly": 365.25 / 4}
SUFFIX = {"": 0, "%": 0, "K": 3, "M": 6, "B": 9, "T": 12}
EMU = {"EA", "DE", "FR", "IT", "ES"}
ARCHIVE_ZONE = dt.timezone(dt.timedelta(hours=8))

Row = collections.namedtuple("Row", "area title stated clock actual forecast previous")
Release = collections.namedtuple("Release", "at actual forecast previous")


def number(text):
    match = re.fullmatch(r"[<>]?\s*([-+]?[\d,]*\.?\d+)\s*([%KMBT]?)", text.split("|")[0].strip(), re.I)
    return Decimal(match[1].replace(",", "")).scaleb(SUFFIX[match[2].upper()]) if match else None


def catalogue(folder):
    indicators = {}
    for file in sorted(glob.glob(folder + "/indicators/*.yaml")):
        for entry in yaml.safe_load(open(file, encoding="utf-8")):
            indicators[entry["id"]] = entry
    profile = yaml.safe_load(open(folder + "/profiles/forexfactory-archive.yaml", encoding="utf-8"))
    titles = {}
    for title in profile["titles"]:
        titles.setdefault((title["area"], title["title"]), []).append(title)
    return indicators, titles


def weight_sets(folder):
    """The weight sets by id; one that extends another has its fields, but for those that it gives itself."""
    sets = {}
    for entry in yaml.safe_load(open(folder + "/weight-sets.yaml", encoding="utf-8")):
        sets[entry["id"]] = laid_over(sets.get(entry.get("extends"), {}), entry)
    return sets


def laid_over(base, own):
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return {**base, **{name: laid_over(base.get(name), value) for name, value in own.items()}}


def covers(span, date, start="from", end="to"):
    return (span.get(start) is None or span[start] <= date) and (span.get(end) is None or date <= span[end])


def midnight(date, zone):
    return dt.datetime.combine(date, dt.time(), zone)


def catalogue_instant(indicator, date):
    """When a bare date, as written in the release zone, becomes known."""
    for time in indicator["release"]:
        if covers(time, date) and time.get("time"):
            clock = dt.time.fromisoformat(str(time["time"]))
            return dt.datetime.combine(date, clock, ZoneInfo(time["zone"])).astimezone(UTC)
    next_day = date + dt.timedelta(1)
    return midnight(next_day, ZoneInfo(indicator["release"][0]["zone"])).astimezone(UTC)


def mapped(titles, area, title, date):
    for candidate in titles.get((area, title), []):
        if covers(candidate, date):
            return candidate["indicator"]
    return None


def read(archive):
    """The distinct rows of all files, in no order."""
    rows = set()
    for file in sorted(glob.glob(archive + "/*.csv")):
        for cells in csv.DictReader(open(file, encoding="utf-8", newline="")):
            stated = dt.datetime.strptime(cells["Combined DateTime"].strip(), "%Y-%m-%d %H:%M:%S")
            figures = [number(cells[column]) for column in ("Actual", "Forecast", "Previous")]
            if any(figure is not None for figure in figures):
                rows.add(Row(cells["Currency"].strip(), cells["Event"].strip(), stated, ":" in cells["Time"], *figures))
    return rows


def a_year_later(row):
    return row._replace(stated=row.stated.replace(year=row.stated.year + 1))


def in_early_january(row):
    return row.stated.month == 1 and row.stated.day <= 10


class Spill:
    """Rows of January that a file gives under the year before: found by what they say, never by where they stand."""

    def __init__(self, rows, indicators, titles):
        self.rows, self.indicators, self.titles = rows, indicators, titles
        self.copies, self.proven, self.by_title = set(), set(), collections.defaultdict(list)
        for row in sorted((row for row in rows if in_early_january(row)), key=lambda row: row.stated, reverse=True):
            later = a_year_later(row)
            if later in rows and later not in self.copies:
                self.copies.add(row)
                self.proven.add(later)
        for row in rows - self.copies:
            self.by_title[row.area, row.title].append(row)
        for series in self.by_title.values():
            series.sort(key=lambda row: row.stated)

    def resolved(self):
        """All rows in their own year, but for those of which nothing shows it."""
        for row in self.rows - self.copies:
            if not in_early_january(row) or row in self.proven:
                yield row
                continue
            moves = self.moves(row)
            if moves is None:
                print(f"left out: {row.area} {row.title} {row.stated}: nothing shows whether it belongs to the next year",
                      file=sys.stderr)
            else:
                yield a_year_later(row) if moves else row

    def moves(self, row):
        """Whether another row claims the place of this one and continues the series, while this one does not.

        None where neither continues it clearly better than the other.
        """
        name = mapped(self.titles, row.area, row.title, row.stated.date())
        if name is None or row.actual is None:
            return False
        half = dt.timedelta(period(self.indicators[name]) / 2)
        near = [other for other in self.by_title[row.area, row.title]
                if other != row and other.actual is not None and abs(other.stated - row.stated) <= half]
        if any(other in self.proven for other in near):
            return True
        gaps = [self.gap(name, other, near + [row]) for other in near]
        mine = self.gap(name, row, near + [row])
        if not gaps or mine is None or None in gaps:
            return False
        if any(2 * gap < mine for gap in gaps):
            return True
        return False if all(2 * mine < gap for gap in gaps) else None

    def gap(self, name, row, rivals):
        """How far a row's previous is from the actual of the release before the rivals, or of its earlier stage; None if unknown."""
        start = min(rival.stated for rival in rivals)
        series = self.by_title[row.area, row.title]
        if self.indicators[name]["previousRefersTo"] == "prior-stage":
            flash = name.replace("-final-", "-flash-")
            series = [other for title, names in self.titles.items() for other in self.by_title[title]
                      if any(entry["indicator"] == flash for entry in names)]
        before = [other for other in series if other.stated < start and other.actual is not None]
        if not before or row.previous is None:
            return None
        return abs(row.previous - max(before, key=lambda other: other.stated).actual)


def calendars(indicator):
    """How often an irregular indicator is decided: a number, or a list of numbers with from and to."""
    meetings = indicator["meetings"]
    return meetings if isinstance(meetings, list) else [{"perYear": meetings}]


def period(indicator, second=None):
    """Days between releases at a second; without one, the shortest at any time."""
    fixed = PERIOD_DAYS.get(indicator["frequency"])
    if fixed:
        return fixed
    if second is None:
        return 365.25 / max(calendar["perYear"] for calendar in calendars(indicator))
    zone = ZoneInfo(indicator["release"][0]["zone"])
    for calendar in calendars(indicator):
        end = calendar.get("to")
        if end is None or second < midnight(end + dt.timedelta(1), zone).timestamp():
            break
    return 365.25 / calendar["perYear"]


def releases(archive, indicators, titles):
    """The distinct releases of each indicator by instant, and those of one instant in the order of the design."""
    found = {}
    for row in Spill(read(archive), indicators, titles).resolved():
        name = mapped(titles, row.area, row.title, row.stated.date())
        if name is None or row.actual is None:
            continue
        if row.clock:
            at = row.stated.replace(tzinfo=ARCHIVE_ZONE).astimezone(UTC)
        else:
            at = catalogue_instant(indicators[name], row.stated.date())
        found.setdefault(name, set()).add(Release(at, row.actual, row.forecast, row.previous))
    return {name: [release for group in instants(one_row_each(indicators[name], series)) for release in group]
            for name, series in found.items()}


def one_row_each(indicator, series):
    """Rows with equal actual and previous within 36 hours are one release: at the catalogue's time, else the later."""
    kept = []
    for release in sorted(series, key=lambda release: (release.at, content(release))):
        twins = [other for other in kept if release.previous is not None and other.actual == release.actual
                 and other.previous == release.previous and release.at - other.at <= dt.timedelta(hours=36)]
        for other in twins:
            kept.remove(other)
            release = merged(indicator, other, release)
        kept.append(release)
    return kept


def merged(indicator, first, second):
    forecasts = {first.forecast, second.forecast} - {None}
    zone = ZoneInfo(indicator["release"][0]["zone"])
    on_time = [release.at for release in (first, second)
               if catalogue_instant(indicator, release.at.astimezone(zone).date()) == release.at]
    return second._replace(at=min(on_time) if on_time else max(first.at, second.at),
                           forecast=forecasts.pop() if len(forecasts) == 1 else None)


def content(release):
    """Orders releases by previous, actual, forecast; a missing figure comes first."""
    return [(figure is not None, figure or 0) for figure in (release.previous, release.actual, release.forecast)]


def follows(release, other, together):
    """Whether one states another's actual as its previous; where it states nobody's, also one revised by at most a tenth of the move."""
    if release is other or release.previous is None:
        return False
    if any(one is not release and one.actual == release.previous for one in together):
        return release.previous == other.actual
    return 10 * abs(release.previous - other.actual) <= abs(release.actual - other.actual)


def instants(series):
    """The releases of each instant, along the chain: one that follows another comes after it."""
    by_instant = collections.defaultdict(list)
    for release in series:
        by_instant[release.at].append(release)
    for at in sorted(by_instant):
        together = by_instant[at]
        left, ordered = sorted(together, key=content), []
        while left:
            free = [one for one in left if not any(follows(one, other, together) for other in left)]
            ordered.append(free[0] if free else min(left, key=lambda one: (one.actual, content(one))))
            left.remove(ordered[-1])
        yield ordered
