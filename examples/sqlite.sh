#!/bin/sh
# Deals in SQLite: examples/sqlite.sh FOLDER DATABASE
set -eu
table=$(mktemp)
trap 'rm -f "$table"' EXIT
analyze "$1" --to csv -o "$table" --quiet || [ $? -eq 1 ] # 1: some article could not be read
sqlite3 "$2" <<SQL
DROP TABLE IF EXISTS deals;
.import --csv '$table' deals
SELECT acquirers, targets, CAST(amount AS INTEGER) AS amount, currency, status
FROM deals WHERE amount <> '' ORDER BY amount DESC LIMIT 5;
SQL
