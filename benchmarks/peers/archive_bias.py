"""Reads the bias of each instrument off the measured releases: weights, scale, Z, data health and composition.

Formula version 2, sections 5 to 9 of the design.
"""
import bisect
import collections
import datetime as dt
import math
from zoneinfo import ZoneInfo

from archive_releases import EMU, midnight, period
from archive_surprises import clipped

DAY = 86_400
NEW = 2 * DAY
LATE_AFTER = {"weekly": 9, "monthly": 45, "quarterly": 110}
QUALITY = {"survey": 1, "vendor": 0.9, "nowcast": 0.7, "model": 0.5, "manual": 0.5, "naive": 0.3}
PROVISIONAL = 0.7
FULL_COVERAGE = 0.5
DIRECTIONAL, STRONG = 40, 87
REGION_OF = {"USD": {"US"}, "EUR": EMU, "GBP": {"GB"}, "JPY": {"JP"}, "CNY": {"CN"}, "CAD": {"CA"}, "AUD": {"AU"},
             "NZD": {"NZ"}, "CHF": {"CH"}}

Signal = collections.namedtuple("Signal", "release seconds z quality")
# decayed: None where the signal is four half-lives old
State = collections.namedtuple("State", "signal age decayed late")
Contribution = collections.namedtuple("Contribution", "indicator signal category value new quality weight")
Composed = collections.namedtuple("Composed", "quality agreement breadth new")
Bias = collections.namedtuple("Bias", "z score label reason health coverage freshness quality agreement breadth new sides "
                                      "parts contributions")


def bloc(indicator):
    return "EMU" if indicator["region"] in EMU else indicator["region"]


def group(indicator):
    """A group spans a region, or the bloc that its name begins with."""
    area, _, name = indicator["group"].rpartition(":")
    return area or indicator["region"], indicator["category"], name


def score_of(z):
    return 100 * math.erf(z / math.sqrt(2))


def label_of(score):
    size = abs(score)
    if size < DIRECTIONAL:
        return "neutral"
    direction = "bullish" if score > 0 else "bearish"
    return direction if size < STRONG else "strongly-" + direction


class Series:
    """Everything known of one indicator: its usable signals, and when it was last released."""

    def __init__(self, indicator, results, clip):
        usable = [result for result in results if result.raw is not None and not result.suspect]
        self.signals = [Signal(result.release, result.release.at.timestamp(), clipped(result.raw, clip),
                               QUALITY[result.kind] * (PROVISIONAL if result.provisional else 1)) for result in usable]
        self.usable_at = [signal.seconds for signal in self.signals]
        self.released_at = [result.release.at.timestamp() for result in results]
        self.indicator = indicator

    def last(self, second):
        """The signal in force: of those of one instant the last one; None before the first."""
        index = bisect.bisect_right(self.usable_at, second)
        return self.signals[index - 1] if index else None

    def younger(self, second, seconds):
        """The signals younger than so many seconds."""
        first = bisect.bisect_right(self.usable_at, second - seconds)
        return self.signals[first:bisect.bisect_right(self.usable_at, second)]

    def late(self, second):
        """Whether the publisher is late by the age of its last release, with or without a z: no schedule is captured."""
        late_after = LATE_AFTER.get(self.indicator["frequency"]) or 2 * period(self.indicator, second)
        return second - self.released_at[bisect.bisect_right(self.released_at, second) - 1] > late_after * DAY


