#!/usr/bin/env python3
"""Recomputes every scale, z and Z of a calendar archive and compares them with those of macro-edge.

Plain Python with its own parser and formulas. From macro-edge it reads only the YAML files and the answers.

  macro-edge export surprises > surprises.csv
  macro-edge bias --as-of 2021-09-03T12:30:00Z --format json > bias-1.json   (for any number of times)
  macro-edge export bias --from 2010-01-01T00:00:00Z > bias.csv                   (every daily close)
  python3 archive_check.py ARCHIVE CATALOGUE surprises.csv bias-*.json bias.csv

Needs PyYAML. Exits with status 1 if a number differs by more than 1e-9, relative or absolute.
"""
import bisect
import csv
import datetime as dt
import glob
import json
import math
import re
import statistics
import sys
from decimal import Decimal
from zoneinfo import ZoneInfo

import yaml

UTC = dt.timezone.utc
TOLERANCE = 1e-9
CLIP = 4.0
LAMBDA = 2 ** (-1 / 24)
PERIOD_DAYS = {"weekly": 7, "monthly": 365.25 / 12, "quarterly": 365.25 / 4}
EMU = {"EA", "DE", "FR", "IT", "ES"}
DAY = 86_400
SUFFIX = {"": 0, "%": 0, "K": 3, "M": 6, "B": 9, "T": 12}


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


def ruling(indicator, date):
    for time in indicator["release"]:
        start, end = time.get("from"), time.get("to")
        if (start is None or start <= date) and (end is None or date <= end):
            return time
    return None


def catalogue_instant(indicator, date):
    time = ruling(indicator, date)
    if time and time.get("time"):
        clock = dt.time.fromisoformat(str(time["time"]))
        return dt.datetime.combine(date, clock, ZoneInfo(time["zone"])).astimezone(UTC)
    zone = ZoneInfo((time or indicator["release"][0])["zone"])
    return dt.datetime.combine(date + dt.timedelta(1), dt.time(), zone).astimezone(UTC)


def mapped(titles, row, date):
    for title in titles.get((row["Currency"].strip(), row["Event"].strip()), []):
        if (title.get("from") is None or title["from"] <= date) and (title.get("to") is None or date <= title["to"]):
            return title["indicator"]
    return None


def rows(archive):
    """Every row with its stated local time. The rows of next January come last, moved to their own year."""
    spilled = []
    for file in sorted(glob.glob(archive + "/*.csv")):
        latest = dt.date.min
        for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
            stated = dt.datetime.strptime(row["Combined DateTime"].strip(), "%Y-%m-%d %H:%M:%S")
            if latest != dt.date.min and stated.date() < latest - dt.timedelta(180):
                spilled.append((row, stated.replace(year=stated.year + 1)))
                continue
            latest = max(latest, stated.date())
            yield row, stated, False
    for row, stated in spilled:
        yield row, stated, True


def releases(archive, indicators, titles):
    """The distinct releases of each indicator in ascending order: (instant, actual, forecast, previous)."""
    found, known = {}, set()
    for row, stated, spilled in rows(archive):
        name = mapped(titles, row, stated.date())
        if name is None:
            continue
        actual, forecast, previous = (number(row[column]) for column in ("Actual", "Forecast", "Previous"))
        if ":" in row["Time"]:
            at = stated.replace(tzinfo=dt.timezone(dt.timedelta(hours=8))).astimezone(UTC)
        else:
            at = catalogue_instant(indicators[name], stated.date())
        same = (name, at) if spilled else (name, at, actual, forecast, previous)
        if same in known:
            continue
        known.update({(name, at), (name, at, actual, forecast, previous)})
        if actual is not None:
            found.setdefault(name, []).append((at, actual, forecast, previous))
    return {name: chained(sorted(series, key=lambda one: one[0])) for name, series in found.items()}


def chained(series):
    """Orders releases at the same instant: one whose previous is another's actual comes after it."""
    result, at = [], 0
    while at < len(series):
        group = [one for one in series[at:] if one[0] == series[at][0]]
        at += len(group)
        while group:
            free = [one for one in group if not any(other is not one and one[3] == other[1] for other in group)]
            result.append((free or group)[0])
            group.remove(result[-1])
    return result


def is_policy_rate(indicator):
    irregular_percentage = indicator["frequency"] == "irregular" and indicator["unit"] == "percent"
    return indicator.get("policyRate", irregular_percentage)


