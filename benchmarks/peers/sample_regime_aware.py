#!/usr/bin/env python3
"""Recomputes the biases of the sample by the weight set regime-aware and compares them with those of macro-edge.

Plain Python, written from docs/concepts/regime.md and regime-aware.md, not from the engine: releases, σ, z, quadrants, weights,
scale, and of each contribution its z, weight, decay and size. From macro-edge it reads only the YAML files and the answers.

  macro-edge explain SPX --weight-set regime-aware --as-of 2019-07-01T12:00:00Z --format json > explain-1.json
  python3 sample_regime_aware.py samples/releases-2014-2021.csv.gz catalogue explain-*.json
  python3 sample_regime_aware.py samples/releases-2014-2021.csv.gz catalogue --write SPX@2019-07-01T12:00:00Z > golden.csv

The second form writes contributions of any number of biases, for a test. Needs PyYAML and numpy. Exits with status 1 if a number differs by more than 1e-9, relative or absolute.
"""
import csv
import datetime as dt
import gzip
import json
import sys
from decimal import Decimal

import yaml

from archive_bias import Weights
from archive_compare import Comparison
from archive_regime import Regimes
from archive_releases import Release, catalogue, catalogue_instant, instants, weight_sets
from archive_surprises import all_standardised

FIGURES = {"z": "z", "score": "score", "health": "health", "coverage": "coverage", "freshness": "freshness",
           "quality": "quality", "agreement": "agreement", "breadth": "breadth", "new": "newShare"}
SET = "regime-aware"


def instant(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


def decimal(text):
    return Decimal(text) if text else None


def known_at(indicator, text):
    """A date alone becomes known at the catalogue's time of that day."""
    return instant(text) if "T" in text else catalogue_instant(indicator, dt.date.fromisoformat(text))


def sample(file, indicators):
    found = {}
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            at = known_at(indicators[row["indicator"]], row["released_at"])
            found.setdefault(row["indicator"], []).append(
                Release(at, decimal(row["actual"]), decimal(row["forecast"]), decimal(row["previous"])))
    return {name: [release for group in instants(series) for release in group] for name, series in found.items()}


def compare(file, weights, instruments):
    answer = json.load(open(file, encoding="utf-8"))
    second = instant(answer["asOf"]).timestamp()
    comparison = Comparison(f"{answer['instrument']} {answer['asOf']}")
    comparison.exact("", "weightSet", SET, answer["weightSet"])
    comparison.exact("", "weightsPrior", True, answer["weightsPrior"])
    bias = weights.bias(instruments[answer["instrument"]], second)
    for mine, theirs in FIGURES.items():
        comparison.number("", mine, getattr(bias, mine), answer[theirs])
    comparison.exact("", "label", bias.label, answer["label"])
    comparison.exact("", "reason", bias.reason, answer["reason"])
    there = {one["indicator"]: one for one in answer["contributions"]}
    here = {one.indicator: one for one in bias.contributions}
    comparison.exact("", "contributions", sorted(here), sorted(there))
    for name in here.keys() & there.keys():
        comparison.number(name, "contribution", here[name].value, there[name]["contribution"])
        comparison.number(name, "weight", here[name].weight, there[name]["weight"])
    return len(here), comparison.report()


def write(questions, weights, instruments):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["instrument", "as_of", "indicator", "weight", "contribution"])
    for question in questions:
        instrument, as_of = question.split("@")
        for one in weights.bias(instruments[instrument], instant(as_of).timestamp()).contributions:
            out.writerow([instrument, as_of, one.indicator, one.weight, one.value])


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    file, folder, *answers = sys.argv[1:]
    indicators, _ = catalogue(folder)
    instruments = {entry["id"]: entry for entry in yaml.safe_load(open(folder + "/instruments.yaml", encoding="utf-8"))}
    found = sample(file, indicators)
    weights = Weights(weight_sets(folder)[SET], indicators, all_standardised(indicators, found), Regimes(indicators, found))
    if answers[0] == "--write":
        write(answers[1:], weights, instruments)
        return
    compared = [compare(answer, weights, instruments) for answer in answers]
    print(f"{sum(count for count, _ in compared)} contributions compared in {len(answers)} answers")
    sys.exit(1 if any(wrong for _, wrong in compared) else 0)


if __name__ == "__main__":
    main()
