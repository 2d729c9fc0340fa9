"""Writes indices.csv: surprise indices of eight indicators as docs/concepts/indices.md defines them, computed without the engine.

Usage: python3 indices.py >indices.csv (Python 3.8 or later; no packages). The sums run in another order than the engine's.
"""
import csv
import math
import sys

HALF_LIFE = {"weekly": 10, "monthly": 30, "quarterly": 45}
PERIOD = {"weekly": 7, "monthly": 365.25 / 12, "quarterly": 365.25 / 4}
STAGE = {"first": 1, "second": 0.5, "final": 0.25}
CLIP = 4
BLOC = {"US": "US", "EA": "EMU", "DE": "EMU"}

# id: region, category, frequency, importance, stage, group
INDICATORS = {
    "us-claims": ("US", "labour", "weekly", 1, "first", "claims"),
    "us-core-cpi": ("US", "inflation", "monthly", 3, "first", "cpi"),
    "us-cpi": ("US", "inflation", "monthly", 3, "first", "cpi"),
    "us-gdp": ("US", "growth", "quarterly", 3, "second", "gdp"),
    "us-budget": ("US", "fiscal", "monthly", 1, "first", "budget"),
    "ea-hicp": ("EA", "inflation", "monthly", 3, "first", "hicp"),
    "de-ifo": ("DE", "surveys", "monthly", 2, "first", "ifo"),
    "de-cpi": ("DE", "inflation", "monthly", 2, "first", "cpi"),
}
# days after the start, z before the clip
RELEASES = {
    "us-claims": [(0, 1.5), (7, -2.0), (14, 0.5)],
    "us-core-cpi": [(10, 3.0)],
    "us-cpi": [(10, -1.2)],
    "us-gdp": [(20, 5.0)],
    "us-budget": [(2, 0.7)],
    "ea-hicp": [(5, -0.8), (35, 2.2)],
    "de-ifo": [(21, 1.1)],
    "de-cpi": [],
}
GROWTH = {"growth", "labour", "surveys", "consumption", "housing", "trade", "inventories", "credit"}
SIDES = {"all": None, "growth": GROWTH, "inflation": {"inflation"}}
AREAS = {"US": {"US"}, "EMU": {"EA", "DE"}, "EA": {"EA"}, "DE": {"DE"}, "US+DE": {"US", "DE"}}
DAYS = [-1, 0, 10, 21.5, 40, 100, 400]


def variance(mode, frequency):
    h, p = HALF_LIFE[frequency], PERIOD[frequency]
    life = 4 * h if mode == "sum" else min(p, 4 * h)
    return h / (2 * p * math.log(2)) * (1 - 2 ** (-2 * life / h))


def signals(mode, name, day):
    h = HALF_LIFE[INDICATORS[name][2]]
    known = [(t, z) for t, z in RELEASES[name] if t <= day]
    counted = known if mode == "sum" else known[-1:]
    return [max(-CLIP, min(CLIP, z)) * 2 ** (-(day - t) / h) for t, z in counted if day - t < 4 * h]


def index(mode, area, side, day):
    members = {
        name: row
        for name, row in INDICATORS.items()
        if row[0] in AREAS[area] and (SIDES[side] is None or row[1] in SIDES[side])
    }
    weights = {}
    for name, (region, category, _, importance, stage, group) in members.items():
        n = sum(1 for other in INDICATORS.values() if (other[0], other[1], other[5]) == (region, category, group))
        weights[name] = importance * STAGE[stage] / math.sqrt(n)
    active = [name for name in members if any(t <= day for t, _ in RELEASES[name])]
    live = [name for name in active if signals(mode, name, day)]
    coverage = sum(weights[name] for name in live) / sum(weights.values())
    if not active:
        return None, coverage
    square = 0.0
    for i in active:
        for j in active:
            a = weights[i] * math.sqrt(variance(mode, INDICATORS[i][2]))
            b = weights[j] * math.sqrt(variance(mode, INDICATORS[j][2]))
            same_bloc = BLOC[INDICATORS[i][0]] == BLOC[INDICATORS[j][0]]
            same_category = INDICATORS[i][1] == INDICATORS[j][1]
            rho = 1 if i == j else 0.01 if not same_bloc else 0.10 if same_category else 0.02
            square += rho * a * b
    total = sum(weights[name] * sum(signals(mode, name, day)) for name in active)
    return total / math.sqrt(square), coverage


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["mode", "areas", "side", "day", "z", "coverage"])
    for mode in ("latest", "sum"):
        for area in AREAS:
            for side in SIDES:
                if (area, side) == ("EA", "growth"):
                    continue  # the fixture has no such indicator
                for day in DAYS:
                    z, coverage = index(mode, area, side, day)
                    writer.writerow([mode, area, side, day, "" if z is None else repr(z), repr(coverage)])
