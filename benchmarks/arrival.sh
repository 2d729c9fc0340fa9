#!/usr/bin/env bash
# Measures how long after a publisher's answer the board has changed, on the store of an archive that ends in January 2021.
# A server, by a clock 120 times as fast as the machine's, watches 20 releases of 17 February 2021 that a composed feed
# schedules; composed publishers have each figure from its instant on. Prints the seconds from the end of the answer that
# first has the figure to the first answer of /api/v1/bias/summary that has it, longest last. Takes about 7 minutes.
# Usage: benchmarks/arrival.sh ARCHIVE_FOLDER
set -euo pipefail
archive=$(realpath "${1:?the folder of a ForexFactory archive}")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MACRO_EDGE_HOME=$work/home MACRO_EDGE_SAMPLE=none
MACRO_EDGE_CLOCK=2021-02-16T12:00:00Z,$(date -u +%FT%TZ),1 \
  ./macro-edge import calendar "$archive" --profile forexfactory-archive >/dev/null
python3 benchmarks/arrival.py ./macro-edge serve --port 0
