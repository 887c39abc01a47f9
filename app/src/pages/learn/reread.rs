//! Which lesson to reread after a wrong answer: the one its author named, else the one that says most of the words of
//! the question and its explanation.

use shared::lang::Lang;
use shared::records::{Lesson, Question};
use shared::search;
use std::collections::BTreeSet;

/// The number of the lesson that explains the question; `None` when nothing points to any.
pub(crate) fn lesson_for(question: &Question, lessons: &[Lesson]) -> Option<u32> {
    question.lesson.or_else(|| closest(question, lessons))
}

/// Compares in each language and adds up, so that the answer does not depend on the reader's language. A word counts
/// more the fewer lessons say it.
fn closest(question: &Question, lessons: &[Lesson]) -> Option<u32> {
    let mut points: Vec<(u32, usize)> = lessons.iter().map(|lesson| (lesson.number, 0)).collect();
    for lang in Lang::ALL {
        let asked: BTreeSet<String> = [question.text.get(lang), question.explanation.get(lang)]
            .into_iter()
            .flatten()
            .flat_map(search::words)
            .collect();
        let said: Vec<BTreeSet<String>> = lessons
            .iter()
            .map(|lesson| {
                lesson
                    .text
                    .get(lang)
                    .map(|text| search::words(text).into_iter().collect())
                    .unwrap_or_default()
            })
            .collect();
        for word in &asked {
            let sayers = said.iter().filter(|words| words.contains(word)).count();
            let weight = rarity(sayers, lessons.len());
            for ((_, sum), words) in points.iter_mut().zip(&said) {
                if words.contains(word) {
                    *sum += weight;
                }
            }
        }
    }
    points
        .into_iter()
        .filter(|(_, sum)| *sum > 0)
        .max_by_key(|(number, sum)| (*sum, std::cmp::Reverse(*number)))
        .map(|(number, _)| number)
}

/// What a word is worth that this many lessons say: nothing when all do.
const fn rarity(sayers: usize, all: usize) -> usize {
    let silent = all.saturating_sub(sayers);
    silent * silent
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{LessonId, ModuleId};
    use shared::lang::Translated;
    use shared::records::QuestionKind;

    fn lesson(number: u32, fr: &str) -> Lesson {
        Lesson {
            id: LessonId::from_name(&number.to_string()),
            module: ModuleId::from_name("m"),
            number,
            text: Translated::only(Lang::Fr, fr),
        }
    }

    fn question(fr: &str, lesson: Option<u32>) -> Question {
        Question {
            text: Translated::only(Lang::Fr, fr),
            kind: QuestionKind::Single(Vec::new()),
            explanation: Translated::default(),
            lesson,
        }
    }

    #[test]
    fn the_lesson_with_the_rare_words_of_the_question_is_named() {
        let lessons = [
            lesson(1, "Le réseau compte des membres et un programme."),
            lesson(
                2,
                "Le dossier de passation contient les procès-verbaux du programme.",
            ),
            lesson(3, "Le comité de suivi du programme se réunit."),
        ];
        let asked = question("Que contient le dossier de passation du programme ?", None);
        assert_eq!(lesson_for(&asked, &lessons), Some(2));
    }

    #[test]
    fn what_the_author_named_comes_first_and_nothing_in_common_names_none() {
        let lessons = [lesson(1, "réseau"), lesson(2, "dossier")];
        assert_eq!(lesson_for(&question("dossier", Some(1)), &lessons), Some(1));
        assert_eq!(lesson_for(&question("budget", None), &lessons), None);
    }
}