class Scale:
    """Bounded, exponentially weighted second moment about zero."""

    def __init__(self, floor):
        self.floor, self.first, self.v = floor, [], None

    def sigma(self):
        return None if self.v is None else max(math.sqrt(self.v), self.floor)

    def add(self, surprise):
        size = abs(float(surprise))
        if self.v is None:
            self.first.append(size)
            if len(self.first) == 10:
                median = statistics.median(self.first)
                self.v = (1.4826 * median) ** 2 if median > 0 else (1.2533 * statistics.fmean(self.first)) ** 2
        else:
            self.v = LAMBDA * self.v + (1 - LAMBDA) * min(size, 4 * self.sigma()) ** 2


def standardised(indicator, series):
    """For each release: (instant, surprise, sigma, raw z). Missing values are None."""
    floor = float(indicator["floor"]) if "floor" in indicator else float(indicator["step"]) / math.sqrt(6)
    scale, result, at, rate = Scale(floor), [], 0, None
    while at < len(series):
        group = [one for one in series[at:] if one[0] == series[at][0]]
        at += len(group)
        sigma, news = scale.sigma(), []
        for instant, actual, forecast, _ in group:
            expected = forecast if forecast is not None else rate if is_policy_rate(indicator) else None
            surprise = None if expected is None else actual - expected
            raw = None
            if surprise is not None:
                news.append(surprise)
                raw = None if sigma is None else indicator["polarity"] * float(surprise) / sigma
            result.append((instant, surprise, sigma if surprise is not None else None, raw))
            rate = actual
        for surprise in news:
            scale.add(surprise)
    return result


def differs(mine, theirs):
    if mine is None or theirs is None:
        return (mine is None) != (theirs is None)
    return abs(mine - theirs) > TOLERANCE * max(1.0, abs(mine))


def compare_surprises(file, indicators, all_surprises):
    compared = wrong = 0
    theirs = {}
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        theirs.setdefault(row["indicator"], []).append(row)
    for name in sorted(set(theirs) | set(all_surprises)):
        mine, given = all_surprises.get(name, []), theirs.get(name, [])
        if len(mine) != len(given):
            print(f"{name}: {len(mine)} releases recomputed, {len(given)} in macro-edge")
            wrong += 1
            continue
        for (instant, surprise, sigma, raw), row in zip(mine, given):
            cell = lambda column: float(row[column]) if row[column] else None
            clipped = None if raw is None else max(-CLIP, min(CLIP, raw))
            pairs = ((None if surprise is None else float(surprise), cell("surprise")), (raw, cell("z_raw")), (clipped, cell("z")))
            if raw is not None:
                pairs += ((sigma, cell("sigma")),)
            compared += 1
            if instant.strftime("%Y-%m-%dT%H:%M:%SZ") != row["released_at"] or any(differs(*pair) for pair in pairs):
                wrong += 1
                print(f"{name} {row['released_at']}: recomputed {instant} {surprise} {sigma} {raw}, macro-edge {row}")
    print(f"{compared} releases compared, {wrong} differ")
    return wrong


