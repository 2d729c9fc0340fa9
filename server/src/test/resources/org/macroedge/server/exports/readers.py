"""Reads every export from its address with pandas, Polars, DuckDB and PyArrow, and fails where an instant is no instant, a number no number,
or two readers differ. Prints the number of rows of each export. Usage: readers.py http://127.0.0.1:8080"""

import io
import sys
import urllib.request

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq

address = sys.argv[1] + "/api/v1/exports/"
EXPORTS = {
    "releases": (["released_at"], ["actual", "forecast", "previous"]),
    "surprises": (["released_at"], ["actual", "forecast", "surprise", "sigma", "z_raw", "z"]),
    "bias": (["as_of"], ["z", "score", "coverage"]),
    "indices": (["as_of"], ["z", "coverage"]),
    "prices": (["close_at"], ["open", "high", "low", "close"]),
}


def utc(dtype):
    return isinstance(dtype, pd.DatetimeTZDtype) and str(dtype.tz) == "UTC"


def check(holds, *what):
    if not holds:
        sys.exit("does not hold: " + " ".join(map(str, what)))


for name, (instants, numbers) in EXPORTS.items():
    parquet, csv = address + name + "?format=parquet", address + name
    typed = pd.read_parquet(parquet)
    plain = pd.read_csv(csv, parse_dates=instants)
    polars = pl.read_parquet(urllib.request.urlopen(parquet).read())
    polars_csv = pl.read_csv(csv, try_parse_dates=True, infer_schema_length=None)
    duck = duckdb.read_parquet(io.BytesIO(urllib.request.urlopen(parquet).read()))
    duck_csv = duckdb.read_csv(io.BytesIO(urllib.request.urlopen(csv).read()), sample_size=-1)
    arrow = pq.read_table(io.BytesIO(urllib.request.urlopen(parquet).read()))
    rows = len(typed)
    for reader, count in {
        "pandas csv": len(plain), "polars": polars.height, "polars csv": polars_csv.height, "duckdb": duck.shape[0],
        "duckdb csv": duck_csv.shape[0], "arrow": arrow.num_rows,
    }.items():
        check(count == rows, name, reader, "has", count, "rows and not", rows)
    for column in instants:
        check(utc(typed[column].dtype), name, column, "of pandas from Parquet is", typed[column].dtype)
        check(utc(plain[column].dtype), name, column, "of pandas from CSV is", plain[column].dtype)
        check((typed[column] == plain[column]).all(), name, column, "differs between the formats")
        check(str(polars[column].dtype).startswith("Datetime"), name, column, "of Polars is", polars[column].dtype)
        check(polars[column].dtype.time_zone == "UTC", name, column, "of Polars has zone", polars[column].dtype.time_zone)
        kind = dict(zip(duck.columns, map(str, duck.types)))[column]
        check(kind == "TIMESTAMP WITH TIME ZONE", name, column, "of DuckDB is", kind)
        kind = dict(zip(duck_csv.columns, map(str, duck_csv.types)))[column]
        check(kind.startswith("TIMESTAMP"), name, column, "of DuckDB from CSV is", kind)
    for column in numbers:
        check(typed[column].dtype == "float64", name, column, "of pandas from Parquet is", typed[column].dtype)
        check(plain[column].dtype.kind in "fi", name, column, "of pandas from CSV is", plain[column].dtype)
        same = (typed[column] == plain[column]) | (typed[column].isna() & plain[column].isna())
        check(same.all(), name, column, "differs between the formats")
        check(polars[column].dtype == pl.Float64, name, column, "of Polars is", polars[column].dtype)
        check(polars[column].null_count() == int(typed[column].isna().sum()), name, column, "of Polars has other gaps")
    print(name, rows)

joined = pd.read_csv(address + "releases", parse_dates=["released_at"]).merge(
    pd.read_csv(address + "surprises", parse_dates=["released_at"]), on=["indicator", "released_at", "release_id"])
print("joined", len(joined))
