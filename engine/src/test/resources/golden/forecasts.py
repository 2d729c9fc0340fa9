"""Forecasts of a series from its own values, as docs/concepts/bias.md defines them, computed without the engine.

Usage: python3 forecasts.py >forecasts.csv (numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0). Each forecast is a least-squares
problem of its own, solved by numpy from the whole series so far; nothing is carried from one value to the next. The script also
checks that no θ between those tried is better by more than 1 in 1,000, by scipy's bounded search, and writes the forecast that
the exact maximum likelihood of statsmodels makes after the last value.
"""
import random
from decimal import ROUND_HALF_EVEN, Decimal

FEWEST, WINDOW, GREATEST_PHI = 24, 24, 0.999
THETAS = sorted((k / 32 for k in range(-30, 31)), key=lambda theta: (theta != 0, theta))


def residuals(values, theta):
    """The filtered series of the value, of 1 and of the value before, t = 2…n."""
    import numpy as np
    rows, state = [], np.zeros(3)
    for before, value in zip(values, values[1:]):
        state = np.array([value, 1.0, before]) - theta * state
        rows.append(state)
    return np.array(rows)


def fit(values, theta):
    """(sum of squares, forecast); None for a series without variation."""
    import numpy as np
    rows = residuals(values, theta)
    target, unit, before = rows[:, 0], rows[:, 1], rows[:, 2]
    varying = before - unit * (unit @ before) / (unit @ unit)
    if varying @ varying <= 1e-13 * (before @ before):
        return None
    intercept, phi = np.linalg.lstsq(rows[:, 1:], target, rcond=None)[0]
    if abs(phi) > GREATEST_PHI:
        phi = GREATEST_PHI if phi > 0 else -GREATEST_PHI
        intercept = unit @ (target - phi * before) / (unit @ unit)
    errors = target - intercept * unit - phi * before
    return float(errors @ errors), float(intercept + phi * values[-1] + theta * errors[-1])


def fits(values):
    """The forecasts of the AR(1) and of the ARMA(1,1); None where there is no model."""
    found = [(theta, fit(values, theta)) for theta in THETAS]
    if found[0][1] is None:
        return None
    best = found[0]
    for theta, result in found[1:]:
        if result is not None and result[0] < best[1][0]:
            best = theta, result
    return found[0][1][1], best[1][1], best


def rounded(value, first, step):
    steps = ((Decimal(repr(value)) + first) / step).quantize(Decimal("1e-6"), ROUND_HALF_EVEN)  # of a tie, to a millionth
    return steps.quantize(Decimal(1), ROUND_HALF_EVEN) * step


class Prints:
    """The prints of one indicator in their order, with the errors of the forecasts made before each."""

    def __init__(self, step):
        self.step, self.prints, self.errors, self.newest = step, [], [], None

    def forecasts(self):
        """(kind, naive, AR(1), ARMA(1,1), raw AR(1), raw ARMA(1,1)); None before the first print."""
        if not self.prints:
            return None
        first = self.prints[0]
        found = fits([float(value - first) for value in self.prints]) if len(self.prints) >= FEWEST else None
        if found is None:
            return "naive", self.prints[-1], None, None, None, None
        return (self.best(), self.prints[-1], rounded(found[0], first, self.step), rounded(found[1], first, self.step),
                found[0] + float(first), found[1] + float(first))

    def best(self):
        if len(self.errors) < WINDOW:
            return "naive"
        model = 2 if sum(error[2] for error in self.errors) < sum(error[1] for error in self.errors) else 1
        recent = self.errors[-WINDOW:]
        beats = sum(error[model] for error in recent) < sum(error[0] for error in recent)
        return ("naive", "ar1", "arma11")[model if beats else 0]

    def value(self):
        """(kind of the ladder, value) of the best forecast; None before the first print."""
        found = self.forecasts()
        if found is None:
            return None
        kind = found[0]
        return ("naive", found[1]) if kind == "naive" else ("model", found[2] if kind == "ar1" else found[3])

    def add(self, together):
        """The (declared period or None, actual) of one instant."""
        known = self.forecasts()
        first = True
        for period, actual in together:
            if period is not None and self.newest is not None and period < self.newest:
                continue
            self.newest = period or self.newest
            if first and known is not None and known[2] is not None:
                self.errors.append(tuple(abs(actual - forecast) for forecast in known[1:4]))
            self.prints.append(actual)
            first = False


