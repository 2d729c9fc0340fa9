#!/usr/bin/env bash
# Times, alternating on one PostgreSQL, the import of an archive, a plain COPY of the rows that it stored, and a second import
# of the same files with one actual changed in each. Three warm-up rounds come first and are not counted. Times do
# not affect the exit status.
# Usage: benchmarks/imports.sh ARCHIVE_FOLDER [ROUNDS]
set -euo pipefail
archive=$(realpath "${1:?the folder of a ForexFactory archive}")
rounds=${2:-5}
cd "$(dirname "$0")/.."
source benchmarks/build.sh
mkdir "$work/changed"
for file in "$archive"/*.csv; do
  # changes the first payrolls figure of each year
  awk 'BEGIN { done = 0 } !done && /Non-Farm Employment Change/ && sub(/,"?-?[0-9.]+K"?,/, ",777K,") { done = 1 } { print }' \
    "$file" >"$work/changed/$(basename "$file")"
done
# the same garbage collector as in the launcher
"$java" -XX:+UseSerialGC -cp "$classes" org.macroedge.benchmarks.ImportRates \
  "$archive" "$work/changed" catalogue "$work/home" "$rounds"
