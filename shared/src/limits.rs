//! How long a text may be, and what a name may hold. Lengths are in Unicode scalar values, as a form counts them.

use crate::refusal::{Refusal, RefusalCode};
use crate::unicode;

/// The most characters a title may have.
pub const TITLE: usize = 160;
/// The most characters the title of a module may have: it stands on a card and on a certificate.
pub const MODULE_TITLE: usize = 80;
/// The most characters a lesson may have in one language.
pub const LESSON: usize = 60_000;
/// The most lessons a module may have: a link of a text names one with two digits.
pub const LESSONS: usize = 99;
/// The most objectives a module may have.
pub const OBJECTIVES: usize = 20;
/// The most questions a quiz may have.
pub const QUESTIONS: usize = 100;
/// The fewest choices, items or pairs of a question.
pub const PARTS_LEAST: usize = 2;
/// The most: what fits on a phone, and in an answer.
pub const PARTS_MOST: usize = 12;
/// The most minutes a module may be said to take.
pub const MODULE_MINUTES: u32 = 6_000;
/// The most characters of the name of a licence.
pub const LICENCE: usize = 160;
/// The most characters of a question to the search.
pub const QUESTION: usize = 200;
/// The most characters a summary may have.
pub const SUMMARY: usize = 1_200;
/// The most characters one section of an experience may have.
pub const SECTION: usize = 20_000;
/// The most characters a comment, note or reason may have.
pub const COMMENT: usize = 4_000;
/// The most characters a person's name may have.
pub const NAME: usize = 120;
/// The most characters an e-mail address may have (RFC 5321).
pub const EMAIL: usize = 254;
/// The most characters an address of a source may have.
pub const URL: usize = 2_000;
/// The most sources one experience may cite.
pub const SOURCES: usize = 40;
/// The most changes one draft save may carry.
pub const CHANGES: usize = 64;
/// The most versions that are kept beside one text of a draft: one from each of the phone, the tablet, the computers at
/// work and at home and one tab more, all without a network. More could not be compared by anybody.
pub const VERSIONS: usize = 5;
/// The most versions that one text may say it was written from: all there are, twice, since saves that wait are joined.
pub const SEEN: usize = 2 * (VERSIONS + 1);
/// The fewest characters of a password.
pub const PASSWORD_LEAST: usize = 10;
/// The most characters of a password: hashing must stay cheap for the server.
pub const PASSWORD_MOST: usize = 256;

/// The most comments that stand under one experience: a page and a device hold all of them.
pub const COMMENTS: usize = 1_000;
/// The most comments of one person under one experience, removed ones included: nobody fills all the places.
pub const COMMENTS_OF_ONE: usize = 200;
/// The most bytes of JSON of a mutation that carries no text of an experience: the longest note, every character of it
/// escaped, fits twice.
pub const SMALL_MUTATION_BYTES: usize = 64 * 1024;
/// The most bytes of rows that the hub keeps for one person, in MiB: some hundred experiences at their usual length,
/// each in up to four scopes, or ten at their greatest.
pub const PERSON_MIB: usize = 64;
/// The most bytes of rows that the hub keeps for the people of one collectivity, in MiB.
pub const COLLECTIVITY_MIB: usize = 512;

/// Mutations of one kind are counted together for each person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Progress and attempts: a day of learning without a network.
    Learning,
    /// Drafts and revisions, saved while somebody types.
    Writing,
    /// Comments and reuses, which everybody reads.
    Speaking,
    /// Reports, which coordinators have to read.
    Reporting,
    /// Invitations, each of which opens an account.
    Inviting,
    /// Everything else, and what this version cannot read.
    Other,
}

impl ChangeKind {
    /// The kind of the mutation with this [word](crate::mutation::Mutation::word).
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "record-lesson" | "submit-attempt" => Self::Learning,
            "save-draft" | "revise-experience" | "save-module-text" | "save-outline" => Self::Writing,
            "add-comment" | "declare-reuse" => Self::Speaking,
            "report-content" => Self::Reporting,
            "invite-person" => Self::Inviting,
            _ => Self::Other,
        }
    }

    /// How many changes of this kind a person may send at once, and how many per minute after that. What is more
    /// waits on the device: no change is refused for coming too fast.
    ///
    /// Some days without a network must go through in one piece; what other people have to read comes slower.
    #[must_use]
    pub const fn rate(self) -> (u32, u32) {
        match self {
            Self::Learning | Self::Other => (2_000, 60),
            Self::Writing => (3_000, 60),
            Self::Speaking => (200, 10),
            Self::Reporting => (50, 4),
            Self::Inviting => (300, 20),
        }
    }

    /// The most bytes of JSON that a mutation of this kind may have.
    #[must_use]
    pub const fn most_bytes(self) -> usize {
        match self {
            Self::Writing => crate::wire::MUTATION_BYTES,
            _ => SMALL_MUTATION_BYTES,
        }
    }
}

