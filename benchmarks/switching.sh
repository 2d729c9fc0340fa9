#!/usr/bin/env bash
# Times the maximum likelihood of Hamilton's model of US real GNP (two means, AR(4)), alternating between the engine and
# statsmodels, each from its own start values, with and without standard errors. Exits with status 1 if statsmodels takes less
# than 20 times as long, or if the two likelihoods differ by more than 1e-5.
# Usage: benchmarks/switching.sh [ROUNDS]. Set PYTHON to a Python with statsmodels.
set -euo pipefail
rounds=${1:-3}
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import statsmodels' 2>/dev/null ||
  { echo "switching.sh needs a Python with statsmodels. Set PYTHON to its path." >&2; exit 2; }
series=engine/src/test/resources/golden/switching-series.csv

source benchmarks/build.sh
for round in $(seq "$rounds"); do
  echo "round $round of $rounds, load $(uptime | sed 's/.*average: //')" >&2
  for method in estimateAlone:none withStandardErrors:approx; do
    jmh csv "SwitchingFits.${method%:*}" -p file="$series" -prof gc
    grep -m1 -o 'log-likelihood .*' "$work/jmh.log" | cut -d' ' -f2 >>"$work/likelihoods"
    awk -F, '/SwitchingFits\.[a-zA-Z]+"/ { print $5 }' "$work/jmh.csv" >>"$work/${method#*:}.ours"
    awk -F, '/gc.alloc.rate.norm/ { print $5 / 1000 }' "$work/jmh.csv" >"$work/${method#*:}.kilobytes"
    OPENBLAS_NUM_THREADS=1 "$python" benchmarks/peers/switching_statsmodels.py "$series" "${method#*:}" 3 >"$work/peer"
    head -1 "$work/peer" >>"$work/likelihoods"
    tail -n +2 "$work/peer" >>"$work/${method#*:}.theirs"
  done
done
"$python" - "$work" <<'END'
import statistics
import sys

def numbers(name):
    return [float(line) for line in open(f"{sys.argv[1]}/{name}")]

likelihoods = numbers("likelihoods")
failed = max(likelihoods) - min(likelihoods) > 1e-5
for covariance, text in (("none", "without standard errors"), ("approx", "with standard errors")):
    ours, theirs = (statistics.median(numbers(f"{covariance}.{side}")) for side in ("ours", "theirs"))
    failed |= theirs < 20 * ours
    print(f"  {text:24s} {ours:7.1f} ms, {numbers(covariance + '.kilobytes')[0]:.0f} kB allocated; "
          f"statsmodels {theirs:7.0f} ms, {theirs / ours:.0f} times")
sys.exit(failed)
END
