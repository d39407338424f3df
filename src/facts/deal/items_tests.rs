//! Which paragraphs of a digest stand together.

use super::items::Items;
use crate::{Analyzer, Article};

/// The item of each block of an article of these paragraphs.
fn items(paragraphs: &[&str]) -> Vec<usize> {
    let text = paragraphs.join("\n\n");
    let article = Article { language: Some("en".into()), ..Article::from_text(&text) };
    Analyzer::new().analyze(&article, |analysis| {
        let items = Items::new(analysis.reading, analysis.entities);
        (0..).map_while(|block| items.of(block)).collect()
    })
}

#[test]
fn paragraphs_that_share_no_name_are_items() {
    let digest = [
        "Deals of the week: Arden Foods",
        "Boreal Corp has bought Arden Foods Ltd for £3m. Boreal Corp employs 300 people.",
        "Cairn Paper Ltd has sold its mill to Lorne Boards Ltd for cash.",
        "Skelmore Inc is to merge with Tarbert Inc next year. It gave no reason.",
    ];
    assert_eq!(items(&digest), [0, 0, 1, 2]);
}

#[test]
fn an_article_that_comes_back_to_its_subject_has_no_items() {
    let one = [
        "Boreal Corp buys Arden Foods Ltd",
        "Boreal Corp has bought Arden Foods Ltd for £3m.",
        "Last week Cairn Paper Ltd sold its mill to Lorne Boards Ltd for cash.",
        "Skelmore Inc is to merge with Tarbert Inc next year, which leaves Boreal Corp alone.",
    ];
    assert_eq!(items(&one), [0; 0]);
    // What follows the story is no second one.
    let more =
        ["Boreal Corp employs 300 people.", "Arden Foods Ltd makes soup in Leeds.", "Boreal Corp buys a firm a year."];
    let ends = [&one[..2], &more, &one[2..3], &["Skelmore Inc rose 3 per cent."]];
    assert_eq!(items(&ends.concat()), [0; 0]);
}

#[test]
fn headings_that_share_no_name_open_items() {
    let pumps = "The company makes pumps and has 300 staff.";
    let digest = [
        "Deals of the week",
        "Boreal Corp buys Arden Foods Ltd for £3m",
        pumps,
        "Cairn Paper Ltd sells its mill to Lorne Boards Ltd",
        pumps,
        "Skelmore Inc raises £4m from Tarbert Inc",
        pumps,
    ];
    assert_eq!(items(&digest), [0, 0, 0, 1, 1, 2, 2]);
    // Headings of parts of one story come back to who is in it.
    let story = [
        "Boreal Corp buys Arden Foods Ltd",
        pumps,
        "What Boreal Corp plans",
        pumps,
        "Arden Foods Ltd in figures",
        pumps,
    ];
    assert_eq!(items(&story), [0; 0]);
}
