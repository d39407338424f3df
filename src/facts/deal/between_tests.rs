//! Who plays which part where other words stand in between.

use super::tests::told;

#[test]
fn what_stands_in_between_plays_no_part() {
    for (text, expected) in [
        (
            "Boreal Group has agreed to buy Cairn Mills in a deal worth $5 million.",
            &["Acquisition Acquirer Boreal Group Target Cairn Mills Medium"][..],
        ),
        (
            "Boreal Group, the retailer, and Belm Capital, the property group of Jane Roe, have agreed to buy Cairn Mills.",
            &["Acquisition Acquirer Boreal Group Acquirer Belm Capital Target Cairn Mills Medium"],
        ),
        // What the members of a list are stands before their names.
        (
            "Cairn Mills agreed to be bought by Boreal Group and private equity firm Belm Capital.",
            &["Acquisition Acquirer Boreal Group Acquirer Belm Capital Target Cairn Mills Medium"],
        ),
        (
            "Cairn Mills agreed to be bought by Boreal Group and analysts expect Belm Capital to sell.",
            &["Acquisition Acquirer Boreal Group Target Cairn Mills Medium"],
        ),
        (
            "Boreal Group has sold its litho department to Cairn Mills.",
            &["Divestiture Acquirer Cairn Mills Target litho department Seller Boreal Group Medium"],
        ),
        ("Boreal Group has cut its litho department in Cairn Mills.", &[]),
        (
            "The sale of Belm Foods to Cairn Mills has been completed.",
            &["Acquisition Acquirer Cairn Mills Target Belm Foods Medium"],
        ),
        (
            "The mower business, which has 44 employees, goes to Cairn Mills for $5 million.",
            &["AssetPurchase Acquirer Cairn Mills Target mower business Medium"],
        ),
        // How large a thing is stands before its noun.
        (
            "Boreal Group sold a $5 million office block to Cairn Mills.",
            &["Divestiture Acquirer Cairn Mills Target office block Seller Boreal Group Medium"],
        ),
        (
            "Boreal Group sells Belm Foods and Arden Mills, buys Cairn Mills.",
            &[
                "Divestiture Target Belm Foods Target Arden Mills Seller Boreal Group Medium",
                "Acquisition Acquirer Boreal Group Target Cairn Mills Medium",
            ],
        ),
        (
            "Cairn Mills, in administration since May, was sold to Boreal Group.",
            &["Acquisition Acquirer Boreal Group Target Cairn Mills Medium"],
        ),
        (
            "Cairn Mills, founded in 1990, has been bought by Boreal Group.",
            &["Acquisition Acquirer Boreal Group Target Cairn Mills Medium"],
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn who_runs_a_company_buys_that_and_is_no_buyer_by_name() {
    for (text, expected) in [
        (
            "The founders of Cairn Mills have bought the company from Boreal Group.",
            "Acquisition Target Cairn Mills Seller Boreal Group Medium",
        ),
        (
            "Cairn Mills said its managers have bought the company from Boreal Group.",
            "Acquisition Target Cairn Mills Seller Boreal Group Medium",
        ),
        ("Cairn Mills has been bought by its management for $5 million.", "Acquisition Target Cairn Mills Low"),
        // Who acts for another company buys for that.
        (
            "Cairn Mills has been bought by the management of Boreal Group.",
            "Acquisition Acquirer Boreal Group Target Cairn Mills Medium",
        ),
        (
            "The management of Boreal Group has bought Cairn Mills.",
            "Acquisition Acquirer Boreal Group Target Cairn Mills Medium",
        ),
        (
            "Cairn Mills was sold by its founders to Boreal Group.",
            "Acquisition Acquirer Boreal Group Target Cairn Mills Medium",
        ),
    ] {
        assert_eq!(told(text).first().map(String::as_str), Some(expected), "{text}");
    }
}
