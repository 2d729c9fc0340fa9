#!/usr/bin/env python3
"""Bias history in plain pandas: a column per indicator by merge_asof, then a DataFrame of contributions per instrument.

  engine_pandas.py INPUTS.npz Z_FILE ROUNDS
"""
import numpy as np
import pandas as pd

import engine_inputs

HALF_LIVES = 4


def signal(instants, releases, half_life):
    in_force = pd.merge_asof(instants, releases, left_on="second", right_on="released")
    age = in_force["second"] - in_force["released"]
    return (in_force["z"] * 2.0 ** (-age / half_life)).where(age < HALF_LIVES * half_life, 0.0)


def history(inputs):
    instants = pd.DataFrame({"second": inputs["seconds"]})
    releases = pd.DataFrame({"indicator": inputs["release_indicator"], "released": inputs["release_second"],
                             "z": inputs["release_z"]})
    signals = pd.DataFrame({
        indicator: signal(instants, own, inputs["half_life"][indicator])
        for indicator, own in releases.groupby("indicator")})
    signals.index = instants["second"]
    span_start = inputs["epoch_start"][np.unique(inputs["epoch_span"], return_index=True)[1]]
    bias = pd.DataFrame(index=signals.index, columns=list(inputs["instruments"]), dtype=float)
    for at, instrument in enumerate(inputs["instruments"]):
        weights = pd.DataFrame(inputs["weight"][:, at, :], index=span_start)
        scale = pd.Series(inputs["scale"][:, at], index=inputs["epoch_start"])
        contributions = signals * weights.reindex(signals.index, method="ffill")
        bias[instrument] = contributions.sum(axis=1) / scale.reindex(signals.index, method="ffill")
    return bias.to_numpy().T


if __name__ == "__main__":
    engine_inputs.measure("pandas", history)
