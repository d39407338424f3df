-- Reports in Parquet: `analyze fixtures/en fixtures/fr --to parquet -o reports.parquet`, then `duckdb < examples/duckdb_parquet.sql`.
-- (`analyze` has to be built with `--features parquet`.) Only the columns that a query names are read.

-- The form of a deal.
SELECT typeof(deals[1].amount) AS amount, typeof(deals[1].parties) AS parties FROM 'reports.parquet' LIMIT 1;

-- The largest deals, whatever the currency.
SELECT source.name AS article, deal.acquirer, deal.target, deal.amount.value AS amount, deal.amount.currency, deal.status
FROM (SELECT source, unnest(deals) AS deal FROM 'reports.parquet')
WHERE deal.amount.value IS NOT NULL ORDER BY amount DESC LIMIT 5;

-- Who holds which office.
SELECT person.name, role.title, role.organization
FROM (SELECT person, unnest(person.roles) AS role FROM (SELECT unnest(people) AS person FROM 'reports.parquet'))
WHERE role.status = 'current' ORDER BY person.name LIMIT 5;

-- What failed, by what was wrong with it.
SELECT error.code, count(*) AS records FROM 'reports.parquet' WHERE error IS NOT NULL GROUP BY ALL ORDER BY ALL;
