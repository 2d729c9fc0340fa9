#!/usr/bin/env python3
"""Prepares the input of the engine benchmark's peers: releases, instants and weights by epoch, as arrays.

  engine_inputs.py SURPRISES CATALOGUE INPUTS.npz

SURPRISES is the output of `macro-edge export surprises`, CATALOGUE the catalogue folder. The weights are computed with the
formulas of archive_check.py; z is the only number taken from macro-edge. No measured time includes this preparation.
"""
import csv
import datetime as dt
import json
import sys
import time

import numpy as np
import yaml

import archive_check

UTC = dt.timezone.utc
DAY = 86_400


def read_surprises(file):
    """The signals in the form of archive_check.Weights, and all release instants."""
    signals, instants = {}, set()
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        instant = dt.datetime.fromisoformat(row["released_at"].replace("Z", "+00:00"))
        instants.add(int(instant.timestamp()))
        if row["z"]:
            seconds, values = signals.setdefault(row["indicator"], ([], []))
            seconds.append(instant.timestamp())
            values.append(float(row["z"]))
    return signals, instants


def closes(instants):
    """22:00 UTC of every weekday in the years from the first release to the last."""
    first, last = (dt.datetime.fromtimestamp(at, UTC).year for at in (min(instants), max(instants)))
    date = dt.date(first, 1, 1)
    while date.year <= last:
        if date.weekday() < 5:
            yield int(dt.datetime.combine(date, dt.time(22), UTC).timestamp())
        date += dt.timedelta(1)


class Epochs:
    """The weight of every indicator for every instrument, and the scale S of each instrument, 0 without history."""

    def __init__(self, weights, indicators, instruments, names):
        self.weights, self.indicators, self.instruments, self.names = weights, indicators, instruments, names
        self.active_from = np.array([weights.signals[name][0][0] for name in names])
        self.deviation = np.sqrt([weights.variance(indicators[name]) for name in names])
        bloc = ["EMU" if indicators[name]["region"] in archive_check.EMU else indicators[name]["region"] for name in names]
        both = [(one, indicators[name]["category"]) for one, name in zip(bloc, names)]
        self.in_bloc, self.in_both = self.membership(bloc), self.membership(both)

    @staticmethod
    def membership(keys):
        places = {key: at for at, key in enumerate(sorted(set(keys)))}
        return np.eye(len(places))[[places[key] for key in keys]]

    def starts(self):
        changes = set(self.active_from)
        for name in self.names:
            indicator = self.indicators[name]
            zone = archive_check.ZoneInfo(indicator["release"][0]["zone"])
            for date in (indicator.get("validFrom"), indicator.get("validTo") and indicator["validTo"] + dt.timedelta(1)):
                if date:
                    changes.add(dt.datetime.combine(date, dt.time(), zone).timestamp())
        return sorted(changes)

    def unshared(self, start):
        members = self.weights.members(start)
        table = np.zeros((len(self.instruments), len(self.names)))
        for at, name in enumerate(self.names):
            if self.weights.in_force(self.indicators[name], start):
                for row, instrument in enumerate(self.instruments):
                    table[row, at] = self.weights.weight(instrument, self.indicators[name], members)
        return table

    def scale(self, weight):
        a = weight * self.deviation
        squares = (a * a).sum(axis=1)
        in_both, in_bloc = (((a @ one) ** 2).sum(axis=1) for one in (self.in_both, self.in_bloc))
        rho = self.weights.set["correlations"]
        return np.sqrt(squares + rho["sameCategory"] * (in_both - squares) + rho["sameBloc"] * (in_bloc - in_both)
                       + rho["acrossBlocs"] * (a.sum(axis=1) ** 2 - in_bloc))

    def tables(self):
        """The weights by span, which starts when an indicator starts or ends, and the scale by epoch, with the span of each."""
        held, spans, scales, span_of = None, [], [], []
        for start in self.starts():
            in_force = tuple(self.weights.in_force(self.indicators[name], start) for name in self.indicators)
            if in_force != held:
                held = in_force
                spans.append(self.unshared(start))
            span_of.append(len(spans) - 1)
            scales.append(self.scale(spans[-1] * (self.active_from <= start)))
        return np.array(self.starts(), dtype=np.int64), np.array(spans), np.array(span_of), np.array(scales)


def prepare(surprises, folder):
    indicators, _ = archive_check.catalogue(folder)
    instruments = yaml.safe_load(open(folder + "/instruments.yaml", encoding="utf-8"))
    sets = {one["id"]: one for one in yaml.safe_load(open(folder + "/weight-sets.yaml", encoding="utf-8"))}
    signals, instants = read_surprises(surprises)
    weights = archive_check.Weights(sets["default"], indicators, instruments, signals)
    names = sorted(weights.signals)
    last = {(at, int(second)): z for at, name in enumerate(names) for second, z in zip(*weights.signals[name])}
    starts, spans, span_of, scales = Epochs(weights, indicators, instruments, names).tables()
    return {
        "seconds": np.array(sorted(instants | set(closes(instants))), dtype=np.int64),
        "release_indicator": np.array([at for at, _ in last], dtype=np.int64),
        "release_second": np.array([second for _, second in last], dtype=np.int64),
        "release_z": np.array(list(last.values())),
        "half_life": np.array([weights.half_life(indicators[name]) * float(DAY) for name in names]),
        "epoch_start": starts,
        "epoch_span": span_of,
        "weight": spans,
        "scale": scales,
        "instruments": np.array([one["id"] for one in instruments]),
    }


def spans(inputs):
    """The spans of constant weights in ascending order: (positions of the instants, weights by instrument and indicator)."""
    bounds = np.append(np.searchsorted(inputs["seconds"], inputs["epoch_start"]), len(inputs["seconds"]))
    for span, weight in enumerate(inputs["weight"]):
        epochs = np.flatnonzero(inputs["epoch_span"] == span)
        at = slice(bounds[epochs[0]], bounds[epochs[-1] + 1])
        if at.start < at.stop:
            yield at, weight


def scaled(inputs, sums):
    """Divides weighted sums (a row per instant, a column per instrument) by the scale of their epoch."""
    epoch = np.searchsorted(inputs["epoch_start"], inputs["seconds"], side="right") - 1
    with np.errstate(invalid="ignore"):
        z = sums / inputs["scale"][epoch]
    z[epoch < 0] = np.nan
    return z.T


def measure(peer, history):
    """Runs `history(inputs)` ROUNDS times, prints the milliseconds of each run and writes Z of the last."""
    inputs_file, z_file, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with np.load(inputs_file) as stored:
        inputs = {name: stored[name] for name in stored.files}
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        z = history(inputs)
        times.append((time.perf_counter() - start) * 1e3)
    np.ascontiguousarray(z, dtype="<f8").tofile(z_file)
    print(json.dumps({"peer": peer, "ms": times}))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    np.savez(sys.argv[3], **prepare(sys.argv[1], sys.argv[2]))
