//! Whole articles with their facts: who plays which part in the deals they tell.
//!
//! A file is named for its language. An article begins with a line `### ` and its name; after its text stands `--- facts` and a line a
//! fact: `company: Full Name | Short`, `person: Name | role`, `organization: Name`, `deal: type=...; status=...; acquirers=A | B; targets=...;
//! sellers=...` (also amounts, shares, and what passes besides, as `accept.`), `past: acquirers=...; targets=...` for deals told in passing.
//! What else it names was marked by an earlier tagger: `place:`, `product:`, `body:` (newspapers and the like), and `unsure:`
//! where it is not known what it is.

use std::path::Path;

use crate::items::{self, Item};
use crate::named::{self, What};
use dealfacts::Analyzer;
use dealfacts::facts::scorer::cast::Role;

/// An article and its facts.
#[derive(Debug, Default)]
pub struct Annotated {
    /// Its language, as a tag.
    pub language: String,
    /// The text.
    pub text: String,
    /// The forms of each company.
    companies: Vec<Vec<String>>,
    /// What it names, under every form.
    named: Vec<(What, String)>,
    /// The deals it tells, in order.
    pub deals: Vec<Told>,
    /// Deals told in passing.
    pub past: Vec<Told>,
    /// Whether it is one of those written last, which not all models learn from.
    pub later: bool,
}

/// A deal.
#[derive(Debug, Default)]
pub struct Told {
    /// Its type, as DESIGN names it.
    pub kind: String,
    /// Its status.
    pub status: String,
    /// Who plays which part, by name.
    pub parties: Vec<(Role, String)>,
    /// The price and its currency.
    pub price: Option<(f64, String)>,
    /// Other sums that pass for the price.
    pub accepted: Vec<f64>,
    /// The shares that change hands or are held afterwards, in percent.
    pub shares: Vec<f64>,
}

/// The articles of all `*.txt` of a folder, by name.
pub fn read(folder: &Path) -> Result<Vec<Annotated>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        let content = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let language = name.get(..2).unwrap_or("und");
        for article in content.split("\n### ").map(|article| article.trim_start_matches("### ")) {
            let article = parse(article, language).map_err(|e| format!("{}: {e}", path.display()))?;
            articles.push(article);
        }
    }
    Ok(articles)
}

/// The texts of a folder of marked news that are known to tell no deal.
pub fn without_deals(folder: &Path) -> Result<Vec<Annotated>, String> {
    let plain = |item: Item| Annotated { language: item.language, text: item.text, ..Annotated::default() };
    Ok(items::read(folder)?.into_iter().filter(|item| item.nothing).map(plain).collect())
}

/// How the names of the articles begin that were written last.
const LATER: &str = "later-";

/// What `drawn` sees in each article of a folder.
pub fn draw<T>(folder: &Path, drawn: impl Fn(&Analyzer, &Annotated) -> T) -> Result<Vec<T>, String> {
    let analyzer = Analyzer::new();
    Ok(read(folder)?.iter().map(|article| drawn(&analyzer, article)).collect())
}

/// Parts of the articles that each take their turn at being read by weights that do not know them.
const FOLDS: usize = 5;
/// Articles in a row that stay together: whoever wrote one wrote the next in the same manner.
const BLOCK: usize = 60;

/// For each part the others, to learn from, and that part.
pub fn folds<T>(all: &[T]) -> impl Iterator<Item = (Vec<&T>, Vec<&T>)> {
    let part = move |fold: usize, own: bool| {
        let chosen = all.iter().enumerate().filter(move |(n, _)| (n / BLOCK % FOLDS == fold) == own);
        chosen.map(|(_, one)| one).collect()
    };
    (0..FOLDS).map(move |fold| (part(fold, false), part(fold, true)))
}

fn parse(article: &str, language: &str) -> Result<Annotated, String> {
    let (name, rest) = article.split_once('\n').ok_or("an article without a text")?;
    let (text, facts) = rest.split_once("\n--- facts").ok_or_else(|| format!("{name}: no facts"))?;
    let mut article = Annotated {
        language: language.to_owned(),
        text: text.trim().to_owned(),
        later: name.starts_with(LATER),
        ..Annotated::default()
    };
    for (what, value) in facts.lines().filter_map(|line| line.split_once(':')) {
        if let Some(kind) = What::of(what) {
            article.named.extend(kind.forms(names(value)).into_iter().map(|name| (kind, name)));
        }
        match what {
            "company" => article.companies.push(names(value)),
            "deal" => article.deals.push(told(value)),
            "past" => article.past.push(told(value)),
            _ => {}
        }
    }
    Ok(article)
}

