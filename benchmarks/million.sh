#!/usr/bin/env bash
# Imports a million rows in a profile of their own, and an archive, in turns, each into a fresh home and with a heap of
# 512 MB, and prints the rows per second until the report, with their ratio, and the seconds until the stored history
# is up to date. Times do not affect the exit status; a failed import does.
# Usage: benchmarks/million.sh ARCHIVE_FOLDER [ROUNDS] [SHAPE]   (shapes: see WideCalendar)
set -euo pipefail
archive=$(realpath "${1:?the folder of a ForexFactory archive}")
rounds=${2:-1}
shape=${3:-captures}
cd "$(dirname "$0")/.."
java=$(./macro-edge --print-jdk)/bin/java
./macro-edge --version >&2 # builds if need be
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MACRO_EDGE_HOME=$work/home MACRO_EDGE_CATALOGUE=$PWD/catalogue MACRO_EDGE_SAMPLE=none
"$java" benchmarks/src/main/java/org/macroedge/benchmarks/WideCalendar.java "$shape" 1000000 7 catalogue "$work/wide"

macro_edge() {
  "$java" -XX:+UseSerialGC -Xmx512m -XX:+ExitOnOutOfMemoryError -jar server/target/app/macro-edge.jar "$@"
}

run() { # run LABEL FILES PROFILE: prints the label, the rows and the seconds until the report and until the end
  rm -rf "$MACRO_EDGE_HOME"
  macro_edge import list >/dev/null 2>&1 # sets the home up
  local start reported rows
  start=$(date +%s%N)
  while IFS= read -r line; do
    case $line in *"rows read") reported=$(date +%s%N) rows=$(tr -dc 0-9 <<<"$line") ;; esac
  done < <(macro_edge import calendar "$2" --profile "$3" 2>"$work/errors" || echo failed >>"$work/failed")
  [ ! -f "$work/failed" ] || { tail -3 "$work/errors" >&2; exit 1; }
  awk -v label="$1" -v rows="$rows" -v report=$((reported - start)) -v end=$(($(date +%s%N) - start)) \
    'BEGIN { printf "%s %d %.2f %.2f\n", label, rows, report / 1e9, end / 1e9 }'
}

for round in $(seq "$rounds"); do
  run archive "$archive" forexfactory-archive >"$work/turns"
  run million "$work/wide/calendar.csv" "$work/wide/wide.yaml" >>"$work/turns"
  run archive "$archive" forexfactory-archive >>"$work/turns"
  awk -v round="$round" '
    { rows[$1] += $2; seconds[$1] += $3; printf "round %d  %s: %d rows, report after %.1f s, all after %.1f s\n", round, $1, $2, $3, $4 }
    END { archive = rows["archive"] / seconds["archive"]; million = rows["million"] / seconds["million"]
          printf "round %d  %.0f rows/s against %.0f of the archive: ratio %.2f\n", round, million, archive, million / archive }
  ' "$work/turns"
done
