#!/usr/bin/env python3
"""Bias history in numpy with running sums: per half-life, Z is a sum of steps times one common decay.

A signal z · 2^(−(t−τ)/h) is 2^(−t/h) times a constant, so that per epoch and half-life the sum over indicators is a
cumulative sum of what each release, displacement and roll-off adds or takes away. Time counts from the epoch's start.

  engine_running.py INPUTS.npz Z_FILE ROUNDS
"""
import numpy as np

import engine_inputs

HALF_LIVES = 4


def spans(inputs):
    """Every signal from its release to its displacement or roll-off, ascending."""
    indicator, released = inputs["release_indicator"], inputs["release_second"]
    half_life = inputs["half_life"][indicator]
    displaced = np.append(released[1:], 0)
    displaced[np.append(indicator[1:] != indicator[:-1], True)] = np.iinfo(np.int64).max
    ends = np.minimum(displaced, released + np.ceil(HALF_LIVES * half_life).astype(np.int64))
    return indicator, released, ends, inputs["release_z"], half_life


def sums(seconds, start, unit, one, half_life):
    """Per instrument the sum over the signals of one half-life, at the instants of one epoch."""
    indicator, released, ends, z = one
    level = z * np.exp2((released - start) / half_life)
    rises = np.searchsorted(seconds, released)
    falls = np.searchsorted(seconds, ends)
    steps = np.zeros((len(seconds) + 1, unit.shape[1]))
    np.add.at(steps, (rises, indicator), level)
    np.subtract.at(steps, (falls, indicator), level)
    total = np.cumsum(steps[:-1] @ unit.T, axis=0)
    return total.T * np.exp2((seconds - start) / -half_life)


def history(inputs):
    seconds = inputs["seconds"]
    z = np.full((len(inputs["instruments"]), len(seconds)), np.nan)
    indicator, released, ends, size, half_life = spans(inputs)
    bounds = np.append(np.searchsorted(seconds, inputs["epoch_start"]), len(seconds))
    for epoch, unit in enumerate(inputs["unit"]):
        at = slice(bounds[epoch], bounds[epoch + 1])
        own = seconds[at]
        if len(own) == 0:
            continue
        part = np.zeros((len(z), len(own)))
        for one in np.unique(half_life):
            chosen = (half_life == one) & (released <= own[-1]) & (ends > own[0])
            part += sums(own, own[0], unit, (indicator[chosen], released[chosen], ends[chosen], size[chosen]), one)
        z[:, at] = part
    return z


if __name__ == "__main__":
    engine_inputs.measure("numpy with running sums", history)
