//! What names and sums are taken for by the words around them, and where they end.

use dealfacts::report::{Detail, Report, render};
use dealfacts::{Analyzer, Article};
use serde_json::Value;

fn companies(text: &str, language: &str) -> Vec<String> {
    named("companies", text, language)
}

fn named(key: &str, text: &str, language: &str) -> Vec<String> {
    listed(key, text, language).iter().map(|entity| entity["name"].as_str().unwrap_or_default().to_owned()).collect()
}

/// What the report on a text lists under `key`.
fn listed(key: &str, text: &str, language: &str) -> Vec<Value> {
    let mut article = Article::from_text(text);
    article.language = Some(language.to_owned());
    let detail = Detail { mentions: false, rules: false };
    let printed = Analyzer::new().analyze(&article, |analysis| render::json(&Report::new(analysis, detail)));
    let report: Value = serde_json::from_str(&printed.expect("a report prints")).expect("a report is JSON");
    report[key].as_array().expect("names are a list").clone()
}

#[test]
fn a_new_word_is_what_governs_it() {
    let is_company = |text: &str| companies(text, "fr").contains(&"Quelvanor".to_owned());
    assert!(is_company("Le groupe a renoncé à céder son usine. Elle a vendu la licence et reste adossée à Quelvanor."));
    assert!(!is_company("Le maire est né à Quelvanor en 1961 et y vit toujours."));
}

#[test]
fn a_trade_may_stand_before_what_it_trades_in() {
    assert!(
        companies("Le groupe de bagages Torvane Delmont ouvre deux magasins.", "fr")
            .contains(&"Torvane Delmont".into())
    );
}

#[test]
fn where_a_company_is_from_is_no_part_of_its_name() {
    let found = companies("On Monday a venture with Norway’s Torvane Holdings was wound up.", "en");
    assert_eq!(found, ["Torvane Holdings"]);
}

#[test]
fn a_name_goes_on_over_words_that_no_text_knows() {
    for (text, expected) in [
        ("Shares of Danone Quelvara rose.", "Danone Quelvara"),
        ("Shares of Danone Q400 rose.", "Danone"),
        ("Shares of Danone yesterday rose.", "Danone"),
    ] {
        assert_eq!(companies(text, "en"), [expected], "{text}");
    }
}

#[test]
fn items_of_a_list_are_no_headings() {
    let text = "Les étapes ont été fixées par la société Ventalia :\n- Ventalia Cefor absorbe Ventalia Ravel ;\n- Ventalia Esatre \
                absorbe Ventalia Comel.";
    let found = companies(text, "fr");
    for name in ["Ventalia Cefor", "Ventalia Ravel", "Ventalia Esatre", "Ventalia Comel"] {
        assert!(found.contains(&name.to_owned()), "{name}: {found:?}");
    }
}

#[test]
fn a_legal_form_closes_a_whole_name() {
    for (text, expected) in [
        (
            "First Torvane Corp said it sold a mill to Belquist Oil and Gas plc.",
            &["First Torvane Corp", "Belquist Oil and Gas plc"][..],
        ),
        (
            "Torvane and Associates Inc sold its mill to Quelvan (Pacific) Ltd for cash.",
            &["Torvane and Associates Inc", "Quelvan (Pacific) Ltd"],
        ),
        ("Torvane Inc and Belquist Inc agreed to merge.", &["Torvane Inc", "Belquist Inc"]),
        (
            "Torvane and Belquist Inc agreed to merge. Belquist makes pumps, Torvane makes valves.",
            &["Torvane", "Belquist Inc"],
        ),
        ("Torvane Corp bought Belquist Inc of Harlan Falls, Ohio, for cash.", &["Torvane Corp", "Belquist Inc"]),
        // The stop of the sentence, where the article writes its forms without one.
        ("Torvane Corp said it bought Belquist Inc.", &["Torvane Corp", "Belquist Inc"]),
        ("Torvane Corp. said it bought Belquist Inc.", &["Torvane Corp.", "Belquist Inc."]),
    ] {
        assert_eq!(companies(text, "en"), expected, "{text}");
    }
}

