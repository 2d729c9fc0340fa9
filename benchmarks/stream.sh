#!/usr/bin/env bash
# Measures a server with idle clients of the stream, on two cores and with -Xmx256m: how long they take to connect, the memory of
# its Java process, and the milliseconds from the acceptance of a push to its event at each client. Takes about two minutes.
# Usage: benchmarks/stream.sh [CLIENTS] [PUSHES]
set -euo pipefail
cd "$(dirname "$0")/.."
clients=${1:-5000}
pushes=${2:-20}
ulimit -n $((clients * 3 + 1000))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MACRO_EDGE_HOME=$work/home MACRO_EDGE_SOURCES=none MACRO_EDGE_JAVA_OPTS=-Xmx256m
python3 benchmarks/stream.py "$clients" "$pushes" taskset -c 0,1 ./macro-edge serve --port 0
