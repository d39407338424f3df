//! The words of numbers to tables.

use super::Compiler;
use super::lexicon::schema::{Magnitude, Number};
use super::lexicon::{Piece, Pieces};
use crate::text::fold;

impl Pieces {
    /// Compiles the rows.
    pub fn compile(number: &Number, magnitudes: &[Magnitude], compiler: &mut Compiler<'_>) -> Self {
        let mut rows: Vec<(&str, Piece)> = Vec::new();
        for (value, forms) in &number.words {
            let Ok(value) = value.parse() else { continue };
            let piece = Piece::Plain { value, room: room(value, &number.long_tens) };
            rows.extend(forms.iter().map(|form| (form.as_str(), piece)));
        }
        let add = |forms: &'_ [String], piece: Piece| -> Vec<(String, Piece)> {
            forms.iter().map(|form| (form.clone(), piece)).collect()
        };
        let mut own: Vec<(String, Piece)> = Vec::new();
        own.extend(add(&number.hundred, Piece::Hundred));
        own.extend(add(&number.and, Piece::And));
        own.extend(add(&number.articles, Piece::Article));
        own.extend(add(&number.point, Piece::Point));
        own.extend(add(&number.several, Piece::Several));
        own.extend(add(&number.of, Piece::Of));
        for part in &number.parts {
            own.extend(add(&part.forms, Piece::Part(part.value[0], part.value[1])));
        }
        for part in &number.and_parts {
            own.extend(add(&part.forms, Piece::AndPart(part.value[0], part.value[1])));
        }
        for row in &number.collectives {
            own.extend(add(&row.one, Piece::Collective { value: row.value, many: false }));
            own.extend(add(&row.many, Piece::Collective { value: row.value, many: true }));
        }
        for row in magnitudes {
            for form in &row.forms {
                let many = row.many.contains(form);
                own.push((form.clone(), Piece::Magnitude { factor: row.factor, many }));
            }
        }
        rows.extend(own.iter().map(|(form, piece)| (form.as_str(), *piece)));
        let mut together = vec![Vec::new(); 256];
        for (form, piece) in &rows {
            let joins = matches!(
                piece,
                Piece::Plain { .. }
                    | Piece::Hundred
                    | Piece::And
                    | Piece::Magnitude { .. }
                    | Piece::Part(..)
                    | Piece::AndPart(..)
            );
            let folded = fold(form);
            if let (true, false, Some(&first)) = (joins, folded.contains([' ', '.']), folded.as_bytes().first()) {
                together[usize::from(first)].push((folded.into_boxed_str(), *piece));
            }
        }
        for form in number.hundred_inside.iter().map(|form| fold(form)) {
            if let Some(&first) = form.as_bytes().first() {
                together[usize::from(first)].push((form.into_boxed_str(), Piece::Hundred));
            }
        }
        for bucket in &mut together {
            bucket.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        Self {
            words: compiler.phrases(rows),
            heads: Self::heads(&together),
            together,
            compounds: number.compounds,
            units_first: number.units_first,
            bare: number.articles.is_empty(),
        }
    }
}

/// What may follow `value` in the same group of three digits is less than this.
fn room(value: u32, long_tens: &[u32]) -> u32 {
    if long_tens.contains(&value) {
        20
    } else if value >= 100 && value.is_multiple_of(100) {
        100
    } else if value >= 20 && value.is_multiple_of(10) {
        10
    } else {
        0
    }
}
