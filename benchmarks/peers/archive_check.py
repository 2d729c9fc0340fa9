#!/usr/bin/env python3
"""Recomputes every release, scale, z and Z of a calendar archive and compares them with those of macro-edge.

Formula version 2. Plain Python with its own parser and formulas, written from the design, not from the engine. From
macro-edge it reads only the YAML files and the answers.

  macro-edge export surprises > surprises.csv
  macro-edge bias --as-of 2021-09-03T12:30:00Z --format json > bias-1.json   (for any number of times)
  macro-edge export bias --from 2010-01-01T00:00:00Z > bias.csv              (every daily close)
  python3 archive_check.py ARCHIVE CATALOGUE surprises.csv bias-*.json bias.csv [--list]

--list also prints the suspects, the extremes, the decisions measured by the rate in force and the ties.
Needs PyYAML. Exits with status 1 if a number differs by more than 1e-9, relative or absolute.
"""
import bisect
import collections
import csv
import datetime as dt
import itertools
import json
import math
import statistics
import sys
from decimal import Decimal
from zoneinfo import ZoneInfo

import yaml

from archive_releases import UTC, catalogue, instants, midnight, period, releases

TOLERANCE = 1e-9
CLIP = 4.0
LAMBDA = 2 ** (-1 / 24)
EMU = {"EA", "DE", "FR", "IT", "ES"}
DAY = 86_400
MOVES = 24

Result = collections.namedtuple("Result", "release forecast kind surprise sigma raw suspect")


def is_policy_rate(indicator):
    irregular_percentage = indicator["frequency"] == "irregular" and indicator["unit"] == "percent"
    return indicator.get("policyRate", irregular_percentage)


class Scale:
    """Bounded, exponentially weighted second moment about zero."""

    def __init__(self, indicator):
        self.floor = float(indicator["floor"]) if "floor" in indicator else float(indicator["step"]) / math.sqrt(6)
        self.policy, self.first, self.v = is_policy_rate(indicator), [], None

    def sigma(self):
        if self.v is None:
            return self.floor if self.policy else None
        return max(math.sqrt(self.v), self.floor)

    def add(self, surprise):
        size = abs(float(surprise))
        if self.v is None:
            self.first.append(size)
            if len(self.first) == 10:
                median = statistics.median(self.first)
                self.v = (1.4826 * median) ** 2 if median > 0 else (1.2533 * statistics.fmean(self.first)) ** 2
        else:
            self.v = LAMBDA * self.v + (1 - LAMBDA) * min(size, 4 * self.sigma()) ** 2


def is_suspect(indicator, release, forecast, raw, moves):
    """The forecast is a typing error, or the actual has the wrong sign."""
    if raw is None or abs(raw) <= 10:
        return False
    actual, step = release.actual, Decimal(str(indicator["step"]))
    miss = abs(actual - forecast)
    if release.previous is not None:
        move = abs(actual - release.previous)
        usual = max(statistics.median(moves[-MOVES:]) if moves else step, step)
        if 4 * move <= miss and move <= 3 * usual:
            return True
    return actual * forecast < 0 and 10 * abs(actual + forecast) < abs(actual) and abs(actual) >= 20 * step


def standardised(indicator, series, rate):
    """The surprise, scale and z of each release.

    rate: the rate in force before the first release, None where there was none
    """
    scale, moves, results = Scale(indicator), [], []
    for group in instants(series):
        sigma, news, seen = scale.sigma(), [], []
        for release in group:
            forecast, kind = release.forecast, "survey" if release.forecast is not None else None
            if forecast is None and is_policy_rate(indicator) and rate is not None:
                forecast, kind = rate, "naive"
            surprise = None if forecast is None else release.actual - forecast
            raw = None if surprise is None or sigma is None else indicator["polarity"] * float(surprise) / sigma
            suspect = is_suspect(indicator, release, forecast, raw, moves)
            if surprise is not None and not suspect:
                news.append(surprise)
            if release.previous is not None:
                seen.append(abs(release.actual - release.previous))
            results.append(Result(release, forecast, kind, surprise, sigma if surprise is not None else None, raw, suspect))
            rate = release.actual
        moves += seen
        for surprise in news:
            scale.add(surprise)
    return results


def all_standardised(indicators, found):
    """Every series, a predecessor before its successor: a policy rate takes over the rate in force."""
    predecessors = {entry["successor"]: name for name, entry in indicators.items() if entry.get("successor")}
    results = {}

    def compute(name):
        if name not in results:
            before = predecessors.get(name)
            rate = None
            if before in found and is_policy_rate(indicators[name]) and is_policy_rate(indicators[before]):
                rate = found[before][-1].actual
            results[name] = standardised(indicators[name], found[name], rate)

    for name in sorted(found):
        compute(name)
    return results


def differs(mine, theirs):
    if mine is None or theirs is None:
        return (mine is None) != (theirs is None)
    return abs(mine - theirs) > TOLERANCE * max(1.0, abs(mine))


def clipped(raw, clip):
    return None if raw is None else max(-clip, min(clip, raw))


