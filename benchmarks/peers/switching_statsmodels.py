"""Times Hamilton's model in statsmodels: two means with AR(4), from its own start values.

Usage: python3 switching_statsmodels.py SERIES.csv COVARIANCE RUNS, where COVARIANCE is `none` or `approx` (numerical
Hessian). SERIES.csv has lines `case,value`, of which those of `hamilton` are taken. Prints the log-likelihood, then the
milliseconds of each run.
"""
import sys
import time
import warnings

import numpy
from statsmodels.tsa.regime_switching.markov_autoregression import MarkovAutoregression


def main(path, covariance, runs):
    warnings.simplefilter("ignore")
    with open(path) as file:
        rows = [line.strip().split(",") for line in file]
    series = numpy.array([float(value) for case, value in rows if case == "hamilton"])
    for run in range(int(runs) + 1):
        start = time.perf_counter()
        result = MarkovAutoregression(series, k_regimes=2, order=4, switching_ar=False).fit(disp=False, cov_type=covariance)
        took = 1000 * (time.perf_counter() - start)
        print(result.llf if run == 0 else took)  # the first run loads what is needed


if __name__ == "__main__":
    main(*sys.argv[1:])
