#!/usr/bin/env bash
# Measures how the runs of corrections divide among two engines. Two servers of role bias-engine, each with a processor of its own,
# and one of role api share an empty database; the sample is imported, and both engines are warmed up by corrections that they share.
# Then, in turns, corrections of the oldest releases make tens of thousands of runs new: with the second engine halted and its
# sessions ended, so that the first works alone, and with both. Prints the runs per second in two ways: of the processor time of the
# engine that worked longest, in which that of the database is not, since it has processes of its own; and of elapsed time, of which
# nothing is subtracted. Fails below 1.6 times as many with two, of the medians, in either. Takes about six minutes; nothing else
# should run.
# Usage: benchmarks/engines.sh JDBC_URL [ROUNDS]
set -euo pipefail
url=${1:?the address of an empty PostgreSQL database of this machine, jdbc:postgresql://HOST/NAME?user=NAME&password=WORD}
rounds=${2:-5}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MACRO_EDGE_DATABASE_URL=$url MACRO_EDGE_SOURCES=none MACRO_EDGE_SAMPLE=none
gunzip -c samples/releases-2014-2021.csv.gz >"$work/sample.csv"
./macro-edge import calendar "$work/sample.csv" --profile macro-edge --home "$work/import" >/dev/null
python3 benchmarks/engines.py "$work" "$rounds"
