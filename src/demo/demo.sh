#!/bin/sh
# The demo, against the sandbox and with the embedded PostgreSQL: discover proposes mappings, prepare says which version is missing,
# a mapping file with mistakes is planned, and what discover proposes is imported. Everything it starts ends with it. It succeeds
# when the outcome is that of sample-input/README.md.
set -eu

jar=target/catalog-import.jar
work=target/demo
# All of the last demo goes but the server's programs: unpacking them takes seconds.
rm -rf "$work/state/postgresql"
mkdir -p "$work"

: >"$work/sandbox.out"
java -jar "$jar" sandbox --port 0 --seed sample-input/sandbox --record-time 1s --stack-time 2s >"$work/sandbox.out" 2>&1 &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

until endpoint=$(sed -n 's/^Sandbox ready at \([^ ]*\).*/\1/p' "$work/sandbox.out") && [ -n "$endpoint" ]; do
    kill -0 "$sandbox" 2>/dev/null || { cat "$work/sandbox.out" >&2; exit 1; }
    sleep 0.2
done

export AWS_ENDPOINT_URL="$endpoint" AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox
unset AWS_PROFILE AWS_SESSION_TOKEN SPRING_DATASOURCE_URL

run() {
    echo
    echo "\$ catalog-import $*"
    code=0
    java -jar "$jar" "$@" --state-dir "$work/state" || code=$?
    echo "(exit code $code)"
}

rm -rf "$work/found.csv" "$work/unmatched.csv" "$work/plan" "$work/results"
run discover --out "$work/found.csv"
[ "$(wc -l <"$work/found.csv")" = 8 ] || { echo "The demo went wrong: not 7 proposals in $work/found.csv" >&2; exit 1; }
run prepare "$work/unmatched.csv" --product queue
[ "$code" = 0 ] || { echo "The demo went wrong: exit code $code of prepare and not 0" >&2; exit 1; }
run plan sample-input/mappings.csv --results "$work/plan"
[ "$code" = 10 ] || { echo "The demo went wrong: exit code $code of plan and not 10" >&2; exit 1; }
for expected in '"READY" : 7' '"ALREADY_IMPORTED" : 1' '"REJECTED" : 4' '"total" : 12'; do
    grep -q "$expected" "$work/plan/summary.json" || { echo "The demo went wrong: no $expected in $work/plan/summary.json" >&2; exit 1; }
done
run import "$work/found.csv" --results "$work/results"

echo
for expected in '"IMPORTED" : 7' '"REJECTED" : 0' '"total" : 7' '"outcome" : "COMPLETE"'; do
    grep -q "$expected" "$work/results/summary.json" || { echo "The demo went wrong: no $expected in $work/results/summary.json" >&2; exit 1; }
done
[ "$code" = 0 ] || { echo "The demo went wrong: exit code $code and not 0" >&2; exit 1; }
echo "As told in sample-input/README.md: 7 found and imported. See $work/results/report.html."
