"""Prints how the US surprise index moves with the ADS index, in levels and weekly changes, with
and without 2020, and the spread of each index.

Usage: python3 indices_ads.py INDICES.csv ADS.xlsx (Python 3.8 or later; no packages). INDICES.csv is `macro-edge export
indices` at daily closes with the indices US (mode latest) and US-sum. The period is 2012 to 2021, that of the calibration of
the weights, and weeks end on Friday. `indices.sh` makes the input.
"""
import csv
import math
import re
import statistics
import sys
import xml.etree.ElementTree as tree
import zipfile
from datetime import date, timedelta

FIRST, LAST = date(2012, 1, 1), date(2021, 12, 31)
CRISIS = 2020
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def ads_index(path):
    """The daily ADS index: the first sheet's dates and values, whether a date is a serial number or a text."""
    book = zipfile.ZipFile(path)
    texts = []
    if "xl/sharedStrings.xml" in book.namelist():
        texts = ["".join(item.itertext()) for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]
    values = {}
    for row in tree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(SPACE + "row"):
        cells = [cell_text(cell, texts) for cell in row.iter(SPACE + "c")]
        day = read_date(cells[0]) if len(cells) > 1 else None
        if day is not None and cells[1]:
            values[day] = float(cells[1])
    return values


def cell_text(cell, texts):
    value = cell.find(SPACE + "v")
    if value is None:
        return "".join(cell.itertext())
    return texts[int(value.text)] if cell.get("t") == "s" else value.text


def read_date(text):
    parts = re.fullmatch(r"(\d{4})[:/-](\d{1,2})[:/-](\d{1,2})", text.strip())
    if parts:
        return date(*map(int, parts.groups()))
    if re.fullmatch(r"\d{5}(\.0*)?", text.strip()):
        return date(1899, 12, 30) + timedelta(days=int(float(text)))
    return None


def indices(path):
    values = {}
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            day = date.fromisoformat(row["as_of"][:10])
            if row["z"] and FIRST <= day <= LAST:
                values.setdefault(row["index"], {})[day] = float(row["z"])
    return values


def correlation(xs, ys):
    mx, my = statistics.fmean(xs), statistics.fmean(ys)
    covariance = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    return covariance / math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))


def compare(name, index, ads):
    fridays = sorted(day for day in index if day.weekday() == 4 and day in ads)
    levels = correlation([index[day] for day in fridays], [ads[day] for day in fridays])
    weeks = [day for day in fridays if day - timedelta(days=7) in index and day - timedelta(days=7) in ads]
    changes = correlation(
        [index[day] - index[day - timedelta(days=7)] for day in weeks],
        [ads[day] - ads[day - timedelta(days=7)] for day in weeks],
    )
    print(f"{name:20} levels {levels:+.2f} (n {len(fridays)})  weekly changes {changes:+.2f} (n {len(weeks)})")


def main():
    values = indices(sys.argv[1])
    ads = ads_index(sys.argv[2])
    print(f"US against ADS, {FIRST} to {LAST}, Fridays")
    for mode, index in (("latest", values["US"]), ("sum", values["US-sum"])):
        compare(mode, index, ads)
        compare(f"{mode}, without {CRISIS}", {day: z for day, z in index.items() if day.year != CRISIS}, ads)
    print("\nStandard deviation of daily values in that period, and days")
    for name, days in values.items():
        print(f"{name:14} {statistics.stdev(days.values()):.2f}  {len(days)}")


if __name__ == "__main__":
    main()
