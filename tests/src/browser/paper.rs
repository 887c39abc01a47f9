use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use shared::lang::Lang;

use super::driver::Driver;
use super::programs::Programs;
use super::temporary_folder::TemporaryFolder;

/// On what a page is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright or lying as the page asks.
    AsAsked,
    /// A4 upright whatever the page asks, as browsers print that know no other.
    Upright,
}

impl Paper {
    fn parameters(self) -> Value {
        json!({
            "preferCSSPageSize": self == Self::AsAsked,
            "paperWidth": 210.0 / 25.4,
            "paperHeight": 297.0 / 25.4,
            "printBackground": false,
        })
    }
}

/// What came out of the printer.
pub struct Printed {
    folder: TemporaryFolder,
    /// The words of each sheet that lie on the paper; what is cut off is not among them.
    sheets: Vec<Vec<String>>,
}

impl Printed {
    pub(super) async fn from(driver: &Driver, paper: Paper) -> Result<Self, CmdError> {
        let answer = driver.devtools("Page.printToPDF", paper.parameters()).await?;
        let data = answer.get("data").and_then(Value::as_str).unwrap_or_default();
        let pdf = base64::engine::general_purpose::STANDARD
            .decode(data)
            .expect("a PDF comes as Base64");
        let folder = TemporaryFolder::new("paper");
        std::fs::write(file(folder.path()), pdf).expect("the temporary folder can be written to");
        Ok(Self {
            sheets: sheets(&run(&Programs::get().pdf_text, folder.path(), &["-bbox"], &["-"])),
            folder,
        })
    }

    /// How many sheets there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.sheets.len()
    }

    /// Whether a sheet has no words on it.
    #[must_use]
    pub fn has_a_blank_sheet(&self) -> bool {
        self.sheets.iter().any(Vec::is_empty)
    }

    /// Which of these words are not on the paper as often as here, whatever else is.
    #[must_use]
    pub fn lacks(&self, words: &str) -> Vec<String> {
        let mut left: BTreeMap<String, usize> = BTreeMap::new();
        for word in self.sheets.iter().flatten() {
            for part in parts(word) {
                *left.entry(part).or_default() += 1;
            }
        }
        words
            .split_whitespace()
            .filter(|word| {
                parts(word).iter().any(|part| match left.get_mut(part) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        false
                    }
                    _ => true,
                })
            })
            .map(str::to_owned)
            .collect()
    }

    /// Whether all of these words follow one another on the paper.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let wanted: Vec<String> = words.split_whitespace().flat_map(parts).collect();
        self.sheets.iter().any(|sheet| {
            let mut there: Vec<String> = sheet.iter().flat_map(|word| parts(word)).collect();
            // Words of a line from the right come in the order from the left.
            let has = |there: &[String]| there.windows(wanted.len().max(1)).any(|some| some == wanted);
            has(&there) || {
                there.reverse();
                has(&there)
            }
        })
    }

    /// What the QR code in the lower corner of a certificate says, at the side where its lines end. Only that corner is
    /// looked at: the ornament of the frame is full of what could be the beginning of a code.
    #[must_use]
    pub fn code(&self, lang: Lang) -> Option<String> {
        let options = ["-gray", "-r", "120", "-f", "1", "-l", "1"];
        let drawn = run(&Programs::get().pdf_image, self.folder.path(), &options, &[]);
        let (wide, _, grey) = portable_greymap(&drawn)?;
        // In hundredths of the width of the sheet.
        let (from, top, side) = (if lang == Lang::Ar { 7 } else { 77 }, 53, 16);
        let pixels = |hundredths: usize| hundredths * wide / 100;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels(side), pixels(side), |x, y| {
            let place = (pixels(top) + y) * wide + pixels(from) + x;
            grey.get(place).copied().unwrap_or(u8::MAX)
        });
        let grid = image.detect_grids().into_iter().next()?;
        grid.decode().ok().map(|(_, said)| said)
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("printed.pdf")
}

fn run(program: &Path, folder: &Path, before: &[&str], after: &[&str]) -> Vec<u8> {
    let output = Command::new(program)
        .args(before)
        .arg(file(folder))
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
    assert!(output.status.success(), "{} reads the PDF", program.display());
    output.stdout
}

fn sheets(boxes: &[u8]) -> Vec<Vec<String>> {
    let mut sheets: Vec<Vec<String>> = Vec::new();
    for line in String::from_utf8_lossy(boxes).lines() {
        let line = line.trim();
        if line.starts_with("<page ") {
            sheets.push(Vec::new());
        } else if let (Some(rest), Some(sheet)) = (line.strip_prefix("<word "), sheets.last_mut()) {
            let word = rest
                .split_once('>')
                .and_then(|(_, rest)| rest.strip_suffix("</word>"));
            let word = word.unwrap_or_default();
            sheet.push(
                word.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"),
            );
        }
    }
    sheets
}

/// The letters and digits of each piece of a word, in the order of the alphabet: a PDF has the letters of an Arabic word in
/// the order in which they stand from the left, and ligatures in the other one.
fn parts(word: &str) -> Vec<String> {
    let folded = shared::search::normalise(word);
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut letters: Vec<char> = part.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect()
        })
        .collect()
}

/// Width, height and pixels of a greymap as `pdftoppm` writes it.
fn portable_greymap(file: &[u8]) -> Option<(usize, usize, &[u8])> {
    let mut rest = file;
    let mut words = [""; 4];
    for word in &mut words {
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        let (head, tail) = rest.split_at_checked(end)?;
        *word = std::str::from_utf8(head).ok()?;
        rest = tail.get(1..)?;
    }
    let [kind, wide, high, _] = words;
    (kind == "P5").then_some(())?;
    Some((wide.parse().ok()?, high.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(boxes: &str) -> Printed {
        Printed {
            folder: TemporaryFolder::new("paper"),
            sheets: sheets(boxes.as_bytes()),
        }
    }

    #[test]
    fn words_are_found_in_both_directions_and_what_lacks_is_named() {
        let printed = printed(
            "<page width=\"1\" height=\"1\">\n<word xMin=\"1\">ةيكراشتلا</word>\n<word xMin=\"2\">ةينازيملا</word>\n</page>\n\
             <page width=\"1\" height=\"1\">\n<word xMin=\"1\">Aït</word>\n<word xMin=\"2\">(1&amp;2)</word>\n</page>\n",
        );
        assert_eq!((printed.count(), printed.has_a_blank_sheet()), (2, false));
        assert!(printed.says("الميزانية التشاركية"));
        assert!(!printed.says("الميزانية Aït"));
        assert!(printed.lacks("Aït 1 & 2 الميزانية").is_empty());
        assert_eq!(printed.lacks("Aït Aït Ali"), ["Aït", "Ali"]);
    }
}
