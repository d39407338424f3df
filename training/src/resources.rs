//! The compiled word clusters and name lists, made from public files.

use dealfacts::mentions::tagger::clusters::Clusters;
use dealfacts::mentions::tagger::gazetteer::{Gazetteer, LONGEST, List};
use dealfacts::mentions::tagger::{hash, word};
use flate2::read::GzDecoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

/// The `word<TAB>cluster` lines, most frequent word first.
pub fn cluster_words(path: &Path) -> Result<Vec<(String, u8)>, String> {
    let fail = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(|e| fail(&e))?;
    GzDecoder::new(file).read_to_string(&mut text).map_err(|e| fail(&e))?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(w, c)| Some((w.to_string(), c.parse().ok()?)))
        .collect())
}

/// Compiles the clusters.
pub fn compile_clusters(words: &[(String, u8)]) -> Vec<u8> {
    Clusters::compile(words.iter().map(|(w, c)| (hash::text(w), *c)))
}

/// Given names rarer than this in the French register are left out.
const FRENCH_GIVEN: u64 = 500;
/// Given names of the American register, most frequent first, up to this rank.
const AMERICAN_GIVEN: usize = 15_000;
/// A company name of one word that is among the commonest words is no evidence.
const COMMON: usize = 4_000;

/// Reads all name lists of a directory.
pub fn names(folder: &Path, cluster_words: &[(String, u8)]) -> Result<Vec<(String, List)>, String> {
    let read = |name: &str| {
        std::fs::read_to_string(folder.join(name)).map_err(|e| format!("{}: {e}", folder.join(name).display()))
    };
    let common: BTreeSet<&str> = cluster_words.iter().take(COMMON).map(|(w, _)| w.as_str()).collect();
    let mut names = Vec::new();
    given(&read, &mut names)?;
    places(&read, &mut names)?;
    companies(&read, &common, &mut names)?;
    names.extend(include_str!("../lists/agencies.txt").lines().map(|n| (n.to_string(), List::Agency)));
    Ok(names)
}

/// Compiles name lists.
pub fn compile_names(names: &[(String, List)]) -> Vec<u8> {
    Gazetteer::compile(names.iter().map(|(name, list)| (keys(name), *list)))
}

type Reader<'a> = dyn Fn(&str) -> Result<String, String> + 'a;

fn given(read: &Reader, names: &mut Vec<(String, List)>) -> Result<(), String> {
    for line in read("insee.prenoms.tsv")?.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [_, name, count] = fields[..]
            && count.parse::<u64>().is_ok_and(|n| n >= FRENCH_GIVEN)
        {
            names.push((name.to_string(), List::Given));
        }
    }
    names.extend(read("ssa.allnames.txt")?.lines().take(AMERICAN_GIVEN).map(|n| (n.to_string(), List::Given)));
    for (file, columns, list) in
        [("sigpwned.forenames.csv", [10, 11], List::Given), ("sigpwned.surnames.csv", [4, 5], List::Surname)]
    {
        for row in csv(&read(file)?).iter().skip(1) {
            names.extend(columns.iter().filter_map(|c| row.get(*c)).filter(|n| is_latin(n)).map(|n| (n.clone(), list)));
        }
    }
    Ok(())
}

fn places(read: &Reader, names: &mut Vec<(String, List)>) -> Result<(), String> {
    for row in csv(&read("world-cities.csv")?).iter().skip(1) {
        if let [city, _, region, ..] = &row[..] {
            names.push((city.clone(), List::City));
            names.push((region.clone(), List::Region));
        }
    }
    for language in ["en", "fr", "de", "es", "it", "pt"] {
        let json: serde_json::Value =
            serde_json::from_str(&read(&format!("cldr.territories.{language}.json"))?).map_err(|e| e.to_string())?;
        let territories = &json["main"][language]["localeDisplayNames"]["territories"];
        for (code, name) in territories.as_object().into_iter().flatten() {
            let list = if code.starts_with(|c: char| c.is_ascii_digit()) { List::Region } else { List::Country };
            if let Some(name) = name.as_str() {
                names.push((name.to_string(), list));
            }
        }
    }
    Ok(())
}

