"""Lets one engine, and then two, send events of the log to a Kafka. See forwarding.sh."""

import os
import pathlib
import subprocess
import sys
import time

from servers import PATIENCE, Store, processor_seconds, report, start_engines, stop, use

EVENTS = 30_000  # in a round, at most
INSTRUMENTS = 29
WARM_UP = 2  # rounds
METHODS = ("elapsed time", "processor time of the engine that used most")


class Kafka:
    """A broker of its own process, on any processor."""

    CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg"

    def __init__(self, java, jars, folder, port):
        folder.mkdir()
        file = folder / "server.properties"
        file.write_text(
            f"""process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{port + 1}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{port + 1}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
controller.listener.names=CONTROLLER
log.dirs={folder / "data"}
num.partitions=6
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
"""
        )
        log = open(folder / "log", "w")
        command = [java, "-Xmx512m", "-cp", f"{jars}/*"]
        tool = ["kafka.tools.StorageTool", "format", "-t", self.CLUSTER, "-c", str(file)]
        subprocess.run(command + tool, check=True, stdout=log, stderr=log)
        self.process = subprocess.Popen(command + ["kafka.Kafka", str(file)], stdout=log, stderr=log)

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


class Log(Store):
    """The event log."""

    def append(self):
        """Repeats the biases that were told last, one event for each instrument in turn.

        Returns how many events there are.
        """
        self.ask("BEGIN; SELECT count(pg_advisory_xact_lock(x'6D6163726F'::bigint))")
        count = self.ask(
            "WITH told AS (SELECT DISTINCT ON (key) type, version, key, part, payload FROM event_log"
            " WHERE type = 'bias_computed' ORDER BY key, seq DESC), appended AS ("
            "INSERT INTO event_log (type, version, key, part, recorded_at, payload)"
            " SELECT type, version, key, part, now(), payload FROM generate_series(1,"
            f" {EVENTS // INSTRUMENTS}) AS time, told ORDER BY time, key RETURNING 1) SELECT count(*) FROM appended"
        )
        self.ask("SELECT count(pg_notify('macro_edge_events', '')); COMMIT")
        return count

    def is_told(self):
        """Whether the biases of all instruments were told, and nothing is left to compute."""
        return not self.left() and self.ask(
            f"SELECT (count(DISTINCT key) = {INSTRUMENTS} AND NOT EXISTS (SELECT FROM bias_due))::int FROM event_log"
            " WHERE type = 'bias_computed'"
        )

    def left(self):
        """Whether events wait, by the last one of each partition."""
        return self.ask(
            "SELECT (count(*) < 16 OR bool_or(seq < (SELECT max(log.seq) FROM event_log AS log"
            " WHERE log.part = cursor.part)))::int FROM event_cursor AS cursor WHERE consumer = 'broker-kafka'"
        )


def measure(count, engines, kafka, log):
    """Sends one round.

    Returns events per second: elapsed, and by the processor time of the engine that used most.
    """
    parts = [lambda engine=engine: processor_seconds(engine.pid) for engine in engines]
    parts += [log.processor_seconds, lambda: processor_seconds(kafka.process.pid)]
    before = [part() for part in parts]
    begun = time.monotonic()
    events = log.append()
    log.drain()
    took = time.monotonic() - begun
    used = [part() - was for part, was in zip(parts, before)]
    print(
        f"{count}: {took:.2f} s; processor time of engines {used[0]:.2f} and {used[1]:.2f} s,"
        f" database {used[2]:.2f} s, Kafka {used[3]:.2f} s: {sum(used) / took:.2f} processors",
        flush=True,
    )
    return events / took, events / max(used[:2])


def main(work, rounds, java, jars, port):
    kafka = Kafka(java, jars, work / "kafka", port)
    engines = []
    try:
        os.environ |= {"MACRO_EDGE_EVENTS": "kafka", "MACRO_EDGE_KAFKA": f"127.0.0.1:{port}"}
        start_engines(work, engines)
        log = Log()
        log.wait_until(log.is_told)
        for _ in range(WARM_UP):
            measure(2, engines, kafka, log)
        rates = {1: [], 2: []}
        for _ in range(rounds):
            for count in (1, 2):
                use(count, engines, log)
                rates[count].append(measure(count, engines, kafka, log))
        report(rates, "events", METHODS)
    finally:
        stop(engines)
        kafka.stop()


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4]), int(sys.argv[5]))
