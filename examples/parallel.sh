#!/bin/sh
# Many files in batches, a process each: examples/parallel.sh FOLDER OUTPUT [PROCESSES]
# One process with --jobs does the same and keeps the order; this is for what is spread over several machines or volumes.
set -eu
mkdir -p "$2"
find "$1" -name '*.txt' -print0 | sort -z |
    xargs -0 -n 8 -P "${3:-2}" sh -c 'out=$0/$$.jsonl; analyze --quiet --jobs 1 --to jsonl -o "$out" "$@" || [ $? -eq 1 ]' "$2"
cat "$2"/*.jsonl
