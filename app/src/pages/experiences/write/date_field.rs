use crate::components::{Choice, InputKind, SelectField, TextField};
use crate::{format, ids, t, text};
use leptos::prelude::*;
use shared::figures;
use shared::records::{FIRST_YEAR, LONGEST_PLAN, PartialDate, PeriodError};

/// A date as precisely as one knows it: a year, a month of a year, or a day.
#[component]
pub(super) fn DateField(
    /// The start of the ids of its controls.
    id: &'static str,
    /// What happened then.
    legend: Signal<String>,
    /// The date.
    value: Memo<PartialDate>,
    /// What is wrong with it beside the other date of the period.
    #[prop(into)]
    fault: Signal<Option<PeriodError>>,
    /// Called with every change, with what is typed so far, even where it is no date yet.
    #[prop(into)]
    on_change: Callback<PartialDate>,
) -> impl IntoView {
    let parts = Memo::new(move |_| Parts::of(&value.read()));
    let error = Signal::derive(move || {
        if value.read().is_valid() {
            fault.get().map(fault_words)
        } else {
            Some(text!("experiences-date-invalid"))
        }
    });
    let months = Signal::derive(move || {
        std::iter::once(Choice::new("", text!("experiences-month-unknown")))
            .chain((1..=12_u8).map(|month| Choice::new(format!("{month:02}"), format::month_name(month))))
            .collect::<Vec<_>>()
    });
    let change = move |edit: &dyn Fn(&mut Parts)| {
        let mut next = parts.get_untracked();
        edit(&mut next);
        on_change.run(next.date());
    };
    let has_year = Memo::new(move |_| !parts.read().year.is_empty());
    let has_month = Memo::new(move |_| has_year.get() && !parts.read().month.is_empty());
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{move || legend.get()}</legend>
            <p class="field__hint">{t!("experiences-date-hint")}</p>
            <div class="date-parts">
                <TextField
                    id=id
                    label=t!("experiences-year")
                    error=error
                    kind=InputKind::Number
                    value=Signal::derive(move || parts.get().year)
                    on_input=move |text: String| change(&|parts| parts.type_year(&text))
                />
                <Show when=move || has_year.get()>
                    <SelectField
                        id=format!("{id}-month")
                        label=t!("experiences-month")
                        choices=months
                        value=Signal::derive(move || parts.get().month)
                        on_change=move |month: String| change(&|parts| parts.month.clone_from(&month))
                    />
                </Show>
                <Show when=move || has_month.get()>
                    <TextField
                        id=format!("{id}-day")
                        label=t!("experiences-day")
                        kind=InputKind::Number
                        value=Signal::derive(move || parts.get().day)
                        on_input=move |text: String| change(&|parts| parts.day = typed(&text))
                    />
                </Show>
            </div>
        </fieldset>
    }
}

/// What is typed, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parts {
    year: String,
    month: String,
    day: String,
}

impl Parts {
    fn of(date: &PartialDate) -> Self {
        let mut parts = date.0.split('-').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            year: next(),
            month: next(),
            // A day of one digit is kept as it is typed and completed when it is read.
            day: next().trim_start_matches('0').to_owned(),
        }
    }

    /// Takes a year, or a whole date that is typed or pasted where the year belongs.
    fn type_year(&mut self, text: &str) {
        match PartialDate::read(text).map(|date| Self::of(&date)) {
            Some(read) if !read.month.is_empty() => *self = read,
            _ => self.year = typed(text),
        }
    }

    fn date(&self) -> PartialDate {
        let mut text = self.year.clone();
        if !self.year.is_empty() && !self.month.is_empty() {
            text = format!("{text}-{}", self.month);
            if !self.day.is_empty() {
                text = format!("{text}-{:0>2}", self.day);
            }
        }
        PartialDate(text)
    }
}

/// What is typed, with ASCII digits. A dash would divide the parts of the date that holds it.
fn typed(text: &str) -> String {
    figures::fold(text).trim().replace('-', "/")
}

/// What is wrong with a period, in words.
pub(super) fn fault_words(fault: PeriodError) -> String {
    let this_year = ids::now().legal_day().year;
    match fault {
        // Years are no quantities: they are written without a sign between their digits.
        PeriodError::Start => text!(
            "experiences-started-out-of-range",
            first = FIRST_YEAR.to_string(),
            last = this_year.saturating_add(1).to_string()
        ),
        PeriodError::End => text!(
            "experiences-ended-out-of-range",
            first = FIRST_YEAR.to_string(),
            last = this_year.saturating_add(LONGEST_PLAN).to_string()
        ),
        PeriodError::Order => text!("experiences-ended-before-start"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        for date in ["", "2024", "2024-05", "2024-05-07"] {
            let date = PartialDate(date.to_owned());
            assert_eq!(Parts::of(&date).date(), date);
        }
        let without_month = Parts {
            year: "2024".into(),
            month: String::new(),
            day: "7".into(),
        };
        assert_eq!(without_month.date(), PartialDate("2024".into()));
    }

    #[test]
    fn a_year_is_kept_as_it_is_typed_and_never_cut() {
        let mut parts = Parts::default();
        parts.type_year("٢٠٢٤");
        assert_eq!(parts.date(), PartialDate("2024".into()));
        parts.type_year("20245");
        assert!(!parts.date().is_valid());
        assert_eq!(Parts::of(&parts.date()), parts);
        parts.type_year("2023-2024");
        assert!(!parts.date().is_valid());
        assert_eq!(Parts::of(&parts.date()), parts);
    }

    #[test]
    fn a_whole_date_in_the_place_of_the_year_fills_the_other_parts() {
        let mut parts = Parts::default();
        parts.type_year("7/5/2024");
        assert_eq!(parts.date(), PartialDate("2024-05-07".into()));
        assert_eq!(
            (parts.year.as_str(), parts.month.as_str(), parts.day.as_str()),
            ("2024", "05", "7")
        );
    }
}
