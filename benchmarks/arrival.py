"""Serves composed publishers on loopback, and times how soon the board follows. See arrival.sh."""

import datetime
import http.server
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

SPEED = 120
LEAD = 20  # seconds in which the server starts
START = datetime.datetime(2021, 2, 17, 0, 30, tzinfo=datetime.UTC)
FIRST_DUE = datetime.timedelta(minutes=35)  # at minutes 5 and 35, when no regular hour asks
EVERY = datetime.timedelta(minutes=30)
PATIENCE = 60
MONTHS = 14

ONS = "economy/inflationandpriceindices/timeseries/"
UNEMPLOYED = "employmentandlabourmarket/peoplenotinwork/outofworkbenefits/timeseries/"
# source, series, currency and title of the feed, forecast, figures of the months before, figure of the newest
RELEASES = [
    ("bls", "CES0000000001", "USD", "Non-Farm Employment Change", "150K", 100000, 100250),
    ("ons", ONS + "d7g7/mm23", "GBP", "CPI y/y", "0.6%", 0.6, 0.9),
    ("statcan", "2062811", "CAD", "Employment Change", "20.0K", 18000, 18055),
    ("bls", "LNS14000000", "USD", "Unemployment Rate", "6.5%", 6.7, 6.3),
    ("ons", ONS + "dko8/mm23", "GBP", "Core CPI y/y", "1.3%", 1.3, 1.5),
    ("statcan", "2062815", "CAD", "Unemployment Rate", "8.8%", 8.8, 9.4),
    ("bls", "CES0500000003", "USD", "Average Hourly Earnings m/m", "0.3%", 100000, 100700),
    ("ons", ONS + "czbh/mm23", "GBP", "RPI y/y", "1.2%", 1.2, 1.5),
    ("statcan", "41690973", "CAD", "CPI m/m", "0.3%", 100000, 100600),
    ("bls", "CUSR0000SA0", "USD", "CPI m/m", "0.2%", 100000, 100600),
    ("ons", "businessindustryandtrade/retailindustry/timeseries/j5ec/drsi", "GBP", "Retail Sales m/m", "-2.5%", 0.3, -5.2),
    ("statcan", "108785713", "CAD", "Common CPI y/y", "1.3%", 1.3, 1.7),
    ("bls", "CUSR0000SA0L1E", "USD", "Core CPI m/m", "0.2%", 100000, 100500),
    ("statcan", "108785714", "CAD", "Median CPI y/y", "1.8%", 1.8, 2.1),
    ("bls", "CUUR0000SA0", "USD", "CPI y/y", "1.5%", 100000, 102100),
    ("statcan", "108785715", "CAD", "Trimmed CPI y/y", "1.6%", 1.6, 1.9),
    ("bls", "WPSFD4", "USD", "PPI m/m", "0.1%", 100000, 100900),
    ("ons", UNEMPLOYED + "bcjd/unem", "GBP", "Claimant Count Change", "35.0K", 2600, 2580),
    ("bls", "WPSFD49104", "USD", "Core PPI m/m", "0.1%", 100000, 100700),
    ("bls", "EIUIR", "USD", "Import Prices m/m", "0.4%", 100000, 101400),
]
# which never change
QUARTERLY = {"CIS1010000000000Q", "PRS85006092", "PRS85006112", "hbop", "ihyq"}
QUARTERS = [(year, quarter) for year in (2019, 2020) for quarter in (1, 2, 3, 4)][:-1]
BY_SERIES = {series: (before, newest) for _, series, _, _, _, before, newest in RELEASES}
DUE = {series: START + FIRST_DUE + EVERY * number for number, (_, series, *_) in enumerate(RELEASES)}

since = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=LEAD)
sent = {}


def now():
    passed = datetime.datetime.now(datetime.UTC) - since
    return START + (passed * SPEED if passed > datetime.timedelta() else passed)


def figures(series, instant):
    """(year, month, figure) of each month that is there, the newest last; other series than those above never change."""
    newest = START.date().replace(day=1)
    months = []
    for _ in range(MONTHS):
        newest = (newest - datetime.timedelta(days=1)).replace(day=1)
        months.insert(0, newest)
    before, figure = BY_SERIES.get(series, (100, 100))
    known = [(month.year, month.month, before) for month in months[:-1]]
    if series in DUE and instant >= DUE[series]:
        known.append((months[-1].year, months[-1].month, figure))
    return known


def feed():
    return json.dumps([
        {"title": title, "country": currency, "date": DUE[series].isoformat(), "impact": "High", "forecast": forecast, "previous": ""}
        for _, series, currency, title, forecast, *_ in RELEASES
    ])


