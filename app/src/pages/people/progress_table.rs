use super::manage::Manage;
use super::{export, training};
use crate::components::{
    Button, ButtonKind, Column, DataTable, Disclosure, Icon, IconKind, Notice, NoticeKind, TableRow,
    TableSort,
};
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::{CollectivityId, PersonId};
use shared::records::{Collectivity, ModuleCard, Person, TrainingRecord};
use shared::scope::Scope;

/// The people of a collectivity and how far they are: sorted, exported, appointed.
#[component]
pub(super) fn ProgressTable(
    /// Whose people.
    collectivity: CollectivityId,
) -> impl IntoView {
    let replica = use_replica();
    let people = replica.all::<Person>(Scope::Focal(collectivity));
    let records = replica.all::<TrainingRecord>(Scope::Focal(collectivity));
    let modules = Memo::new(move |_| {
        let mut modules = replica.list::<ModuleCard>(Scope::Public);
        modules.sort_by_key(|module| module.order);
        modules
    });
    let sort = RwSignal::new(TableSort::default());
    let columns = Memo::new(move |_| training::columns(&modules.read()));
    let rows = Memo::new(move |_| {
        let mut rows = training::rows(&people.read(), &records.read(), &modules.read(), collectivity);
        sort.get().apply(&mut rows);
        rows
    });
    let managed = RwSignal::new(None::<PersonId>);
    let manage = Callback::new(move |key: String| {
        let person = key.parse::<PersonId>().ok();
        view! {
            <Button kind=ButtonKind::Quiet on_press=move |()| managed.set(person)>
                {t!("people-manage")}
            </Button>
        }
        .into_any()
    });
    view! {
        <DataTable
            caption=t!("people-table")
            columns=columns
            rows=rows
            sort=sort
            on_sort=move |order| sort.set(order)
            sort_label=t!("people-sort")
            legend=move || view! { <Legend modules=modules /> }
            actions_title=t!("people-column-actions")
            actions=manage
        />
        <Export columns=columns rows=rows collectivity=collectivity />
        <Manage managed=managed people=people collectivity=collectivity />
    }
}

/// What the marks and the numbers of the modules mean.
#[component]
fn Legend(modules: Memo<Vec<ModuleCard>>) -> impl IntoView {
    let titles = move || {
        modules
            .get()
            .iter()
            .map(|module| view! { <li>{training::title_of(module)}</li> })
            .collect_view()
    };
    view! {
        <ul class="table__marks" role="list">
            <li>
                <Icon kind=IconKind::Check /> {t!("people-mark-completed")}
            </li>
            <li>
                <span class="ltr numeric">"1/4"</span> " " {t!("people-mark-in-progress")}
            </li>
            <li>
                <span>{training::NOT_STARTED}</span> " " {t!("people-mark-not-started")}
            </li>
        </ul>
        <Disclosure summary=t!("people-legend-modules") open=true>
            <ol>{titles}</ol>
        </Disclosure>
    }
}

#[component]
fn Export(
    columns: Memo<Vec<Column>>,
    rows: Memo<Vec<TableRow>>,
    collectivity: CollectivityId,
) -> impl IntoView {
    let replica = use_replica();
    let failed = RwSignal::new(false);
    let save = move |()| {
        let slug = untrack(|| replica.get::<Collectivity>(Scope::Public, collectivity))
            .map_or_else(|| "people".to_owned(), |place| place.slug);
        let name = format!("multaqa-{slug}-{}.csv", ids::now().legal_day());
        match export::save(&name, &columns.read_untracked(), &rows.read_untracked()) {
            Ok(()) => tell(text!("people-exported")),
            Err(_) => failed.set(true),
        }
    };
    view! {
        <div class="export no-print">
            <Button kind=ButtonKind::Plain icon=IconKind::Download on_press=save>
                {t!("people-export")}
            </Button>
            <p class="quiet small">{t!("people-export-hint")}</p>
        </div>
        <Show when=move || failed.get()>
            <Notice kind=NoticeKind::Error live=true>
                <p>{t!("people-export-failed")}</p>
            </Notice>
        </Show>
    }
}