#[test]
fn german_names_are_told_from_nouns() {
    for (text, expected) in [
        ("Quelvanor geht an Brunnstedt.", &["Quelvanor", "Brunnstedt"][..]),
        ("Der Konzern verkauft die Anteile für 3 Millionen Euro an die Kölner Torvane.", &["Torvane"]),
        ("Die Hamburger Quelvanor-Gruppe übernimmt den Windpark Torvane.", &["Quelvanor-Gruppe", "Torvane"]),
        ("Damit kann Quelvanor die Torvane AG übernehmen.", &["Quelvanor", "Torvane AG"]),
        ("Damit kann Erfahrung die Torvane AG voranbringen.", &["Torvane AG"]),
        // The genitive of a name has no mark, and a compound that is a name is introduced as one.
        ("Quelvanor wächst. Quelvanors Umsatz stieg.", &["Quelvanor"]),
        ("Der Händler Blauglas wächst. Gestern hat Blauglas eröffnet.", &["Blauglas"]),
        ("Tatsächlich steigt der Umsatz. Entscheidend wird die Gestattung durch Behörden.", &[]),
        ("Torvane sammelt Geld ein. Angeführt wurde die Runde von Quelvanor, sagte er.", &["Torvane", "Quelvanor"]),
        ("Viele Bewohner fliehen vor Elend in Griechenland. Trennt die Adressen mit Komma.", &[]),
        // A noun or an adverb that opens the sentence, and a noun behind a small word with a capital.
        ("Zucker verkauft der Händler kaum noch. Joghurt gehört dazu.", &[]),
        ("Bei Honig will die Firma wachsen. Der Rest kommt vom Sauerteig.", &[]),
        (
            "Diesmal wurde der Verlag gekauft. Daraus wird nichts. Eher übernimmt die Torvane AG das Werk.",
            &["Torvane AG"],
        ),
        ("Ein Mischkonzern kauft Akkuhersteller, Übungsanlagen und Kunststoffgeschäfte.", &[]),
        // What a company sells or bakes is part of its name where a legal form closes it.
        (
            "Die Bäckerei Torvane OHG gab auf. Die Bäckerei Quelvanor übernahm den Laden.",
            &["Bäckerei Torvane OHG", "Quelvanor"],
        ),
        ("Die Torvane AG, Moosdorf, übernimmt die Quelvanor eG, Rickenwil, zum Mai.", &["Torvane AG", "Quelvanor eG"]),
        (
            "Die Torvane AG, Quelvanor, Brunnstedt und die Halvik AG sind Partner.",
            &["Torvane AG", "Quelvanor", "Brunnstedt", "Halvik AG"],
        ),
        ("Für Kunststoffverarbeiter ändert sich mit Preiserhöhungen wenig, sagten Branchenkenner.", &[]),
    ] {
        assert_eq!(companies(text, "de"), expected, "{text}");
    }
}

#[test]
fn institutions_can_have_two_nouns() {
    for (text, expected) in [
        (
            "La Banque de développement et d’investissement de Norvège a racheté Torvane SA.",
            &["Banque de développement et d’investissement de Norvège", "Torvane SA"][..],
        ),
        ("Le Crédit agricole et la ville de Nantes ont racheté Torvane SA.", &["Crédit agricole", "Torvane SA"]),
    ] {
        assert_eq!(companies(text, "fr"), expected, "{text}");
    }
}

#[test]
fn a_bracket_may_be_part_of_a_name() {
    assert_eq!(companies("She joined Torvane Holdings (Asia) Ltd. in March.", "en"), ["Torvane Holdings (Asia) Ltd."]);
    assert_eq!(companies("She joined Torvane Holdings Ltd. (Torvane) in March.", "en"), ["Torvane Holdings Ltd."]);
    assert_eq!(named("places", "Der Bus fährt nach Frankfurt (Oder).", "de"), ["Frankfurt (Oder)"]);
}

#[test]
fn what_is_listed_with_a_product_is_one() {
    let text = "Le groupe vend les modèles Torvane 4, Quelvanor et Belmorane.";
    assert_eq!(named("products", text, "fr"), ["Torvane 4", "Quelvanor", "Belmorane"]);
    let text = "Le groupe vend les modèles Torvane 4, Quelvanor SA et Belmorane SA.";
    assert_eq!(companies(text, "fr"), ["Quelvanor SA", "Belmorane SA"]);
}

#[test]
fn a_given_name_may_open_the_name_of_a_place() {
    let text = "They moved to Rocky Hill with Rocky Marchetti, who runs the school.";
    assert_eq!(named("places", text, "en"), ["Rocky Hill"]);
    assert_eq!(named("people", text, "en"), ["Rocky Marchetti"]);
}

#[test]
fn who_comes_from_a_country_is_no_company() {
    let text = "Last month Kenyans and Rwandans bought shares of Torvane Holdings in Nairobi.";
    assert_eq!(companies(text, "en"), ["Torvane Holdings"]);
}

