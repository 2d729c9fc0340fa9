#!/usr/bin/env bash
# Compares the server's ready bias summary, compressed, with peers that send the same bytes: a FastAPI (uvicorn, uvloop) from
# memory and from Redis, and a bare Jetty; the same with an API key and a limit that is shared through Redis; and with traces that
# go to a receiver. Each server runs on core 0 and wrk with 32 connections on core 1, in turns of 8 seconds; the ratios are of this
# run. Every program on the JVM answers for 40 seconds before, since its compiler shares the one core with it. Installs the peers in
# a folder of its own; needs wrk, redis-server and a build. Takes about 8 minutes.
# Usage: benchmarks/ready.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
peer=target/ready-peer
if [ ! -x "$peer/bin/uvicorn" ]; then
  python3 -m venv --clear "$peer"
  "$peer/bin/pip" install -q --disable-pip-version-check fastapi==0.165.0 'uvicorn[standard]==0.54.0' redis==8.1.0 hiredis==3.5.0
fi
java=$(./macro-edge --print-jdk)/bin/java

start() { # a server on core 0, whose output goes to a file of its name
  local name=$1
  shift
  taskset -c 0 "$@" > "$work/$name.out" 2>&1 &
  pids+=($!)
}
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
java_process() { # of a home
  grep -o '"processId" *: *[0-9]*' "$1/server.json" | grep -o '[0-9]*$'
}
await() { # until an address answers
  for _ in $(seq 300); do
    curl -s -o /dev/null "$1" && return
    sleep 0.2
  done
  echo "nothing answers at $1" >&2
  exit 1
}

export MACRO_EDGE_SOURCES=none MACRO_EDGE_JAVA_OPTS=-Xmx256m
own=$(free_port)
MACRO_EDGE_HOME=$work/home start own ./macro-edge serve --port "$own"
await "http://127.0.0.1:$own/api/v1/bias/summary"
curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:$own/api/v1/bias/summary" > "$work/body.gz"
tag=$(curl -sI "http://127.0.0.1:$own/api/v1/bias/summary" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
gzip -t "$work/body.gz"

redis=$(free_port)
start redis redis-server --bind 127.0.0.1 --port "$redis" --save '' --appendonly no
secured=$(free_port)
export MACRO_EDGE_HOME=$work/secured
key=$(./macro-edge keys create ready --role viewer 2> "$work/keys.out" | head -1)
MACRO_EDGE_ACCESS=keys MACRO_EDGE_LIMIT_CALLERS=9999999/9999999 MACRO_EDGE_REDIS_URL="redis://127.0.0.1:$redis" \
  start secured ./macro-edge serve --port "$secured"
spans=$(free_port)
start spans python3 benchmarks/peers/span_sink.py "$spans"
traced=$(free_port)
MACRO_EDGE_HOME=$work/traced MACRO_EDGE_OTLP_URL="http://127.0.0.1:$spans" start traced ./macro-edge serve --port "$traced"
memory=$(free_port)
start memory "$peer/bin/python" benchmarks/peers/ready_peer.py "$memory" "$work/body.gz"
shared=$(free_port)
start shared "$peer/bin/python" benchmarks/peers/ready_peer.py "$shared" "$work/body.gz" "$redis"
keyed=$(free_port)
start keyed "$peer/bin/python" benchmarks/peers/ready_peer.py "$keyed" "$work/body.gz" "$redis" keyed
start jetty "$java" -cp 'server/target/app/macro-edge.jar:server/target/app/lib/*' benchmarks/src/main/java/org/macroedge/benchmarks/BareJetty.java "$work/body.gz"
until jetty=$(grep -m1 -E '^[0-9]+$' "$work/jetty.out"); do sleep 0.2; done
"$peer/bin/python" - "$redis" "$work/body.gz" "$key" <<'PYTHON'
import hashlib, sys

import redis

store = redis.Redis(port=int(sys.argv[1]))
store.set("body", open(sys.argv[2], "rb").read())
store.set("key:" + hashlib.sha256(sys.argv[3].encode()).hexdigest(), "ready")
PYTHON
for port in "$secured" "$traced" "$memory" "$shared" "$keyed" "$jetty"; do await "http://127.0.0.1:$port/api/v1/bias/summary"; done

turn() { # name, port, seconds, headers: the requests in a second and the 99th percentile
  local name=$1 port=$2 seconds=$3
  shift 3
  taskset -c 1 wrk -t 1 -c 32 -d "${seconds}s" --latency "$@" "http://127.0.0.1:$port/api/v1/bias/summary" |
    awk -v name="$name" '/99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
      END { print name, rate, p99, bad + 0 }'
}
gzip_header='Accept-Encoding: gzip'
key_header="Authorization: Bearer $key"
for port in "$own" "$traced" "$jetty"; do turn warm "$port" 40 -H "$gzip_header" > /dev/null; done
turn warm "$own" 20 -H "If-None-Match: $tag" > /dev/null
turn warm "$secured" 40 -H "$gzip_header" -H "$key_header" > /dev/null
for _ in $(seq "$rounds"); do
  turn macro-edge "$own" 8 -H "$gzip_header"
  turn macro-edge-304 "$own" 8 -H "If-None-Match: $tag"
  turn bare-jetty "$jetty" 8 -H "$gzip_header"
  turn fastapi-memory "$memory" 8
  turn fastapi-redis "$shared" 8
  turn macro-edge-traced "$traced" 8 -H "$gzip_header"
  turn macro-edge-key "$secured" 8 -H "$gzip_header" -H "$key_header"
  turn fastapi-redis-key "$keyed" 8 -H "$key_header"
done | tee "$work/turns"
echo "body: $(stat -c %s "$work/body.gz") bytes"
python3 - "$work/turns" <<'PYTHON'
import collections, statistics, sys

rates, slowest, refused = collections.defaultdict(list), collections.defaultdict(list), 0
units = {"us": 0.001, "ms": 1, "s": 1000}
for line in open(sys.argv[1]):
    name, rate, p99, bad = line.split()
    number = p99.rstrip("mus")
    rates[name].append(float(rate))
    slowest[name].append(float(number) * units[p99[len(number):]])
    refused += int(bad)
medians = {name: statistics.median(values) for name, values in rates.items()}
for name, median in medians.items():
    own = "macro-edge-key" if name == "fastapi-redis-key" else "macro-edge"
    p99 = statistics.median(slowest[name])
    print(f"{name:18} {median:8,.0f}/s   p99 {p99:6.2f} ms   {own} is {medians[own] / median:.2f} times that")
if refused:
    sys.exit(f"{refused} requests were refused")
PYTHON
echo "memory of macro-edge: $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$(java_process "$work/home")/status") MB"
