# Sourced by benchmarks, in the folder of the project: builds them, and sets `java`, `classes` and `work`, a folder that is deleted
# at the end.
java=$(./macro-edge --print-jdk)/bin/java
classes="benchmarks/target/classes:benchmarks/target/lib/*"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "building" >&2
rm -rf benchmarks/target/lib # libraries of an earlier version would come first on the class path
mvn -q -B -pl benchmarks -am package -DskipTests >"$work/build.log" 2>&1 || { tail -20 "$work/build.log" >&2; exit 1; }

jmh() { # jmh FORMAT BENCHMARK OPTIONS: results to jmh.FORMAT, the log to jmh.log
  "$java" -cp "$classes" org.openjdk.jmh.Main "org.macroedge.benchmarks.$2" "${@:3}" -foe true -rf "$1" -rff "$work/jmh.$1" \
    >"$work/jmh.log" 2>&1 || { tail -20 "$work/jmh.log" >&2; exit 1; }
}
