#!/usr/bin/env python3
"""Bias history in dense numpy: computes every signal at every instant, then multiplies by the matrix of weights.

  engine_dense.py INPUTS.npz Z_FILE ROUNDS
"""
import numpy as np

import engine_inputs

HALF_LIVES = 4


def signals(seconds, indicator, released, z, half_life):
    """One row per indicator: z · 2^(−age/h) of the release in force, for ages under 4h."""
    rows = np.zeros((len(half_life), len(seconds)))
    bounds = np.searchsorted(indicator, np.arange(len(half_life) + 1))
    starts = np.searchsorted(seconds, released)
    for at, h in enumerate(half_life):
        own = slice(bounds[at], bounds[at + 1])
        lasts = np.diff(starts[own], append=len(seconds))
        first = starts[own][0]
        row = rows[at, first:]
        np.subtract(seconds[first:], np.repeat(released[own], lasts), out=row)
        rolled_off = row >= HALF_LIVES * h
        row /= -h
        np.exp2(row, out=row)
        row *= np.repeat(z[own], lasts)
        row[rolled_off] = 0
    return rows


def history(inputs):
    seconds = inputs["seconds"]
    rows = signals(seconds, inputs["release_indicator"], inputs["release_second"], inputs["release_z"], inputs["half_life"])
    sums = np.full((len(seconds), len(inputs["instruments"])), np.nan)
    for at, weight in engine_inputs.spans(inputs):
        sums[at] = (weight @ rows[:, at]).T
    return engine_inputs.scaled(inputs, sums)


if __name__ == "__main__":
    engine_inputs.measure("dense numpy", history)
