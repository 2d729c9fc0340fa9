"""Times rolling statistics of the usable z of every indicator at each of its releases in pandas and Polars: count, mean,
standard deviation and share above 0 over (t - W, t] for W of 30, 90 and 365 days, and the exponentially weighted mean. Of several
releases of an indicator at one instant, which are rows of their own there, the first is taken.

Usage: python3 rolling_peers.py pandas|polars SURPRISES.csv RUNS, where SURPRISES.csv is written by `macro-edge export
surprises`. Prints the sum of all statistics, then the milliseconds of each run.
"""
import sys
import time

WINDOWS = (30, 90, 365)
HALF_LIFE = 6


def with_pandas(path):
    import pandas

    table = pandas.read_csv(path)[["indicator", "released_at", "z"]].dropna().drop_duplicates(["indicator", "released_at"])
    table["released_at"] = pandas.to_datetime(table["released_at"], utc=True)
    table["up"] = (table["z"] > 0).astype(float)

    def compute():
        groups = table.groupby("indicator", sort=False)
        total = len(WINDOWS) * groups["z"].ewm(halflife=HALF_LIFE).mean().sum()
        for days in WINDOWS:
            rolling = groups.rolling(f"{days}D", on="released_at")
            statistics = rolling["z"].agg(["count", "mean", "std"])
            total += statistics.sum().sum() + rolling["up"].mean().sum()
        return total

    return compute


def with_polars(path):
    import polars

    z = polars.col("z")
    table = (polars.read_csv(path, schema_overrides={"z": polars.Float64}).select("indicator", "released_at", "z")
             .drop_nulls().unique(["indicator", "released_at"], keep="first", maintain_order=True).with_columns(polars.col("released_at").str.to_datetime(time_zone="UTC")))

    def compute():
        total = len(WINDOWS) * table.select(z.ewm_mean(half_life=HALF_LIFE).over("indicator")).to_series().sum()
        for days in WINDOWS:
            statistics = table.rolling("released_at", period=f"{days}d", group_by="indicator").agg(
                z.count().alias("count"), z.mean().alias("mean"), z.std().alias("deviation"), (z > 0).mean().alias("up"))
            total += sum(statistics[name].sum() for name in ("count", "mean", "deviation", "up"))
        return total

    return compute


if __name__ == "__main__":
    compute = {"pandas": with_pandas, "polars": with_polars}[sys.argv[1]](sys.argv[2])
    print(compute())
    for _ in range(int(sys.argv[3])):
        start = time.perf_counter()
        compute()
        print(1000 * (time.perf_counter() - start))
