//! Verbs whose words or arguments stand apart, in the languages that do so.

use super::tests::told_in;

/// Checks what a text says: the kind of its deal and who plays which part, or nothing.
fn check(table: &[(&str, &str, &str)]) {
    for (language, text, expected) in table {
        let found: Vec<String> = told_in(language, text);
        let plain = found.first().map(|told| told.rsplit_once(' ').map_or(told.as_str(), |(told, _)| told));
        assert_eq!(plain.unwrap_or_default(), *expected, "{text}");
    }
}

#[test]
fn the_object_in_front_of_its_verb_and_the_subject_behind() {
    check(&[
        ("it", "Nel capitale di Boreal Spa entra il fondo Cairn.", "MinorityStake Acquirer Cairn Target Boreal Spa"),
        ("es", "En Boreal SA entra el fondo Cairn.", "MinorityStake Acquirer Cairn Target Boreal SA"),
        ("pt", "Na Boreal SA entra o fundo Cairn.", "MinorityStake Acquirer Cairn Target Boreal SA"),
        ("it", "Al fondo Cairn passa la Boreal Spa.", "Acquisition Acquirer Cairn Target Boreal Spa"),
        ("it", "Nel capitale di Boreal Spa non entra il fondo Cairn.", ""),
        ("it", "Nel mercato di Boreal Spa entra il fondo Cairn.", ""),
    ]);
}

#[test]
fn an_adverb_inside_a_verb_of_several_words() {
    check(&[
        ("it", "Il fondo Cairn mette così le mani su Boreal Spa.", "Acquisition Acquirer Cairn Target Boreal Spa"),
        ("it", "Il fondo Cairn ha a sua volta rilevato la Boreal Spa.", "Acquisition Acquirer Cairn Target Boreal Spa"),
        ("fr", "Le fonds Cairn met par ailleurs la main sur Boreal SA.", "Acquisition Acquirer Cairn Target Boreal SA"),
        ("es", "El fondo Cairn se hace así con Boreal SA.", "Acquisition Acquirer Cairn Target Boreal SA"),
        ("it", "Il fondo Cairn mette così le mani avanti con Boreal Spa.", ""),
    ]);
}

#[test]
fn a_contrast_in_an_aside_opens_no_clause() {
    check(&[
        (
            "it",
            "Cairn Srl, piccola ma solida azienda di Verona, compra la Boreal Spa.",
            "Acquisition Acquirer Cairn Srl Target Boreal Spa",
        ),
        (
            "fr",
            "Cairn SARL, petite mais solide société de Lyon, rachète Boreal SA.",
            "Acquisition Acquirer Cairn SARL Target Boreal SA",
        ),
        (
            "de",
            "Cairn GmbH, ein kleines, aber feines Unternehmen aus Köln, übernimmt Boreal AG.",
            "Acquisition Acquirer Cairn GmbH Target Boreal AG",
        ),
    ]);
}
