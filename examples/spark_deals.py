"""Records of any number with PySpark: `analyze` runs as a worker for each partition, reports go to Parquet.

    spark-submit examples/spark_deals.py IN OUT [--analyze PATH] [--partitions N]

IN is JSON Lines (a file, a folder, a glob; compressed or not) or Parquet with the columns `id` and `text` and, where there are,
`title`, `url`, `lang`, `published`. OUT gets a row for every record, in Parquet: the report with the types that `analyze
--schema` tells, or what was wrong in `error`. A task that dies is run again by Spark from its partition's records, and its rows
are written once, because Spark commits a task's output only when it is whole.
"""

import argparse
import contextlib
import json
import subprocess
import threading

from pyspark.sql import SparkSession
from pyspark.sql import types as t

FIELDS = ["id", "text", "title", "url", "lang", "published"]


def spark_type(schema, definitions):
    """The Spark type of a JSON Schema; figures keep all digits of most sums as DOUBLE, ids and enums are strings."""
    if "$ref" in schema:
        return spark_type(definitions[schema["$ref"].rsplit("/", 1)[1]], definitions)
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            known = [one for one in schema[key] if one.get("type") != "null"]
            return spark_type(known[0], definitions)
    kind = schema.get("type", "string")
    if isinstance(kind, list):
        kind = next(one for one in kind if one != "null")
    if kind == "array":
        return t.ArrayType(spark_type(schema["items"], definitions))
    if kind == "object":
        return t.StructType(
            [t.StructField(name, spark_type(part, definitions)) for name, part in schema.get("properties", {}).items()]
        )
    return {"integer": t.LongType(), "number": t.DoubleType(), "boolean": t.BooleanType()}.get(kind, t.StringType())


def report_type(analyze):
    """The type of a row: the report as `analyze --schema` tells it, and the error of a record that has none."""
    schema = json.loads(subprocess.run([analyze, "--schema"], check=True, capture_output=True).stdout)
    row = spark_type(schema, schema.get("$defs", {}))
    error = t.StructType([t.StructField("code", t.StringType()), t.StructField("message", t.StringType())])
    return row.add("error", error)


def analysed(analyze):
    """A function from the records of a partition to their reports, as lines of JSON."""

    def run(rows):
        command = [analyze, "--from", "jsonl", "--to", "jsonl", "--jobs", "1", "--quiet", "-"]
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        given = 0

        def feed():
            nonlocal given
            # A worker that dies breaks the pipe, at the latest when it is closed; below it is seen to have died.
            with contextlib.suppress(BrokenPipeError), worker.stdin as pipe:
                for row in rows:
                    record = {name: value for name, value in row.asDict().items() if name in FIELDS and value is not None}
                    pipe.write((json.dumps(record, default=str) + "\n").encode())
                    given += 1

        feeder = threading.Thread(target=feed)
        feeder.start()
        taken = 0
        for line in worker.stdout:
            taken += 1
            yield line.decode().rstrip("\n")
        feeder.join()
        # 1 says that some record failed, which is in its row. Anything else fails the task, and Spark runs it again.
        if worker.wait() not in (0, 1) or taken != given:
            raise RuntimeError(f"analyze ended with {worker.returncode} after {taken} of {given} records")

    return run


def reports(spark, source, analyze="analyze", partitions=None):
    """The reports on all records of `source`, a row each."""
    read = spark.read.parquet(source) if source.rstrip("/").endswith(".parquet") else spark.read.json(source)
    if partitions:
        read = read.repartition(partitions)
    lines = read.rdd.mapPartitions(analysed(analyze))
    return spark.read.schema(report_type(analyze)).json(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--analyze", default="analyze")
    parser.add_argument("--partitions", type=int)
    options = parser.parse_args()
    spark = SparkSession.builder.appName("deals").getOrCreate()
    reports(spark, options.source, options.analyze, options.partitions).write.mode("overwrite").parquet(options.target)
    done = spark.read.parquet(options.target)
    failed = done.where("error is not null").count()
    print(f"{done.count()} records, {failed} failed")
    spark.stop()


if __name__ == "__main__":
    main()
