//! The forms that the network decided against, and the word to write instead: one word for one thing.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use shared::lang::Lang;
use std::path::{Path, PathBuf};

/// A form that no message uses.
struct Slip {
    lang: Lang,
    /// Arabic: any part of a word, since particles are written on it. Otherwise: whole words in lower case.
    form: &'static str,
    /// What to write instead.
    write: &'static str,
    /// Keys and phrases in which the form means something else.
    right_in: &'static [&'static str],
    /// Whether the starter library never uses it either.
    in_library: bool,
}

const fn message(lang: Lang, form: &'static str, write: &'static str) -> Slip {
    Slip {
        lang,
        form,
        write,
        right_in: &[],
        in_library: false,
    }
}

const fn library(lang: Lang, form: &'static str, write: &'static str) -> Slip {
    Slip {
        in_library: true,
        ..message(lang, form, write)
    }
}

const fn except(right_in: &'static [&'static str], slip: Slip) -> Slip {
    Slip { right_in, ..slip }
}

const SLIPS: &[Slip] = &[
    // Only a council votes; the example is about its minutes.
    except(
        &["experiences-example-solution"],
        message(Lang::Ar, "صادق", "اعتماد"),
    ),
    except(
        &[
            "منصة ملتقى",
            "ملتقى منصة",
            "boot-title",
            "common-brand",
            "common-title",
            "install-short-name",
        ],
        message(Lang::Ar, "ملتقى", "منصة ملتقى"),
    ),
    except(&["common-places"], message(Lang::Ar, "قائمة", "لائحة")),
    message(Lang::Ar, "قوائم", "لوائح"),
    message(Lang::Ar, "استنساخ", "نقل التجربة"),
    message(Lang::Ar, "النسخ المتماثل", "نقل التجربة"),
    message(Lang::Ar, "تنزيل", "تحميل"),
    message(Lang::Ar, "اقتباس", "إحالة"),
    message(Lang::Ar, "إجابة", "جواب"),
    message(Lang::Ar, "محفوظاتكم", "المفضلة"),
    message(Lang::Ar, "إعلانات", "إشهار"),
    message(Lang::Ar, "تسيير الشبكة", "تنسيق الشبكة"),
    message(Lang::Ar, "كلمة المرور", "كلمة السر"),
    message(Lang::Ar, "من فضلكم", "المرجو"),
    message(Lang::Ar, "الالكتروني", "الإلكتروني"),
    library(Lang::Ar, "مستخدم", "مستعمل"),
    library(Lang::Ar, "أنترنيت", "الإنترنت"),
    library(Lang::Ar, "الانترنت", "الإنترنت"),
    library(Lang::Ar, "مجزوءة", "وحدة تكوينية"),
    library(Lang::Ar, "البيانات المفتوحة", "المعطيات المفتوحة"),
    library(Lang::Ar, "البيانات الشخصية", "المعطيات ذات الطابع الشخصي"),
    library(Lang::Ar, "أغسطس", "غشت"),
    library(Lang::Ar, "سبتمبر", "شتنبر"),
    library(Lang::Ar, "نوفمبر", "نونبر"),
    library(Lang::Ar, "ديسمبر", "دجنبر"),
    message(Lang::Fr, "certificat", "attestation"),
    message(Lang::Fr, "marque-page", "favori"),
    message(Lang::Fr, "marque-pages", "favoris"),
    message(Lang::Fr, "signet", "favori"),
    message(Lang::Fr, "gardé", "conservé"),
    message(Lang::Fr, "gardée", "conservée"),
    message(Lang::Fr, "gardés", "conservés"),
    message(Lang::Fr, "gardées", "conservées"),
    message(Lang::Fr, "en cours de relecture", "en cours d’examen"),
    message(Lang::Fr, "en présence", "en présentiel"),
    message(Lang::Fr, "faute de réseau", "faute de connexion"),
    message(Lang::Fr, "réplication", "reproduction"),
    message(Lang::Fr, "standard", "norme"),
    message(Lang::Fr, "hub", "plateforme"),
    message(Lang::Fr, "mail", "courriel"),
    message(Lang::Fr, "e-mail", "adresse électronique"),
    message(Lang::Fr, "email", "adresse électronique"),
    library(Lang::Fr, "attestation de suivi", "attestation de réussite"),
    library(Lang::Fr, "hors connexion", "hors ligne"),
    library(Lang::Fr, "acteurs civils", "acteurs de la société civile"),
    library(Lang::Fr, "pièce justificative", "preuve"),
    library(Lang::Fr, "pièces justificatives", "preuves"),
    message(Lang::En, "hub", "platform"),
    message(Lang::En, "bookmark", "favourite"),
    message(Lang::En, "bookmarks", "favourites"),
    message(Lang::En, "favorites", "favourites"),
    message(Lang::En, "coordinators", "administrators"),
    message(Lang::En, "there is no such", "… not found"),
    message(Lang::En, "without a network", "without a connection"),
    message(Lang::En, "hand in", "submit"),
    message(Lang::En, "carry on", "continue"),
    message(Lang::En, "go on", "continue"),
    message(Lang::En, "take back", "withdraw"),
    message(Lang::En, "bring back", "restore"),
    message(Lang::En, "look over", "review"),
    message(Lang::En, "throw away", "discard"),
    message(Lang::En, "log in", "sign in"),
    message(Lang::En, "e-mail", "email"),
    library(
        Lang::En,
        "network of open territorial collectivities",
        "Moroccan Network of Open Local Governments",
    ),
];

