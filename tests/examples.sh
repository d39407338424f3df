#!/usr/bin/env bash
# Runs what stands in examples/: tests/examples.sh [PATH OF analyze]. What is not installed is skipped, and said to be.
set -euo pipefail
cd "$(dirname "$0")/.."
analyze=$(realpath "${1:-target/debug/analyze}")
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$analyze" "$folder/bin/analyze"
export PATH="$folder/bin:$PATH"
passed=0 failed=0 skipped=0

# run NAME WHAT-MUST-BE-PRINTED COMMAND...
run() {
    local name=$1 wanted=$2
    shift 2
    if "$@" >"$folder/out" 2>"$folder/err" && grep -qF -- "$wanted" "$folder/out"; then
        echo "ok: $name" && passed=$((passed + 1))
    else
        echo "FAILED: $name" && cat "$folder/out" "$folder/err" && failed=$((failed + 1))
    fi
}
skip() {
    echo "skipped: $1, because $2 is not installed" && skipped=$((skipped + 1))
}
has_module() { "$python" -c "import $1" 2>/dev/null; }

analyze fixtures/en fixtures/fr --to jsonl -o "$folder/reports.jsonl"

if command -v duckdb >/dev/null; then
    run duckdb 'Scale AI' sh -c "cd $folder && duckdb <$PWD/examples/duckdb.sql"
elif has_module duckdb; then
    run duckdb 'Scale AI' sh -c "cd $folder && $python -c 'import duckdb, sys
for one in sys.stdin.read().split(\";\"):
    if one.strip(): print(duckdb.sql(one) or \"\")' <$PWD/examples/duckdb.sql"
else skip duckdb DuckDB; fi
if has_module pandas; then
    run pandas 'Scale AI' "$python" examples/pandas_deals.py "$folder/reports.jsonl"
else skip pandas pandas; fi
if command -v sqlite3 >/dev/null; then
    run sqlite 'Scale AI|14000000000|USD|announced' examples/sqlite.sh fixtures/en "$folder/deals.db"
else skip sqlite sqlite3; fi
run parallel '"schema_version":"1.0.0"' examples/parallel.sh fixtures/en "$folder/parallel"
if has_module pyspark && command -v java >/dev/null; then
    run spark '300 records, each once' "$python" tests/spark_test.py "$analyze"
else skip spark 'PySpark or Java'; fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
