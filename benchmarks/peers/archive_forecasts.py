"""Forecasts of each print from the earlier ones of its indicator, by formula version 3: the last print, an AR(1) and an ARMA(1,1).

Written from docs/concepts/bias.md, not from the engine. Every θ that is tried is a row of one table, so that a fit is a few
operations on 61 numbers; the sums are of extended precision, so that they are not rounded as the engine's are.
"""
import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np

from archive_releases import period

FEWEST, WINDOW = 24, 24
PHI = 0.999
SOURCE = "own-prints"


class Model:
    """Least squares of y = c·1 + φ·x for each θ, all three filtered by 1/(1 + θL)."""

    def __init__(self):
        self.theta = np.arange(-30, 31, dtype=np.longdouble) / 32
        self.filtered = np.zeros((3, 61), dtype=np.longdouble)  # 1, value before, value
        self.products = np.zeros((3, 3, 61), dtype=np.longdouble)
        self.last, self.count = None, 0

    def add(self, value):
        if self.count:
            now = np.array([1, self.last, value], dtype=np.longdouble)[:, None]
            self.filtered = now - self.theta * self.filtered
            self.products += self.filtered[:, None, :] * self.filtered[None, :, :]
        self.last, self.count = np.longdouble(value), self.count + 1

    def forecasts(self):
        """The AR(1)'s and the ARMA(1,1)'s; None for a series without variation."""
        one, before, value = 0, 1, 2
        p = self.products
        varying = p[before, before] - p[one, before] ** 2 / p[one, one]
        if not varying[30] > 1e-13 * p[before, before][30]:
            return None
        together = p[before, value] - p[one, before] * p[one, value] / p[one, one]
        with np.errstate(all="ignore"):
            phi = np.clip(together / varying, -PHI, PHI)
        left = p[value, value] - p[one, value] ** 2 / p[one, one] - 2 * phi * together + phi ** 2 * varying
        intercept = (p[one, value] - phi * p[one, before]) / p[one, one]
        error = self.filtered[value] - intercept * self.filtered[one] - phi * self.filtered[before]
        found = intercept + phi * self.last + self.theta * error
        order = [30] + list(range(61))
        return float(found[30]), float(found[min(order, key=lambda index: left[index])])


class OwnPrints:
    """The prints of an indicator so far."""

    def __init__(self, indicator):
        self.indicator, self.step = indicator, Decimal(str(indicator["step"]))
        self.clear()

    def clear(self):
        self.until = None
        self.first, self.last, self.count, self.model, self.errors = None, None, 0, Model(), []

    def rounded(self, distance):
        steps = ((self.first + Decimal(repr(distance))) / self.step).quantize(Decimal("1e-6"), ROUND_HALF_EVEN)
        return steps.quantize(Decimal(1), ROUND_HALF_EVEN) * self.step

    def forecasts(self, at):
        """By kind; {} before the first print, and more than two periods after the last one."""
        if self.count == 0 or at > self.until:
            return {}
        found = self.model.forecasts() if self.count >= FEWEST else None
        if found is None:
            return {"naive": self.last}
        return {"naive": self.last, "ar1": self.rounded(found[0]), "arma11": self.rounded(found[1])}

    def best(self, forecasts):
        """(kind of the ladder, value); (None, None) without one."""
        if not forecasts:
            return None, None
        total = lambda kind, errors: sum((error[kind] for error in errors), Decimal(0))
        if "ar1" in forecasts and len(self.errors) >= WINDOW:
            model = "arma11" if total("arma11", self.errors) < total("ar1", self.errors) else "ar1"
            if total(model, self.errors[-WINDOW:]) < total("naive", self.errors[-WINDOW:]):
                return "model", forecasts[model]
        return "naive", forecasts["naive"]

    def add(self, at, forecasts, actuals):
        """The prints of one instant, in their order; after a gap of more than two periods they begin anew."""
        if not actuals:
            return
        if self.until is not None and at > self.until:
            self.clear()
        self.until = at + dt.timedelta(seconds=int(2 * 86400 * period(self.indicator, at.timestamp())))
        for number, actual in enumerate(actuals):
            if number == 0 and "ar1" in forecasts:
                self.errors.append({kind: abs(actual - value) for kind, value in forecasts.items()})
            self.first = actual if self.first is None else self.first
            self.last, self.count = actual, self.count + 1
            self.model.add(float(actual - self.first))
