//! What stands above and below a story on the wire or in a mail: it tells day and title, and nobody's name.

use std::path::Path;

use serde_json::Value;

use crate::program::piped;

/// What the agencies and press offices of these texts are called; none has a part in the story.
const OUTSIDE: [&str; 12] =
    ["Reuters", "AFP", "ANSA", "Lusa", "ANP", "WIRE", "Morel", "Lang", "Brightline", "Kestrel", "EUROPA PRESS", "Ruiz"];

struct Case {
    text: &'static str,
    language: &'static str,
    title: Option<&'static str>,
    /// A day that the text tells with its weekday alone, and what it is.
    day: Option<(&'static str, &'static str)>,
    companies: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        text: "[20/04/2007 16:30:06] PARIS (AFP)\n\nArvel rachète Boreal pour 2 milliards d'euros\n\nLe groupe Arvel SA a \
               annoncé vendredi le rachat de Boreal pour 2 milliards d'euros.\n\n(Jeanne Morel, édité par Pierre Lang)\n",
        language: "fr",
        title: Some("Arvel rachète Boreal pour 2 milliards d'euros"),
        day: Some(("vendredi", "2007-04-20")),
        companies: &["Arvel SA", "Boreal"],
    },
    Case {
        text: "De : Agence Brightline <presse@brightline.example>\nÀ : redaction@journal.example\nDate : 12 juin 2025\nObjet : \
               Arvel rachète Boreal pour 2 milliards d'euros\n\nCOMMUNIQUÉ DE PRESSE\n\nArvel SA a annoncé jeudi l'acquisition \
               de Boreal pour 2 milliards d'euros.\n\nÀ propos d'Arvel\n\nArvel fabrique des pompes. Le groupe a racheté \
               Kestrel en 2019.\n\nContacts presse :\nPierre Lang – Agence Brightline\n",
        language: "fr",
        title: Some("Arvel rachète Boreal pour 2 milliards d'euros"),
        day: Some(("jeudi", "2025-06-12")),
        companies: &["Arvel SA", "Boreal"],
    },
    Case {
        text: "From: Brightline <press@brightline.example>\nTo: desk@paper.example\nDate: Thu, 12 Jun 2025 09:30:00 +0200\nSubject: \
               Arvel to acquire Boreal\nMessage-ID: <1@brightline.example>\n\nFOR IMMEDIATE RELEASE\n\nArvel Inc. said on Monday \
               it will acquire Boreal SA for $2 billion in cash.\n\n###\n\nMedia contact:\nPeter Lang\nBrightline Ltd\n",
        language: "en",
        title: Some("Arvel to acquire Boreal"),
        day: Some(("Monday", "2025-06-09")),
        companies: &["Arvel Inc.", "Boreal SA"],
    },
    Case {
        text: "ARVEL-BOREAL/DEAL (UPDATE 2, PIX)\n\nArvel to buy Boreal for $2 billion\n\n(Adds Kestrel comment)\n\nBy Jane Morel\n\n\
               LONDON, June 12, 2025 (Reuters) - Arvel Inc said on Thursday it will acquire Boreal SA for $2 billion in cash.\n\n\
               (Reporting by Jane Morel in London; Editing by Peter Lang)\n\n((jane.morel@wire.example; +44 20 7000 0000; Reuters \
               Messaging))\n\nKeywords: ARVEL BOREAL/\n",
        language: "en",
        title: Some("Arvel to buy Boreal for $2 billion"),
        day: Some(("Thursday", "2025-06-12")),
        companies: &["Arvel Inc", "Boreal SA"],
    },
    Case {
        text: "Arvel to Acquire Boreal\n\nLONDON--(BUSINESS WIRE)--Arvel Inc. today announced that it has agreed to acquire Boreal SA \
               for $2 billion.\n\nAbout Arvel\n\nArvel Inc. makes pumps. It bought Kestrel Oy in 2019.\n\nContacts\n\nPeter Lang, \
               Brightline Communications\npeter.lang@brightline.example\n\nDistributed by Brightline Wire\n\n-END-\n",
        language: "en",
        title: Some("Arvel to Acquire Boreal"),
        day: None,
        companies: &["Arvel Inc.", "Boreal SA"],
    },
    Case {
        text: "FRANKFURT, 12. Juni 2025 (dpa-AFX) - Die Arvel AG übernimmt die Boreal GmbH für zwei Milliarden Euro. Das teilte das \
               Unternehmen am Donnerstag mit.\n\nÜber Arvel\n\nDie Arvel AG stellt Pumpen her. 2019 kaufte sie die Kestrel GmbH.\n\n\
               Pressekontakt:\nPeter Lang\nTel. +49 69 00000\n\n(Bericht von Jana Morel, redigiert von Peter Lang)\n\n/mis/stw/men\n",
        language: "de",
        title: None,
        day: Some(("Donnerstag", "2025-06-12")),
        companies: &["Arvel AG", "Boreal GmbH"],
    },
    Case {
        text: "MADRID, 12 Jun. 2025 (EUROPA PRESS) -\n\nEl grupo Arvel ha comprado la empresa Boreal SA por 2.000 millones de euros, \
               según ha anunciado este jueves la compañía.\n\n(Información de Ana Ruiz; editado por Luis Lang)\n\nSobre Arvel\n\n\
               Arvel fabrica bombas. En 2019 compró Kestrel.\n\nContacto de prensa:\nPedro Lang\n",
        language: "es",
        title: None,
        day: Some(("jueves", "2025-06-12")),
        companies: &["Arvel", "Boreal SA"],
    },
    Case {
        text: "(ANSA) - MILANO, 12 GIU 2025 - Il gruppo Arvel ha acquistato giovedì la società Boreal SpA per 2 miliardi di euro.\n\n\
               (Maria Morel, editing Luca Lang)\n\nInformazioni su Arvel\n\nArvel produce pompe. Nel 2019 ha acquistato \
               Kestrel.\n\nContatti:\nPiero Lang\n(ANSA).\n",
        language: "it",
        title: None,
        day: Some(("giovedì", "2025-06-12")),
        companies: &["Arvel", "Boreal SpA"],
    },
    Case {
        text: "Lisboa, 12 jun 2025 (Lusa) – O grupo Arvel comprou na quinta-feira a empresa Boreal SA por 2 mil milhões de euros.\n\n\
               (Por Ana Morel; edição de Rui Lang)\n\nSobre a Arvel\n\nA Arvel fabrica bombas. Em 2019 comprou a Kestrel.\n\n\
               Contactos:\nPedro Lang\n\nLusa/Fim\n",
        language: "pt",
        title: None,
        day: Some(("quinta-feira", "2025-06-12")),
        companies: &["Arvel", "Boreal SA"],
    },
    Case {
        text: "AMSTERDAM, 12 jun 2025 (ANP) - Arvel NV neemt Boreal BV over voor 2 miljard euro. Dat maakte het bedrijf donderdag \
               bekend.\n\nOver Arvel\n\nArvel maakt pompen. In 2019 kocht het Kestrel.\n\nPerscontact:\nPieter Lang\n\n(Door Jan \
               Morel, bewerkt door Pieter Lang)\n",
        language: "nl",
        title: None,
        day: Some(("donderdag", "2025-06-12")),
        companies: &["Arvel NV", "Boreal BV"],
    },
];

