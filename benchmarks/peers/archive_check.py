#!/usr/bin/env python3
"""Recomputes every release, scale, z and bias of a calendar archive and compares them with those of macro-edge.

Formula version 3. Plain Python with its own parser and formulas, written from the design, not from the engine. From
macro-edge it reads only the YAML files and the answers. Of a bias it checks z, score, label and reason, data health and its
three factors, agreement, breadth, the new share, both sides of a pair, the parts, the reasons for and against, the changes,
the rows with the same inputs, the leading release with the scores without it, and the number of independent biases; of a
surprise index z, coverage and reason; of the forecasts from own prints their errors.

  macro-edge export surprises > surprises.csv
  macro-edge bias --as-of 2021-09-03T12:30:00Z --format json > bias-1.json   (for any number of times)
  macro-edge export bias --from 2010-01-01T00:00:00Z > bias.csv              (every daily close)
  macro-edge export indices --from 2010-01-01T00:00:00Z > indices.csv
  macro-edge consensus --format json > consensus.json
  python3 archive_check.py ARCHIVE CATALOGUE surprises.csv bias-*.json bias.csv indices.csv \
    consensus.json [--list]

--list also prints the suspects, the extremes, the decisions measured by the rate in force and the ties.
Needs PyYAML and numpy. Exits with status 1 if a number differs by more than 1e-9, relative or absolute.
"""
import collections
import csv
import datetime as dt
import itertools
import json
import sys
from decimal import Decimal

import yaml

from archive_bias import Weights, largest
from archive_compare import Comparison, differs
from archive_indices import Indices, compare_indices
from archive_lead import changes, check_independent, check_lead, first_with_same_inputs
from archive_regime import Regimes
from archive_releases import catalogue, releases, weight_sets
from archive_surprises import CLIP, all_standardised, clipped, is_policy_rate

FIGURES = ("z", "score", "health", "coverage", "freshness", "quality", "agreement", "breadth", "new")
COLUMNS = {"new": "new_share"}
KEYS = {"new": "newShare"}


def seconds(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


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


def compare_summary(file, weights, instruments):
    """Everything that an answer of the command bias says of its instant."""
    answer = json.load(open(file, encoding="utf-8"))
    second = seconds(answer["asOf"])
    biases = {instrument["id"]: weights.bias(instrument, second) for instrument in instruments}
    comparison = Comparison(f"{answer['asOf']} {answer['weightSet']}")
    comparison.exact("", "instruments", list(biases), [item["instrument"] for item in answer["items"]])
    for instrument, item in zip(instruments, answer["items"]):
        compare_item(comparison, biases, item)
        for span, mine in changes(weights, instrument, second).items():
            comparison.number(item["instrument"], "change " + span, mine, item["change"][span])
        day_before = weights.bias(instrument, second - 86_400).label
        comparison.exact(item["instrument"], "label of the day before", day_before, item["change"]["labelDayBefore"])
    check_lead(comparison, answer["lead"], biases)
    check_independent(comparison, answer["independent"], weights, instruments, second)
    return comparison.report()


def compare_item(comparison, biases, item):
    place, bias = item["instrument"], biases[item["instrument"]]
    for figure_name in FIGURES:
        name = KEYS.get(figure_name, figure_name)
        comparison.number(place, name, getattr(bias, figure_name), item[name])
    comparison.exact(place, "label", bias.label, item["label"])
    comparison.exact(place, "reason", bias.reason, item["reason"])
    comparison.numbers(place, "side", bias.sides, {side["currency"]: side["coverage"] for side in item["sides"]})
    comparison.numbers(place, "part", bias.parts, item["parts"])
    comparison.exact(place, "sameInputsAs", first_with_same_inputs(biases, place), item["sameInputsAs"])
    upwards = bias.z is None or bias.z >= 0
    by_size = largest(bias.contributions)
    drivers(comparison, place, "for", [each for each in by_size if (each.value > 0) == upwards], item["reasonsFor"])
    drivers(comparison, place, "against", [each for each in by_size if (each.value > 0) != upwards], item["reasonsAgainst"])


def drivers(comparison, place, name, contributions, given):
    mine = {each.indicator: each.value for each in contributions[:3]}
    comparison.exact(place, name, list(mine), [driver["indicator"] for driver in given])
    comparison.numbers(place, name, mine, {driver["indicator"]: driver["contribution"] for driver in given})


def compare_history(file, weights, instruments):
    comparison, by_id = Comparison(file), {instrument["id"]: instrument for instrument in instruments}
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        bias, place = weights.bias(by_id[row["instrument"]], seconds(row["as_of"])), f"{row['instrument']} {row['as_of']}"
        for figure_name in FIGURES:
            column = COLUMNS.get(figure_name, figure_name)
            comparison.number(place, column, getattr(bias, figure_name), float(row[column]) if row[column] else None)
        comparison.exact(place, "label", bias.label, row["label"] or None)
        comparison.exact(place, "reason", bias.reason, row["reason"] or None)
    return comparison.report()


def compare_league(file, all_results):
    """The errors of the forecasts from own prints; those of sources need captured vintages, which an archive has not."""
    errors = collections.defaultdict(list)
    for results in all_results.values():
        for result in results:
            if result.sigma is not None and not result.suspect:
                for kind, value in result.own.items():
                    errors[kind].append(clipped(float(result.release.actual - value) / result.sigma, CLIP))
    comparison = Comparison(file)
    for item in json.load(open(file, encoding="utf-8"))["items"]:
        mine = errors.pop(item["source"], [])
        comparison.number(item["source"], "releases", len(mine), item["releases"])
        comparison.number(item["source"], "meanAbsoluteError", sum(map(abs, mine)) / len(mine), item["meanAbsoluteError"])
        comparison.number(item["source"], "bias", sum(mine) / len(mine), item["bias"])
    comparison.exact("", "without an answer", [], list(errors))
    return comparison.report()


def listing(indicators, all_results):
    """What the rules of formula version 3 touch."""
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
    found = releases(archive, indicators, titles)
    all_results = all_standardised(indicators, found)
    declared, regimes = weight_sets(folder), Regimes(indicators, found)
    sets = {name: Weights(weight_set, indicators, all_results, regimes) for name, weight_set in declared.items()}
    indices = Indices(folder, declared, indicators, all_results)
    if "--list" in sys.argv:
        listing(indicators, all_results)
    wrong = compare_surprises(surprises, all_results)
    for file in answers:
        if file.endswith(".json") and "meanAbsoluteError" in open(file, encoding="utf-8").read():
            wrong += compare_league(file, all_results)
        elif file.endswith(".csv") and "index" in open(file, encoding="utf-8").readline().split(","):
            wrong += compare_indices(file, indices, seconds)
        elif file.endswith(".csv"):
            wrong += compare_history(file, sets["default"], instruments)
        else:
            wrong += compare_summary(file, sets[json.load(open(file, encoding="utf-8"))["weightSet"]], instruments)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
