#!/usr/bin/env python3
"""Recomputes the daily closes of every instrument from a calendar archive, under any catalogue, and writes them as CSV.

  python3 archive_closes.py ARCHIVE CATALOGUE [WEIGHT_SET] > closes.csv

The columns are as_of, instrument, z and label, at 22:00 UTC from Monday to Friday of 2012 to 2021. The formulas are those
that archive_check.py compares with macro-edge. The output is input for bias_deviation.py, so that the effect of a catalogue
can be seen without the program. Needs PyYAML.
"""
import csv
import datetime as dt
import sys

import yaml

from archive_bias import Weights
from archive_releases import catalogue, releases, weight_sets
from archive_surprises import all_standardised

FIRST, LAST = dt.date(2012, 1, 1), dt.date(2021, 12, 31)


def closes():
    day = FIRST
    while day <= LAST:
        if day.weekday() < 5:
            yield dt.datetime.combine(day, dt.time(22), dt.timezone.utc)
        day += dt.timedelta(1)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    archive, folder, name = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "default"
    indicators, titles = catalogue(folder)
    instruments = yaml.safe_load(open(folder + "/instruments.yaml", encoding="utf-8"))
    results = all_standardised(indicators, releases(archive, indicators, titles))
    weights = Weights(weight_sets(folder)[name], indicators, results)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["as_of", "instrument", "z", "label"])
    for close in closes():
        for instrument in instruments:
            bias = weights.bias(instrument, close.timestamp())
            out.writerow([f"{close:%Y-%m-%dT%H:%M:%SZ}", instrument["id"], bias.z, bias.label])
        weights.facts.kept.clear()


if __name__ == "__main__":
    main()