fn companies(read: &Reader, common: &BTreeSet<&str>, names: &mut Vec<(String, List)>) -> Result<(), String> {
    let forms = legal_forms(read)?;
    let mut companies = BTreeSet::new();
    let json: serde_json::Value =
        serde_json::from_str(&read("sec.company_tickers.json")?).map_err(|e| e.to_string())?;
    companies.extend(json.as_object().into_iter().flatten().filter_map(|(_, c)| c["title"].as_str()).map(registered));
    companies.extend(
        csv(&read("sp500.constituents.csv")?).iter().skip(1).filter_map(|row| row.get(1)).map(|n| registered(n)),
    );
    companies.extend(
        csv(&read("europe.companies.csv")?).iter().skip(1).filter_map(|row| row.first()).map(|n| registered(n)),
    );
    for company in companies {
        let words = split(&company);
        let mut short = words.len();
        while let Some(form) = (0..short).find(|n| *n > 0 && forms.contains(&key_text(&words[*n..short]))) {
            short = form;
        }
        while short > 1 && matches!(words[short - 1].as_str(), "," | "&" | "-") {
            short -= 1;
        }
        let one_common = short == 1 && common.contains(words[0].to_lowercase().as_str());
        if short > 0 && short < words.len() && !one_common && words[0].chars().count() > 1 {
            names.push((words[..short].join(" "), List::ShortCompany));
        }
        if !(words.len() == 1 && common.contains(words[0].to_lowercase().as_str())) {
            names.push((company, List::Company));
        }
    }
    names.extend(forms.into_iter().map(|f| (f, List::LegalForm)));
    Ok(())
}

/// A register's entry without its remarks: "OPEN TEXT CORP /DE/", "Aalberts N.V. Depositary receipts".
fn registered(name: &str) -> String {
    let name = name.split(" /").next().unwrap_or(name);
    let name = name.split(" Depositary").next().unwrap_or(name);
    name.replace("%27", "'").trim().to_string()
}

fn legal_forms(read: &Reader) -> Result<BTreeSet<String>, String> {
    let mut forms = BTreeSet::new();
    let json: serde_json::Value = serde_json::from_str(&read("legal-forms.json")?).map_err(|e| e.to_string())?;
    for group in ["terms_by_type", "terms_by_country"] {
        for (_, terms) in json[group].as_object().into_iter().flatten() {
            forms.extend(terms.as_array().into_iter().flatten().filter_map(|t| t.as_str()).map(str::to_string));
        }
    }
    let mut counts = BTreeMap::<String, u32>::new();
    for row in csv(&read("elf-code-list-v1.5.csv")?).iter().skip(1) {
        for form in row.get(9).into_iter().flat_map(|f| f.split(';')) {
            *counts.entry(form.trim().to_string()).or_default() += 1;
        }
    }
    forms.extend(counts.into_keys());
    let usable = |f: &String| f.chars().count() > 1 && is_latin(f) && split(f).len() <= 4;
    Ok(forms.into_iter().filter(usable).map(|f| key_text(&split(&f))).collect())
}

fn is_latin(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c < '\u{250}' || matches!(c, '’' | '‘'))
}

/// The keys of a name's words; none where the name is too long for the table.
fn keys(name: &str) -> Vec<u64> {
    let words = split(name);
    if words.len() > LONGEST { Vec::new() } else { words.iter().map(|w| word::key(w)).collect() }
}

fn key_text(words: &[String]) -> String {
    words.iter().map(|w| w.to_lowercase().trim_end_matches('.').to_string()).collect::<Vec<_>>().join(" ")
}

/// Splits a name as the library splits text: at spaces, before commas and brackets, after elisions.
fn split(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for chunk in name.split_whitespace() {
        let mut rest = chunk.trim_start_matches(['(', '"']);
        for elision in ["l'", "L'", "d'", "D'", "l’", "L’", "d’", "D’"] {
            if let Some(tail) = rest.strip_prefix(elision).filter(|t| !t.is_empty()) {
                words.push(elision.to_string());
                rest = tail;
                break;
            }
        }
        let core = rest.trim_end_matches([',', ')', '"', ';']);
        if !core.is_empty() {
            words.push(core.to_string());
        }
        if rest[core.len()..].contains(',') {
            words.push(",".to_string());
        }
    }
    words
}

/// The fields of comma-separated lines, quoted where they must be.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => field.push(c),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_keep_commas_and_quotes() {
        assert_eq!(csv("a,\"b, \"\"c\"\"\"\r\nd,\n"), [vec!["a", "b, \"c\""], vec!["d", ""]]);
    }

    #[test]
    fn names_are_split_as_text_is() {
        assert_eq!(split("Arden Foods, Inc."), ["Arden", "Foods", ",", "Inc."]);
        assert_eq!(split("L’Oréal (FR)"), ["L’", "Oréal", "FR"]);
    }

    #[test]
    fn remarks_of_registers_go() {
        assert_eq!(registered("ARDEN CORP /DE/"), "ARDEN CORP");
        assert_eq!(registered("Arden N.V. Depositary receipts"), "Arden N.V.");
    }
}
