"""A table of deals in pandas.

    analyze fixtures/en fixtures/fr --to jsonl -o reports.jsonl
    python examples/pandas_deals.py reports.jsonl

A file in Parquet (`--to parquet -o reports.parquet`) gives the same table.
"""

import json
import sys

import pandas


def reports(path):
    """The records of a file, as objects."""
    if path.endswith(".parquet"):
        return json.loads(pandas.read_parquet(path).to_json(orient="records"))
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def deals(path):
    """One row a deal; nested fields become columns with dots in their names."""
    # A record of something that failed has an error and no deals.
    read = [report for report in reports(path) if report.get("error") is None]
    table = pandas.json_normalize(read, record_path="deals", meta=[["source", "name"], "language"])
    return table.drop(columns=["evidence", "motives", "parties"], errors="ignore")


if __name__ == "__main__":
    table = deals(sys.argv[1])
    print(table[["source.name", "acquirer", "target", "amount.value", "amount.currency", "status"]].to_string())
    print(table.groupby("status").size().sort_values(ascending=False).to_string())
