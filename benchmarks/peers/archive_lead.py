"""How many opinions an answer holds: the leading release, rows with the same inputs, and the independent biases."""
import collections
import datetime as dt
import itertools
import math
import statistics

from archive_bias import DAY, label_of, largest, score_of
from archive_releases import UTC

CLOSE = dt.time(22, 0, tzinfo=UTC)
YEAR_DAYS = 366
PROPORTIONAL = 1e-12


def changes(weights, instrument, second):
    """The score less that of 24 hours and of 7 days before."""
    scores = {days: weights.bias(instrument, second - days * DAY).score for days in (0, 1, 7)}
    less = lambda days: None if None in (scores[0], scores[days]) else scores[0] - scores[days]
    return {"day": less(1), "week": less(7)}


def first_with_same_inputs(biases, name):
    """The first earlier row whose contributions are those of this row, times a positive factor; of rows with a label."""
    if not has_news(biases[name]):
        return None
    earlier = itertools.takewhile(lambda other: other != name, biases)
    return next((other for other in earlier if has_news(biases[other])
                 and proportional(nonzero(biases[other]), nonzero(biases[name]))), None)


def has_news(bias):
    return bias.label is not None and bool(nonzero(bias))


def nonzero(bias):
    return {(each.indicator, each.signal.seconds): each.value for each in bias.contributions if each.value}


def proportional(first, second):
    if first.keys() != second.keys():
        return False
    factor = sum(map(abs, first.values())) / sum(map(abs, second.values()))
    return all(abs(value - factor * second[key]) <= PROPORTIONAL * abs(value) for key, value in first.items())


def check_lead(comparison, given, biases):
    rows = [name for name, bias in biases.items() if has_news(bias) and first_with_same_inputs(biases, name) is None]
    led = collections.Counter()
    for name in rows:
        first = largest(biases[name].contributions)[0]
        led[first.indicator, first.signal.seconds] += 1
    most = [release for release, count in led.items() if count == max(led.values())]
    comparison.exact("lead", "present", bool(most), given is not None)
    if not most or given is None:
        return
    release = given["indicator"], dt.datetime.fromisoformat(given["releasedAt"].replace("Z", "+00:00")).timestamp()
    comparison.exact("lead", "is one of " + str(most), True, release in most)
    comparison.exact("lead", "rows, of", (max(led.values()), len(rows)), (given["rows"], given["of"]))
    without = {row["instrument"]: row for row in given["without"]}
    comparison.exact("lead", "without", list(biases), list(without))
    for name in biases.keys() & without.keys():
        score = score_without(biases[name], release)
        comparison.number("without lead", name, score, without[name]["score"])
        comparison.exact("without lead", name, biases[name].label and label_of(score), without[name]["label"])


def score_without(bias, release):
    if bias.z is None:
        return None
    return score_of(bias.z - sum(each.value for each in bias.contributions
                                 if (each.indicator, each.signal.seconds) == release))


def closes(second):
    """The daily closes of the year up to an instant."""
    instant = dt.datetime.fromtimestamp(second, UTC)
    days = (instant.date() - dt.timedelta(back) for back in range(YEAR_DAYS + 1, -1, -1))
    at_close = (dt.datetime.combine(day, CLOSE).timestamp() for day in days if day.weekday() < 5)
    return [close for close in at_close if second - YEAR_DAYS * DAY <= close <= second]


def check_independent(comparison, given, weights, instruments, second):
    """N squared over the sum of all squared correlations of the daily changes of Z."""
    times, moving = closes(second), []
    for instrument in instruments:
        values = [weights.bias(instrument, close).z for close in times]
        if None not in values and len(values) > 2:
            moves = [after - before for before, after in zip(values, values[1:])]
            centred = [move - statistics.fmean(moves) for move in moves]
            size = math.sqrt(math.fsum(move * move for move in centred))
            if size > 0:
                moving.append([move / size for move in centred])
    comparison.exact("independent", "present", bool(moving), given is not None)
    if not moving or given is None:
        return
    squares = math.fsum(math.fsum(a * b for a, b in zip(some, other)) ** 2 for some in moving for other in moving)
    comparison.number("independent", "effective", len(moving) ** 2 / squares, given["effective"])
    comparison.exact("independent", "instruments, days", (len(moving), len(times) - 1), (given["instruments"], given["days"]))
    text = [dt.datetime.fromtimestamp(close, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for close in (times[0], times[-1])]
    comparison.exact("independent", "from, to", text, [given["from"], given["to"]])