#[test]
fn the_initials_of_common_words_are_no_name() {
    let text = "The plant makes selective catalyst reactors (SCR). Demand for SCR has grown fast.";
    assert!(companies(text, "en").is_empty());
    let text = "The Standard Cairn Railway (SCR) grew. Demand for SCR has grown fast.";
    assert_eq!(companies(text, "en"), ["Standard Cairn Railway"]);
}

#[test]
fn what_is_given_and_whom_it_is_given_to_are_two() {
    let found = companies("A Cairn vendeu o Grande Hotel à Arvel por 3 milhões de euros.", "pt");
    assert_eq!(found, ["Cairn", "Grande Hotel", "Arvel"]);
    assert_eq!(companies("O Banco Boreal de Arvel emprega 40 pessoas.", "pt"), ["Banco Boreal de Arvel"]);
}

#[test]
fn a_mark_of_exclamation_that_ends_no_sentence_is_part_of_the_name() {
    let text = "Users of the Torvane! site pay nothing. Torvane! Sports is free too.";
    assert_eq!(companies(text, "en"), ["Torvane!"]);
    assert_eq!(
        companies("The board of Cairn Mills cheered. He bought Cairn Mills! Nobody knew.", "en"),
        ["Cairn Mills"]
    );
}

#[test]
fn a_country_behind_a_company_is_where_it_is_from() {
    let found = companies("Torvane Mills of Norway said it bought Quelvanor Inc.", "en");
    assert_eq!(found, ["Torvane Mills", "Quelvanor Inc."]);
    // One noun is named by its country.
    assert_eq!(companies("Tanneries de Norvège va racheter Torvane SA.", "fr"), ["Tanneries de Norvège", "Torvane SA"]);
}

#[test]
fn who_follows_an_institution_is_no_part_of_it() {
    let text = "Le Ministère de l'Intérieur Paul Marchetti s'est rendu à Lyon.";
    assert_eq!(named("organizations", text, "fr"), ["Ministère de l'Intérieur"]);
    assert_eq!(named("people", text, "fr"), ["Paul Marchetti"]);
}

#[test]
fn the_state_is_one_where_it_takes_part() {
    let text = "L'État a cédé 12 % du capital de Torvane SA à Quelvanor SA.";
    assert_eq!(named("organizations", text, "fr"), ["L'État"]);
    let text = "Les chefs d'État ont reçu les maires. Le soir, ils sont partis.";
    assert!(named("organizations", text, "fr").is_empty());
}

#[test]
fn a_title_or_a_nation_is_no_part_of_a_person() {
    let text = "Torvane Holdings CEO Jane Marchetti spoke of IPTV and LED lamps.";
    assert_eq!(companies(text, "en"), ["Torvane Holdings"]);
    assert_eq!(named("people", text, "en"), ["Jane Marchetti"]);
    assert_eq!(named("people", "La course est remportée par l'Américain Paul Marchetti.", "fr"), ["Paul Marchetti"]);
    // Given names that look like adjectives of towns stay.
    assert_eq!(named("people", "Das schrieb Peter Quelvanor in einem Brief.", "de"), ["Peter Quelvanor"]);
}

#[test]
fn a_company_may_be_called_like_a_place() {
    assert_eq!(companies("Echo Cove bought Torvane Holdings Inc.", "en"), ["Echo Cove", "Torvane Holdings Inc."]);
    assert!(companies("They sailed from Torvane Cove to Quelvan Island in March.", "en").is_empty());
}

#[test]
fn a_short_form_is_made_of_the_letters_of_a_name() {
    for (text, language, expected) in [
        // In brackets behind the name any letters of it will do.
        (
            "Die Torvane Nordbank AG (TNB) kauft die Belquist AG. TNB zahlt bar.",
            "de",
            &["Torvane Nordbank AG", "Belquist AG"][..],
        ),
        // Anywhere: initials with what joins them or of the legal form, and syllables of two words.
        (
            "Torvane & Belquist sold a mill to Quelvan Ltd for cash. T&B kept one.",
            "en",
            &["Torvane & Belquist", "Quelvan Ltd"],
        ),
        ("Torvane Belquist Quelvan Ltd sold its mill. TBQL shares rose.", "en", &["Torvane Belquist Quelvan Ltd"]),
        ("Torvane Belquist sold its mill. Torbel shares rose by 4%.", "en", &["Torvane Belquist"]),
        // The owner in brackets, a letter more than the name has, one syllable.
        (
            "Torvane Belquist Ltd (Harlan Mills plc) sold its mill for cash.",
            "en",
            &["Torvane Belquist Ltd", "Harlan Mills plc"],
        ),
        ("Torvane Belquist sold its mill to TBQ for cash. TBQ shares rose.", "en", &["Torvane Belquist", "TBQ"]),
        (
            "Torvane Belquist sold its mill to Torvanex for cash. Torvanex shares rose.",
            "en",
            &["Torvane Belquist", "Torvanex"],
        ),
    ] {
        assert_eq!(companies(text, language), expected, "{text}");
    }
}

