"""Reads every export from its address with pandas, Polars, DuckDB, PyArrow and openpyxl, and fails where an instant is no instant, a number no number,
or two readers differ. Prints the number of rows of each export. Usage: readers.py http://127.0.0.1:8080"""

import io
import sys
import tempfile
import urllib.request
import warnings
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

warnings.filterwarnings("ignore", message="Workbook contains no default style")  # which it needs not
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


def read(path):
    return urllib.request.urlopen(path).read()


def check_arrow(name, parquet):
    """A file of Arrow IPC is the same table as Parquet, for each reader."""
    content = read(address + name + "?format=arrow")
    table = pa.ipc.open_file(content).read_all()
    table.validate(full=True)
    check(table.equals(parquet), name, "of Arrow is not that of Parquet", table.schema, parquet.schema)
    check(pl.read_ipc(content).equals(pl.from_arrow(parquet)), name, "of Polars from Arrow is not that of Parquet")
    check(duckdb.from_arrow(table).shape[0] == parquet.num_rows, name, "of DuckDB from Arrow has other rows")


def check_xlsx(name, typed, instants, numbers):
    """A workbook has instants as dates, numbers as numbers, a frozen head, and a sheet that says what it is."""
    content = read(address + name + "?format=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    check(book.sheetnames == [name, "about"], name, "has sheets", book.sheetnames)
    check(book[name].freeze_panes == "A2", name, "is frozen at", book[name].freeze_panes)
    about = dict(row[:2] for row in book["about"].iter_rows(values_only=True))
    check(about["Export"] == name, name, "is about", about)
    check("Run" in about and "Weight set" in about and "Stale" in about and "Sample only" in about, about)
    sheet = pd.read_excel(io.BytesIO(content), sheet_name=name)
    check(list(sheet.columns) == list(typed.columns), name, "has columns", sheet.columns)
    check(len(sheet) == len(typed), name, "has", len(sheet), "rows of XLSX")
    for column in instants:
        check(sheet[column].dtype.kind == "M", name, column, "of XLSX is", sheet[column].dtype)
        check((sheet[column].dt.tz_localize("UTC") == typed[column]).all(), name, column, "of XLSX differs")
    for column in numbers:
        check(sheet[column].dtype.kind in "fi", name, column, "of XLSX is", sheet[column].dtype)
        same = (sheet[column] == typed[column]) | (sheet[column].isna() & typed[column].isna())
        check(same.all(), name, column, "of XLSX differs")


def check_spreadsheet(name, typed, instants, numbers, dialect, delimiter, decimal):
    """CSV for a spreadsheet has a date, a clock time and numbers, as each reader with its language's settings sees them."""
    content = read(address + name + "?dialect=" + dialect)
    check(content.startswith(b"\xef\xbb\xbf"), name, dialect, "has no byte order mark")
    plain = pd.read_csv(io.BytesIO(content), sep=delimiter, decimal=decimal, encoding="utf-8-sig")
    file = Path(tempfile.mkdtemp()) / "export.csv"
    file.write_bytes(content)
    duck = duckdb.sql(
        f"SELECT * FROM read_csv('{file}', delim='{delimiter}', decimal_separator='{decimal}', header=true, sample_size=-1)")
    kinds = dict(zip(duck.columns, map(str, duck.types)))
    polars = pl.read_csv(content, separator=delimiter, decimal_comma=decimal == ",", infer_schema_length=None)
    check(len(plain) == len(typed) == duck.shape[0] == polars.height, name, dialect, "has other rows")
    for column in instants:
        parts = plain[column + "_date"] + " " + plain[column + "_time"]
        check((pd.to_datetime(parts, utc=True) == typed[column]).all(), name, column, "differs in", dialect)
        check(kinds[column + "_date"] == "DATE" and kinds[column + "_time"] == "TIME", name, column, "of DuckDB is", kinds)
    for column in numbers:
        check(plain[column].dtype.kind in "fi", name, column, "of", dialect, "is", plain[column].dtype)
        same = (plain[column] == typed[column]) | (plain[column].isna() & typed[column].isna())
        check(same.all(), name, column, "differs in", dialect)
        empty = plain[column].isna().all()
        check(empty or kinds[column] in ("DOUBLE", "BIGINT"), name, column, "of DuckDB in", dialect, "is", kinds[column])
        check(empty or polars[column].dtype.is_numeric(), name, column, "of Polars in", dialect, "is", polars[column].dtype)


def check_metatrader(name, typed, instants):
    """Split at tabs alone, as FileOpen of MQL5 does; two hours ahead of UTC."""
    content = read(address + name + "?dialect=metatrader&serverTime=%2B02:00").decode("utf-8")
    head, *lines = [line.split("\t") for line in content.removesuffix("\n").split("\n")]
    check(all(len(line) == len(head) for line in lines), name, "has rows of another length for MetaTrader")
    check(len(lines) == len(typed), name, "has", len(lines), "rows for MetaTrader")
    for column in instants:
        place = head.index(column + "_server")
        times = pd.to_datetime([line[place] for line in lines], format="%Y.%m.%d %H:%M:%S") - pd.Timedelta(hours=2)
        check((times.tz_localize("UTC") == typed[column].dt.floor("s").array).all(), name, column, "differs for MetaTrader")


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
    check_arrow(name, arrow)
    check_xlsx(name, typed, instants, numbers)
    check_spreadsheet(name, typed, instants, numbers, "spreadsheet-de", ";", ",")
    check_spreadsheet(name, typed, instants, numbers, "spreadsheet-en", ",", ".")
    check_metatrader(name, typed, instants)
    print(name, rows)

joined = pd.read_csv(address + "releases", parse_dates=["released_at"]).merge(
    pd.read_csv(address + "surprises", parse_dates=["released_at"]), on=["indicator", "released_at", "release_id"])
print("joined", len(joined))
