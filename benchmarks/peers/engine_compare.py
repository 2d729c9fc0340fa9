#!/usr/bin/env python3
"""Prints the largest difference between each peer's Z and macro-edge's. Exits with status 1 if one exceeds 1e-9.

  engine_compare.py OURS NAME=FILE...
"""
import sys

import numpy as np

TOLERANCE = 1e-9

ours = np.fromfile(sys.argv[1], dtype="<f8")
failed = False
for argument in sys.argv[2:]:
    name, file = argument.split("=", 1)
    theirs = np.fromfile(file, dtype="<f8")
    same = theirs.shape == ours.shape and np.array_equal(np.isnan(ours), np.isnan(theirs))
    largest = float(np.nanmax(np.abs(ours - theirs))) if same else float("inf")
    failed |= not largest <= TOLERANCE
    print(f"  {name:24s} largest difference of Z {largest:.1e} over {ours.size} values")
sys.exit(failed)
