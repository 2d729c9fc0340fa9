#!/usr/bin/env bash
# Times the correlations of all pairs of 200 series of 5,000 rows, each with its effective number and interval, alternating
# with pandas' corr (one value in ten missing) and numpy's corrcoef (nothing missing; with one thread and with all), which
# compute the correlations alone; then the growth with the rows. Exits with status 1 if pandas takes less than 10 times as
# long, if macro-edge takes more than 1/0.3 of the faster numpy, or if the correlations differ.
# Usage: benchmarks/correlation.sh [ROUNDS]. Set PYTHON to a Python with numpy and pandas.
set -euo pipefail
rounds=${1:-3}
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import numpy, pandas' 2>/dev/null ||
  { echo "correlation.sh needs a Python with numpy and pandas. Set PYTHON to its path." >&2; exit 2; }

source benchmarks/build.sh
peer() { # peer NAME FILE: the sum to FILE.sums, the times to NAME.ms
  "$python" benchmarks/peers/correlation_peers.py "${1%-*}" "$work/$2.csv" 9 >"$work/peer"
  head -1 "$work/peer" >>"$work/$2.sums"
  tail -n +2 "$work/peer" >>"$work/$1.ms"
}

"$python" benchmarks/peers/correlation_peers.py make "$work"
for round in $(seq "$rounds"); do
  echo "round $round of $rounds, load $(uptime | sed 's/.*average: //')" >&2
  for file in full gaps; do
    jmh json Correlations.pairs -p file="$work/$file.csv" -prof gc
    grep -m1 -o 'sum of sizes .*' "$work/jmh.log" | cut -d' ' -f4 >>"$work/$file.sums"
    "$python" -c "import json; print(json.load(open('$work/jmh.json'))[0]['primaryMetric']['score'])" >>"$work/$file.ms"
  done
  peer pandas-all gaps
  peer numpy-all full
  OPENBLAS_NUM_THREADS=1 peer numpy-one full
done
status=0
"$python" - "$work" <<'END' || status=1
import statistics
import sys

def numbers(name):
    return [float(line) for line in open(f"{sys.argv[1]}/{name}")]

full, gaps, pandas, all_threads, one = (statistics.median(numbers(f"{name}.ms")) for name in
                                        ("full", "gaps", "pandas-all", "numpy-all", "numpy-one"))
print(f"  one value in ten missing: macro-edge {gaps:6.1f} ms, pandas {pandas:6.1f} ms, {pandas / gaps:.1f} times")
print(f"  nothing missing:          macro-edge {full:6.1f} ms, numpy {all_threads:6.1f} ms, with one thread {one:.1f} ms; "
      f"{min(all_threads, one) / full:.2f} of the faster")
differ = any(max(numbers(f"{name}.sums")) - min(numbers(f"{name}.sums")) > 1e-6 for name in ("full", "gaps"))
sys.exit(differ or pandas < 10 * gaps or min(all_threads, one) < 0.3 * full)
END
jmh json Correlations -p file="$work/gaps.csv" -p every=16,4,1 -prof gc
"$python" - "$work/jmh.json" <<'END'
import json
import sys

for one in json.load(open(sys.argv[1])):
    allocated = one["secondaryMetrics"]["gc.alloc.rate.norm"]["score"] / 1e6
    print(f"  {one['benchmark'].split('.')[-1]:7s} of {5000 // int(one['params']['every']):5d} rows: "
          f"{one['primaryMetric']['score']:7.1f} ms, {allocated:.1f} MB allocated")
END
exit $status