fn names(value: &str) -> Vec<String> {
    value.split('|').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn told(value: &str) -> Told {
    let mut told = Told::default();
    let fields = value.split(';').filter_map(|field| field.split_once('='));
    let fields: Vec<(&str, &str)> = fields.map(|(key, value)| (key.trim(), value.trim())).collect();
    let field = |wanted: &str| fields.iter().find(|(key, _)| *key == wanted).map_or("", |(_, value)| value);
    told.kind = field("type").to_owned();
    told.status = field("status").to_owned();
    told.price = field("amount").split_once(' ').and_then(|(sum, code)| Some((sum.parse().ok()?, code.to_owned())));
    let sums = names(field("accept.amount"));
    told.accepted = sums.iter().filter_map(|sum| sum.split(' ').next()?.parse().ok()).collect();
    told.shares = ["stake", "stake_after"].into_iter().filter_map(|key| field(key).parse().ok()).collect();
    let pools = matches!(field("type"), "merger" | "joint_venture");
    let buys = if pools { Role::Partner } else { Role::Acquirer };
    for (key, role) in [("acquirers", buys), ("targets", Role::Target), ("sellers", Role::Seller)] {
        told.parties.extend(names(field(key)).into_iter().map(|name| (role, name)));
    }
    told
}

impl Annotated {
    /// Its text with its names marked, for the tagger.
    pub fn marked(&self) -> Item {
        named::item(&self.language, &self.text, &self.named)
    }

    /// Whether two names mean one.
    pub fn same(&self, one: &str, other: &str) -> bool {
        let (one, other) = (plain(one), plain(other));
        let company = |names: &Vec<String>| {
            let has = |wanted: &str| names.iter().any(|name| plain(name) == wanted);
            has(&one) && has(&other)
        };
        one == other || self.companies.iter().any(company)
    }

    /// The part of whoever has one of `forms` as a name, in the first deal where there is one.
    pub fn part(&self, forms: &[&str]) -> Option<Role> {
        let forms: Vec<String> = forms.iter().map(|form| plain(form)).collect();
        let own: Vec<String> = self
            .companies
            .iter()
            .map(|names| names.iter().map(|name| plain(name)).collect::<Vec<_>>())
            .filter(|names| names.iter().any(|name| forms.contains(name)))
            .flatten()
            .collect();
        let is = |name: &str| forms.contains(&plain(name)) || own.contains(&plain(name));
        self.deals.iter().flat_map(|deal| &deal.parties).find(|(_, name)| is(name)).map(|(role, _)| *role)
    }
}

/// A name without case, marks and legal form.
fn plain(name: &str) -> String {
    const FORMS: [&str; 22] = [
        "inc",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "llc",
        "plc",
        "sa",
        "se",
        "sas",
        "ag",
        "gmbh",
        "kg",
        "nv",
        "bv",
        "spa",
        "srl",
        "ab",
        "holding",
        "group",
    ];
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty());
    let mut words: Vec<&str> = words.collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(word)) {
        words.pop();
    }
    if words.len() > 1 && ["the", "le", "la", "les", "l", "el", "il"].contains(&words[0]) {
        words.remove(0);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_says_who_plays_which_part() {
        let article = "a\nBoreal buys\n\nIt buys Arden.\n--- facts\ncompany: Boreal Foods plc | Boreal\ncompany: Arden\n\
                       deal: type=acquisition; status=announced; acquirers=Boreal Foods plc; targets=Arden; amount=3000000 EUR\n";
        let article = parse(article, "en").unwrap();
        assert_eq!(article.text, "Boreal buys\n\nIt buys Arden.");
        assert_eq!(article.part(&["Boreal"]), Some(Role::Acquirer));
        assert_eq!(article.part(&["the Arden Group"]), Some(Role::Target));
        assert_eq!(article.part(&["Cairn"]), None);
        assert_eq!((article.deals[0].kind.as_str(), article.deals[0].status.as_str()), ("acquisition", "announced"));
    }

    #[test]
    fn partners_pool() {
        let told = told(" type=merger; status=planned; acquirers=Boreal | Arden");
        assert_eq!(told.parties, [(Role::Partner, "Boreal".to_owned()), (Role::Partner, "Arden".to_owned())]);
    }
}