/// Refuses a text of more than `most` characters, naming the field.
///
/// # Errors
/// [`RefusalCode::TooLong`] with the field and the limit.
pub fn at_most(field: &str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().nth(most).is_some() {
        return Err(Refusal::of_field(RefusalCode::TooLong, field).with_limit(most));
    }
    Ok(())
}

/// Refuses a text of which nothing can be seen, naming the field.
///
/// # Errors
/// [`RefusalCode::Missing`] with the field.
pub fn present(field: &str, text: &str) -> Result<(), Refusal> {
    if unicode::is_blank(text) {
        return Err(Refusal::of_field(RefusalCode::Missing, field));
    }
    Ok(())
}

/// A person's name as it is stored: NFC, and a [clean line](unicode::clean_line), so that no name imitates another.
///
/// # Errors
/// [`RefusalCode::Missing`] when nothing is left, [`RefusalCode::TooLong`] past [`NAME`], [`RefusalCode::MixedScripts`] when
/// a word of it mixes scripts that look alike.
pub fn clean_name(field: &str, name: &str) -> Result<String, Refusal> {
    let clean = unicode::clean_line(&unicode::nfc(name));
    present(field, &clean)?;
    at_most(field, &clean, NAME)?;
    if unicode::mixes_lookalikes(&clean) {
        return Err(Refusal::of_field(RefusalCode::MixedScripts, field));
    }
    Ok(clean)
}

/// [`clean_email`] for an address that nobody has yet: no word of it, between signs, mixes scripts. An account of before may
/// have one that does.
///
/// # Errors
/// As [`clean_email`], and [`RefusalCode::MixedScripts`].
pub fn clean_new_email(field: &str, email: &str) -> Result<String, Refusal> {
    let email = clean_email(field, email)?;
    if unicode::mixes_scripts(&email) {
        return Err(Refusal::of_field(RefusalCode::MixedScripts, field));
    }
    Ok(email)
}

/// An e-mail address as it is stored and compared: lower case, without blanks around it and characters that nobody
/// sees, one form for letters and digits that look the same (NFKC).
///
/// Only the shape `something@domain.tld` is asked for: the one proof of an address is a letter that arrives.
///
/// # Errors
/// [`RefusalCode::Missing`], [`RefusalCode::TooLong`] or [`RefusalCode::Invalid`], naming the field.
pub fn clean_email(field: &str, email: &str) -> Result<String, Refusal> {
    let email: String = unicode::nfkd(&unicode::without_ignorable(email))
        .chars()
        .map(unicode::fold_digit)
        .collect();
    let email = unicode::nfc(&email.trim().to_lowercase());
    present(field, &email)?;
    at_most(field, &email, EMAIL)?;
    let invalid = || Refusal::of_field(RefusalCode::Invalid, field);
    let (local, domain) = email.rsplit_once('@').ok_or_else(invalid)?;
    let domain_is_plausible = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    let has_blank = email.chars().any(|c| c.is_whitespace() || c.is_control());
    if local.is_empty() || !domain_is_plausible || has_blank {
        return Err(invalid());
    }
    Ok(email)
}

/// Whether an address may stand under a source: `https:` or `http:`, a host without a user's name before it, and
/// nothing in it that could hide where it leads.
#[must_use]
pub fn is_address(address: &str) -> bool {
    let host = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    host.is_some_and(is_plain_host)
        && !address.chars().any(|c| {
            c.is_whitespace()
                || c.is_control()
                || unicode::is_ignorable(c)
                || matches!(c, '"' | '<' | '>' | '\\')
        })
}

/// An address as it is stored: one that is typed without its scheme (`www.commune.ma`, `commune.ma/x`) gets `https://`
/// when it plainly begins with a domain; any other comes back as typed, without the blanks around it and what shows nothing.
#[must_use]
pub fn complete_address(typed: &str) -> String {
    let visible = unicode::without_ignorable(unicode::visible(typed));
    let address = visible.trim();
    let (host, rest) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let has_top_level = labels
        .last()
        .is_some_and(|last| last.chars().count() >= 2 && last.chars().all(char::is_alphabetic));
    // The name of a document looks like a domain.
    let is_document = rest.is_empty()
        && labels.last().is_some_and(|last| {
            [
                "pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "zip", "jpg",
                "jpeg", "png", "txt",
            ]
            .contains(&last.to_ascii_lowercase().as_str())
        });
    let is_domain = labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
        && labels.iter().all(is_label)
        && has_top_level
        && !is_document
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit());
    let completed = format!("https://{address}");
    if is_domain && is_address(&completed) {
        completed
    } else {
        address.to_owned()
    }
}