class Facts:
    """What is known of all indicators at an instant, by the half-lives, clip and mode of a weight set or an index."""

    def __init__(self, rules, indicators, all_results):
        self.rules, self.indicators = rules, indicators
        self.series = {name: Series(indicators[name], all_results.get(name, []), float(rules["clip"]))
                       for name in sorted(indicators)}
        self.spans = {name: self.span(indicator) for name, indicator in indicators.items()}
        self.kept = {}

    @staticmethod
    def span(indicator):
        zone = ZoneInfo(indicator["release"][0]["zone"])
        start, end = indicator.get("validFrom"), indicator.get("validTo")
        return (-math.inf if start is None else midnight(start, zone).timestamp(),
                math.inf if end is None else midnight(end + dt.timedelta(1), zone).timestamp())

    def at(self, second):
        """The members of each group, and the state of each indicator in force; None where it has no usable z yet."""
        if second not in self.kept:
            sizes, states = collections.Counter(), {}
            for name, series in self.series.items():
                start, end = self.spans[name]
                if start <= second < end:
                    sizes[group(self.indicators[name])] += 1
                    states[name] = self.state(name, series, second)
            self.kept[second] = sizes, states
        return self.kept[second]

    def half_life(self, name):
        return self.rules["halfLives"][self.indicators[name]["frequency"]]

    def state(self, name, series, second):
        half_life, last = self.half_life(name), series.last(second)
        if last is None:
            return None
        inside = series.younger(second, 4 * half_life * DAY)
        if self.rules["mode"] == "latest":
            inside = inside[-1:]
        decayed = sum(signal.z * 2 ** (-(second - signal.seconds) / DAY / half_life) for signal in inside)
        return State(last, second - last.seconds, decayed if inside else None, series.late(second))

    def variance(self, name, second):
        h, p = self.half_life(name), period(self.indicators[name], second)
        if self.rules["mode"] == "sum":
            return h / (2 * p * math.log(2)) * (1 - 2 ** -8)
        return h / (2 * p * math.log(2)) * (1 - 2 ** (-2 * min(p, 4 * h) / h))

    def scale(self, weights, second):
        """The standard deviation of the weighted sum, from the weights of the active indicators."""
        correlations = self.rules["correlations"]
        squares = total = 0.0
        by_bloc, by_both = collections.Counter(), collections.Counter()
        for name, weight in weights.items():
            indicator, a = self.indicators[name], weight * math.sqrt(self.variance(name, second))
            squares, total = squares + a * a, total + a
            by_bloc[bloc(indicator)] += a
            by_both[bloc(indicator), indicator["category"]] += a
        in_bloc, in_both = sum(x * x for x in by_bloc.values()), sum(x * x for x in by_both.values())
        return math.sqrt(squares + correlations["sameCategory"] * (in_both - squares)
                         + correlations["sameBloc"] * (in_bloc - in_both)
                         + correlations["acrossBlocs"] * (total * total - in_bloc))


