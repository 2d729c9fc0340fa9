"""Servers of one role each, and the database that they share, with their processor times."""

import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import time

PAUSE = 0.05  # seconds
PATIENCE = 300
TICKS = os.sysconf("SC_CLK_TCK")
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
    """The database, asked by psql; `left` of a benchmark's own says whether there is anything to do."""

    def __init__(self):
        address = os.environ["MACRO_EDGE_DATABASE_URL"].removeprefix("jdbc:")
        self.psql = subprocess.Popen(
            ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.postmaster = int(stat(self.ask("SELECT pg_backend_pid()"))[1])

    def ask(self, question):
        self.psql.stdin.write(question.replace("\n", " ") + ";\n")
        answer = self.psql.stdout.readline()
        if not answer:
            sys.exit("the database did not answer: " + question)
        return int(answer)

    def processor_seconds(self):
        """Of all its processes, those that have ended included."""
        fields = stat(self.postmaster)
        ticks = sum(int(field) for field in fields[11:15])
        children = pathlib.Path(f"/proc/{self.postmaster}/task/{self.postmaster}/children").read_text().split()
        return (ticks + sum(int(field) for child in children for field in stat(child)[11:13])) / TICKS

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

    def drain(self):
        self.wait_until(lambda: not self.left())

    def wait_until(self, is_reached):
        deadline = time.monotonic() + PATIENCE
        while not is_reached():
            if time.monotonic() > deadline:
                sys.exit("the engines do not come to an end")
            time.sleep(PAUSE)


def start_engines(work, servers):
    """Appends two bias-engines, each on a processor of its own, as they start."""
    for processor, name in enumerate(ENGINES):
        servers.append(Server("bias-engine", work / name, processor))


def use(count, engines, store):
    """Halts the second engine, which then counts as gone, or lets it go on; then waits until nothing is left to do."""
    os.kill(engines[1].pid, signal.SIGSTOP if count == 1 else signal.SIGCONT)
    if count == 1:
        store.disconnect(ENGINES[1])
    store.wait_until(lambda: store.engines() == count and not store.left())


def report(rates, unit, methods):
    """Prints the medians of one engine and of two, by each method.

    Returns how many times as many two reach.
    """
    ratios = []
    for index, method in enumerate(methods):
        medians = [statistics.median(rate[index] for rate in rates[count]) for count in (1, 2)]
        ratios.append(medians[1] / medians[0])
        print(f"{method}: {medians[0]:.0f} and {medians[1]:.0f} {unit} per second, {ratios[-1]:.2f} times as many")
    return ratios


def stop(servers):
    for server in servers:
        server.stop()
    for server in servers:
        server.process.wait(PATIENCE)
