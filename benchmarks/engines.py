"""Halts and continues the second of two engines, corrects releases, and reads processor times. See engines.sh."""

import csv
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import time
import urllib.request

CORRECTIONS = 2  # in a round
WARM_UP = 6  # rounds
DEMANDED = 1.6
PAUSE = 0.05  # seconds
PATIENCE = 300
TICKS = os.sysconf("SC_CLK_TCK")
INDICATOR = "us-nonfarm-payrolls"
ENGINES = ("engine-0", "engine-1")


class Server:
    """A server of one role, on a processor of its own."""

    def __init__(self, role, home, processor):
        url = os.environ["MACRO_EDGE_DATABASE_URL"] + "&ApplicationName=" + home.name
        environment = os.environ | {
            "MACRO_EDGE_ROLE": role,
            "MACRO_EDGE_HOME": str(home),
            "MACRO_EDGE_DATABASE_URL": url,
        }
        log = open(f"{home}.log", "w")
        command = ["taskset", "-c", str(processor), "./macro-edge", "serve", "--port", "0"]
        self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        note = home / "server.json"
        deadline = time.monotonic() + PATIENCE
        while not note.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"the server of role {role} did not start: " + pathlib.Path(f"{home}.log").read_text())
            time.sleep(PAUSE)
        server = json.loads(note.read_text())
        self.address = server["address"].rstrip("/")
        self.pid = server["processId"]

    def stop(self):
        os.kill(self.pid, signal.SIGCONT)
        os.killpg(self.process.pid, signal.SIGTERM)


def stat(pid):
    """The fields of /proc/PID/stat after the command; empty of a process that has ended."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return []


def processor_seconds(pid):
    fields = stat(pid)
    return (int(fields[11]) + int(fields[12])) / TICKS


class Store:
    """The database, asked by psql."""

    def __init__(self):
        address = os.environ["MACRO_EDGE_DATABASE_URL"].removeprefix("jdbc:")
        self.psql = subprocess.Popen(
            ["psql", "-XqAt", address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.postmaster = int(stat(self.ask("SELECT pg_backend_pid()"))[1])

    def ask(self, question):
        self.psql.stdin.write(question.replace("\n", " ") + ";\n")
        return int(self.psql.stdout.readline())

    def processor_seconds(self):
        """Of all its processes, those that have ended included."""
        fields = stat(self.postmaster)
        ticks = sum(int(field) for field in fields[11:15])
        children = pathlib.Path(f"/proc/{self.postmaster}/task/{self.postmaster}/children").read_text().split()
        return (ticks + sum(int(field) for child in children for field in stat(child)[11:13])) / TICKS

    def runs_from(self, instant):
        return self.ask(f"SELECT count(*) FROM run WHERE as_of >= '{instant}'")

    def disconnect(self, name):
        """Ends the sessions of a server."""
        self.ask(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            f" WHERE datname = current_database() AND application_name = '{name}'"
        )

    def engines(self):
        return self.ask(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND"
            " classid::bigint << 32 | objid::bigint = hashtextextended('macro-edge delivers events', 0)"
        )

    def left(self):
        """Whether there is anything to do: events of changes, or biases that are due."""
        return self.ask(
            "SELECT (EXISTS (SELECT FROM bias_due) OR EXISTS (SELECT FROM event_log AS log"
            " LEFT JOIN event_cursor AS cursor ON cursor.part = log.part AND consumer = 'index-history'"
            " WHERE log.seq > coalesce(cursor.seq, 0) AND type = 'macro_data_updated'))::int"
        )

    def wait_until(self, is_reached):
        deadline = time.monotonic() + PATIENCE
        while not is_reached():
            if time.monotonic() > deadline:
                sys.exit("the engines do not come to an end")
            time.sleep(PAUSE)


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

    def use(self, count):
        """Halts the second engine, which then counts as gone, or lets it go on."""
        second = self.engines[1]
        os.kill(second.pid, signal.SIGSTOP if count == 1 else signal.SIGCONT)
        if count == 1:
            self.store.disconnect(ENGINES[1])
        self.store.wait_until(lambda: self.store.engines() == count and not self.store.left())

    def round(self, count):
        """Runs per second of engine time: by the busiest engine's processor time, and by the elapsed time."""
        before = [processor_seconds(engine.pid) for engine in self.engines]
        database = self.store.processor_seconds()
        runs = 0
        begun = time.monotonic()
        for row in self.rows:
            correct(self.api.address, row, self.number)
            self.number += 1
            self.store.wait_until(lambda: not self.store.left())
            runs += self.store.runs_from(row["released_at"])
        took = time.monotonic() - begun
        database = self.store.processor_seconds() - database
        used = [processor_seconds(engine.pid) - was for engine, was in zip(self.engines, before)]
        listed = " and ".join(f"{seconds:.2f}" for seconds in used[:count])
        print(f"{count}: {runs} runs, processor time {listed} s, database {database:.2f} s, elapsed {took:.2f} s", flush=True)
        return runs / max(used), runs / (took - database / count)

    def measure(self, rounds):
        for _ in range(WARM_UP):
            self.round(2)
        rates = {1: [], 2: []}
        for _ in range(rounds):
            for count in (1, 2):
                self.use(count)
                rates[count].append(self.round(count))
        return rates


def report(rates):
    ratios = []
    for index, method in enumerate(("processor time of the busiest engine", "elapsed time less the database's share")):
        medians = [statistics.median(rate[index] for rate in rates[count]) for count in (1, 2)]
        ratios.append(medians[1] / medians[0])
        print(f"{method}: {medians[0]:.0f} and {medians[1]:.0f} runs per second, {ratios[-1]:.2f} times as many")
    if min(ratios) < DEMANDED:
        sys.exit(f"less than {DEMANDED} times")


def main(work, rounds):
    servers = []
    try:
        servers.append(Server("api", work / "api", 0))
        for processor, name in enumerate(ENGINES):
            servers.append(Server("bias-engine", work / name, processor))
        benchmark = Benchmark(servers[0], servers[1:], Store(), oldest(work / "sample.csv"))
        report(benchmark.measure(rounds))
    finally:
        for server in servers:
            server.stop()
        for server in servers:
            server.process.wait(PATIENCE)


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
