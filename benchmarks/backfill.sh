#!/usr/bin/env bash
# Times, alternating on one PostgreSQL, a back-fill of ten years of every FRED series from a composed publisher on loopback, and
# an import of a file with the same releases. The clock runs so fast that the publisher's limit of two requests a second costs no
# time. Two warm-up rounds come first and are not counted. Times do not affect the exit status.
# Usage: benchmarks/backfill.sh [ROUNDS]
set -euo pipefail
rounds=${1:-5}
cd "$(dirname "$0")/.."
source benchmarks/build.sh
# the same garbage collector as in the launcher
"$java" -XX:+UseSerialGC -cp "$classes" org.macroedge.benchmarks.BackfillRates \
  catalogue "$work" "$rounds"