class Weights:
    def __init__(self, weight_set, indicators, instruments, all_surprises):
        self.set, self.indicators, self.instruments = weight_set, indicators, instruments
        self.signals, self.counted_at, self.counted = {}, None, {}
        for name, series in all_surprises.items():
            usable = [(one[0].timestamp(), max(-CLIP, min(CLIP, one[3]))) for one in series if one[3] is not None]
            if usable:
                self.signals[name] = ([t for t, _ in usable], [z for _, z in usable])

    @staticmethod
    def group(indicator):
        return indicator["region"], indicator["category"], indicator["group"]

    @staticmethod
    def in_force(indicator, second):
        zone = ZoneInfo(indicator["release"][0]["zone"])
        start, end = indicator.get("validFrom"), indicator.get("validTo")
        midnight = lambda date: dt.datetime.combine(date, dt.time(), zone).timestamp()
        return ((start is None or midnight(start) <= second)
                and (end is None or second < midnight(end + dt.timedelta(1))))

    def members(self, second):
        if second != self.counted_at:
            self.counted_at, self.counted = second, self.count(second)
        return self.counted

    def count(self, second):
        sizes = {}
        for indicator in self.indicators.values():
            if self.in_force(indicator, second):
                sizes[self.group(indicator)] = sizes.get(self.group(indicator), 0) + 1
        return sizes

    def weight(self, instrument, indicator, members):
        exposures = self.set["exposures"].get(instrument["id"], {})
        region = indicator["region"]
        exposure = exposures.get(region, exposures.get("EMU", 0) if region in EMU else 0)
        direction = self.set["directions"].get(instrument["directionClass"], {}).get(indicator["category"], 0)
        return (exposure * direction * self.set["importance"][indicator["importance"] - 1]
                * self.set["stages"][indicator["stage"]] / math.sqrt(members[self.group(indicator)]))

    def half_life(self, indicator):
        return self.set["halfLives"][indicator["frequency"]]

    def variance(self, indicator):
        h = self.half_life(indicator)
        period = PERIOD_DAYS.get(indicator["frequency"]) or 365.25 / indicator["meetings"]
        return h / (2 * period * math.log(2)) * (1 - 2 ** (-2 * min(period, 4 * h) / h))

    def z(self, instrument, second):
        scaled, total, members = [], 0.0, self.members(second)
        for name in sorted(self.signals):
            indicator = self.indicators[name]
            times, values = self.signals[name]
            if times[0] > second or not self.in_force(indicator, second):
                continue
            w = self.weight(instrument, indicator, members)
            if w == 0:
                continue
            bloc = "EMU" if indicator["region"] in EMU else indicator["region"]
            scaled.append((bloc, indicator["category"], w * math.sqrt(self.variance(indicator))))
            age = (second - times[bisect.bisect_right(times, second) - 1]) / DAY
            if age < 4 * self.half_life(indicator):
                total += w * values[bisect.bisect_right(times, second) - 1] * 2 ** (-age / self.half_life(indicator))
        return total / self.scale(scaled) if scaled else None

    def scale(self, scaled):
        correlations = self.set["correlations"]
        squares = sum(a * a for _, _, a in scaled)
        everything = sum(a for _, _, a in scaled) ** 2
        by_bloc, by_both = {}, {}
        for bloc, category, a in scaled:
            by_bloc[bloc] = by_bloc.get(bloc, 0) + a
            by_both[bloc, category] = by_both.get((bloc, category), 0) + a
        in_bloc, in_both = sum(x * x for x in by_bloc.values()), sum(x * x for x in by_both.values())
        return math.sqrt(squares + correlations["sameCategory"] * (in_both - squares)
                         + correlations["sameBloc"] * (in_bloc - in_both)
                         + correlations["acrossBlocs"] * (everything - in_bloc))


def compare_bias(file, sets, indicators, instruments, all_surprises):
    answer = json.load(open(file, encoding="utf-8"))
    weights = Weights(sets[answer["weightSet"]], indicators, instruments, all_surprises)
    second = dt.datetime.fromisoformat(answer["asOf"].replace("Z", "+00:00")).timestamp()
    theirs = {item["instrument"]: item["z"] for item in answer["items"]}
    wrong, largest = 0, 0.0
    for instrument in instruments:
        mine = weights.z(instrument, second)
        if differs(mine, theirs[instrument["id"]]):
            wrong += 1
            print(f"{answer['asOf']} {instrument['id']}: recomputed {mine}, macro-edge {theirs[instrument['id']]}")
        elif mine is not None:
            largest = max(largest, abs(mine - theirs[instrument["id"]]))
    print(f"{answer['asOf']} {answer['weightSet']}: {len(instruments)} instruments compared, {wrong} differ, "
          f"largest difference {largest:.1e}")
    return wrong


def compare_history(file, weight_set, indicators, instruments, all_surprises):
    weights = Weights(weight_set, indicators, instruments, all_surprises)
    by_id = {one["id"]: one for one in instruments}
    compared = wrong = 0
    largest = 0.0
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        second = dt.datetime.fromisoformat(row["as_of"].replace("Z", "+00:00")).timestamp()
        mine, given = weights.z(by_id[row["instrument"]], second), float(row["z"]) if row["z"] else None
        compared += 1
        if differs(mine, given):
            wrong += 1
            print(f"{row['as_of']} {row['instrument']}: recomputed {mine}, macro-edge {given}")
        elif mine is not None:
            largest = max(largest, abs(mine - given))
    print(f"{compared} biases compared, {wrong} differ, largest difference {largest:.1e}")
    return wrong


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    archive, folder, surprises, *answers = sys.argv[1:]
    indicators, titles = catalogue(folder)
    instruments = yaml.safe_load(open(folder + "/instruments.yaml", encoding="utf-8"))
    sets = {one["id"]: one for one in yaml.safe_load(open(folder + "/weight-sets.yaml", encoding="utf-8"))}
    found = releases(archive, indicators, titles)
    all_surprises = {name: standardised(indicators[name], series) for name, series in found.items()}
    wrong = compare_surprises(surprises, indicators, all_surprises)
    for file in answers:
        if file.endswith(".csv"):
            wrong += compare_history(file, sets["default"], indicators, instruments, all_surprises)
        else:
            wrong += compare_bias(file, sets, indicators, instruments, all_surprises)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