def series(draw):
    def arma(count, phi, theta, level, scale, step):
        value = error = 0.0
        for _ in range(count):
            news = draw.gauss(0, scale)
            value, error = phi * value + news + theta * error, news
            yield (Decimal(repr(level + value)) / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step

    tenth, thousand, cent = Decimal("0.1"), Decimal(1000), Decimal("0.01")
    yield "arma", tenth, list(arma(120, 0.8, -0.5, 2, 1, tenth))
    yield "ar", tenth, list(arma(120, 0.5, 0, -40, 2, tenth))
    yield "alternating", tenth, list(arma(90, -0.7, 0.3, 0, 1, tenth))
    yield "over-differenced", tenth, list(arma(90, 0, -0.97, 0, 3, tenth))
    yield "persistent", cent, list(arma(150, 0.99, 0.4, 5, 0.1, cent))
    yield "thousands", thousand, list(arma(90, 0.6, 0.2, 210000, 30000, thousand))
    walk = list(arma(90, 0.999, 0, 50, 1, tenth))
    yield "walk", tenth, walk
    yield "trend", tenth, [100 + 2 * index + value for index, value in enumerate(arma(60, 0.3, 0, 0, 1, tenth))]
    growth = [(Decimal(repr(1.05 ** index)) / tenth).quantize(Decimal(1), ROUND_HALF_EVEN) * tenth for index in range(60)]
    yield "explosive", tenth, growth
    yield "constant", tenth, [Decimal("2.5")] * 40
    yield "one step", tenth, [Decimal("2.5")] * 30 + [Decimal("2.7")] * 30


def check(name, values):
    """No θ between those tried is much better. Returns statsmodels' forecast of the next value."""
    from scipy.optimize import minimize_scalar
    from statsmodels.tsa.arima.model import ARIMA
    floats = [float(value - values[0]) for value in values]
    found = fits(floats)
    theta, (squares, _) = found[2]
    low, high = max(theta - 1 / 32, -30 / 32), min(theta + 1 / 32, 30 / 32)
    continuous = minimize_scalar(lambda other: fit(floats, other)[0], bounds=(low, high), method="bounded")
    assert squares <= continuous.fun * 1.001, (name, squares, continuous.fun)
    return float(ARIMA(floats, order=(1, 0, 1), trend="c").fit().forecast()[0]) + float(values[0])


def main():
    text = lambda value: "" if value is None else repr(value) if isinstance(value, float) else str(value)
    print("# Computed by forecasts.py with numpy 2.4.6, scipy 1.17.1 and statsmodels 0.15.0. What was known before each value.")
    print("series,step,value,ar1,arma11,ar1Rounded,arma11Rounded,best,exact")
    for name, step, values in series(random.Random(20261130)):
        prints = Prints(step)
        for index, value in enumerate(values):
            kind, _, ar1, arma11, raw, raw11 = prints.forecasts() or ("",) + (None,) * 5
            print(",".join([name, str(step), str(value), text(raw), text(raw11), text(ar1), text(arma11), kind, ""]))
            prints.add([(None, value)])
        kind, _, ar1, arma11, raw, raw11 = prints.forecasts()
        exact = None if name in ("constant", "one step", "explosive", "trend", "walk", "over-differenced") else check(name, values)
        print(",".join([name, str(step), "", text(raw), text(raw11), text(ar1), text(arma11), kind, text(exact)]))


if __name__ == "__main__":
    main()
