"""Holds idle clients of the stream of a server, pushes releases, and times their events. See stream.sh."""

import json
import os
import pathlib
import selectors
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request

HEARTBEATS = 35  # seconds: two of them
PATIENCE = 120


def started(command):
    """The server's process and the id and address of the Java process that it notes in its home."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    note = pathlib.Path(os.environ["MACRO_EDGE_HOME"]) / "server.json"
    deadline = time.monotonic() + PATIENCE
    while not note.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit("the server did not start")
        time.sleep(0.1)
    server = json.loads(note.read_text())
    return process, server


def memory(pid):
    """Resident memory of a process in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    sys.exit("the server has ended")


class Clients:
    """Sockets that follow the stream, read by one loop."""

    def __init__(self, address, count):
        self.selector = selectors.DefaultSelector()
        self.address = (address.hostname, address.port)
        request = f"GET /api/v1/stream HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode()
        self.texts = {}
        for _ in range(count):
            client = socket.create_connection(self.address)
            client.sendall(request)
            client.setblocking(False)
            self.selector.register(client, selectors.EVENT_READ)
            self.texts[client] = b""

    def read(self, done, seconds):
        """Reads until each client's text is done; returns the time of each. What is read is forgotten."""
        times = {}
        deadline = time.monotonic() + seconds
        while len(times) < len(self.texts) and time.monotonic() < deadline:
            for key, _ in self.selector.select(0.2):
                client = key.fileobj
                try:
                    chunk = client.recv(65536)
                except ConnectionError:
                    chunk = b""
                if not chunk:
                    sys.exit("the server has closed a stream")
                self.texts[client] += chunk
                if client not in times and done(self.texts[client]):
                    times[client] = time.monotonic()
        for client in self.texts:
            self.texts[client] = b""
        return list(times.values())


def pushed(base, number):
    """Pushes a release; returns when the server has accepted it, and its batch."""
    release = {"indicator": "us-cpi-mom", "releasedAt": f"2022-{number % 12 + 1:02d}-{number // 12 + 1:02d}T13:30:00Z", "actual": 0.3}
    request = urllib.request.Request(
        base + "/api/v1/releases",
        json.dumps({"source": "macro-edge", "releases": [release]}).encode(),
        {"Content-Type": "application/json", "Idempotency-Key": f"stream-{number}"},
    )
    sent = time.monotonic()
    with urllib.request.urlopen(request) as answer:
        batch = json.load(answer)["batch"]
    return sent, time.monotonic(), batch


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main(count, pushes, command):
    process, server = started(command)
    try:
        base = server["address"].rstrip("/")
        pid = server["processId"]
        print(f"memory before the clients: {memory(pid)} MB")
        begun = time.monotonic()
        clients = Clients(urllib.parse.urlparse(base), count)
        opened = clients.read(lambda text: b"\n\n" in text.partition(b"\r\n\r\n")[2], PATIENCE)
        print(f"{len(opened)} clients connected in {max(opened) - begun:.1f} s; memory {memory(pid)} MB")
        beaten = clients.read(lambda text: b":\n\n" in text, HEARTBEATS)
        print(f"a heartbeat reached {len(beaten)}; memory {memory(pid)} MB")
        first, every = [], []
        for number in range(pushes):
            sent, accepted, batch = pushed(base, number)
            mark = f'"batch":{batch},'.encode()
            times = clients.read(lambda text: mark in text, PATIENCE)
            if len(times) < count:
                sys.exit(f"only {len(times)} clients got the event")
            first.append((min(times) - accepted) * 1000)
            every += [(when - accepted) * 1000 for when in times]
            time.sleep(0.5)
        print(f"from acceptance to the first client: median {statistics.median(first):.0f} ms, p99 {percentile(first, 0.99):.0f} ms")
        print(f"to all {count}: median {statistics.median(every):.0f} ms, p99 {percentile(every, 0.99):.0f} ms")
        print(f"memory after {pushes} pushes: {memory(pid)} MB")
        stopped = time.monotonic()
        os.kill(pid, signal.SIGTERM)
        process.wait(PATIENCE)
        print(f"stopped in {time.monotonic() - stopped:.1f} s")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE)


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
