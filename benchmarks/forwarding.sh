#!/usr/bin/env bash
# Measures how forwarding to Kafka divides among two engines. Two servers of role bias-engine, each with a processor of its own, share
# a database and a Kafka of one broker; a year of the sample makes the first events, which are repeated: some 30,000 of 29
# instruments in a round. In turns, the first engine sends them alone, with the second halted and its sessions ended, and both do. Prints events
# per second of elapsed time and of processor time of the engine that used most, and how many processors all of them used together:
# where that is as many as the machine has, more engines send no more. Takes a few minutes; nothing else should run.
# Usage: benchmarks/forwarding.sh JDBC_URL KAFKA_JARS [ROUNDS] [PORT]
set -euo pipefail
url=${1:?the address of an empty PostgreSQL database of this machine, jdbc:postgresql://HOST/NAME?user=NAME&password=WORD}
jars=${2:?the folder of the jars of Kafka, which mvn -f build/kafka/pom.xml dependency:copy-dependencies fills}
jars=$(cd "$jars" && pwd)
rounds=${3:-5}
port=${4:-39092}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MACRO_EDGE_DATABASE_URL=$url MACRO_EDGE_SOURCES=none MACRO_EDGE_SAMPLE=none
# A first history is computed without telling each bias; what is imported after it is told.
gunzip -c samples/releases-2014-2021.csv.gz | awk -F, 'NR == 1 || $2 >= "2020-09"' >"$work/sample.csv"
awk -F, 'NR == 1 || $2 < "2021-09"' "$work/sample.csv" >"$work/first.csv"
for file in first sample; do
  ./macro-edge import calendar "$work/$file.csv" --profile macro-edge --home "$work/import" >/dev/null
done
python3 benchmarks/forwarding.py "$work" "$rounds" "$(./macro-edge --print-jdk)/bin/java" "$jars" "$port"
