"""The quadrant of growth and inflation that holds for a release of a region, as docs/concepts/regime.md defines it.

Needs only the releases, each with its instant, actual and previous.
"""
import datetime as dt
import math
import statistics
from zoneinfo import ZoneInfo

from archive_releases import UTC, instants, midnight

DAY = 86_400
INFLATION = {"inflation"}
GROWTH = {"growth", "labour", "surveys", "consumption", "housing", "trade", "inventories", "credit"}
PERIOD_DAYS = {"monthly": 30.4375, "quarterly": 91.3125}
WINDOWS = {"monthly": (3, 12, 60), "quarterly": (1, 4, 20)}
BAND, CLIP, LEAST_PRESENT, PERIODS_OF_A_PRINT, COMPOSITE_FLOOR = 0.25, 4, 0.5, 3, 0.1
QUADRANTS = {(1, -1): "goldilocks", (1, 1): "reflation", (-1, 1): "stagflation", (-1, -1): "slowdown"}


class BoundedScale:
    """The scale of a surprise, with a start of 12 and another half-life."""

    def __init__(self, floor, half_life, start=12):
        self.floor, self.keep, self.start = floor, 2 ** (-1 / half_life), start
        self.first, self.v = [], None

    def sigma(self):
        return None if self.v is None else max(math.sqrt(self.v), self.floor)

    def add(self, value):
        size = abs(value)
        if self.v is not None:
            self.v = self.keep * self.v + (1 - self.keep) * min(size, 4 * self.sigma()) ** 2
            return
        self.first.append(size)
        if len(self.first) == self.start:
            median = statistics.median(self.first)
            self.v = (1.4826 * median if median > 0 else 1.2533 * statistics.fmean(self.first)) ** 2


def is_differenced(indicator):
    return indicator["transform"] == "level" and indicator["category"] != "surveys"


def group_key(indicator):
    return indicator["group"] if ":" in indicator["group"] else indicator["region"] + ":" + indicator["group"]


def members(indicators, region, categories):
    """One index counts by one transform: a rate on the year stands for those on the month and the quarter."""
    eligible = [entry for entry in indicators.values()
                if entry["region"] == region and entry["category"] in categories and entry["frequency"] in WINDOWS
                and entry["stage"] == "first"
                and (not is_differenced(entry) or entry.get("previousRefersTo", "prior-period") == "prior-period")]
    yearly = {group_key(entry) for entry in eligible if entry["transform"] == "yoy"}
    return [entry for entry in eligible if not (entry["transform"] in ("mom", "qoq") and group_key(entry) in yearly)]


def momenta(indicator, series):
    """The second and the momentum of each print; None before there is one."""
    prints = [release for group in instants(series) for release in group
              if not is_differenced(indicator) or release.previous is not None]
    values = [float(release.actual - release.previous) if is_differenced(indicator) else float(release.actual)
              for release in prints]
    recent, before, half_life = WINDOWS[indicator["frequency"]]
    floor = float(indicator["floor"]) if "floor" in indicator else float(indicator["step"]) / math.sqrt(6)
    scale, found = BoundedScale(floor, half_life), []
    for last, release in enumerate(prints, 1):
        momentum = None
        if last >= recent + before:
            difference = (statistics.median(values[last - recent:last])
                          - statistics.median(values[last - recent - before:last - recent]))
            sigma = scale.sigma()
            if sigma is not None:
                momentum = max(-CLIP, min(CLIP, indicator["polarity"] * difference / sigma))
            scale.add(difference)
        found.append((release.at.timestamp(), momentum))
    return found


def span(indicator):
    zone = ZoneInfo(indicator["release"][0]["zone"])
    start, end = indicator.get("validFrom"), indicator.get("validTo")
    return (-math.inf if start is None else midnight(start, zone).timestamp(),
            math.inf if end is None else midnight(end + dt.timedelta(1), zone).timestamp())


class Axis:
    """The state of one axis at each month-end."""

    def __init__(self, entries, found):
        self.rows = [(entry, span(entry), momenta(entry, found.get(entry["id"], []))) for entry in entries]
        self.scale = BoundedScale(COMPOSITE_FLOOR, 60)
        self.state = self.beyond = 0
        self.run = 0

    def mean(self, second):
        total = present = in_force = 0
        for entry, (start, end), prints in self.rows:
            if not start < second <= end:
                continue
            in_force += entry["importance"]
            known = [(at, momentum) for at, momentum in prints if at < second]
            if known and second - known[-1][0] <= PERIODS_OF_A_PRINT * PERIOD_DAYS[entry["frequency"]] * DAY:
                if known[-1][1] is not None:
                    total += entry["importance"] * known[-1][1]
                    present += entry["importance"]
        return total / present if in_force and present and present >= LEAST_PRESENT * in_force else None

    def at(self, second):
        """1, −1, or 0 for undetermined; the month-ends must be asked for one after the other."""
        mean, composite = self.mean(second), None
        if mean is not None:
            sigma = self.scale.sigma()
            composite = None if sigma is None else mean / sigma
            self.scale.add(mean)
        side = 0 if composite is None or abs(composite) <= BAND else (1 if composite > 0 else -1)
        self.run = self.run + 1 if side == self.beyond else 1
        self.beyond = side
        if side and self.run >= 2:
            self.state = side
        return 0 if composite is None else self.state


class Regimes:
    """The quadrants of all regions.

    found: the releases of each indicator
    """

    def __init__(self, indicators, found):
        self.indicators, self.found, self.ends = indicators, found, {}

    def quadrant(self, region, second):
        """That of the last month-end strictly before a second."""
        if region not in self.ends:
            self.ends[region] = self.compute(region)
        last = "undetermined"
        for end, quadrant in self.ends[region]:
            if end >= second:
                break
            last = quadrant
        return last

    def compute(self, region):
        growth, inflation = (Axis(members(self.indicators, region, side), self.found) for side in (GROWTH, INFLATION))
        seconds = [at for axis in (growth, inflation) for _, _, prints in axis.rows for at, _ in prints]
        if not seconds:
            return []
        ends, month = [], dt.datetime.fromtimestamp(min(seconds), UTC).replace(day=1)
        while month.timestamp() < max(seconds) + 400 * DAY:
            month = dt.datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=UTC)
            ends.append((month.timestamp(), QUADRANTS.get((growth.at(month.timestamp()), inflation.at(month.timestamp())),
                                                          "undetermined")))
        return ends
