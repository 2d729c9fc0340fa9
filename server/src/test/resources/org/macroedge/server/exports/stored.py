"""Reads one export as CSV and as Parquet with pandas, Polars and DuckDB, and fails where two of them differ. Prints the number of rows.
Usage: stored.py FILE.csv FILE.parquet"""

import sys

import duckdb
import pandas as pd
import polars as pl

csv, parquet = sys.argv[1:]
tables = {
    "pandas csv": pd.read_csv(csv, parse_dates=["released_at"]),
    "pandas parquet": pd.read_parquet(parquet),
    "polars csv": pl.read_csv(csv, try_parse_dates=True, infer_schema_length=None).to_pandas(),
    "polars parquet": pl.read_parquet(parquet).to_pandas(),
    "duckdb csv": duckdb.read_csv(csv).df(),
    "duckdb parquet": duckdb.read_parquet(parquet).df(),
}
first = tables["pandas parquet"]
for name, table in tables.items():
    if list(table.columns) != list(first.columns) or len(table) != len(first):
        sys.exit(f"{name} has {len(table)} rows of {list(table.columns)}")
    for number in ("actual", "z"):
        if not table[number].astype(float).equals(first[number].astype(float)):
            sys.exit(f"{name} has another {number}")
    if not (pd.to_datetime(table["released_at"], utc=True) == pd.to_datetime(first["released_at"], utc=True)).all():
        sys.exit(f"{name} has other instants")
print(len(first))
