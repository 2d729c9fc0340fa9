#!/usr/bin/env bash
# Times the flip map of every instrument and the last 120 releases of the sample, with forecasts (together by instant) and
# without (each alone); before it, prints how often the figures of 200 weekly maps came, by their stated probability. Exits
# with status 1 if one of the times is above 200 ms.
# Usage: benchmarks/flips.sh
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/build.sh
./macro-edge export surprises --home "$work/home" >"$work/surprises.csv"
"$java" -cp "$classes" org.macroedge.benchmarks.FlipReliability "$work/surprises.csv" catalogue
jmh csv FlipMaps -p surprises="$work/surprises.csv" -p catalogue=catalogue -prof gc
grep -m1 'releases at' "$work/jmh.log"
awk -F, -v most=200 '
  /FlipMaps\.[a-z]+"/ { gsub(/"/, ""); name = $1; sub(/.*\./, "", name); printf "  %-10s %7.1f ms\n", name, $5; if ($5 > most) slow = 1 }
  /gc.alloc.rate.norm/ { gsub(/"/, ""); printf "  %-10s %7.1f MB allocated\n", "", $5 / 1000000 }
  END { exit slow }' "$work/jmh.csv"
