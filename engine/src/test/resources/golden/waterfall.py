"""Writes waterfall.csv: the parts of changes of the indices of indices.py, computed from the definition without the engine.

Usage: python3 waterfall.py >waterfall.csv (Python 3.8 or later; no packages). It moves all indicators from one event to
the next, where the engine takes one indicator after another. Days are days after the start, with fractions.
"""
import csv
import math
import sys

from indices import AREAS, BLOC, CLIP, HALF_LIFE, INDICATORS, RELEASES, STAGE, variance

SECOND = 1 / 86400
SPANS = [(-1, 0), (-1, 15), (0, 7), (5, 21.5), (9, 100), (0, 400), (40, 41)]


def half_life(name):
    return HALF_LIFE[INDICATORS[name][2]]


def scale(weights, active, mode):
    square = 0.0
    for i in active:
        for j in active:
            a = weights[i] * math.sqrt(variance(mode, INDICATORS[i][2]))
            b = weights[j] * math.sqrt(variance(mode, INDICATORS[j][2]))
            same_bloc = BLOC[INDICATORS[i][0]] == BLOC[INDICATORS[j][0]]
            same_category = INDICATORS[i][1] == INDICATORS[j][1]
            square += (1 if i == j else 0.01 if not same_bloc else 0.10 if same_category else 0.02) * a * b
    return math.sqrt(square)


def value(name, live, day):
    """The sum of live signals; one that ends at this instant has the value of the second before."""
    h = half_life(name)
    return sum(z * 2 ** (-min(day - t, 4 * h - SECOND) / h) for t, z in live)


def waterfall(mode, area, start, end):
    members = [name for name in INDICATORS if INDICATORS[name][0] in AREAS[area]]
    weights = {}
    for name in members:
        region, category, _, importance, stage, group = INDICATORS[name]
        n = sum(1 for other in INDICATORS.values() if (other[0], other[1], other[5]) == (region, category, group))
        weights[name] = importance * STAGE[stage] / math.sqrt(n)
    releases = {name: [(t, max(-CLIP, min(CLIP, z))) for t, z in RELEASES[name]] for name in members}
    live = {}
    for name in members:
        known = [(t, z) for t, z in releases[name] if t <= start]
        counted = known if mode == "sum" else known[-1:]
        live[name] = [(t, z) for t, z in counted if start - t < 4 * half_life(name)]
    active = {name for name in members if any(t <= start for t, _ in releases[name])}
    s = scale(weights, active, mode)
    events = {t for name in members for t, _ in releases[name]}
    events |= {t + 4 * half_life(name) for name in members for t, _ in releases[name]}
    rows, decay = [], dict.fromkeys(members, 0.0)
    now = start
    for day in sorted(e for e in events if start < e <= end) + [end]:
        for name in active:
            decay[name] += weights[name] / s * (value(name, live[name], day) - value(name, live[name], now))
        now = day
        for name in members:
            for t, z in releases[name]:
                if t == day and (t, z) not in live[name]:
                    old = 0.0 if mode == "sum" else value(name, live[name], day)
                    live[name] = live[name] + [(t, z)] if mode == "sum" else [(t, z)]
                    if name in active:
                        rows.append(("release", day, name, weights[name] / s * (z - old)))
        for name in members:
            for t, z in list(live[name]):
                if day - t >= 4 * half_life(name):
                    if name in active:
                        rows.append(("roll-off", day, name, -weights[name] / s * value(name, [(t, z)], day)))
                    live[name].remove((t, z))
        started = {name for name in members if any(t <= day for t, _ in releases[name])} - active
        if started:
            after = scale(weights, active | started, mode)
            for name in started:
                rows.append(("activation", day, name, weights[name] / (s or after) * value(name, live[name], day)))
            if s:
                total = sum(weights[name] * value(name, live[name], day) for name in active | started)
                rows.append(("scale", day, "", total / after - total / s))
            active |= started
            s = after
    rows += [("decay", "", name, part) for name, part in decay.items()]
    return [row for row in rows if row[3] != 0]


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["mode", "areas", "from", "to", "kind", "day", "indicator", "part"])
    for mode in ("latest", "sum"):
        for area in ("US", "EMU", "US+DE"):
            for start, end in SPANS:
                for kind, day, name, part in waterfall(mode, area, start, end):
                    writer.writerow([mode, area, start, end, kind, day, name, repr(part)])
