//! The auxiliaries right before a verb, which tell its voice and whether it is done.

use super::{PieceKind, Pieces};
use crate::language::lexicon::Function;

/// How many pieces before a verb its auxiliaries are looked for.
const REACH: usize = 6;
/// How many other words may stand among them: "has since been".
const ADVERBS: usize = 2;

/// The auxiliaries right before a verb, and a reflexive pronoun among them.
#[derive(Debug, Default)]
pub(super) struct Auxiliaries {
    pub be: bool,
    pub have: bool,
    pub reflexive: bool,
    /// Several of them: "has been", "è stato".
    pub compound: bool,
}

impl Auxiliaries {
    /// Those before piece `start`.
    pub(super) fn before(pieces: &Pieces<'_>, start: usize) -> Self {
        let mut auxiliaries = Self::default();
        let mut adverbs = 0;
        for piece in pieces.before(start, REACH) {
            match piece.kind {
                PieceKind::Function(auxiliary @ (Function::Be | Function::Have)) => {
                    auxiliaries.compound |= auxiliaries.be || auxiliaries.have || piece.tokens.len() > 1;
                    auxiliaries.be |= auxiliary == Function::Be;
                    auxiliaries.have |= auxiliary == Function::Have;
                }
                PieceKind::Function(Function::Reflexive) => auxiliaries.reflexive = true,
                PieceKind::Function(Function::Negator | Function::Control | Function::Dative) => {}
                PieceKind::Word if adverbs < ADVERBS => adverbs += 1,
                _ => break,
            }
        }
        auxiliaries
    }
}
