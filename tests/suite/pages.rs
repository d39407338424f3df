//! Articles as they are found: with a menu above and other stories below, or with characters that software has spoilt. They tell
//! the same deals as they did before.

use std::fs;
use std::path::{Path, PathBuf};

use dealfacts::report::{Detail, Report};
use dealfacts::{Analyzer, Article};
use encoding_rs::WINDOWS_1252;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// What stands above and below the articles of a language on its pages.
const PAGES: [(&str, &str, &str); 6] = [
    (
        "en",
        "Home\nMarkets\nCompanies\nSubscribe | Log in\nShare on Facebook\nListen to this article · 4 min",
        "Norrow Mills to buy Tarn Bakeries for $90 million\nCairnhold sells its paper unit to Ostrel\n2 hours ago\nVelm Air drops its \
         merger with Sorby Jets\n12 comments\nPeter\nI think that Norrow should buy them all for $5 billion and be done with it.\n\
         Leave a comment\n© 2024 All rights reserved",
    ),
    (
        "fr",
        "Accueil\nÉconomie\nEntreprises\nS’abonner | Se connecter\nPartager sur Facebook\nTemps de lecture : 3 min",
        "Norrow rachète Tarn Boulangerie pour 90 millions d’euros\nCairnhold cède son papier à Ostrel\nil y a 2 heures\nVelm Air \
         renonce à fusionner avec Sorby\n3 commentaires\nPierre\nÀ mon avis, Norrow devrait tout racheter pour 5 milliards.\n\
         Laisser un commentaire\n© 2024 Tous droits réservés",
    ),
    (
        "de",
        "Startseite\nWirtschaft\nUnternehmen\nAnmelden | Abo\nTeilen\nLesezeit: 3 Minuten",
        "Norrow kauft die Bäckereien Tarn für 90 Millionen Euro\nCairnhold verkauft Papiersparte an Ostrel\nvor 2 Stunden\nVelm Air \
         bläst Fusion mit Sorby ab\n4 Kommentare\nPeter\nNorrow sollte sie alle für 5 Milliarden kaufen.\nKommentar schreiben\n\
         © 2024 Alle Rechte vorbehalten",
    ),
    (
        "es",
        "Inicio\nEconomía\nEmpresas\nSuscríbete | Iniciar sesión\nCompartir en Facebook",
        "Norrow compra las panaderías Tarn por 90 millones de euros\nCairnhold vende su filial de papel a Ostrel\nhace 2 horas\nVelm \
         Air renuncia a fusionarse con Sorby\n3 comentarios\nPedro\nCreo que Norrow debería comprarlas todas por 5.000 millones.\n\
         Deja un comentario\n© 2024 Todos los derechos reservados",
    ),
    (
        "it",
        "Home\nEconomia\nFinanza\nAbbonati | Accedi\nCondividi su Facebook",
        "Norrow compra i panifici Tarn per 90 milioni di euro\nCairnhold vende la carta a Ostrel\n2 ore fa\nVelm Air rinuncia alla \
         fusione con Sorby\n3 commenti\nPietro\nSecondo me Norrow dovrebbe comprarli tutti per 5 miliardi.\nLascia un commento\n\
         © 2024 Tutti i diritti riservati",
    ),
    (
        "pt",
        "Início\nEconomia\nEmpresas\nAssine | Entrar\nCompartilhar no Facebook",
        "Norrow compra as padarias Tarn por 90 milhões de euros\nCairnhold vende o papel à Ostrel\nhá 2 horas\nVelm Air desiste da \
         fusão com a Sorby\n3 comentários\nPedro\nAcho que a Norrow devia comprar todas por 5 mil milhões.\nDeixe um comentário\n\
         © 2024 Todos os direitos reservados",
    ),
];

fn articles(language: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language);
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("the fixtures can be read").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.map(|path| (path.clone(), fs::read_to_string(path).expect("the fixture can be read"))).collect()
}

/// What a report says of each deal: what, how far, who, for how much.
fn deals(analyzer: &Analyzer, text: &str) -> Vec<Value> {
    let article = Article::from_text(text);
    let report = analyzer.analyze(&article, |analysis| Report::new(analysis, Detail::default()));
    let report = serde_json::to_value(&report).expect("a report prints");
    let deals = report["deals"].as_array().expect("it is a list").iter();
    let parties = |deal: &Value| -> Vec<Value> {
        let parties = deal["parties"].as_array().expect("it is a list").iter();
        parties.map(|party| serde_json::json!([party["role"], party["name"]])).collect()
    };
    let sum = |deal: &Value| serde_json::json!([deal["amount"]["value"], deal["amount"]["currency"]]);
    deals.map(|deal| serde_json::json!([deal["type"], deal["status"], parties(deal), sum(deal)])).collect()
}

#[test]
fn what_stands_around_an_article_tells_no_deal_and_hides_none() {
    let analyzer = Analyzer::new();
    for (language, above, below) in PAGES {
        for (path, text) in articles(language) {
            let page = format!("{above}\n\n{}\n\n{below}\n", text.trim_end());
            assert_eq!(deals(&analyzer, &page), deals(&analyzer, &text), "{}", path.display());
        }
    }
}

#[test]
fn spoilt_characters_hide_no_deal() {
    let analyzer = Analyzer::new();
    let entities = |text: &str| text.replace('&', "&amp;").replace('’', "&#8217;").replace(['“', '”'], "&quot;");
    let twice = |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
    let parted = |text: &str| text.nfd().collect::<String>();
    for (language, ..) in PAGES {
        for (path, text) in articles(language) {
            // As far as one kind of mark is as good as another.
            let text = text.replace(['“', '”'], "\"");
            let told = deals(&analyzer, &text);
            for spoilt in [entities(&text), twice(&text), parted(&text)] {
                assert_eq!(deals(&analyzer, &spoilt), told, "{}", path.display());
            }
        }
    }
}