def bls_figures(series, instant):
    if series in QUARTERLY:
        return [(year, f"Q{quarter:02}", 1) for year, quarter in QUARTERS]
    return [(year, f"M{month:02}", value) for year, month, value in figures(series, instant)]


def bls(asked, instant):
    return json.dumps({
        "status": "REQUEST_SUCCEEDED",
        "message": [],
        "Results": {"series": [
            {"seriesID": series, "data": [
                {"year": str(year), "period": period, "value": str(value), "footnotes": []}
                for year, period, value in bls_figures(series, instant)]}
            for series in asked]},
    })


def ons(series, instant):
    name = series.split("/")[-2]
    quarters = [{"date": f"{year} Q{quarter}", "value": "1"} for year, quarter in QUARTERS]
    months = [
        {"date": datetime.date(year, month, 1).strftime("%Y %b").upper(), "value": str(value)}
        for year, month, value in figures(series, instant)]
    return json.dumps({
        "years": [],
        "quarters": quarters if name in QUARTERLY else [],
        "months": [] if name in QUARTERLY else months,
        "description": {"cdid": name.upper()},
    })


def statcan(asked, instant):
    return json.dumps([
        {"status": "SUCCESS", "object": {"vectorId": int(vector), "vectorDataPoint": [
            {"refPer": f"{year}-{month:02}-01", "value": value, "scalarFactorCode": 0, "frequencyCode": 6}
            for year, month, value in figures(vector, instant)]}}
        for vector in asked])


class World(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        source, _, rest = urllib.parse.urlparse(self.path).path[1:].partition("/")
        instant = now()
        if source == "ons":
            series = rest.removesuffix("/data")
            self.reply([series], ons(series, instant), instant)
        else:
            self.reply([], feed(), instant)

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        instant = now()
        if self.path.startswith("/bls"):
            self.reply(question["seriesid"], bls(question["seriesid"], instant), instant)
        else:
            asked = [str(each["vectorId"]) for each in question]
            self.reply(asked, statcan(asked, instant), instant)

    def reply(self, asked, answer, instant):
        body = answer.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        for series in asked:
            if series in DUE and instant >= DUE[series]:
                sent.setdefault(series, time.monotonic())

    def log_message(self, *arguments):
        pass


def get(address, path, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(address + path, method=method), timeout=120) as answer:
        return json.load(answer)


def main(command):
    world = http.server.ThreadingHTTPServer(("127.0.0.1", 0), World)
    threading.Thread(target=world.serve_forever, daemon=True).start()
    sources = sorted({"forexfactory-feed", *(source for source, *_ in RELEASES)})
    environment = dict(
        os.environ,
        MACRO_EDGE_CLOCK=f"{START.isoformat().replace('+00:00', 'Z')},{since.isoformat().replace('+00:00', 'Z')},{SPEED}",
        MACRO_EDGE_SOURCES=",".join(sources),
        MACRO_EDGE_SOURCE_ADDRESSES=",".join(f"{id}=http://127.0.0.1:{world.server_port}/{id}" for id in sources),
    )
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        note = pathlib.Path(os.environ["MACRO_EDGE_HOME"]) / "server.json"
        while not note.exists():
            time.sleep(0.1)
        address = json.loads(note.read_text())["address"].rstrip("/")
        for run in get(address, "/api/v1/sources/ingest", "POST")["items"]:
            if run["state"] == "failed":
                sys.exit(f"{run['source']}: {run['note']}")
        measure(address)
    finally:
        server.terminate()
        server.wait()


def measure(address):
    """An answer for now is as of the last full hour, or of the last release if it is later: a release is on the board once
    the answer is as of its instant."""
    shown = {}
    last = max(DUE.values()) + datetime.timedelta(seconds=PATIENCE * SPEED)
    while len(shown) < len(RELEASES):
        if now() > last:
            sys.exit(f"{len(sent)} of {len(RELEASES)} figures were fetched, {len(shown)} are on the board")
        as_of = datetime.datetime.fromisoformat(get(address, "/api/v1/bias/summary")["asOf"])
        arrived = time.monotonic()
        for series, due in DUE.items():
            if as_of == due:
                shown.setdefault(series, arrived)
        time.sleep(0.01)
    times = sorted(shown[series] - sent[series] for series in shown)
    print(f"{len(times)} releases: median {statistics.median(times):.2f} s, longest {times[-1]:.2f} s")
    print(" ".join(f"{value:.2f}" for value in times))


main(sys.argv[1:])
