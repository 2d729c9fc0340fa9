"""Measures the releases of each indicator: surprise, scale and z, by formula version 3."""
import collections
import datetime as dt
import math
import statistics
from decimal import Decimal
from zoneinfo import ZoneInfo

from archive_forecasts import OwnPrints
from archive_releases import instants, midnight

CLIP = 4.0
LAMBDA = 2 ** (-1 / 24)
MOVES = 24

Result = collections.namedtuple("Result", "release forecast kind surprise sigma raw suspect provisional own")


def is_policy_rate(indicator):
    irregular_percentage = indicator["frequency"] == "irregular" and indicator["unit"] == "percent"
    return indicator.get("policyRate", irregular_percentage)


class Scale:
    """Bounded, exponentially weighted second moment about zero."""

    def __init__(self, indicator):
        self.floor = float(indicator["floor"]) if "floor" in indicator else float(indicator["step"]) / math.sqrt(6)
        self.policy, self.prior = is_policy_rate(indicator), indicator.get("prior")
        self.zone = ZoneInfo(indicator["release"][0]["zone"])
        self.first, self.v = [], None

    def sigma(self, at):
        """at: the instant of the release; a prior counts if its data end before it."""
        if self.v is not None:
            return self.estimated()
        if self.prior and midnight(self.prior["dataTo"] + dt.timedelta(1), self.zone) <= at:
            return max(float(self.prior["sigma"]), self.floor)
        return self.floor if self.policy else None

    def estimated(self):
        return max(math.sqrt(self.v), self.floor)

    def add(self, surprise):
        size = abs(float(surprise))
        if self.v is None:
            self.first.append(size)
            if len(self.first) == 10:
                median = statistics.median(self.first)
                self.v = (1.4826 * median) ** 2 if median > 0 else (1.2533 * statistics.fmean(self.first)) ** 2
        else:
            self.v = LAMBDA * self.v + (1 - LAMBDA) * min(size, 4 * self.estimated()) ** 2


def is_sign_lost(indicator, actual, forecast):
    size = abs(actual)
    return actual * forecast < 0 and 10 * abs(actual + forecast) < size and size >= 20 * Decimal(str(indicator["step"]))


def is_suspect(indicator, release, forecast, raw, moves):
    """A captured forecast is a typing error, or the actual has the wrong sign."""
    if release.forecast is None or raw is None or abs(raw) <= 10:
        return False
    actual, step = release.actual, Decimal(str(indicator["step"]))
    miss = abs(actual - forecast)
    if release.previous is not None:
        move = abs(actual - release.previous)
        usual = max(statistics.median(moves[-MOVES:]) if moves else step, step)
        if 4 * move <= miss and move <= 3 * usual:
            return True
    return is_sign_lost(indicator, actual, forecast)


def standardised(indicator, series, rate):
    """The surprise, scale and z of each release.

    rate: the rate in force before the first release, None where there was none
    """
    policy, prints = is_policy_rate(indicator), OwnPrints(indicator)
    surveyed = Scale(indicator)
    modelled, moves, results = surveyed if policy else Scale(indicator), [], []
    for group in instants(series):
        own = {} if policy else prints.forecasts(group[0].at)
        computed = ("naive" if rate is not None else None, rate) if policy else prints.best(own)
        known = {scale: (scale.sigma(group[0].at), scale.v is None) for scale in (surveyed, modelled)}
        news, seen, counted = [], [], []
        for release in group:
            kind, forecast = ("survey", release.forecast) if release.forecast is not None else computed
            scale = surveyed if kind == "survey" else modelled
            sigma, provisional = known[scale]
            surprise = None if forecast is None else release.actual - forecast
            raw = None if surprise is None or sigma is None else indicator["polarity"] * float(surprise) / sigma
            suspect = is_suspect(indicator, release, forecast, raw, moves)
            if not suspect:
                if surprise is not None:
                    news.append((scale, surprise))
                if not policy and kind == "survey" and computed[1] is not None:
                    news.append((modelled, release.actual - computed[1]))
            if not suspect or not is_sign_lost(indicator, release.actual, forecast):
                counted.append(release.actual)
            if release.previous is not None:
                seen.append(abs(release.actual - release.previous))
            results.append(Result(release, forecast, kind, surprise, sigma if surprise is not None else None, raw, suspect,
                                  provisional, own))
            if policy:
                rate = release.actual
        moves += seen
        for scale, surprise in news:
            scale.add(surprise)
        prints.add(group[0].at, own, counted)
    return results


def all_standardised(indicators, found):
    """Every series, a predecessor before its successor: a policy rate takes over the rate in force."""
    predecessors = {entry["successor"]: name for name, entry in indicators.items() if entry.get("successor")}
    results = {}

    def compute(name):
        if name not in results:
            before = predecessors.get(name)
            rate = None
            if before in found and is_policy_rate(indicators[name]) and is_policy_rate(indicators[before]):
                rate = found[before][-1].actual
            results[name] = standardised(indicators[name], found[name], rate)

    for name in sorted(found):
        compute(name)
    return results


def clipped(raw, clip):
    return None if raw is None else max(-clip, min(clip, raw))
