"""Writes surprises.csv: releases of one indicator with σ, raw z and z as docs/concepts/bias.md defines them, computed without the engine.

Usage: python3 surprises.py >surprises.csv (needs numpy, for forecasts.py). Figures are decimal, σ and z are floats.
"""
import datetime
import math
import random
from decimal import Decimal
from statistics import median

from forecasts import Prints

STEP, POLARITY, CLIP = Decimal("0.1"), -1, 4.0
FLOOR = float(STEP) / math.sqrt(6)
PRIOR, PRIOR_SERVES_FROM = 0.7, 5  # σ of the prior, and the first day on which it serves
KEPT = 2 ** (-1 / 24)


START = datetime.date(2015, 1, 5)


def period_of(day, number):
    """The month one or two months before; a year that is still to come stands for a typing error."""
    date = START + datetime.timedelta(day)
    months = 12 * date.year + date.month - 1 + (13 if number == 3 and day % 5 == 0 else -min(number, 2))
    return "%04d-%02d-01" % (months // 12, months % 12 + 1)


def declared(day, period):
    """The declared period, if it begins at most a month, 31 days, after the release."""
    latest = START + datetime.timedelta(day + 31)
    return None if period == "-" or datetime.date.fromisoformat(period) > latest else period


def generate():
    draw = random.Random(20261126)
    number = lambda low, high: Decimal(draw.randint(low, high)) / 10
    rows = []
    for day in range(0, 400, 4):
        for twin in range(draw.choice([1, 1, 1, 2, 3])):
            period = draw.choice(["-", "-", period_of(day, draw.randint(1, 3))])
            actual = number(10, 60)
            forecast = actual - draw.choice([number(-9, 9)] * 9 + [number(-300, 300)])
            kind = draw.choice(["survey", "survey", "survey", "model", "none"])
            if draw.randint(0, 25) == 0:
                actual, forecast = number(40, 60), -number(40, 60)
            previous = draw.choice([actual + number(-3, 3), number(10, 60)])
            rows.append([day, period, previous, actual, forecast, kind])
        if draw.randint(0, 4) == 0:  # a chain of three that ends at this day's first release
            head = rows[-1]
            for link in range(2):
                value = number(10, 60)
                forecast = value + number(-9, 9)
                rows.append([day, head[1], number(10, 60), value, forecast, "survey"])
                rows[-2 - (link > 0)][2] = value
                rows[-2 - (link > 0)], rows[-1] = rows[-1], rows[-2 - (link > 0)]
    return rows


def chain(rows):
    """The rows of one day and period: those that another one precedes come after it; what is left by its figures."""
    left = sorted(rows, key=lambda r: (r[2], r[3], r[4] if r[5] != "none" else Decimal("Infinity")))

    def before(row):
        same = [o for o in left if o is not row and o[3] == row[2]]
        stated = any(o is not row and o[3] == row[2] for o in rows)
        near = [o for o in left if o is not row and 10 * abs(row[2] - o[3]) <= abs(o[3] - row[3])]
        return same if stated else near

    done = []
    while left:
        free = [row for row in left if not before(row)]
        if not free:  # follow the predecessors of the first row until one comes round
            path, row = [], left[0]
            while not any(row is other for other in path):
                path.append(row)
                row = before(row)[0]
            first = next(i for i, other in enumerate(path) if other is row)
            free = [min(path[first:], key=lambda r: r[3])]
        done.append(free[0])
        left = [row for row in left if row is not free[0]]
    return done


class Sigma:
    def __init__(self):
        self.first, self.v, self.n = [], None, 0

    def value(self):
        return max(math.sqrt(self.v), FLOOR) if self.n >= 10 else None

    def learn(self, x):
        x = abs(x)
        if self.n < 10:
            self.first.append(x)
            if self.n == 9:
                middle = median(self.first)
                self.v = (1.4826 * middle if middle > 0 else 1.2533 * sum(self.first) / 10) ** 2
        else:
            self.v = KEPT * self.v + (1 - KEPT) * min(x, 4 * self.value()) ** 2
        self.n += 1


def main():
    rows, sigmas, moves = generate(), {"survey": Sigma(), "model": Sigma()}, []
    prints = Prints(STEP)
    print("# Computed by surprises.py, Python's floats and decimals. Step 0.1, polarity -1, prior σ 0.7 from day 5. Tolerance 1e-9.")
    print("order,day,period,previous,actual,forecast,kind,sigma,zRaw,z,reason")
    order = 0
    for day in sorted({row[0] for row in rows}):
        together = [row for row in rows if row[0] == day]
        ordered = []
        for period in sorted({row[1] for row in together}, key=lambda p: (p == "-", p)):
            ordered += chain([row for row in together if row[1] == period])
        learned, counted, own = [], [], prints.value()
        for _, period, previous, actual, forecast, kind in ordered:
            sigma = z_raw = z = None
            reason = "-"
            used = forecast
            if kind == "none":
                used = own and own[1]
            if used is None:
                reason = "nothing-expected"
            else:
                sigma = sigmas["survey" if kind == "survey" else "model"].value()
                if sigma is None and day >= PRIOR_SERVES_FROM:
                    sigma = max(PRIOR, FLOOR)
                if sigma is None:
                    reason = "insufficient-history"
                else:
                    z_raw = POLARITY * float(actual - used) / sigma
                    move = abs(actual - previous)
                    usual = max(median(moves[-24:]) if moves else 0, STEP)
                    wrong = 4 * move <= abs(actual - used) and move <= 3 * usual
                    lost = actual * used < 0 and 10 * abs(actual + used) < abs(actual) and abs(actual) >= 20 * STEP
                    if kind != "none" and abs(z_raw) > 10 and (wrong or lost):
                        reason = "suspect"
                    else:
                        z = min(max(z_raw, -CLIP), CLIP)
            if reason != "suspect" or not lost:
                counted.append((declared(day, period), actual))
            if reason != "suspect":
                if kind == "survey":
                    learned.append(("survey", float(actual - forecast)))
                modelled = forecast if kind == "model" else own and own[1]
                if modelled is not None:
                    learned.append(("model", float(actual - modelled)))
            text = lambda value: "-" if value is None else repr(value)
            cell = "-" if kind == "none" else str(forecast)
            print(f"{order},{day},{period},{previous},{actual},{cell},{kind},{text(sigma)},{text(z_raw)},{text(z)},{reason}")
            order += 1
        for kind, surprise in learned:
            sigmas[kind].learn(surprise)
        prints.add(counted)
        moves += [abs(row[3] - row[2]) for row in ordered]


main()
