//! Local only.
use std::io::{BufRead, Write};
#[test]
fn dump_local() {
    let Ok(path) = std::env::var("FIG_OUT") else { return };
    let analyzer = crate::Analyzer::new();
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for line in std::io::BufReader::new(std::fs::File::open(std::env::var("FIG_IN").unwrap()).unwrap()).lines() {
        let line = line.unwrap();
        let v: serde_json::Value = serde_json::from_str(&line).unwrap();
        let article = crate::Article {
            text: v["text"].as_str().unwrap().to_string(),
            language: v["lang"].as_str().map(str::to_string),
            published: v["published"].as_str().and_then(|d| d.parse().ok()),
            ..Default::default()
        };
        let json = analyzer.analyze(&article, |a| {
            let t = &article.text;
            let cp = |b: usize| t[..b].chars().count();
            let d = |x: Option<rust_decimal::Decimal>| x.map(|x| x.to_string());
            let mut amounts = vec![];
            for m in &a.mentions.money {
                amounts.push(serde_json::json!({"text": m.span.of(t), "start": cp(m.span.start), "end": cp(m.span.end), "value": d(m.quantity.value), "min": d(m.quantity.min), "max": d(m.quantity.max), "currency": m.currency.map(|c| c.code().to_string()), "currency_basis": format!("{:?}", m.basis), "qualifier": format!("{:?}", m.quantity.qualifier), "per": format!("{:?}", m.per)}));
            }
            let mut percentages = vec![];
            for m in &a.mentions.percentages {
                let unit = match m.unit { crate::mentions::PercentageUnit::Percent => "percent", crate::mentions::PercentageUnit::PercentagePoint => "percentage_point", _ => "basis_point" };
                percentages.push(serde_json::json!({"text": m.span.of(t), "start": cp(m.span.start), "end": cp(m.span.end), "value": d(m.quantity.value), "min": d(m.quantity.min), "max": d(m.quantity.max), "unit": unit, "qualifier": format!("{:?}", m.quantity.qualifier)}));
            }
            let dates: Vec<_> = a.mentions.dates.iter().map(|m| serde_json::json!({"text": m.span.of(t), "edtf": m.edtf, "value": m.value})).collect();
            let fractions: Vec<_> = a.mentions.fractions.iter().map(|m| serde_json::json!({"text": m.span.of(t), "percent": m.percent.to_string()})).collect();
            serde_json::json!({"source": {"id": v["id"]}, "language": a.reading.main().tag, "amounts": amounts, "percentages": percentages, "passages": a.reading.passages().iter().map(|p| (p.detection.tag, p.sentences.len())).collect::<Vec<_>>(), "dates": dates, "fractions": fractions})
        });
        writeln!(out, "{json}").unwrap();
    }
}
