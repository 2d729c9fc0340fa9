#!/usr/bin/env bash
# Times the rolling statistics of the sample's indicators at each of their releases, alternating with pandas and Polars, and
# the growth with the releases; then the parts of the change of one bias over a year. Exits with status 1 if pandas takes less
# than 10 times as long, if Polars is faster, if the statistics differ, or if the parts take 5 ms or more.
# Usage: benchmarks/statistics.sh [ROUNDS]. Set PYTHON to a Python with pandas and polars.
set -euo pipefail
rounds=${1:-3}
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import pandas, polars' 2>/dev/null ||
  { echo "statistics.sh needs a Python with pandas and polars. Set PYTHON to its path." >&2; exit 2; }

source benchmarks/build.sh
./macro-edge export surprises --home "$work/home" >"$work/surprises.csv"
input=(-p surprises="$work/surprises.csv" -p catalogue=catalogue)
for round in $(seq "$rounds"); do
  echo "round $round of $rounds, load $(uptime | sed 's/.*average: //')" >&2
  jmh json RollingWindows "${input[@]}" -prof gc
  grep -m1 -o 'sum .*' "$work/jmh.log" | cut -d' ' -f2 >>"$work/sums"
  "$python" -c "import json; print(json.load(open('$work/jmh.json'))[0]['primaryMetric']['score'])" >>"$work/ours.ms"
  for peer in pandas polars; do
    "$python" benchmarks/peers/rolling_peers.py "$peer" "$work/surprises.csv" 5 >"$work/peer"
    head -1 "$work/peer" >>"$work/sums"
    tail -n +2 "$work/peer" >>"$work/$peer.ms"
  done
done
status=0
"$python" - "$work" <<'END' || status=1
import statistics
import sys

def numbers(name):
    return [float(line) for line in open(f"{sys.argv[1]}/{name}")]

ours, pandas, polars = (statistics.median(numbers(f"{name}.ms")) for name in ("ours", "pandas", "polars"))
sums = numbers("sums")
print(f"  rolling statistics: macro-edge {ours:.2f} ms, pandas {pandas:.1f} ms, {pandas / ours:.0f} times, "
      f"Polars {polars:.1f} ms, {polars / ours:.1f} times")
sys.exit(max(sums) - min(sums) > 1e-9 * abs(sums[0]) or pandas < 10 * ours or polars < ours)
END
jmh json RollingWindows "${input[@]}" -p times=1,4,16 -prof gc
cp "$work/jmh.json" "$work/rolling.json"
jmh json Waterfalls "${input[@]}" -prof gc
"$python" - "$work" <<'END' || status=1
import json
import sys

def results(name):
    for one in json.load(open(f"{sys.argv[1]}/{name}.json")):
        yield one["params"], one["primaryMetric"]["score"], one["secondaryMetrics"]["gc.alloc.rate.norm"]["score"] / 1e6

for params, took, allocated in results("rolling"):
    print(f"  {params['times']:>3s} times the releases: {took:7.2f} ms, {allocated:.1f} MB allocated")
for params, took, allocated in results("jmh"):
    print(f"  parts of {params['days']:>3s} days, {params['instrument']}: {took:6.3f} ms, {allocated:.2f} MB allocated")
sys.exit(took >= 5)
END
exit $status