fn names(report: &Value, kind: &str) -> Vec<String> {
    let listed = report[kind].as_array().expect("it is a list").iter();
    listed.map(|one| one["name"].as_str().expect("it has a name").to_owned()).collect()
}

#[test]
fn it_tells_day_and_title_and_nobodys_name() {
    for Case { text, language, title, day, companies } in CASES {
        let report = piped(Path::new("."), &["--from", "text", "-q", "-"], text.as_bytes()).json();
        assert_eq!(report["language"], *language, "{text}");
        assert_eq!(report["title"].as_str(), *title, "{text}");
        assert_eq!(names(&report, "companies"), *companies, "{text}");
        for kind in ["people", "organizations", "products", "places"] {
            let known: Vec<String> = names(&report, kind);
            let outside = known.iter().find(|name| OUTSIDE.iter().any(|outside| name.contains(outside)));
            assert!(outside.is_none(), "{outside:?} among {kind}: {text}");
        }
        if let Some((said, value)) = day {
            let dates = report["dates"].as_array().expect("it is a list");
            let found = dates.iter().find(|date| date["text"].as_str().is_some_and(|text| text.contains(said)));
            assert_eq!(found.map(|date| &date["value"]), Some(&Value::from(*value)), "{text}");
        }
        assert_eq!(report["source"]["text"], Value::Null, "the text is as it came in");
    }
}