#[test]
fn a_word_says_that_two_names_are_one() {
    for (text, language, expected) in [
        ("Torvane Ltd, formerly Belquist Mills, bought Quelvan Ltd.", "en", &["Belquist Mills", "Quelvan Ltd"][..]),
        ("Torvane (alors Belquist SA) a racheté Quelvan SA.", "fr", &["Belquist SA", "Quelvan SA"]),
        (
            "La Torvane spa, già Belquist spa, compra la Quelvan spa, che produce mobili.",
            "it",
            &["Torvane spa", "Quelvan spa"],
        ),
        ("Torvane Ltd formerly bought from Belquist Mills Ltd.", "en", &["Torvane Ltd", "Belquist Mills Ltd"]),
        ("Torvane Ltd, Belquist Ltd and Quelvan Ltd merged.", "en", &["Torvane Ltd", "Belquist Ltd", "Quelvan Ltd"]),
    ] {
        assert_eq!(companies(text, language), expected, "{text}");
    }
}

#[test]
fn a_company_is_called_by_the_end_of_its_name() {
    for (text, expected) in [
        (
            "The Polish maker Fabryki Torvane Ltd sold a mill to Belquist plc. The mill belonged to Torvane since 2010.",
            &["Fabryki Torvane Ltd", "Belquist plc"][..],
        ),
        // Cut at both ends, where many names open with its first word.
        (
            "Bank Torvane Mills Ltd sold a mill to Belquist plc for cash. The mill belonged to Torvane since 2010.",
            &["Bank Torvane Mills Ltd", "Belquist plc"],
        ),
        (
            "Pelagic Torvane Mills Ltd sold a mill to Belquist plc for cash. The mill belonged to Torvane since 2010.",
            &["Pelagic Torvane Mills Ltd", "Belquist plc", "Torvane"],
        ),
        // Who came first by itself, or stands beside the longer name, is another.
        (
            "Torvane Ltd sold a mill to Belquist Ltd for cash. The mill belonged to Pelagic Torvane Ltd since 2010.",
            &["Torvane Ltd", "Belquist Ltd", "Pelagic Torvane Ltd"],
        ),
        (
            "Belquist Ltd sold a mill to Pelagic Torvane Ltd and its rival Torvane Ltd for cash.",
            &["Belquist Ltd", "Pelagic Torvane Ltd", "Torvane Ltd"],
        ),
    ] {
        assert_eq!(companies(text, "en"), expected, "{text}");
    }
}

#[test]
fn only_people_have_an_age() {
    for (language, text, person) in [
        ("fr", "Le club a vendu le départ de Tivarão. Tivarão, 25 ans, a signé jeudi avec un autre club.", true),
        ("fr", "Le voleur présumé, Kervadec (âgé de 31 ans), a quitté la ville.", true),
        ("en", "The club sold Tivarão on Monday. Tivarão, aged 25, signed with another club.", true),
        ("de", "Der Klub verkauft Tivarão. Tivarão, 25 Jahre alt, unterschrieb am Montag.", true),
        ("es", "El club presenta su equipo. Tivarão, de 25 años, firmó el lunes.", true),
        ("it", "Il club vende Tivarão. Tivarão, 25 anni, ha firmato lunedì.", true),
        ("pt", "O clube vende Tivarão. Tivarão, de 25 anos, assinou na segunda-feira.", true),
        // Years of something, a place with its number, a number alone.
        ("fr", "Le groupe a racheté Torvane. Torvane, 25 ans d'existence, vend des valises.", false),
        ("fr", "Le groupe a racheté l'usine Torvane (25), près de la frontière.", false),
        ("en", "The group bought Torvane. Torvane, 25, Harbour Road, sells suitcases.", false),
    ] {
        let people = named("people", text, language);
        assert_eq!(!people.is_empty(), person, "{text} {people:?}");
    }
}

