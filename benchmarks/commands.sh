#!/usr/bin/env bash
# Prints the duration of commands in seconds, with and without a running server and with and without start-up caches.
# Each figure is the median of ROUNDS runs, on a temporary home. Usage: benchmarks/commands.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
home=$(mktemp -d)
export MACRO_EDGE_HOME=$home
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$home"' EXIT

now() { date +%s%N; }

median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f\n", v[int((NR + 1) / 2)] }'; }

timed() { # timed LABEL COMMAND...
  local label=$1 start
  shift
  for _ in $(seq "$rounds"); do
    start=$(now)
    "$@" >/dev/null 2>&1
    awk -v ns=$(($(now) - start)) 'BEGIN { print ns / 1e9 }'
  done | median | sed "s/^/$label  /"
}

serve_once() {
  local start
  start=$(now)
  ./macro-edge serve --port 0 >/dev/null 2>&1 &
  server=$!
  until [ -f "$home/server.json" ]; do sleep 0.02; done
  awk -v ns=$(($(now) - start)) 'BEGIN { print ns / 1e9 }'
}

serve_stop() {
  kill "$server" && wait "$server" 2>/dev/null || true
  server=
}

./macro-edge bias >/dev/null 2>&1
echo "waiting for the start-up caches" >&2
for _ in $(seq 120); do [ -f target/launcher/serve.aot ] && break || sleep 1; done

timed "bias without a server, with cache        " ./macro-edge bias
timed "bias without a server, without cache     " env MACRO_EDGE_AOT=off ./macro-edge bias
for aot in on off; do
  for _ in $(seq "$rounds"); do
    MACRO_EDGE_AOT=$aot serve_once >>"$home/serve.$aot"
    serve_stop
  done
  echo "serve until the first answer, start-up cache $aot  $(median <"$home/serve.$aot")"
done
serve_once >/dev/null
./macro-edge bias >/dev/null
timed "bias with a server, with cache           " ./macro-edge bias
timed "bias with a server, without cache        " env MACRO_EDGE_AOT=off ./macro-edge bias
