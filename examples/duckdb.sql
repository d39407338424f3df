-- Reports as a table: `analyze fixtures/en fixtures/fr --to jsonl -o reports.jsonl`, then `duckdb < examples/duckdb.sql`.

CREATE VIEW reports AS
SELECT * FROM read_json('reports.jsonl', format = 'newline_delimited', union_by_name = true, maximum_object_size = 100000000);

CREATE VIEW deals AS
SELECT source.name AS article, language, unnest(deals, recursive := false) AS deal FROM reports;

-- The largest deals, whatever the currency.
SELECT deal.acquirer, deal.target, deal.amount.value AS amount, deal.amount.currency, deal.status
FROM deals WHERE deal.amount.value IS NOT NULL ORDER BY amount DESC LIMIT 5;

-- How many deals there are in each state.
SELECT deal.status, count(*) AS deals FROM deals GROUP BY ALL ORDER BY deals DESC, deal.status;

-- Who has a part in most deals.
SELECT party.name, count(*) AS deals
FROM (SELECT unnest(deal.parties) AS party FROM deals) GROUP BY ALL ORDER BY deals DESC, party.name LIMIT 5;
