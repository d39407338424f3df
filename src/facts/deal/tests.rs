//! Runs the examples of `deals.toml`: who plays which part, and what is no deal.

use std::collections::BTreeMap;

use super::{DealStatus, Party, PartyRole, Scene, draft, find};
use crate::entities::Supported;
use crate::facts::scorer::read_sentence;
use crate::language::lexicon::schema;
use crate::language::{Language, UserLexicon};
use crate::{Analyzer, Article};

/// The companies of the examples, so that they test deals and not names.
const COMPANIES: [&str; 4] = ["Boreal", "Boréal", "Arden", "Cairn"];

fn rows(language: Language) -> schema::Deals {
    let folder = format!("{}/src/language/lexicons/{}", env!("CARGO_MANIFEST_DIR"), language.tag());
    let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.toml")).map_err(|error| error.to_string());
    schema::Lexicon::from_files(file).expect("the lexicon is well formed").deals
}

fn analyzer() -> Analyzer {
    let rows = COMPANIES.map(|name| format!("[[known]]\nkind = \"company\"\nnames = [\"{name}\"]\n"));
    Analyzer::with_lexicon(UserLexicon::from_toml(&rows.concat()).expect("the names are well formed"))
}

/// The parts that the words of one rule give in a text: part and name.
fn parts(analyzer: &Analyzer, text: &str, language: Language, rule: &str) -> Vec<(PartyRole, String)> {
    let article = Article { language: Some(language.tag().into()), ..Article::from_text(text) };
    analyzer.analyze(&article, |analysis| {
        let items = super::items::Items::new(analysis.reading, analysis.entities);
        let cuts = super::cuts::Cuts::new(analysis.reading);
        let scene = Scene::new(analysis.reading, analysis.mentions, analysis.entities, &items, &cuts);
        let drafts = draft::find(&scene, &mut |sentence| read_sentence(sentence, &mut |_| ())).drafts;
        let parties = drafts.iter().filter(|draft| &*draft.rule == rule).flat_map(|draft| &draft.parties);
        parties.filter_map(|(role, who)| Some((*role, analysis.entities.get(who.entity()?).name.clone()))).collect()
    })
}

fn role(place: &str) -> PartyRole {
    match place.trim_end_matches(|digit: char| digit.is_ascii_digit()) {
        "acquirer" => PartyRole::Acquirer,
        "target" => PartyRole::Target,
        "seller" => PartyRole::Seller,
        "investor" => PartyRole::Investor,
        "partner" => PartyRole::Partner,
        _ => panic!("{place} is no part"),
    }
}

fn is_wrong(analyzer: &Analyzer, language: Language, rule: &str, example: &BTreeMap<String, String>) -> Option<String> {
    let text = &example["text"];
    let found = parts(analyzer, text, language, rule);
    let wanted = || example.iter().filter(|(place, _)| *place != "text");
    let missing = wanted().any(|(place, name)| !found.contains(&(role(place), name.clone())));
    (missing || found.len() != wanted().count()).then(|| format!("{} {rule}: {text} gives {found:?}", language.tag()))
}