/// Whether what follows `https://` begins with a host and nothing before it: `bank.example@elsewhere.example` is made
/// to deceive, and a host that begins with a mark is none.
#[must_use]
pub(crate) fn is_plain_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.chars().next().is_some_and(char::is_alphanumeric) && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_could_deceive_and_keep_what_is_theirs() {
        assert_eq!(
            clean_name("name", "  فاطمة\u{202E}  الزهراء ").unwrap(),
            "فاطمة الزهراء"
        );
        assert_eq!(clean_name("name", "Ai\u{0308}t Melloul").unwrap(), "Aït Melloul");
        assert_eq!(
            clean_name("name", " \u{200F} ").unwrap_err().code,
            RefusalCode::Missing
        );
    }

    #[test]
    fn sources_are_on_the_web_and_hide_nothing() {
        for address in [
            "https://aitmelloul.ma/?p=19323",
            "http://idev.ma/remacto.html",
            "https://a.ma/ملتقى",
            "https://a.ma:8443/@name/post?by=amina@a.ma#@",
        ] {
            assert!(is_address(address), "{address}");
        }
        for address in [
            "",
            "https://",
            "https:///a",
            "javascript:alert(1)",
            "ftp://a.ma",
            "https://a.ma/ b",
            "https://a\u{202E}",
            "https://user@elsewhere.example",
            "https://bank.example:secret@elsewhere.example/a",
            "http://bank.example%2Flogin@elsewhere.example?q",
            "https://bank.example\\@elsewhere.example",
            "https://@elsewhere.example",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }

    #[rstest::rstest]
    #[case::www("www.commune.ma", "https://www.commune.ma")]
    #[case::path(" commune.ma/x?y=1 ", "https://commune.ma/x?y=1")]
    #[case::port("commune.ma:8080/x", "https://commune.ma:8080/x")]
    #[case::arabic_path("commune.ma/ملتقى", "https://commune.ma/ملتقى")]
    #[case::document_on_a_site("commune.ma/pv.pdf", "https://commune.ma/pv.pdf")]
    #[case::complete("https://commune.ma", "https://commune.ma")]
    #[case::plain_http("http://commune.ma", "http://commune.ma")]
    #[case::marks_around("\u{200e}www.commune.ma\u{200f}", "https://www.commune.ma")]
    #[case::empty(" ", "")]
    #[case::document("rapport.pdf", "rapport.pdf")]
    #[case::version("v1.2", "v1.2")]
    #[case::number("1.500", "1.500")]
    #[case::one_word("commune", "commune")]
    #[case::sentence("la page commune.ma", "la page commune.ma")]
    #[case::mail("a@commune.ma", "a@commune.ma")]
    #[case::other_scheme("ftp://commune.ma", "ftp://commune.ma")]
    #[case::script("javascript:alert(1)", "javascript:alert(1)")]
    #[case::full_stops("commune..ma", "commune..ma")]
    #[case::relative("/commune.ma", "/commune.ma")]
    fn an_address_without_its_scheme_is_completed(#[case] typed: &str, #[case] stored: &str) {
        assert_eq!(complete_address(typed), stored);
        assert_eq!(complete_address(stored), stored);
    }

    #[test]
    fn the_kind_of_a_change_goes_by_a_word_that_exists() {
        use crate::mutation::Mutation;
        let known = |kind| {
            Mutation::WORDS
                .iter()
                .filter(|word| ChangeKind::of(word) == kind)
                .count()
        };
        let counts = [
            ChangeKind::Learning,
            ChangeKind::Writing,
            ChangeKind::Speaking,
            ChangeKind::Reporting,
            ChangeKind::Inviting,
        ]
        .map(known);
        assert_eq!(counts, [2, 4, 2, 1, 1]);
    }

    #[test]
    fn limits_count_characters_not_bytes() {
        assert!(at_most("title", &"ش".repeat(TITLE), TITLE).is_ok());
        let refusal = at_most("title", &"ش".repeat(TITLE + 1), TITLE).unwrap_err();
        assert_eq!(
            (refusal.code, refusal.field.as_deref(), refusal.limit),
            (RefusalCode::TooLong, Some("title"), Some(160))
        );
    }

    #[test]
    fn addresses_are_compared_in_one_form() {
        assert_eq!(
            clean_email("email", " Amina@Commune.MA ").unwrap(),
            "amina@commune.ma"
        );
        for wrong in ["amina", "@commune.ma", "amina@ma", "a b@c.ma", "amina@commune."] {
            assert_eq!(
                clean_email("email", wrong).unwrap_err().code,
                RefusalCode::Invalid,
                "{wrong}"
            );
        }
    }
}
