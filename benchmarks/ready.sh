#!/usr/bin/env bash
# Compares the server's ready bias summary, compressed, with peers that send the same bytes: a FastAPI (uvicorn, uvloop) from
# memory and from Redis, and a bare Jetty. Each server runs on core 0 and wrk with 32 connections on core 1, in turns of 8 seconds;
# the ratios are of this run. Installs the peers in a folder of its own; needs wrk, redis-server and a build. Takes about 3 minutes.
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
await() { # until an address answers
  for _ in $(seq 300); do
    curl -s -o /dev/null "$1" && return
    sleep 0.2
  done
  echo "nothing answers at $1" >&2
  exit 1
}

export MACRO_EDGE_HOME=$work/home MACRO_EDGE_SOURCES=none
own=$(free_port)
start own ./macro-edge serve --port "$own"
await "http://127.0.0.1:$own/api/v1/bias/summary"
curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:$own/api/v1/bias/summary" > "$work/body.gz"
tag=$(curl -sI "http://127.0.0.1:$own/api/v1/bias/summary" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
gzip -t "$work/body.gz"

redis=$(free_port)
start redis redis-server --bind 127.0.0.1 --port "$redis" --save '' --appendonly no
memory=$(free_port)
start memory "$peer/bin/python" benchmarks/peers/ready_peer.py "$memory" "$work/body.gz"
shared=$(free_port)
start shared "$peer/bin/python" benchmarks/peers/ready_peer.py "$shared" "$work/body.gz" "$redis"
start jetty "$java" -cp 'server/target/app/macro-edge.jar:server/target/app/lib/*' benchmarks/src/main/java/org/macroedge/benchmarks/BareJetty.java "$work/body.gz"
until jetty=$(grep -m1 -E '^[0-9]+$' "$work/jetty.out"); do sleep 0.2; done
"$peer/bin/python" -c 'import sys, redis; redis.Redis(port=int(sys.argv[1])).set("body", open(sys.argv[2], "rb").read())' "$redis" "$work/body.gz"
for port in "$memory" "$shared" "$jetty"; do await "http://127.0.0.1:$port/api/v1/bias/summary"; done

turn() { # name, port, seconds, headers: the requests in a second and the 99th percentile
  local name=$1 port=$2 seconds=$3
  shift 3
  taskset -c 1 wrk -t 1 -c 32 -d "${seconds}s" --latency "$@" "http://127.0.0.1:$port/api/v1/bias/summary" |
    awk -v name="$name" '/99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
      END { print name, rate, p99, bad + 0 }'
}
gzip_header='Accept-Encoding: gzip'
for port in "$own" "$jetty"; do turn warm "$port" 20 -H "$gzip_header" > /dev/null; done
for _ in $(seq "$rounds"); do
  turn macro-edge "$own" 8 -H "$gzip_header"
  turn macro-edge-304 "$own" 8 -H "If-None-Match: $tag"
  turn bare-jetty "$jetty" 8 -H "$gzip_header"
  turn fastapi-memory "$memory" 8
  turn fastapi-redis "$shared" 8
done | tee "$work/turns"
echo "body: $(stat -c %s "$work/body.gz") bytes"
python3 - "$work/turns" <<'PYTHON'
import collections, statistics, sys

rates = collections.defaultdict(list)
for line in open(sys.argv[1]):
    name, rate, p99, bad = line.split()
    rates[name].append(float(rate))
medians = {name: statistics.median(values) for name, values in rates.items()}
for name, median in medians.items():
    print(f"{name:16} {median:10,.0f}/s   macro-edge is {medians['macro-edge'] / median:.2f} times that")
PYTHON
