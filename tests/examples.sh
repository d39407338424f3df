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

# query NAME WHAT-MUST-BE-PRINTED FILE: SQL for DuckDB, as a program or a Python module.
query() {
    if command -v duckdb >/dev/null; then
        run "$1" "$2" sh -c "cd $folder && duckdb <$PWD/$3"
    elif has_module duckdb; then
        run "$1" "$2" sh -c "cd $folder && $python -c 'import duckdb, sys
for one in sys.stdin.read().split(\";\"):
    if one.strip(): print(duckdb.sql(one) or \"\")' <$PWD/$3"
    else skip "$1" DuckDB; fi
}

analyze fixtures/en fixtures/fr --to jsonl -o "$folder/reports.jsonl"
parquet=$folder/reports.parquet
if analyze --help | grep -q parquet; then
    analyze fixtures/en fixtures/fr /there/is/none --quiet --to parquet -o "$parquet" || [ $? -eq 1 ]
fi

query duckdb 'Scale AI' examples/duckdb.sql
if [ -f "$parquet" ]; then
    query 'duckdb on Parquet' 'not_found' examples/duckdb_parquet.sql
    if has_module pyarrow && has_module pandas; then
        run 'pandas on Parquet' 'Scale AI' "$python" examples/pandas_deals.py "$parquet"
    else skip 'pandas on Parquet' 'pandas or pyarrow'; fi
    if has_module polars; then
        run 'polars' 'Scale AI' "$python" examples/polars_deals.py "$parquet"
    else skip polars Polars; fi
else skip 'DuckDB, pandas and Polars on Parquet' 'analyze with Parquet'; fi
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
