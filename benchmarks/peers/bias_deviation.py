#!/usr/bin/env python3
"""The standard deviation of daily Z and the share of strongly bullish or bearish days, before and after a change.

  macro-edge export bias --from 2012-01-01T00:00:00Z --to 2021-12-31T23:59:59Z > bias.csv
  python3 bias_deviation.py before.csv after.csv

Reads the columns as_of, instrument and z of two files (from the program, or from archive_closes.py), keeps the closes of
Monday to Friday, 2012 to 2021, that have a z, and prints two Markdown tables: by instrument, and by year over all
instruments. A day is strong from a score of 87 on; where a file has a column label, days without a label are not. Then it
names each instrument whose deviation is outside 0.8 to 1.25. Needs pandas.
"""
import statistics
import sys

import pandas

STRONG = statistics.NormalDist().inv_cdf((1 + 0.87) / 2)
LEAST, MOST = 0.8, 1.25


def read(file):
    table = pandas.read_csv(file)
    table["as_of"] = pandas.to_datetime(table["as_of"], utc=True)
    inside = (table.as_of.dt.year.between(2012, 2021)) & (table.as_of.dt.day_of_week < 5) & (table.as_of.dt.hour == 22)
    table = table[inside & table.z.notna()].copy()
    table["year"] = table.as_of.dt.year
    table["strong"] = table.z.abs() >= STRONG
    if "label" in table:
        table["strong"] &= table.label.notna()
    return table


def figures(table, by):
    grouped = table.groupby(by, sort=False)
    return pandas.DataFrame({"days": grouped.z.count(), "deviation": grouped.z.std(), "strongly": grouped.strong.mean()})


def deviation(value):
    return f"{value:.3f}"


def share(value):
    return f"{100 * value:.1f} %"


def print_table(before, after, by):
    old, new = figures(before, by), figures(after, by)
    print(f"| {by.capitalize()} | Deviation before | after | Strongly before | after |")
    print("|---|---|---|---|---|")
    for name in old.index:
        print(f"| {name} | {deviation(old.deviation[name])} | {deviation(new.deviation[name])} | "
              f"{share(old.strongly[name])} | {share(new.strongly[name])} |")
    print(f"| mean | {deviation(old.deviation.mean())} | {deviation(new.deviation.mean())} | "
          f"{share(old.strongly.mean())} | {share(new.strongly.mean())} |\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    before, after = read(sys.argv[1]), read(sys.argv[2])
    print_table(before, after, "instrument")
    print_table(before, after, "year")
    both = before.merge(after, on=["as_of", "instrument"], suffixes=("_before", "_after"))
    change = (both.z_after - both.z_before).abs().groupby(both.instrument, sort=False)
    changed = change.max()[change.max() > 1e-9]
    print(f"{len(changed)} of {both.instrument.nunique()} instruments differ on some close.")
    if len(changed):
        largest = changed.idxmax()
        print(f"Largest mean difference {change.mean().max():.3f} ({change.mean().idxmax()}), "
              f"largest difference {changed.max():.3f} ({largest}).")
    outside = figures(after, "instrument")
    outside = outside[(outside.deviation < LEAST) | (outside.deviation > MOST)]
    print(f"Outside {LEAST} to {MOST}: " + (", ".join(
        f"{name} {deviation(value)}" for name, value in outside.deviation.items()) or "none"))


if __name__ == "__main__":
    main()
