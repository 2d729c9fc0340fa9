"""Halts and continues the second of two engines, corrects releases, and reads processor times. See engines.sh."""

import csv
import json
import os
import pathlib
import sys
import time
import urllib.request

from servers import Server, Store, processor_seconds, report, start_engines, stop, use

CORRECTIONS = 2  # in a round
WARM_UP = 6  # rounds
DEMANDED = 1.6
METHODS = ("processor time of the busiest engine", "elapsed time, the database's work in it")
INDICATOR = "us-nonfarm-payrolls"


class Corrections(Store):
    """The database, and what corrections leave to do."""

    def runs_from(self, instant):
        return self.ask(f"SELECT count(*) FROM run WHERE as_of >= '{instant}'")

    def left(self):
        """Whether there is anything to do: events of changes, or biases that are due."""
        return self.ask(
            "SELECT (EXISTS (SELECT FROM bias_due) OR EXISTS (SELECT FROM event_log AS log"
            " LEFT JOIN event_cursor AS cursor ON cursor.part = log.part AND consumer = 'index-history'"
            " WHERE log.seq > coalesce(cursor.seq, 0) AND type = 'macro_data_updated'))::int"
        )


def oldest(sample):
    """The first releases of the indicator, as rows of the sample."""
    with open(sample) as rows:
        return [row for row in csv.DictReader(rows) if row["indicator"] == INDICATOR][:CORRECTIONS]


def correct(api, row, number):
    """Pushes a correction of a release of the sample."""
    release = {
        "indicator": INDICATOR,
        "releasedAt": row["released_at"],
        "actual": str(100_000 + 1_000 * number),
        "previous": row["previous"],
        "forecasts": [{"kind": "survey", "value": row["forecast"]}],
    }
    request = urllib.request.Request(
        api + "/api/v1/releases",
        json.dumps({"source": "macro-edge", "releases": [release]}).encode(),
        {"Content-Type": "application/json", "Idempotency-Key": f"engines-{os.getpid()}-{number}"},
    )
    with urllib.request.urlopen(request) as answer:
        counts = json.load(answer)
    if counts["corrected"] != 1:
        sys.exit(f"the push corrected nothing: {counts}")


class Benchmark:
    """Corrections of releases, computed by one engine or by two."""

    def __init__(self, api, engines, store, rows):
        self.api = api
        self.engines = engines
        self.store = store
        self.rows = rows
        self.number = 0

    def round(self, count):
        """Runs per second: of the busiest engine's processor time, and of elapsed time."""
        before = [processor_seconds(engine.pid) for engine in self.engines]
        database = self.store.processor_seconds()
        runs = 0
        begun = time.monotonic()
        for row in self.rows:
            correct(self.api.address, row, self.number)
            self.number += 1
            self.store.drain()
            runs += self.store.runs_from(row["released_at"])
        took = time.monotonic() - begun
        database = self.store.processor_seconds() - database
        used = [processor_seconds(engine.pid) - was for engine, was in zip(self.engines, before)]
        listed = " and ".join(f"{seconds:.2f}" for seconds in used[:count])
        print(f"{count}: {runs} runs, processor time {listed} s, database {database:.2f} s, elapsed {took:.2f} s", flush=True)
        return runs / max(used), runs / took

    def measure(self, rounds):
        for _ in range(WARM_UP):
            self.round(2)
        rates = {1: [], 2: []}
        for _ in range(rounds):
            for count in (1, 2):
                use(count, self.engines, self.store)
                rates[count].append(self.round(count))
        return rates


def main(work, rounds):
    servers = []
    try:
        servers.append(Server("api", work / "api", 0))
        start_engines(work, servers)
        benchmark = Benchmark(servers[0], servers[1:], Corrections(), oldest(work / "sample.csv"))
        if min(report(benchmark.measure(rounds), "runs", METHODS)) < DEMANDED:
            sys.exit(f"less than {DEMANDED} times")
    finally:
        stop(servers)


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