impl Slip {
    fn stands_in(&self, key: &str, text: &str) -> bool {
        if self.right_in.contains(&key) {
            return false;
        }
        let mut text = folded(text);
        for phrase in self.right_in {
            text = text.replace(phrase, "");
        }
        let is_word = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
        text.match_indices(self.form).any(|(at, form)| {
            let (before, rest) = text.split_at(at);
            let after = rest[form.len()..].chars().next();
            self.lang == Lang::Ar || !(is_word(before.chars().next_back()) || is_word(after))
        })
    }

    fn offence(&self, place: &str) -> String {
        format!("{place}: «{}», write «{}»", self.form, self.write)
    }
}

/// A text in lower case, with plain spaces, and without the vowel marks of Arabic.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|char| !matches!(char, '\u{64B}'..='\u{652}'))
        .map(|char| if char.is_whitespace() { ' ' } else { char })
        .collect()
}

/// What a reader sees of a message, each variable as a space.
fn text_of(pattern: &Pattern<&str>, into: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => into.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                for variant in variants {
                    into.push('\n');
                    text_of(&variant.value, into);
                }
            }
            PatternElement::Placeable { .. } => into.push(' '),
        }
    }
}

#[test]
fn messages_use_one_word_for_one_thing() {
    let mut offences = Vec::new();
    for lang in Lang::ALL {
        let source = locales::source(lang, |_| true).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
        let mut read = 0;
        for entry in &resource.body {
            let Entry::Message(entry) = entry else { continue };
            let Some(pattern) = &entry.value else { continue };
            let mut text = String::new();
            text_of(pattern, &mut text);
            read += 1;
            for slip in SLIPS.iter().filter(|slip| slip.lang == lang) {
                if slip.stands_in(entry.id.name, &text) {
                    offences.push(slip.offence(&format!("{} ({})", entry.id.name, lang.code())));
                }
            }
        }
        assert!(read > 100, "{} was not read", lang.code());
    }
    crate::fail_with("words that the network decided against", &offences);
}

#[test]
fn the_library_uses_the_same_words() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/starter")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md" || it == "toml") {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 50, "the library was not found");
    let mut offences = Vec::new();
    for file in files {
        for (number, line) in std::fs::read_to_string(&file).unwrap().lines().enumerate() {
            for slip in SLIPS.iter().filter(|slip| slip.in_library) {
                if slip.stands_in("", line) {
                    offences.push(slip.offence(&format!("{}:{}", file.display(), number + 1)));
                }
            }
        }
    }
    crate::fail_with("words that the network decided against", &offences);
}

#[test]
fn a_slip_is_found_where_it_is_one() {
    let finds = |form: &str, text: &str| {
        let slip = SLIPS.iter().find(|slip| slip.form == form).unwrap();
        slip.stands_in("a-key", text)
    };
    assert!(finds("hub", "The Hub."));
    assert!(!finds("hub", "GitHub, hubs"));
    assert!(finds("hors connexion", "lisible hors\u{A0}connexion"));
    assert!(finds("مستخدم", "وللمُستخدمين"));
    assert!(finds("ملتقى", "فتح ملتقى"));
    assert!(!finds("ملتقى", "فتح منصة ملتقى"));
}