#[test]
fn a_title_for_several_is_that_of_all_who_are_listed() {
    for (language, text, both) in [
        ("en", "Founders Jana Wirth and Deniz Aksoy keep their shares in the firm, they said.", true),
        ("en", "Founder Jana Wirth and Deniz Aksoy keep their shares in the firm, they said.", false),
        ("fr", "Les directeurs généraux Jana Wirth et Denis Aksoy gardent leurs parts, disent-ils.", true),
        ("de", "Die Gründer Jana Wirth und Deniz Aksoy behalten ihre Anteile, sagte ein Sprecher.", true),
        ("de", "Die beiden Geschäftsführer Jana Wirth und Deniz Aksoy behalten ihre Anteile, hieß es.", true),
        ("de", "Gründer Jan Wirth und Deniz Aksoy behalten ihre Anteile, sagte ein Sprecher.", false),
        ("de", "Die Gründerin Jana Wirth und Deniz Aksoy behalten ihre Anteile, sagte ein Sprecher.", false),
        ("es", "Los fundadores Jana Wirth y Denis Aksoy conservan sus acciones, según la empresa.", true),
        ("it", "I presidenti Jana Wirth e Denis Aksoy mantengono le loro quote, ha detto la società.", true),
        ("it", "Il presidente Jan Wirth e Denis Aksoy mantengono le loro quote, ha detto la società.", false),
    ] {
        let people = listed("people", text, language);
        let titled = people.iter().filter(|person| person["roles"].as_array().is_some_and(|roles| !roles.is_empty()));
        assert_eq!(titled.count(), 1 + usize::from(both), "{text} {people:?}");
    }
}

#[test]
fn who_founded_a_company_and_when_is_told_before_or_behind_it() {
    for (language, text, company) in [
        ("en", "Founded in 2018 by Jane Roe, Voltarys Inc wants to open two plants.", Some("Voltarys Inc")),
        ("en", "Voltarys Inc, founded in March 2018 by Jane Roe, wants to open two plants.", Some("Voltarys Inc")),
        ("fr", "Créée en 2018 par Claire Le Goff, la société Voltarys veut ouvrir deux usines.", Some("Voltarys")),
        ("es", "Fundada en 2018 por Jane Roe, Voltarys SA quiere abrir dos plantas.", Some("Voltarys SA")),
        ("it", "Fondata nel 2018 da Jane Roe, Voltarys Spa vuole aprire due stabilimenti.", Some("Voltarys Spa")),
        ("en", "Voltarys Inc was bought in 2018 by Jane Roe and wants to open two plants.", None),
    ] {
        let people = listed("people", text, language);
        let role = &people[0]["roles"][0];
        assert_eq!(
            (role["organization"].as_str(), role["title"].as_str()),
            (company, company.and(Some("founder"))),
            "{text}"
        );
    }
}

#[test]
fn a_bare_dollar_is_that_of_the_country_the_article_is_about() {
    let currencies = |text: &str| {
        Analyzer::new().analyze(&Article::from_text(text), |analysis| {
            let codes = analysis.mentions.money.iter().filter_map(|sum| sum.currency);
            codes.map(|currency| currency.code().to_owned()).collect::<Vec<_>>()
        })
    };
    let canada = "The Canadian company said on Monday that Canada's regulator and Canadian rivals had agreed.";
    for (text, expected) in [
        ("The company was sold for $5 million.".to_owned(), &["USD"][..]),
        (format!("{canada} It was sold for $5 million."), &["CAD"]),
        (format!("{canada} It was sold for $5 million, after C$3 million in May."), &["USD", "CAD"]),
        (format!("{canada} It was sold for C$5 million (US$3.6 million), or $2 a share."), &["CAD", "USD", "CAD"]),
    ] {
        assert_eq!(currencies(&text), expected, "{text}");
    }
}

#[test]
fn an_article_behind_a_name_brings_in_another() {
    for (text, language, names) in [
        ("Ieri Torvane ha venduto a Finorval la Montcalm Srl.", "it", ["Finorval", "Montcalm Srl"]),
        ("Torvane ha vendido al grupo Finorval la Montcalm SA.", "es", ["Finorval", "Montcalm SA"]),
    ] {
        let found = companies(text, language);
        assert!(names.iter().all(|name| found.contains(&(*name).to_owned())), "{found:?}");
    }
}

#[test]
fn a_bank_is_named_after_its_town() {
    let bank = "Cassa di Risparmio di Lecce".to_owned();
    assert!(companies("La Cassa di Risparmio di Lecce viene assorbita dal gruppo Torvane.", "it").contains(&bank));
}
