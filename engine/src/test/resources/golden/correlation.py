"""Writes correlation-series.csv, -pairs.csv, -ranks.csv, -shared.csv and -order.csv, computed without the engine.

Usage: python3 correlation.py, in this folder. It needs NumPy, pandas, SciPy and scikit-learn; the files were made with the
versions in correlation-shared.csv. The series are a fixed recursion with a common part and with gaps. pandas computes r
and n of each pair, SciPy Spearman's, also of values that are cut to whole steps and so have ties, scikit-learn the Ledoit-Wolf shrinkage of the complete rows, NumPy the eigenvalues; the effective
number and the interval follow their definition. Orders are of matrices of random correlations; the mean distance of two
groups is taken over their members afresh at each join.
"""
import csv
import math

import numpy
import pandas
import sklearn
from scipy import stats
from sklearn.covariance import ledoit_wolf

ROWS = 80
MINIMUM = 20
QUANTILE = 1.959963984540054
STEPS = {"alone": 0.5, "calm": 5e-7, "loud": 5e5, "near": 0.5, "slow": 0.25}


def noise():
    """A generator of Lehmer's, uniform in (-1, 1), the same in every language."""
    state = 20261127
    while True:
        state = state * 48271 % 2147483647
        yield 2 * state / 2147483647 - 1


def series():
    source = noise()
    table = {name: [] for name in ["alone", "calm", "loud", "near", "slow"]}
    slow = 0.0
    for row in range(ROWS):
        common, own = next(source), [next(source) for _ in range(5)]
        slow = 0.8 * slow + 0.3 * common + 0.2 * own[0]
        values = {
            "alone": own[1],
            "calm": 1e-6 * (common + 0.5 * own[2]),
            "loud": 1e6 * (0.7 * own[3] - common),
            "near": common + 0.1 * own[4] + 100,
            "slow": slow,
        }
        for name, value in values.items():
            gap = name == "near" and row % 11 == 4 or name == "calm" and row < 7
            table[name].append(math.nan if gap else value)
    return pandas.DataFrame(table)


def lagged(x):
    """The sum of products of deviations in rows that follow each other, over the sum of squares; NaN is a gap."""
    d = x - x.mean()
    return (d * d.shift(-1)).sum() / (d * d).sum()


def pair(x, y):
    both = x.notna() & y.notna()
    n, r = int(both.sum()), x.corr(y, min_periods=MINIMUM)
    product = lagged(x.where(both)) * lagged(y.where(both))
    effective = min(n, n * (1 - product) / (1 + product))
    return line(n, r, effective, 1)


def line(n, r, effective, variance):
    reach = QUANTILE * math.sqrt(variance / (effective - 3))
    numbers = [r, effective, math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach)]
    return [n, *(repr(float(number)) for number in numbers)]


def ranked(x, y):
    """Spearman's, with the lag-1 autocorrelations of the ranks and the variance of Fieller, Hartley and Pearson."""
    both = x.notna() & y.notna()
    n, r = int(both.sum()), stats.spearmanr(x[both], y[both]).statistic
    product = lagged(x.where(both).rank()) * lagged(y.where(both).rank())
    return line(n, r, min(n, n * (1 - product) / (1 + product)), 1.06)


def order(correlations):
    groups = [[i] for i in range(len(correlations))]

    def distance(first, second):
        return sum(math.sqrt((1 - correlations[i][j]) / 2) for i in first for j in second) / len(first) / len(second)

    while len(groups) > 1:
        pairs = [(distance(a, b), i, j) for i, a in enumerate(groups) for j, b in enumerate(groups) if i < j]
        _, i, j = min(pairs)
        groups[i] += groups.pop(j)
    return groups[0]


def orders():
    source = noise()
    for size in [2, 3, 5, 7, 7, 9, 12]:
        matrix = [[1.0] * size for _ in range(size)]
        for i in range(size):
            for j in range(i):
                matrix[i][j] = matrix[j][i] = round(next(source), 3)
        cells = ";".join(str(matrix[i][j]) for i in range(size) for j in range(i))
        yield [size, cells, ";".join(map(str, order(matrix)))]


def write(name, rows):
    with open(name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main():
    table = series()
    names = list(table.columns)
    cells = [["" if math.isnan(v) else repr(float(v)) for v in row] for row in table.to_numpy()]
    write("correlation-series.csv", [["row", *names]] + [[i, *row] for i, row in enumerate(cells)])
    pairs = [[a, b, *pair(table[a], table[b])] for a in names for b in names if a < b]
    write("correlation-pairs.csv", [["first", "second", "n", "r", "effective", "lower", "upper"]] + pairs)
    coarse = table.apply(lambda column: numpy.floor(column / STEPS[column.name]))
    ranks = [[kind, a, b, *ranked(of[a], of[b])] for kind, of in [("whole", table), ("coarse", coarse)]
             for a in names for b in names if a < b]
    write("correlation-ranks.csv", [["values", "first", "second", "n", "r", "effective", "lower", "upper"]] + ranks)
    complete = table.dropna()
    standardised = (complete - complete.mean()) / complete.std(ddof=0)
    shrunk, intensity = ledoit_wolf(standardised.to_numpy())
    raw = numpy.linalg.eigvalsh(complete.corr().to_numpy())
    rows = [["key", "value"]]
    rows += [["numpy", numpy.__version__], ["pandas", pandas.__version__], ["scikit-learn", sklearn.__version__]]
    rows += [["rows", len(complete)], ["intensity", repr(float(intensity))]]
    rows += [["effective", repr(float(raw.sum() ** 2 / (raw**2).sum()))]]
    values = sorted(numpy.linalg.eigvalsh(shrunk), reverse=True)
    rows += [[f"eigenvalue-{rank}", repr(float(value))] for rank, value in enumerate(values)]
    write("correlation-shared.csv", rows)
    write("correlation-order.csv", [["size", "triangle", "order"], *orders()])


main()
