"""The Spark example in local mode: every record once, errors kept, also where a worker is killed half-way."""

import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "examples"))
import spark_deals  # noqa: E402

RECORDS = 300
BROKEN = {7, 120}


def main(analyze):
    folder = pathlib.Path(tempfile.mkdtemp())
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").glob("*/*.txt"))]
    with open(folder / "in.jsonl", "w", encoding="utf-8") as out:
        for number in range(RECORDS):
            text = "" if number in BROKEN else texts[number % len(texts)]
            out.write(json.dumps({"id": f"r{number}", "text": text}) + "\n")

    # An `analyze` that dies the first time it is run on a partition, after some of its output.
    dying = folder / "dying"
    dying.write_text(
        f"#!/bin/sh\ncase $1 in --schema) exec {analyze} \"$@\";; esac\n"
        f"if mkdir {folder}/died 2>/dev/null; then {analyze} \"$@\" | head -n 5; kill -9 $$; fi\nexec {analyze} \"$@\"\n"
    )
    dying.chmod(dying.stat().st_mode | stat.S_IXUSR)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    # Two tries a task: in local mode Spark makes only one unless told.
    builder = SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    source, target = str(folder / "in.jsonl"), str(folder / "out.parquet")
    spark_deals.reports(spark, source, str(dying), partitions=4).write.parquet(target)
    assert (folder / "died").exists(), "no worker was killed"
    rows = spark.read.parquet(target)
    ids = sorted(row.id for row in rows.select("source.id").collect())
    assert ids == sorted(f"r{number}" for number in range(RECORDS)), f"{len(ids)} rows"
    codes = [row.code for row in rows.where("error is not null").select("error.code").collect()]
    assert codes == ["no_text"] * len(BROKEN), codes
    deals = rows.selectExpr("explode(deals) as deal").selectExpr("deal.amount.value as value", "deal.type as type")
    assert deals.count() > RECORDS / 2 and deals.where("value > 1e9 and type is not null").count() > 0
    if "parquet" in subprocess.run([analyze, "--help"], capture_output=True, text=True, check=True).stdout:
        own = str(folder / "own.parquet")
        made = subprocess.run([analyze, source, "--to", "parquet", "-o", own, "--quiet"], check=False)
        assert made.returncode == 1, made
        read = spark.read.parquet(own)
        assert read.schema == rows.schema, "analyze and the example write other types"
        facts = ["source.id", "language", "companies", "people", "amounts", "deals", "events", "error.code"]
        found = [sorted(map(str, table.select(*facts).collect())) for table in (read, rows)]
        assert found[0] == found[1], "analyze and the example write other rows"
    spark.stop()
    print(f"{RECORDS} records, each once, with a worker killed")


if __name__ == "__main__":
    main(sys.argv[1])
