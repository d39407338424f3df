"""A table of deals in Polars.

    analyze fixtures/en fixtures/fr --to parquet -o reports.parquet
    python examples/polars_deals.py reports.parquet
"""

import sys

import polars


def deals(path):
    """One row a deal, its fields as columns; lists and structs stay what they are."""
    reports = polars.scan_parquet(path).filter(polars.col("deals").list.len() > 0)
    rows = reports.select(polars.col("source").struct.field("name").alias("article"), "language", "deals")
    return rows.explode("deals").unnest("deals").collect()


if __name__ == "__main__":
    table = deals(sys.argv[1])
    amount = polars.col("amount").struct
    table = table.with_columns(amount.field("value"), amount.field("currency")).sort("value", descending=True, nulls_last=True)
    print(table.select("acquirer", "target", "value", "currency", "status").head(5))
    print(table.group_by("status").len().sort("len", "status", descending=[True, False]))
