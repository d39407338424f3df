//! What the cutters make of whole texts, with a handful of English and French habits.

use super::*;

/// Cuts `text` with a few words of each list and hands over the document.
fn parse<T>(text: &str, view: impl FnOnce(&Document<'_>) -> T) -> T {
    let list = |words: &str| -> Vec<String> {
        let mut list: Vec<String> = words.split(';').map(|word| word.trim().to_string()).collect();
        list.sort();
        list
    };
    let abbreviations = list("inc.; co.; oct.; mr.; m.; st.; u.s.; wis.");
    let leading = list("mr.; m.; st.");
    let elisions = list("l'; d'; qu'");
    let openers = list("the; it; le; l'; il; elle; selon; this");
    let none: Vec<String> = Vec::new();
    let layout = [
        "contacts; forward-looking statements; subscribe",
        "comments; leave a comment",
        "about; à propos d'; à propos de",
        "share; cookies; sign up for",
        "read more; à lire aussi",
        "by; par",
        "reporting by; propos recueillis par",
        "reuter; ends",
        "wire; afp",
        "march; june; déc; le; of; the; feb",
        "q; question",
        "a; r",
        "from; date; de",
        "subject; objet",
        "adds; actualise",
    ]
    .map(list);
    let [
        sections,
        endings,
        about,
        notices,
        related,
        bylines,
        credits,
        sign_offs,
        agencies,
        dateline_words,
        questions,
        answers,
        headers,
        subjects,
        updates,
    ] = &layout;
    let orthography = Orthography {
        abbreviations: &abbreviations,
        leading_abbreviations: &leading,
        elisions: &elisions,
        enclitics: &none,
        compound_tails: &none,
        pairs: &none,
        units: &none,
        openers: &openers,
        ordinal_dot: false,
        layout: Layout {
            sections,
            endings,
            about,
            notices,
            related,
            bylines,
            credits,
            sign_offs,
            agencies,
            dateline_words,
            questions,
            answers,
            headers,
            subjects,
            updates,
        },
    };
    view(&Document::parse(text, &orthography))
}

fn sentences(text: &str) -> Vec<String> {
    parse(text, |document| document.sentences().iter().map(|found| document.cut(found.span).to_string()).collect())
}

fn kinds(text: &str) -> Vec<BlockKind> {
    parse(text, |document| document.blocks().iter().map(|block| block.kind).collect())
}

#[test]
fn sentences_end_where_they_end() {
    let table: &[(&str, &[&str])] = &[
        ("Arden Inc. The group sold it.", &["Arden Inc.", "The group sold it."]),
        ("It bought Arden Inc. It paid cash.", &["It bought Arden Inc.", "It paid cash."]),
        ("Sales rose in the U.S. The firm said so.", &["Sales rose in the U.S.", "The firm said so."]),
        ("It cost 2.5 million. 300 people left.", &["It cost 2.5 million.", "300 people left."]),
        ("It closed last year.The group moved on.", &["It closed last year.", "The group moved on."]),
        ("It holds 49%.The rest is free.", &["It holds 49%.", "The rest is free."]),
        ("« C’est fini. » Le groupe part.", &["« C’est fini. »", "Le groupe part."]),
        ("“We are glad.” It left.", &["“We are glad.”", "It left."]),
        ("Il hésite… Le groupe attend.", &["Il hésite…", "Le groupe attend."]),
        ("Pourquoi ? Parce qu’il le faut !", &["Pourquoi ?", "Parce qu’il le faut !"]),
        ("1. Arden sells. It goes.", &["1. Arden sells.", "It goes."]),
    ];
    for (text, expected) in table {
        assert_eq!(&sentences(text), expected, "{text}");
    }
}

#[test]
fn sentences_do_not_end_elsewhere() {
    for text in [
        "Mr. Roe of Arden Inc. Boreal division spoke.",
        "M. Le Drogo dirige St. Malo Finance.",
        "J. R. Roe joined in Oct. 2016 as head.",
        "It paid 1,234.56 dollars a share, i.e. too much.",
        "“Is it done?” asked Roe.",
        "« C’est fini ! » s’exclame-t-il.",
        "L’accueil a été plutôt… tiède.",
        "The shop Huzzah! Stores was sold to Arden.",
        "Visit arden.example or Booking.com for more.",
        "Arden – a maker of chips – said no; yes: no",
    ] {
        assert_eq!(sentences(text), [text], "{text}");
    }
}

#[test]
fn blocks_have_their_kinds() {
    use BlockKind::*;
    let long = "The group said on Tuesday that it would buy its rival for two billion euros in cash and some shares.";
    let table: &[(&str, &[BlockKind])] = &[
        ("Arden buys Boreal\nBy Jane Roe\n{long}", &[Heading, Signature, Paragraph]),
        ("By contrast, Arden sells\n{long}", &[Heading, Paragraph]),
        ("{long}\n(Reporting by Jane Roe; Editing by John Doe)", &[Paragraph, Signature]),
        ("{long}\nmla/jbo/def\n Reuter &#3;", &[Paragraph, Signature, Signature]),
        (
            "Points\n- one thing\n• another\n1) a third\n(b) a fourth",
            &[Heading, ListItem, ListItem, ListItem, ListItem],
        ),
        ("Title\nQ1 : Pourquoi Arden vend-il ?\n{long}\n{long}", &[Heading, Question, Answer, Paragraph]),
        ("Title\nQ. Why now?\nA. Because {long}", &[Heading, Question, Answer]),
        ("Title\nWhy does Arden sell?\n{long}", &[Heading, Heading, Paragraph]),
        ("{long}\n“We must all go on, and we will.” – Jane Roe (March 2024)", &[Paragraph, Quotation]),
        ("{long}\n“We must all go on, and we will.”\n– Jane Roe, chairman", &[Paragraph, Quotation]),
        ("{long}\n“We must all go on,” said Jane Roe. {long}", &[Paragraph, Paragraph]),
        (
            "{long}\nAbout Arden\n{long}\nContacts\nJane Roe\n+1 555",
            &[Paragraph, Boilerplate, Boilerplate, Boilerplate, Boilerplate, Boilerplate],
        ),
        (
            "{long}\nAbout Arden\n{long}\nAnother story starts\n{long}",
            &[Paragraph, Boilerplate, Boilerplate, Heading, Paragraph],
        ),
        (
            "{long}\nAbout the deal\n{long}\nAbout 500 workers\n{long}",
            &[Paragraph, Heading, Paragraph, Heading, Paragraph],
        ),
        ("{long}\nÀ propos d’Arden\n{long}", &[Paragraph, Boilerplate, Boilerplate]),
        ("Title\nShare: X | Mail\nShare prices fell\n{long}", &[Heading, Boilerplate, Heading, Paragraph]),
        (
            "{long}\nÀ lire aussi\nBoreal vend tout\nLe port ferme\nEt après\n{long}",
            &[Paragraph, Boilerplate, Boilerplate, Boilerplate, Heading, Paragraph],
        ),
        ("{long}\n***\n{long}", &[Paragraph, Boilerplate, Paragraph]),
        ("Title\nParis, le 6 déc 2024\n{long}", &[Heading, Signature, Paragraph]),
        ("[06/12/2024 16:30:06] PARIS (AFP)\nTitle\n{long}", &[Signature, Heading, Paragraph]),
        ("PARIS, 6 déc. (AFP) -\n{long}", &[Signature, Paragraph]),
        ("Arden (AFP)\n{long}", &[Heading, Paragraph]),
        ("ARDEN-BOREAL/DEAL (UPDATE 2)\nArden buys Boreal\n{long}", &[Signature, Heading, Paragraph]),
        ("ARDEN/\nArden buys Boreal\n{long}", &[Signature, Heading, Paragraph]),
        ("ARDEN-BOREAL DEAL DONE\nArden buys Boreal\n{long}", &[Heading, Heading, Paragraph]),
        ("Title\n(Adds comment)\n{long}", &[Heading, Signature, Paragraph]),
        ("Title\n{long}\n(Jane Roe, reporting by John Doe)", &[Heading, Paragraph, Signature]),
        ("Title\n{long}\n((jane@e.org; +44 20; Wire))", &[Heading, Paragraph, Signature]),
        ("Title\n(The price is unknown. {long})", &[Heading, Paragraph]),
        ("From: Jane Roe\nDate: 1 March\n\nTitle\n{long}", &[Signature, Signature, Heading, Paragraph]),
        ("De : Jane Roe,\n John Doe\nObjet : Arden\n\n{long}", &[Signature, Heading, Paragraph]),
        ("From: Paris\n\n{long}", &[Heading, Paragraph]),
    ];
    for (text, expected) in table {
        assert_eq!(&kinds(&text.replace("{long}", long)), expected, "{text}");
    }
}

#[test]
fn what_stands_around_a_story_is_none_of_it() {
    use BlockKind::*;
    let long = "The group said on Tuesday that it would buy its rival for two billion euros in cash and some shares.";
    let title = "Arden to buy its rival Boreal";
    let table: &[(&str, &[BlockKind])] = &[
        ("Home\nMarkets\n{title}\n{long}", &[Boilerplate, Boilerplate, Heading, Paragraph]),
        ("* Home\n* Our markets\n{title}\n{long}", &[Boilerplate, Boilerplate, Heading, Paragraph]),
        (
            "The day so far\nAll our podcasts\nHow to pay\n{title}\n{long}",
            &[Boilerplate, Boilerplate, Boilerplate, Heading, Paragraph],
        ),
        // A short title with a longer line below it is one.
        ("Arden buys Boreal\n{title} in Norrow\n{long}", &[Heading, Heading, Paragraph]),
        ("Arden buys Boreal\n{long}", &[Heading, Paragraph]),
        ("{title}\nMarkets\n{long}", &[Heading, Heading, Paragraph]),
        // A section opens below the story, and not above it.
        ("Subscribe\n{title}\nBy Jane Roe\n{long}", &[Boilerplate, Heading, Signature, Paragraph]),
        ("{long}\nSubscribe\n{title}\nEverything else", &[Paragraph, Boilerplate, Boilerplate, Boilerplate]),
        ("{long}\n{title}\nCairn sells\nDorval lists", &[Paragraph, Boilerplate, Boilerplate, Boilerplate]),
        ("{long}\n{title}\nCairn sells\nDorval lists\n{long}", &[Paragraph, Heading, Heading, Heading, Paragraph]),
        ("{long}\nMovers\nArden +2%\nCairn -1%\nDorval +9%", &[Paragraph, Heading, Heading, Heading, Heading]),
        ("{long}\nTerms\nPrice: 3 million\nShare of Cairn: none", &[Paragraph, Heading, Heading, Heading]),
        ("{long}\n- one thing\n- another\n- a third", &[Paragraph, ListItem, ListItem, ListItem]),
        ("{long}\n3 comments\nJane\n{long}", &[Paragraph, Boilerplate, Boilerplate, Boilerplate]),
        ("{long}\nComments by the board\n{long}", &[Paragraph, Heading, Paragraph]),
        // Another story may follow the comments on one; who wrote a comment, and when, opens none.
        (
            "{long}\n3 comments\nJane Roe\n{long}\n{title} that bakes bread\n{long}",
            &[Paragraph, Boilerplate, Boilerplate, Boilerplate, Heading, Paragraph],
        ),
        (
            "{long}\n\n3 comments\n\nJane Roe wrote two hours ago\n\n{long}",
            &[Paragraph, Boilerplate, Boilerplate, Boilerplate],
        ),
        (
            "{title}\nBy Jane Roe\n{long}\nJane Roe is a reporter. {long}\nJane Poe is not. {long}",
            &[Heading, Signature, Paragraph, Biography, Paragraph],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(&kinds(&text.replace("{long}", long).replace("{title}", title)), expected, "{text}");
    }
}

#[test]
fn the_head_of_a_mail_is_no_story() {
    let mail = "From: Jane Roe <jane@e.org>\nDate: Thu, 6 March 2025\nSubject: Arden buys Boreal Foods, a maker of pasta\n\nArden \
                Inc said it had agreed to\nbuy Boreal Foods for about two billion dollars in\ncash and shares.\n";
    parse(mail, |document| {
        let datelines: Vec<&str> = document.blocks().iter().map(|block| document.text_of(block.dateline)).collect();
        assert_eq!(datelines, ["From: Jane Roe <jane@e.org>", "Date: Thu, 6 March 2025", "Subject:", ""]);
    });
}

#[test]
fn the_last_line_of_a_wrapped_title_is_no_part_of_what_follows() {
    use BlockKind::*;
    let body = "Norrow said on Tuesday that Arden Inc had agreed to buy Boreal Foods for\nabout two billion dollars in cash and \
                shares, and that it would keep all of\nits plants.\n";
    let title = "Arden agrees to buy its rival Boreal Foods, a maker of pasta from\nNorrow\n";
    assert_eq!(kinds(&format!("{title}{body}")), [Heading, Paragraph]);
}

#[test]
fn wrapped_lines_are_joined() {
    let wrapped = "ARDEN BUYS BOREAL FOODS\n    PARIS, March 3 (Wire) - Arden Inc said it had agreed to\nbuy Boreal Foods from Cairn Co \
                   for about two billion dollars in\ncash and shares.\n    Boreal makes pasta and has 12 plants in France and\n\
                   Italy.\n Reuter\n";
    use BlockKind::*;
    assert_eq!(kinds(wrapped), [Heading, Paragraph, Paragraph, Signature]);
    let first = parse(wrapped, |document| document.text_of(document.blocks()[1].dateline).to_string());
    assert_eq!(first, "PARIS, March 3 (Wire) -");

    // What the text closes with stands apart, however full the line before it; a line may lead on to a capital.
    let full = "Arden Inc said it completed the purchase of\nBoreal Foods from Cairn Co for cash and notes of\nArden Trust, the bank of the makers of pasta.\n Reuter\n";
    assert_eq!(kinds(full), [Paragraph, Signature]);

    let apart = "Arden buys Boreal\nThe group pays cash\nIts rivals stay calm\nand so do its owners\n";
    assert_eq!(kinds(apart).len(), 4, "short lines that do not break off stay apart");
    let mail = "The group said on Tuesday that it would soon\nbuy its rival for two billion euros.\n\nIt will pay in cash, the head of the buyer\nsaid.";
    assert_eq!(kinds(mail), [Paragraph, Paragraph]);
}

#[test]
fn datelines() {
    let story = " Arden Inc said on Tuesday that it would buy its rival for two billion euros in cash and in shares.";
    for line in [
        "PARIS, March 3 (Wire) -",
        "MILWAUKEE, Wis.--(BUSINESS WIRE)--",
        "LONDON, June 3 -",
        "PARIS, 6 déc 2024 (AFP) -",
        "[20/04/2007 16:30:06] PARIS (AFP)",
        "Bâle, le 26 déc 2015 (agence) –",
        "SAN DIEGO (March 7, 2010) –",
        "DETROIT —",
        "(Wire) -",
        "Feb 2 (Wire) -",
        "(Wire) - PARIS, 6 DÉC -",
        "2024-05-17",
        "date 2024-05",
        "date 2024-05 LONDON, June 3 -",
    ] {
        let found = parse(&format!("Title\n{line}{story}"), |document| {
            (document.text_of(document.blocks()[1].dateline).to_string(), document.sentences().len())
        });
        assert_eq!(found, (line.to_string(), 3), "{line}");
    }
    for line in [
        "IBEX — Big Blue to its friends —",
        "In 2016, Boreal –",
        "Boreal (NYSE: BOR) -",
        "Boreal – as",
        "MADRID-based",
        "NEW YORK – based",
        "Mr. Roe (55)",
        "2024",
        "Date",
        "2024-05-17-3",
    ] {
        let found = parse(&format!("Title\n{line}{story}"), |document| document.blocks()[1].dateline.len());
        assert_eq!(found, 0, "{line}");
    }
}

#[test]
fn the_title_stands_above_the_story() {
    let story = "Arden Inc said on Tuesday that it would buy its rival for two billion euros in cash and in shares, and that it would \
                 keep all plants.";
    let title = |page: &str| {
        parse(page, |document| {
            document.title().map(|block| document.text_of(block.words()).to_owned()).unwrap_or_default()
        })
    };
    for (above, expected) in [
        ("Arden buys its rival Boreal\n\n", "Arden buys its rival Boreal"),
        ("Takeovers in Europe\n\nArden buys its rival Boreal\n\n", "Arden buys its rival Boreal"),
        ("Arden buys Boreal\n\n", "Arden buys Boreal"),
        ("date 2024-05 Arden buys its rival Boreal\n\n", "Arden buys its rival Boreal"),
        ("In short:\n\nArden buys Boreal\n\n", "Arden buys Boreal"),
        ("The Norrow News\n\ndate 2024-05 Arden buys its rival\n\n", "Arden buys its rival"),
        ("", ""),
    ] {
        assert_eq!(title(&format!("{above}{story}\n\nWhat comes next for Arden\n\n{story}")), expected, "{above}");
    }
}

#[test]
fn blocks_and_sentences_cover_every_token() {
    for text in ["", "\n\n", "a", "“", "1.", "- - -", "Q1:\n\n:", "(((", "A.\nB.\r\nC.\rD\u{2028}E", "« » “ ” \" '"]
    {
        parse(text, |document| {
            let blocks: usize = document.blocks().iter().map(|block| block.tokens.len()).sum();
            let sentences: usize = document.sentences().iter().map(|sentence| sentence.tokens.len()).sum();
            assert_eq!((blocks, sentences), (document.tokens().len(), document.tokens().len()), "{text:?}");
        });
    }
}