#[test]
fn rows_find_what_their_examples_say_and_nothing_else() {
    let analyzer = analyzer();
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for row in rows(language).frame {
            wrong.extend(row.examples.iter().filter_map(|example| is_wrong(&analyzer, language, &row.id, example)));
            for text in &row.nothing {
                let article = Article { language: Some(language.tag().into()), ..Article::from_text(text.as_str()) };
                let mut deals =
                    analyzer.analyze(&article, |analysis| find(analysis.reading, analysis.mentions, analysis.entities));
                // Experience has tests of its own.
                deals.retain(|deal| {
                    !deal.kind.evidence().iter().any(|evidence| &*evidence.rule == super::learned::RULE)
                });
                if !deals.is_empty() {
                    let parties: Vec<_> = deals[0].parties.iter().map(|party| &party.value.name).collect();
                    wrong.push(format!("{} {}: {text} gives a deal of {parties:?}", language.tag(), row.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn owners_sell_what_they_are_said_to_own_and_nothing_else() {
    let analyzer = analyzer();
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for row in rows(language).holding {
            let parties = |text: &str| -> Vec<(PartyRole, String)> {
                let article = Article { language: Some(language.tag().into()), ..Article::from_text(text) };
                let deals =
                    analyzer.analyze(&article, |analysis| find(analysis.reading, analysis.mentions, analysis.entities));
                let parties = deals.iter().flat_map(|deal| &deal.parties);
                parties.map(|party| (party.value.role, party.value.name.clone())).collect()
            };
            for example in &row.examples {
                let found = parties(&example["text"]);
                let wanted = || example.iter().filter(|(place, _)| *place != "text");
                let missing = wanted().any(|(place, name)| !found.contains(&(role(place), name.clone())));
                if missing || found.len() != wanted().count() {
                    wrong.push(format!("{} {}: {} gives {found:?}", language.tag(), row.id, example["text"]));
                }
            }
            for text in &row.nothing {
                let found = parties(text);
                if found.iter().any(|(role, _)| *role == PartyRole::Seller) {
                    wrong.push(format!("{} {}: {text} gives {found:?}", language.tag(), row.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn advisers_are_no_parties_of_their_own() {
    let advisers = |text: &str| -> Vec<Vec<String>> {
        let article = Article { language: Some("en".into()), ..Article::from_text(text) };
        analyzer().analyze(&article, |analysis| {
            let named = |deal: &crate::facts::Deal| {
                let adviser = |party: &&Supported<Party>| party.value.role == PartyRole::Adviser;
                deal.parties.iter().filter(adviser).map(|party| party.value.name.clone()).collect()
            };
            analysis.facts.deals.iter().map(named).collect()
        })
    };
    let told = "Boreal has agreed to buy Arden for $2 billion.";
    assert_eq!(advisers(&format!("{told} Cairn advised Boreal on the deal.")), [["Cairn"]]);
    assert_eq!(advisers(&format!("{told} Cairn sells bread.")), [[""; 0]]);
    let quoted = "\u{201c}We keep our legal advisers busy\u{201d}, said Jane Roe of Cairn.";
    assert_eq!(advisers(&format!("{told} {quoted}")), [[""; 0]]);
    assert_eq!(advisers(&format!("{told} Boreal advised Arden in 2020.")), [[""; 0]]);
}

#[test]
fn a_share_held_all_along_is_no_deal() {
    for (text, deals) in [
        ("Boreal, which already owned a 12% stake in Arden, makes bread.", 0),
        ("Boreal has taken a 12% stake in Arden.", 1),
    ] {
        let article = Article { language: Some("en".into()), ..Article::from_text(text) };
        let found = analyzer().analyze(&article, |analysis| analysis.facts.deals.len());
        assert_eq!(found, deals, "{text}");
    }
}

#[test]
fn sums_stay_in_their_item_of_a_digest() {
    let amounts = |text: &str| -> Vec<bool> {
        analyzer().analyze(&Article::from_text(text), |analysis| {
            let deals = find(analysis.reading, analysis.mentions, analysis.entities);
            deals.iter().map(|deal| deal.amount.is_some()).collect()
        })
    };
    let rest = "The price is 38 million dollars, people close to the talks say.";
    let item = "Boreal has bought Arden, the two said on Monday.";
    assert_eq!(amounts(&format!("The week\n\nMILLS. {item}\n\nROADS. The works go on.\n\nPORTS. {rest}")), [false]);
    assert_eq!(amounts(&format!("The week\n\n***\n{item}\n\n***\nThe works go on.\n\n***\n{rest}")), [false]);
    assert_eq!(
        amounts(&format!("The week\n\nMILLS. {item} {rest}\n\nROADS. Late.\n\nPORTS. The works go on.")),
        [true]
    );
    assert_eq!(
        amounts(&format!("Boreal buys Arden\n\n{item}\n\n{rest}")),
        [true],
        "one story is told across paragraphs"
    );
}

#[test]
fn a_bid_for_what_its_owner_has_makes_the_owner_the_seller() {
    let parties = |text: &str| -> Vec<Vec<(PartyRole, String)>> {
        analyzer().analyze(&Article::from_text(text), |analysis| {
            let deals = find(analysis.reading, analysis.mentions, analysis.entities);
            let party = |party: &crate::entities::Supported<super::Party>| (party.value.role, party.value.name.clone());
            deals.iter().map(|deal| deal.parties.iter().map(party).collect()).collect()
        })
    };
    let sold = [(PartyRole::Acquirer, "Boreal"), (PartyRole::Target, "Arden"), (PartyRole::Seller, "Cairn")]
        .map(|(role, name)| (role, name.to_owned()));
    assert_eq!(parties("Cairn has received an offer from Boreal for the acquisition of Arden for $3 million."), [sold]);
    for text in ["Cairn has received an offer from Boreal.", "Cairn rejected an offer from Boreal for the company."] {
        let found = parties(text).concat();
        assert!(found.contains(&(PartyRole::Target, "Cairn".to_owned())), "{text} gives {found:?}");
    }
}

/// What `view` sees of the first deal of a text.
pub(super) fn first<T>(language: &str, text: &str, view: impl Fn(&crate::facts::Deal) -> Option<T>) -> Option<T> {
    let article = Article { language: Some(language.into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, |analysis| analysis.facts.deals.first().and_then(view))
}

/// The type of each deal, who plays which part in it, and how sure that is.
pub(super) fn told(text: &str) -> Vec<String> {
    told_in("en", text)
}

pub(super) fn told_in(language: &str, text: &str) -> Vec<String> {
    let article = Article { language: Some(language.into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, |analysis| {
        let party = |party: &Supported<Party>| format!(" {:?} {}", party.value.role, party.value.name);
        let deal = |deal: &crate::facts::Deal| {
            let parties: String = deal.parties.iter().map(party).collect();
            format!("{:?}{parties} {:?}", deal.kind.value, deal.confidence)
        };
        analysis.facts.deals.iter().map(deal).collect()
    })
}

const SWOOP: &str = "Bewlay & Sons in €4m swoop on Dublin roaster";
const SWOOP_STORY: &str = "Cork tea house swallows Dublin roaster

The plum of Dublin's coffee trade, Grand Canal Coffee, has been picked by tea merchant Bewlay & Sons for €4 million.

The Cork firm takes on 40 staff of Grand Canal Coffee, whose founder Una Daly leaves with the money.";
const FILLER: &str = "The weather in Leeds was mild. It rained twice. ";

#[test]
fn a_turn_of_phrase_no_frame_knows_tells_a_deal() {
    assert_eq!(told(SWOOP_STORY), ["Acquisition Acquirer Bewlay & Sons Target Grand Canal Coffee Low"]);
}

#[test]
fn what_looks_like_no_deal_tells_none() {
    for text in [
        "Boreal Group hires Anna Berg from Cairn Mills.",
        "Cairn Mills and Boreal Group open a shop in Leeds.",
        "Cairn Mills fell 3% while Boreal Group gained 2% in early trading.",
        "Boreal Group sued Cairn Mills over a patent on Monday.",
        "Boreal Group denied that it would buy Cairn Mills.",
    ] {
        assert_eq!(told(&format!("{text} {FILLER}")), [""; 0], "{text}");
    }
}

#[test]
fn experience_founds_a_deal_only_where_an_article_opens() {
    assert_eq!(told(SWOOP), [""; 0], "a line alone is no article");
    assert_eq!(told(&format!("{FILLER}{FILLER}{SWOOP}")), [""; 0]);
}

#[test]
fn a_deal_is_sure_where_experience_confirms_the_frames() {
    let news = "Skelwith Creameries buys Harbottle Dairies\n\nSkelwith Creameries has agreed to buy Harbottle Dairies for $30 million, \
                the two companies said on Monday.\n\nSkelwith Creameries expects to complete the purchase of Harbottle Dairies in June.";
    assert_eq!(told(news), ["Acquisition Acquirer Skelwith Creameries Target Harbottle Dairies High"]);
    let lone = "Skelwith Creameries buys Harbottle Dairies.";
    assert_eq!(told(lone), ["Acquisition Acquirer Skelwith Creameries Target Harbottle Dairies Medium"]);
}

#[test]
fn experience_founds_a_deal_beside_those_of_the_frames() {
    let digest = "Food and drink: two firms change hands

Torvane Foods has bought Quelva Mills for $20 million. Quelva Mills grinds oats.

";
    let second = "Skelwith Creameries gets its hands on Harbottle Dairies, a Leeds maker of cheese, for $3 million.";
    assert_eq!(told(&format!("{digest}{second}")).len(), 2);
    let nothing = "Skelwith Creameries shares a dock with Harbottle Dairies, a Leeds maker of cheese.";
    assert_eq!(told(&format!("{digest}{nothing}")).len(), 1);
}

/// The status of each deal of a text, in `language`.
fn deals_in(text: &str, language: Language) -> Vec<DealStatus> {
    let article = Article { language: Some(language.tag().into()), ..Article::from_text(text) };
    analyzer().analyze(&article, |analysis| analysis.facts.deals.iter().map(|deal| deal.status.value).collect())
}

#[test]
fn money_that_is_borrowed_is_no_round() {
    for (language, text, deals) in [
        (Language::English, "Boreal raised $300 million from a bond issue placed by Arden and Cairn.", 0),
        (Language::English, "Boreal raised $300 million from Arden and Cairn.", 1),
        (Language::French, "Boréal a levé 300 millions d'euros par une émission obligataire placée par Arden.", 0),
        (Language::French, "Boréal a levé 300 millions d'euros auprès d'Arden.", 1),
        (Language::German, "Boreal hat mit einer Anleihe 300 Millionen Euro bei Investoren eingesammelt.", 0),
        (Language::German, "Boreal hat 300 Millionen Euro bei Investoren eingesammelt.", 1),
        (Language::Spanish, "Boreal captó 300 millones de euros con una emisión de bonos colocada por Arden.", 0),
        (Language::Italian, "Boreal ha raccolto 300 milioni di euro con un'emissione obbligazionaria.", 0),
        (Language::Portuguese, "A Boreal captou 300 milhões de euros com a emissão de debêntures.", 0),
    ] {
        assert_eq!(deals_in(text, language).len(), deals, "{text}");
    }
}

#[test]
fn what_only_its_tense_says_to_be_done_is_agreed_while_it_is_to_be_completed() {
    let status = |text: &str, language| deals_in(text, language).first().copied();
    let (agreed, done) = (Some(DealStatus::Announced), Some(DealStatus::Completed));
    for (language, text, wanted) in [
        (
            Language::French,
            "Boréal a racheté Arden pour 3 millions d'euros. La cession sera finalisée en juin.",
            agreed,
        ),
        (Language::French, "Boréal a racheté Arden pour 3 millions d'euros. La cession a été finalisée en juin.", done),
        (Language::English, "Boreal closed its purchase of Arden after a regulator withdrew its objections.", done),
        (Language::English, "Boreal withdrew its offer for Arden.", Some(DealStatus::Cancelled)),
    ] {
        assert_eq!(status(text, language), wanted, "{text}");
    }
}

#[test]
fn one_thing_bought_under_two_names_is_one_deal() {
    for (text, deals) in [
        ("Boreal buys Arden for $3 million.\n\nBoreal has completed the purchase of Arden Mills Corp.", 1),
        ("Boreal buys Arden for $3 million.\n\nBoreal has completed the purchase of Cairn.", 2),
    ] {
        assert_eq!(deals_in(text, Language::English).len(), deals, "{text}");
    }
}

/// The prices of the deals a text tells as news.
fn prices(text: &str) -> Vec<i64> {
    let analyzer = analyzer();
    analyzer.analyze(&Article::from_text(text), |analysis| {
        let deals = find(analysis.reading, analysis.mentions, analysis.entities);
        let amounts = deals.iter().filter(|deal| !deal.background).filter_map(|deal| deal.amount.as_ref());
        amounts.filter_map(|amount| amount.value.quantity.value?.try_into().ok()).collect()
    })
}

#[test]
fn sums_told_in_passing_are_no_prices() {
    let deal = "Boreal buys Arden\n\nBoreal, the maker of glass, has agreed to buy Arden";
    let cases = [
        (".\n\nThe offer of $21 per share comes to a total of $2 billion in cash.", vec![2_000_000_000]),
        (".\n\nThe price was not disclosed. Boreal plans to invest $15 million in the plant.", vec![]),
        (" for $90 million. Boreal will invest $150 million in the plant.", vec![90_000_000]),
        (".\n\nThe price is $90 million. In 2018 the family had turned down $150 million.", vec![90_000_000]),
    ];
    for (rest, wanted) in cases {
        assert_eq!(prices(&format!("{deal}{rest}")), wanted, "{rest}");
    }
    let before = "Boreal rachète Arden\n\nLe groupe Boreal rachète le fabricant Arden à Cairn, qui l'avait payé 210 millions \
                  d'euros il y a quatre ans.\n\nLe prix est cette fois de 150 millions d'euros.";
    assert_eq!(prices(before), [150_000_000]);
}

const TOWN: &str = "Ockley Town sold to US group

Ockley Town have been bought by Torvane 20 Ltd, an American-backed consortium, ending Marcus Quell's 13 years in charge at Mill Road.

The bulk of the money comes from a fund run by BRL, an investment firm in Ohio. Quell keeps 5%.

The price was not made public but is believed to be about £40m. Quell, who took over in 2007, has written off around £100m in loans.";

#[test]
fn experience_knows_prices_that_no_rule_does() {
    assert_eq!(prices(TOWN), [40_000_000]);
    // Neither sum belongs to both.
    let digest = "The Basket: two bites

1. Torvane Foods has bought Merchant Oats, the pouch-pulses brand, for £48m. Sales at the brand are around £25m.

2. Crumpet maker Harbottle Griddle has agreed to join Skelwith in a frozen-bakery joint venture called GriddleCo. Skelwith puts up £8m \
                  and gets 51%.";
    assert_eq!(prices(digest), [48_000_000, 8_000_000]);
}

#[test]
fn what_the_heading_tells_in_other_words_is_no_deal_of_its_own() {
    assert_eq!(told(TOWN), ["Acquisition Acquirer Torvane 20 Ltd Target Ockley Town Seller Marcus Quell Medium"]);
}

/// What each deal of a text tells: its type, the parties, the share.
fn shared(text: &str) -> Vec<String> {
    analyzer().analyze(&Article::from_text(text), |analysis| {
        let deals = find(analysis.reading, analysis.mentions, analysis.entities);
        let told = deals.iter().map(|deal| {
            let parties =
                deal.parties.iter().map(|Supported { value: Party { role, name, .. }, .. }| format!("{role:?} {name}"));
            let share = deal.stake.as_ref().and_then(|stake| stake.value.percent?.value);
            let share = share.map_or("no share".to_owned(), |share| format!("{share}%"));
            format!("{:?} {} {share}", deal.kind.value, parties.collect::<Vec<_>>().join(" "))
        });
        told.collect()
    })
}

#[test]
fn a_share_is_bought_and_sold_by_noun_as_by_verb() {
    let bought = |kind: &str, share: u32| format!("{kind} Acquirer Boreal Target Arden {share}%");
    for (text, expected) in [
        ("Boreal announced the acquisition of 70% of Arden.", bought("MajorityStake", 70)),
        ("Boreal announced the acquisition of a 40% stake in Arden.", bought("MinorityStake", 40)),
        ("Boreal will own 40% of Arden after the deal.", bought("MinorityStake", 40)),
        ("Boreal annonce l'acquisition de 40 % d’Arden pour 5 millions d'euros.", bought("MinorityStake", 40)),
        ("Boreal a annoncé l'acquisition d'une participation de 70 % dans Arden.", bought("MajorityStake", 70)),
        ("Boreal übernimmt 70 Prozent von Arden.", bought("MajorityStake", 70)),
    ] {
        assert_eq!(shared(text), [expected], "{text}");
    }
    let sold = "Divestiture Acquirer Boreal Target Arden Seller Cairn 40%";
    for text in [
        "Cairn announced the sale of 40% of Arden to Boreal.",
        "Cairn announced the sale of its 40% stake in Arden to Boreal on Monday.",
        "Cairn annonce la cession à Boreal de 40 % d’Arden.",
        "Cairn annonce la cession de sa participation de 40 % dans Arden à Boreal.",
        "Cairn hat seine Beteiligung von 40 Prozent an Arden an Boreal verkauft.",
        "Cairn anuncia la venta del 40 % de Arden a Boreal.",
    ] {
        assert_eq!(shared(text), [sold], "{text}");
    }
    for text in ["Boreal wants a 40% rise in the sales of Arden, from 30% in March.", "Boreal owns 40% of Arden."] {
        assert!(shared(text).is_empty(), "{text}");
    }
}

#[test]
fn a_motive_ends_with_its_clause_and_with_what_is_quoted() {
    for (text, expected) in [
        (
            "Boreal buys Arden to strengthen its paper business; the price is secret.",
            "to strengthen its paper business",
        ),
        (
            "Boreal rachète Arden. « L’accord va nous permettre d’ouvrir une usine à Berlin », explique Claire Duval.",
            "permettre d’ouvrir une usine à Berlin",
        ),
        (
            "Boreal buys Arden. “We want to expand in Norway and in Spain,” the chairman said.",
            "to expand in Norway and in Spain",
        ),
    ] {
        let motives = analyzer().analyze(&Article::from_text(text), |analysis| {
            let deals = find(analysis.reading, analysis.mentions, analysis.entities);
            let span = deals[0].motives[0].evidence.span;
            text[span.start..span.end].to_owned()
        });
        assert_eq!(motives, expected, "{text}");
    }
}

#[test]
fn who_bought_before_sells_now() {
    for text in [
        "Boreal übernimmt den Konkurrenten Arden. Verkäufer ist der Finanzinvestor Cairn, der Arden 2021 erworben hatte.",
        "Boreal übernimmt den Konkurrenten Arden. Verkäufer ist Cairn. Cairn hatte Arden einst für viel Geld gekauft.",
        "Boreal buys its rival Arden. The seller is Cairn, which had bought Arden in 2021.",
    ] {
        let first = shared(text).into_iter().next();
        assert_eq!(first.as_deref(), Some("Acquisition Acquirer Boreal Target Arden Seller Cairn no share"), "{text}");
    }
    let news = shared("Boreal hat den Konkurrenten Arden gekauft. Verkäufer ist Cairn.");
    assert_eq!(news, ["Acquisition Acquirer Boreal Target Arden Seller Cairn no share"]);
}

#[test]
fn a_verb_leaves_to_the_one_it_governs_what_is_done() {
    for (text, expected) in [
        (
            "Cairn renonce à vendre Arden à Boreal.",
            &["Divestiture Acquirer Boreal Target Arden Seller Cairn no share"][..],
        ),
        ("Boreal renonce à Arden.", &["Acquisition Acquirer Boreal Target Arden no share"]),
    ] {
        assert_eq!(shared(text), expected, "{text}");
    }
}

#[test]
fn what_is_named_behind_a_comma_may_have_a_home() {
    let bought = "Acquisition Acquirer Boreal Target Arden no share";
    for text in [
        "The price was not disclosed. Boreal bought a small rival, Arden of Toulouse.",
        "The price was not disclosed. Boreal bought a small rival, Arden of Toulouse, on Monday.",
        "Le prix n’a pas été dévoilé. Boreal a racheté un petit concurrent, Arden à Toulouse.",
    ] {
        assert_eq!(shared(text), [bought], "{text}");
    }
    let text = "The price was not disclosed. Boreal bought a small office, Arden of Toulouse told its staff.";
    assert!(shared(text).is_empty(), "{text}");
}

#[test]
fn whose_plan_it_is_acts() {
    let bought = "Acquisition Acquirer Boreal Target Arden no share";
    for text in [
        "Residents are worried about Boreal's plan to take over Arden.",
        "Boreal's plan to take over Arden worries them.",
    ] {
        assert_eq!(shared(text), [bought], "{text}");
    }
    assert!(shared("A bidder for Boreal's plant has plans to take over Arden.").iter().all(|deal| deal != bought));
}

#[test]
fn a_bracket_ends_the_clause_that_a_verb_closes() {
    for text in ["Boreal will Arden übernehmen (wir berichteten).", "Boreal hat am Montag Arden übernommen (Foto)."] {
        assert_eq!(shared(text), ["Acquisition Acquirer Boreal Target Arden no share"], "{text}");
    }
}
