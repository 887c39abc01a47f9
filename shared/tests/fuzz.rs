//! The checks of the fuzz targets over their seeds and many damaged copies of them, the same ones every time.

#[path = "../../fuzz/checks/push.rs"]
mod push;
#[path = "../../fuzz/checks/text.rs"]
mod text;

use shared::mutation::Mutation;
use shared::wire::PushRequest;
use std::collections::BTreeSet;
use std::path::Path;

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/seeds")
        .join(target);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().flat_map(std::fs::read).collect();
    assert!(!seeds.is_empty(), "{target} has no seeds");
    seeds
}

/// Knuth's linear congruential generator: the rounds are the same everywhere.
struct Damage(u64);

impl Damage {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// Damages bytes: what falls on the floor between a device and a server.
    fn bytes(&mut self, bytes: &mut Vec<u8>) {
        let place = self.below(bytes.len());
        match self.below(4) {
            0 => bytes.truncate(place),
            1 => bytes.insert(place, u8::try_from(self.below(256)).unwrap_or(0)),
            2 => drop(bytes.splice(place..(place + self.below(9)).min(bytes.len()), [])),
            _ => {
                let piece: Vec<u8> = bytes
                    .iter()
                    .skip(self.below(bytes.len()))
                    .take(self.below(60))
                    .copied()
                    .collect();
                bytes.splice(place..place, piece);
            }
        }
    }

    /// Damages words: what somebody sends who knows the format. Words of all seeds change places, and some are
    /// replaced by what is known to be difficult.
    fn words(&mut self, text: &str, others: &[String], difficult: &[&str]) -> String {
        let mut words: Vec<&str> = split(text);
        for _ in 0..=self.below(4) {
            let place = self.below(words.len());
            let other = self.pick(others).map_or("", String::as_str);
            let foreign = split(other);
            let word = match self.below(4) {
                0 => self.pick(difficult).copied(),
                1 => self.pick(&foreign).copied(),
                2 => words.get(self.below(words.len())).copied(),
                _ => {
                    words.insert(place, self.pick(difficult).copied().unwrap_or_default());
                    continue;
                }
            };
            if let (Some(slot), Some(word)) = (words.get_mut(place), word) {
                *slot = word;
            }
        }
        words.concat()
    }
}

/// The words of a text and what stands between them.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '-')
        .flat_map(|word| {
            let separator = word.char_indices().next_back().map_or(0, |(place, _)| place);
            <[&str; 2]>::from(word.split_at(separator))
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn texts(seeds: &[Vec<u8>]) -> Vec<String> {
    seeds
        .iter()
        .map(|seed| String::from_utf8_lossy(seed).into_owned())
        .collect()
}

#[test]
fn the_seeds_hold_every_mutation_and_the_hub_takes_part_in_most() {
    let mut seen = BTreeSet::new();
    let mut applied = 0;
    for seed in seeds("push_decode") {
        if let Ok(request) = serde_json::from_slice::<PushRequest>(&seed) {
            for envelope in request.mutations {
                if let Ok(mutation) = serde_json::from_value::<Mutation>(envelope.mutation) {
                    seen.insert(mutation.word());
                }
            }
        }
        applied += push::check(&seed);
    }
    assert_eq!(
        seen,
        Mutation::WORDS.iter().copied().collect(),
        "a new mutation needs a seed"
    );
    assert!(
        applied >= 30,
        "only {applied} of the seeds' mutations are allowed to anybody"
    );
}

#[test]
fn no_push_can_make_the_domain_panic() {
    const DIFFICULT: &[&str] = &[
        "0",
        "-1",
        "4294967296",
        "18446744073709551615",
        "1e400",
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\\u0000",
        "\\ud800",
        "\\u202e",
        "00000000-0000-0000-0000-000000000000",
        "2024-02-30",
        "9999999",
        "ar",
        ",",
        ":",
        "}",
        "[",
        "\"do\"",
        "𐀀",
        "\u{301}",
    ];
    let seeds = seeds("push_decode");
    let texts = texts(&seeds);
    let mut damage = Damage(2_026);
    let mut taken = 0;
    for round in 0..1_200 {
        let Some(seed) = seeds.get(round % seeds.len()) else {
            continue;
        };
        let mut bytes = seed.clone();
        if damage.below(3) == 0 {
            damage.bytes(&mut bytes);
        } else {
            bytes = damage
                .words(&String::from_utf8_lossy(seed), &texts, DIFFICULT)
                .into_bytes();
        }
        taken += push::check(&bytes);
    }
    assert!(taken > 500, "the damage leaves too little to decide: {taken}");
}

#[test]
fn no_nesting_of_json_can_make_decoding_overflow() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let push = format!(
            "{{\"protocol\":1,\"device\":\"00000000-0000-0000-0000-0000000000d0\",\"epoch\":null,\"mutations\":[{{\"id\":\
            \"00000000-0000-0000-0000-000000000001\",\"n\":1,\"schema\":1,\"at\":0,\"mutation\":{deep}}}]}}"
        );
        assert_eq!(push::check(push.as_bytes()), 0);
    }
}

#[test]
fn no_text_can_make_reading_panic() {
    const DIFFICULT: &[&str] = &[
        "> ",
        "- ",
        "1. ",
        "# ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        "](https://a.ma)",
        "](javascript:a)",
        "![",
        "|",
        "\n|-|-|\n",
        "<",
        "<b>",
        "&lt;",
        "&#0;",
        "\\",
        "\t",
        "    ",
        "\n\n",
        "\u{0}",
        "\u{301}",
        "\u{640}",
        "ـَ",
        "لا",
        "ﷺ",
        "\u{202e}",
        "İ",
        "ß",
        "l’",
        "’s",
        "ال",
        "و",
        "𐀀",
        "👩‍👩‍👧",
    ];
    let seeds = seeds("markdown");
    let texts = texts(&seeds);
    let mut damage = Damage(7);
    for round in 0..1_500 {
        let Some(seed) = seeds.get(round % seeds.len()) else {
            continue;
        };
        let mut bytes = damage
            .words(&String::from_utf8_lossy(seed), &texts, DIFFICULT)
            .into_bytes();
        if damage.below(3) == 0 {
            damage.bytes(&mut bytes);
        }
        text::check(&bytes);
    }
}
