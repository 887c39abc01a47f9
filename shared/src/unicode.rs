//! Unicode's normal forms, the marks that stand over, under or in other characters, and what can be seen of a text.
//!
//! Tables for the normal forms take 130 KB, more than any other part of the rules. The server and the tests bring them
//! (feature `unicode-tables`); the app leaves them out, because every browser has its own, and says with [`use_forms`]
//! how to ask for them.

mod marks;
mod scripts;
mod visible;

pub use marks::is_combining_mark;
pub use scripts::{mixes_lookalikes, mixes_scripts};
pub use visible::{clean_line, fold_digit, is_blank, is_ignorable, visible, without_ignorable};

use std::sync::OnceLock;

/// Who brings texts into a normal form.
#[derive(Clone, Copy, Debug)]
pub struct Forms {
    /// Into form C: composed.
    pub nfc: fn(&str) -> String,
    /// Into form KD: decomposed, and characters that only look different replaced.
    pub nfkd: fn(&str) -> String,
}

static FORMS: OnceLock<Forms> = OnceLock::new();

/// Has these do it from now on. The first call counts.
pub fn use_forms(forms: Forms) {
    let _ = FORMS.set(forms);
}

/// The text in normal form C.
#[must_use]
pub fn nfc(text: &str) -> String {
    in_form(text, |forms| forms.nfc)
}

/// The text in normal form KD.
#[must_use]
pub fn nfkd(text: &str) -> String {
    in_form(text, |forms| forms.nfkd)
}

/// Whether the text is in normal form C.
#[must_use]
pub fn is_nfc(text: &str) -> bool {
    nfc(text) == text
}

fn in_form(text: &str, form: fn(&Forms) -> fn(&str) -> String) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    form(FORMS.get().unwrap_or(&OWN))(text)
}

#[cfg(feature = "unicode-tables")]
static OWN: Forms = {
    use unicode_normalization::UnicodeNormalization as _;
    Forms {
        nfc: |text| text.nfc().collect(),
        nfkd: |text| text.nfkd().collect(),
    }
};

/// Without tables a text stays as it is.
#[cfg(not(feature = "unicode-tables"))]
static OWN: Forms = Forms {
    nfc: str::to_owned,
    nfkd: str::to_owned,
};

#[cfg(all(test, feature = "unicode-tables"))]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_are_the_same_text() {
        assert_eq!(nfc("e\u{301}"), "é");
        assert_eq!(nfkd("é"), "e\u{301}");
        assert_eq!(nfkd("ﻣﻠﺘﻘﻰ"), "ملتقى");
        assert!(is_nfc("ملتقى é") && !is_nfc("e\u{301}"));
    }
}
