#!/usr/bin/env python3
"""Bias history in numpy with running sums: per half-life, one cumulative sum of steps times one common decay.

A signal z · 2^(−(t−τ)/h) is 2^(−(t−t₀)/h) times the constant z · 2^((τ−t₀)/h). The weighted sum over indicators is
therefore a running sum: each release adds a constant, and each replacement or roll-off subtracts one. No signal is decayed
individually. 2^((τ−t₀)/h) fits a double for 28 years at a half-life of 10 days.

  engine_running.py INPUTS.npz Z_FILE ROUNDS
"""
import numpy as np

import engine_inputs

HALF_LIVES = 4


def steps(inputs):
    """Two steps per signal, its start and its end, in ascending order: instant, indicator, signed level, half-life."""
    indicator, released = inputs["release_indicator"], inputs["release_second"]
    half_life = inputs["half_life"][indicator]
    goes = np.append(released[1:], 0)
    goes[np.append(indicator[1:] != indicator[:-1], True)] = np.iinfo(np.int64).max
    goes = np.minimum(goes, released + np.ceil(HALF_LIVES * half_life).astype(np.int64))
    level = inputs["release_z"] * np.exp2((released - inputs["seconds"][0]) / half_life)
    instants = np.concatenate((released, goes))
    order = np.argsort(instants, kind="stable")
    return (instants[order], np.concatenate((indicator, indicator))[order], np.concatenate((level, -level))[order],
            np.concatenate((half_life, half_life))[order])


def running(seconds, weight, instants, indicator, level):
    """For each instant, the sums of one half-life for every instrument, before the common decay."""
    later = slice(*np.searchsorted(instants, (seconds[0], seconds[-1]), side="right"))
    known = slice(0, later.start)
    sums = np.empty((later.stop - later.start + 1, len(weight)))
    sums[0] = weight @ np.bincount(indicator[known], level[known], minlength=weight.shape[1])
    np.multiply(np.ascontiguousarray(weight.T)[indicator[later]], level[later, None], out=sums[1:])
    np.cumsum(sums, axis=0, out=sums)
    return sums[np.searchsorted(instants[later], seconds, side="right")]


def history(inputs):
    seconds = inputs["seconds"]
    instants, indicator, level, half_life = steps(inputs)
    parts = [(h, *(column[half_life == h] for column in (instants, indicator, level))) for h in np.unique(half_life)]
    sums = np.full((len(seconds), len(inputs["instruments"])), np.nan)
    for at, weight in engine_inputs.spans(inputs):
        sums[at] = 0
        for h, *own in parts:
            part = running(seconds[at], weight, *own)
            part *= np.exp2((seconds[at] - seconds[0]) / -h)[:, None]
            sums[at] += part
    return engine_inputs.scaled(inputs, sums)


if __name__ == "__main__":
    engine_inputs.measure("numpy with running sums", history)