def compare_surprises(file, all_results):
    compared = wrong = 0
    theirs = collections.defaultdict(dict)
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        theirs[row["indicator"]].setdefault(key(row["released_at"], row["actual"], row["previous"]), []).append(row)
    mine = {name: collections.defaultdict(list) for name in set(theirs) | set(all_results)}
    for name, results in all_results.items():
        for result in results:
            at = result.release.at.strftime("%Y-%m-%dT%H:%M:%SZ")
            mine[name][key(at, result.release.actual, result.release.previous)].append(result)
    for name in sorted(mine):
        for place in sorted(set(mine[name]) | set(theirs[name]), key=str):
            here, there = mine[name].get(place, []), theirs[name].get(place, [])
            compared += max(len(here), len(there))
            if len(here) != len(there):
                wrong += abs(len(here) - len(there))
                print(f"{name} {place}: {len(here)} releases recomputed, {len(there)} in macro-edge")
                continue
            for result, row in zip(here, there):
                faults = differences(result, row)
                if faults:
                    wrong += 1
                    print(f"{name} {row['released_at']}: " + ", ".join(faults))
    print(f"{compared} releases compared, {wrong} differ")
    return wrong


def key(at, actual, previous):
    return at, figure(actual), figure(previous)


def figure(text):
    return None if text is None or text == "" else Decimal(str(text)).normalize()


def differences(result, row):
    cell = lambda column: float(row[column]) if row[column] else None
    usable = None if result.suspect else clipped(result.raw, CLIP)
    pairs = {"forecast": None if result.forecast is None else float(result.forecast),
             "surprise": None if result.surprise is None else float(result.surprise),
             "z_raw": result.raw, "z": usable}
    if result.raw is not None:
        pairs["sigma"] = result.sigma
    faults = [f"{column} recomputed {value}, macro-edge {row[column]}"
              for column, value in pairs.items() if differs(value, cell(column))]
    if (row["forecast_kind"] or None) != result.kind:
        faults.append(f"forecast_kind recomputed {result.kind}, macro-edge {row['forecast_kind']}")
    return faults


def signals(all_results, clip):
    usable = {name: [(one.release.at.timestamp(), clipped(one.raw, clip)) for one in results
                     if one.raw is not None and not one.suspect] for name, results in all_results.items()}
    return {name: ([second for second, _ in series], [z for _, z in series]) for name, series in usable.items() if series}


class Weights:
    def __init__(self, weight_set, indicators, instruments, signals):
        """signals: for each indicator, the seconds of its usable z, ascending, and each z clipped."""
        if weight_set["mode"] != "latest":
            sys.exit(f"weight set {weight_set['id']}: only mode latest is recomputed")
        self.set, self.indicators, self.instruments, self.signals = weight_set, indicators, instruments, signals
        self.counted_at, self.counted = None, {}

    @staticmethod
    def group(indicator):
        return indicator["region"], indicator["category"], indicator["group"]

    @staticmethod
    def in_force(indicator, second):
        zone = ZoneInfo(indicator["release"][0]["zone"])
        start, end = indicator.get("validFrom"), indicator.get("validTo")
        return ((start is None or midnight(start, zone).timestamp() <= second)
                and (end is None or second < midnight(end + dt.timedelta(1), zone).timestamp()))

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
        p = period(indicator)
        return h / (2 * p * math.log(2)) * (1 - 2 ** (-2 * min(p, 4 * h) / h))

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


def compare_bias(file, sets, indicators, instruments, all_results):
    answer = json.load(open(file, encoding="utf-8"))
    weight_set = sets[answer["weightSet"]]
    weights = Weights(weight_set, indicators, instruments, signals(all_results, float(weight_set["clip"])))
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


def compare_history(file, weight_set, indicators, instruments, all_results):
    weights = Weights(weight_set, indicators, instruments, signals(all_results, float(weight_set["clip"])))
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


def listing(indicators, all_results):
    """What the rules of formula version 2 touch."""
    for name, results in sorted(all_results.items()):
        for at, group in itertools.groupby(results, key=lambda one: one.release.at):
            group = list(group)
            if len(group) > 1:
                print(f"tie {name} {at:%Y-%m-%dT%H:%MZ}: " + ", ".join(str(one.release.actual) for one in group))
        for one in results:
            place = f"{name} {one.release.at:%Y-%m-%dT%H:%MZ}"
            if one.suspect or one.raw is not None and abs(one.raw) > 10:
                print(f"{'suspect' if one.suspect else 'extreme'} {place}: actual {one.release.actual}, forecast "
                      f"{one.forecast}, previous {one.release.previous}, raw z {one.raw:.1f}")
        if is_policy_rate(indicators[name]):
            first = [one for one in results if one.surprise is not None][:10]
            moved = [one for one in first if one.surprise]
            print(f"policy {name}: {len(first)} of the first ten decisions by the floor, {len(moved)} with a surprise: "
                  + ", ".join(f"{one.release.at:%Y-%m-%d} {one.raw:+.1f}" for one in moved))


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) < 3:
        sys.exit(__doc__)
    archive, folder, surprises, *answers = arguments
    indicators, titles = catalogue(folder)
    instruments = yaml.safe_load(open(folder + "/instruments.yaml", encoding="utf-8"))
    sets = {one["id"]: one for one in yaml.safe_load(open(folder + "/weight-sets.yaml", encoding="utf-8"))}
    all_results = all_standardised(indicators, releases(archive, indicators, titles))
    if "--list" in sys.argv:
        listing(indicators, all_results)
    wrong = compare_surprises(surprises, all_results)
    for file in answers:
        if file.endswith(".csv"):
            wrong += compare_history(file, sets["default"], indicators, instruments, all_results)
        else:
            wrong += compare_bias(file, sets, indicators, instruments, all_results)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
