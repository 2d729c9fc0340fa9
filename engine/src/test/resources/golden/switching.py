"""Writes switching-series.csv, -parameters.csv and -filtered.csv, fitted by statsmodels without the engine.

Usage: python3 switching.py HAMILTON.csv FEDFUNDS.csv MACRODATA.csv, in this folder. The first is US real GNP growth of
1951Q2-1984Q4 (Hamilton 1989) with the values in its second column; the others are statsmodels' test data of the US federal
funds rate and of US macroeconomic series. It needs statsmodels; the files were made with the version in -parameters.csv.

Cases: `hamilton` (two means, AR(4)), `fedfunds` (two means), `three` (three means, AR(1), on a simulated series),
`variance` (two means and variances, on the growth of US real GDP), `intercept` (two intercepts and variances, AR(1), on the
same). Each is fitted from twelve starts, and the highest likelihood is kept. Standard errors are of the numerical Hessian.
The lines `published-...` of -parameters.csv are not computed here: `published-hamilton` is what EViews and
`published-fedfunds` what Stata prints, as statsmodels' own tests quote them, with their standard errors.
"""
import csv
import math
import sys
import warnings

import numpy
import pandas
import statsmodels
from statsmodels.tsa.regime_switching.markov_autoregression import MarkovAutoregression
from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression

PUBLISHED = [
    ("hamilton", "p00", 0.754673, 0.0965189), ("hamilton", "p10", 0.095915, 0.0377362),
    ("hamilton", "level0", -0.358811, 0.2645396), ("hamilton", "level1", 1.163516, 0.0745187),
    ("hamilton", "ar1", 0.013486, 0.1199942), ("hamilton", "ar2", -0.057521, 0.137663),
    ("hamilton", "ar3", -0.246983, 0.1069103), ("hamilton", "ar4", -0.212923, 0.1105311),
    ("hamilton", "sigma0", 0.769003, None), ("hamilton", "log-likelihood", -181.26339, None),
    ("fedfunds", "p00", 0.9820939, 0.0104002), ("fedfunds", "p10", 0.0503587, 0.0268434),
    ("fedfunds", "level0", 3.70877, 0.1767083), ("fedfunds", "level1", 9.556793, 0.2999889),
    ("fedfunds", "sigma0", 2.107562, None), ("fedfunds", "log-likelihood", -508.63592, None),
]


def noise():
    """A generator of Lehmer's, uniform in (0, 1), the same in every language."""
    state = 20261128
    while True:
        state = state * 48271 % 2147483647
        yield state / 2147483647


def simulated(periods=400):
    """Three means with an autoregression of order 1 in deviations from them."""
    source = noise()
    means, staying = [-2.0, 0.5, 3.0], [0.9, 0.95, 0.85]
    state, before, values = 1, 0.0, []
    for _ in range(periods):
        if next(source) > staying[state]:
            state = (state + (1 if next(source) < 0.5 else 2)) % 3
        gauss = math.sqrt(-2 * math.log(next(source))) * math.cos(2 * math.pi * next(source))
        before = 0.4 * before + 0.7 * gauss
        values.append(means[state] + before)
    return numpy.array(values)


def column(path, name):
    return pandas.read_csv(path)[name].to_numpy(dtype=float)


def fitted(model):
    best = None
    for seed in range(12):
        numpy.random.seed(seed)
        start = model.transform_params(model.untransform_params(model.start_params) + numpy.random.normal(0, 1, model.k_params))
        try:
            result = model.fit(start, em_iter=10, maxiter=500, disp=False, cov_type="approx", gtol=1e-7)
        except (numpy.linalg.LinAlgError, RuntimeError, ValueError):
            continue
        if numpy.isfinite(result.llf) and (best is None or result.llf > best.llf + 1e-7):
            best = result
    return best


def named(result, states, order, lagged):
    """(name, value, standard error) in the engine's terms, states by ascending level."""
    values = dict(zip(result.model.param_names, result.params))
    errors = dict(zip(result.model.param_names, result.bse))
    ranks = sorted(range(states), key=lambda state: values[f"const[{state}]"])
    for i, old in enumerate(ranks):
        yield f"level{i}", values[f"const[{old}]"], errors[f"const[{old}]"]
        name = f"sigma2[{old}]" if f"sigma2[{old}]" in values else "sigma2"
        sigma = math.sqrt(values[name])
        yield f"sigma{i}", sigma, errors[name] / (2 * sigma)
        for j, to in enumerate(ranks):
            name = f"p[{old}->{to}]"
            if name in values:
                yield f"p{i}{j}", values[name], errors[name]
    for lag in range(1, order + 1):
        name = next(name for name in values if name.startswith("x1" if lagged else f"ar.L{lag}"))
        yield f"ar{lag}", values[name], errors[name]
    yield "log-likelihood", result.llf, None


def main(hamilton, fedfunds, macrodata):
    warnings.simplefilter("ignore")
    gnp = pandas.read_csv(hamilton).iloc[:, 1].to_numpy(dtype=float)
    gdp = 400 * numpy.diff(numpy.log(column(macrodata, "realgdp")))
    rate = column(fedfunds, "fedfunds")
    three = simulated()
    cases = {
        "hamilton": (gnp, 2, 4, False, MarkovAutoregression(gnp, 2, 4, switching_ar=False)),
        "fedfunds": (rate, 2, 0, False, MarkovRegression(rate, 2)),
        "three": (three, 3, 1, False, MarkovAutoregression(three, 3, 1, switching_ar=False)),
        "variance": (gdp, 2, 0, False, MarkovRegression(gdp, 2, switching_variance=True)),
        "intercept": (gdp, 2, 1, True, MarkovRegression(
            gdp[1:], 2, exog=gdp[:-1], switching_exog=False, switching_variance=True)),
    }
    series, parameters, filtered = [], [], []
    parameters += [("version", "statsmodels", statsmodels.__version__, "")]
    parameters += [("published-" + case, name, value, error or "") for case, name, value, error in PUBLISHED]
    for case, (values, states, order, lagged, model) in cases.items():
        result = fitted(model)
        print(case, result.llf, dict(zip(model.param_names, result.params)), file=sys.stderr)
        series += [(case, repr(float(value))) for value in values]
        parameters += [(case, name, repr(float(value)), "" if error is None else repr(float(error)))
                       for name, value, error in named(result, states, order, lagged)]
        ranks = sorted(range(states), key=lambda state: result.params[model.param_names.index(f"const[{state}]")])
        for row in numpy.asarray(result.filtered_marginal_probabilities):
            filtered.append((case, ";".join(f"{row[state]:.9f}" for state in ranks)))
    for name, header, rows in (("series", ["case", "value"], series),
                               ("parameters", ["case", "name", "value", "error"], parameters),
                               ("filtered", ["case", "probabilities"], filtered)):
        with open(f"switching-{name}.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
