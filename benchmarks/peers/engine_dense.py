#!/usr/bin/env python3
"""Bias history in dense numpy: every signal at every instant, then one matrix product per epoch, summed afresh.

  engine_dense.py INPUTS.npz Z_FILE ROUNDS
"""
import numpy as np

import engine_inputs

HALF_LIVES = 4


def signals(seconds, indicator, released, z, half_life):
    """One row per indicator: z · 2^(−age/h) of the release in force while it is younger than 4h."""
    rows = np.zeros((len(half_life), len(seconds)))
    bounds = np.searchsorted(indicator, np.arange(len(half_life) + 1))
    starts = np.searchsorted(seconds, released)
    for at, h in enumerate(half_life):
        own = slice(bounds[at], bounds[at + 1])
        lasts = np.diff(starts[own], append=len(seconds))
        first = starts[own][0]
        age = seconds[first:] - np.repeat(released[own], lasts)
        row = np.repeat(z[own], lasts) * np.exp2(age / -h)
        row[age >= HALF_LIVES * h] = 0
        rows[at, first:] = row
    return rows


def history(inputs):
    seconds = inputs["seconds"]
    rows = signals(seconds, inputs["release_indicator"], inputs["release_second"], inputs["release_z"], inputs["half_life"])
    z = np.full((len(inputs["instruments"]), len(seconds)), np.nan)
    bounds = np.append(np.searchsorted(seconds, inputs["epoch_start"]), len(seconds))
    for epoch, unit in enumerate(inputs["unit"]):
        start, end = bounds[epoch], bounds[epoch + 1]
        if start < end:
            z[:, start:end] = unit @ rows[:, start:end]
    return z


if __name__ == "__main__":
    engine_inputs.measure("dense numpy", history)