class Weights:
    """The biases by one weight set.

    regimes: the quadrants of all regions, where directions depend on them
    """

    def __init__(self, weight_set, indicators, all_results, regimes=None):
        self.set, self.indicators = weight_set, indicators
        self.regimes = regimes if weight_set.get("regimeDirections") else None
        self.facts = Facts(weight_set, indicators, all_results)
        self.unshared = {}

    def weights(self, instrument, states, sizes, quadrant):
        """The weights of the indicators in force that have one other than zero in some quadrant.

        quadrant: gives that of an indicator, or is None for the largest size of any quadrant
        """
        if instrument["id"] not in self.unshared:
            every = {name: self.unshared_weights(instrument, self.indicators[name]) for name in sorted(self.indicators)}
            self.unshared[instrument["id"]] = {name: weights for name, weights in every.items() if any(weights.values())}
        return {name: (max(map(abs, weights.values())) if quadrant is None else weights[quadrant(name)])
                / math.sqrt(sizes[group(self.indicators[name])])
                for name, weights in self.unshared[instrument["id"]].items() if name in states}

    def unshared_weights(self, instrument, indicator):
        """The weight of an indicator that is alone in its group, by quadrant."""
        exposures, region = self.set["exposures"].get(instrument["id"], {}), indicator["region"]
        exposure = exposures.get(region, exposures.get("EMU", 0) if region in EMU else 0)
        plain = self.set["directions"].get(instrument["directionClass"], {}).get(indicator["category"], 0)
        size = (exposure * self.set["importance"][indicator["importance"] - 1] * self.set["stages"][indicator["stage"]])
        own = {quadrant: classes.get(instrument["directionClass"], {}).get(indicator["category"], plain)
               for quadrant, classes in self.set.get("regimeDirections", {}).items()}
        quadrants = ("goldilocks", "reflation", "stagflation", "slowdown", "undetermined")
        return {quadrant: size * own.get(quadrant, plain) for quadrant in quadrants}

    def quadrant(self, name, second):
        """That of the last month-end strictly before a second, in the region of an indicator."""
        return "undetermined" if self.regimes is None else self.regimes.quadrant(self.indicators[name]["region"], second)

    def bias(self, instrument, second):
        sizes, states = self.facts.at(second)
        weights = self.weights(instrument, states, sizes, None)
        now = self.weights(instrument, states, sizes, lambda name: self.quadrant(name, second))
        active = {name: now[name] for name in weights if states[name]}
        live = {name: weight for name, weight in weights.items() if states[name] and states[name].decayed is not None}
        sides = self.sides(instrument, weights, live)
        if not active:
            reason = "no-history" if instrument["id"] in self.set["exposures"] else "no-weights"
            return Bias(None, None, None, reason, 0, 0, None, None, None, None, None, sides, {}, [])
        scale = self.facts.scale(active, second)
        own = self.weights(instrument, states, sizes, lambda name: self.quadrant(name, states[name].signal.seconds)
                           if states[name] else "undetermined")
        contributions = [self.contribution(name, own[name] / scale, states[name]) for name in live if own[name]]
        z = sum(contribution.value for contribution in contributions)
        coverage = share(live, weights)
        reason = None
        if not live:
            reason = "no-live-signal"
        elif min([coverage] + list(sides.values())) < FULL_COVERAGE:
            reason = "thin-coverage"
        score, composed = score_of(z), compose(contributions)
        freshness = share({name: weight for name, weight in live.items() if not states[name].late}, live) if live else None
        health = coverage * freshness * (1 if composed.quality is None else composed.quality) if live else 0
        return Bias(z, score, None if reason else label_of(score), reason, health, coverage, freshness, *composed, sides,
                    parts(contributions), contributions)

    def contribution(self, name, weight, state):
        return Contribution(name, state.signal, self.indicators[name]["category"], weight * state.decayed, state.age < NEW,
                            state.signal.quality, weight)

    def sides(self, instrument, weights, live):
        """The coverage of each currency of a pair."""
        if instrument["assetClass"] != "fx":
            return {}
        currencies = instrument["id"][:3], instrument["id"][3:]
        return {currency: share(self.within(live, currency), self.within(weights, currency)) for currency in currencies}

    def within(self, weights, currency):
        return {name: weight for name, weight in weights.items() if self.indicators[name]["region"] in REGION_OF[currency]}


def share(some, every):
    """The share of the weights' sizes, 0 of nothing."""
    total = sum(map(abs, every.values()))
    return sum(map(abs, some.values())) / total if total else 0.0


def compose(contributions):
    """What the bias is made of; all None where no contribution is other than zero."""
    gross = sum(abs(contribution.value) for contribution in contributions)
    if not gross:
        return Composed(None, None, None, None)
    shares = [(abs(contribution.value) / gross, contribution) for contribution in contributions]
    return Composed(sum(share * contribution.quality for share, contribution in shares),
                    abs(sum(contribution.value for contribution in contributions)) / gross,
                    1 / sum(share * share for share, _ in shares),
                    sum(share for share, contribution in shares if contribution.new))


def parts(contributions):
    """The sum of each category that has a live signal."""
    sums = {}
    for contribution in contributions:
        sums[contribution.category] = sums.get(contribution.category, 0.0) + contribution.value
    return sums


def largest(contributions):
    """The contributions other than zero by size, then id."""
    return sorted((contribution for contribution in contributions if contribution.value),
                  key=lambda contribution: (-abs(contribution.value), contribution.indicator))
