"""Times the correlations of all pairs of many series: pandas' `corr`, and numpy's `corrcoef` where nothing is missing.

Usage: python3 correlation_peers.py make FOLDER             writes full.csv and gaps.csv, 5,000 rows of 200 series; in the
                                                            second, one value in ten is missing
       python3 correlation_peers.py pandas|numpy FILE RUNS  prints the sum of the sizes of all correlations, then the
                                                            milliseconds of each run
"""
import sys
import time

import numpy
import pandas

FEWEST = 20


def make(folder):
    random = numpy.random.default_rng(1)
    values = random.standard_normal((5000, 200)) + random.standard_normal((5000, 1)) * random.random(200)
    table = pandas.DataFrame(values)
    table.to_csv(f"{folder}/full.csv", header=False, index=False)
    table.mask(random.random(values.shape) < 0.1).to_csv(f"{folder}/gaps.csv", header=False, index=False)


def measure(name, path, runs):
    table = pandas.read_csv(path, header=None)
    values = table.to_numpy()
    compute = {"pandas": lambda: table.corr(min_periods=FEWEST).to_numpy(),
               "numpy": lambda: numpy.corrcoef(values, rowvar=False)}[name]
    print(numpy.abs(compute()).sum())
    for _ in range(int(runs)):
        start = time.perf_counter()
        compute()
        print(1000 * (time.perf_counter() - start))


if __name__ == "__main__":
    make(sys.argv[2]) if sys.argv[1] == "make" else measure(*sys.argv[1:])
