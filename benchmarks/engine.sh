#!/usr/bin/env bash
# Times the full history of an archive for every instrument, alternating between the engine and three Python scripts on the
# same input: pandas, dense numpy, and numpy with running sums. Then times one new release, and one contribution with 1, 4
# and 16 times as many releases. Exits with status 1 if values of Z differ by more than 1e-9; times do not affect the status.
# Usage: benchmarks/engine.sh ARCHIVE_FOLDER [ROUNDS]. Set PYTHON to a Python with numpy, pandas and PyYAML.
set -euo pipefail
archive=$(realpath "${1:?the folder of a ForexFactory archive}")
rounds=${2:-3}
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import numpy, pandas, yaml' 2>/dev/null ||
  { echo "engine.sh needs a Python with numpy, pandas and PyYAML. Set PYTHON to its path." >&2; exit 2; }

source benchmarks/build.sh
MACRO_EDGE_SAMPLE=none ./macro-edge import calendar "$archive" --profile forexfactory-archive --home "$work/home" >/dev/null
./macro-edge export surprises --home "$work/home" >"$work/surprises.csv"
input=(-p surprises="$work/surprises.csv" -p catalogue=catalogue)
"$python" benchmarks/peers/engine_inputs.py "$work/surprises.csv" catalogue "$work/inputs.npz"

score() { # score EXPRESSION: evaluates it on the JMH results r
  "$python" -c "import json; r = json.load(open('$work/jmh.json')); print($1)"
}
peer() { # peer NAME RUNS SCRIPT: appends the median of the runs
  "$python" "benchmarks/peers/engine_$3.py" "$work/inputs.npz" "$work/$3.bin" "$2" >"$work/peer.json"
  "$python" -c "import json, statistics; print(statistics.median(json.load(open('$work/peer.json'))['ms']))" >>"$work/$1.ms"
}
median() { "$python" -c 'import statistics, sys; print(statistics.median(float(x) for x in sys.stdin.read().split()))'; }

"$java" -cp "$classes" org.macroedge.benchmarks.WriteHistory "$work/surprises.csv" catalogue "$work/ours.bin"
for round in $(seq "$rounds"); do
  echo "round $round of $rounds, load $(uptime | sed 's/.*average: //')" >&2
  jmh json FullHistory "${input[@]}"
  score "r[0]['primaryMetric']['score']" >>"$work/history.ms"
  score "r[1]['primaryMetric']['score']" >>"$work/model.ms"
  peer dense 9 dense
  # On a busy machine, the threads of the matrix product slow each other down, so it also runs with one thread. Compare the
  # faster of the two.
  OPENBLAS_NUM_THREADS=1 peer dense-alone 9 dense
  peer running 9 running
  peer pandas 2 pandas
done
"$python" benchmarks/peers/engine_compare.py "$work/ours.bin" pandas="$work/pandas.bin" "dense numpy=$work/dense.bin" \
  "running sums=$work/running.bin"
ours=$(median <"$work/history.ms")
printf '  %-32s %8.1f ms\n' "macro-edge" "$ours" "macro-edge, including weights" "$(median <"$work/model.ms")"
for peer in pandas "dense numpy:dense" "dense numpy, one thread:dense-alone" "numpy with running sums:running"; do
  theirs=$(median <"$work/${peer#*:}.ms")
  "$python" -c "print(f'  {\"${peer%:*}\":32s} {$theirs:8.1f} ms   {$theirs / $ours:6.1f} times macro-edge')"
done
jmh json NewRelease "${input[@]}"
score "f\"  one new release, all biases updated: {r[0]['primaryMetric']['score']:.2f} microseconds\""
jmh json Growth "${input[@]}"
score "'\\n'.join(f\"  {x['params']['times']:>2} times the releases: {1 / x['secondaryMetrics']['contributions']['score']:.4f} ns per contribution\" for x in r)"
