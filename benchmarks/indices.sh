#!/usr/bin/env bash
# Compares the surprise index of the United States with the ADS index of business conditions, in both modes, and prints the
# standard deviation of every shipped index. Nothing is tuned to either. Usage: benchmarks/indices.sh ARCHIVE ADS.xlsx, where
# ARCHIVE is a file or folder for profile forexfactory-archive and ADS.xlsx is the Philadelphia Fed's current vintage.
set -euo pipefail
archive=$(realpath "$1")
ads=$(realpath "$2")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r catalogue "$work/catalogue"
echo '- {id: US-sum, name: United States in mode sum, areas: [US], side: all, mode: sum}' >> "$work/catalogue/indices.yaml"
export MACRO_EDGE_HOME=$work/home MACRO_EDGE_CATALOGUE=$work/catalogue MACRO_EDGE_SAMPLE=none
./macro-edge import calendar "$archive" --profile forexfactory-archive > "$work/import.txt"
./macro-edge export indices --from 2010-01-01T00:00:00Z > "$work/indices.csv"
python3 benchmarks/indices_ads.py "$work/indices.csv" "$ads"
