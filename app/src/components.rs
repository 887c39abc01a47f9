//! The pieces that pages are made of. They take words that are already in the reader's language, read no replica and call no
//! network. `style/README.md` says what they look like.

mod achievement;
mod breadcrumbs;
mod button;
mod card;
mod confirm;
mod data_table;
mod dialog;
mod disclosure;
mod empty_state;
mod facts;
pub(crate) mod focus;
mod form;
mod icon;
mod language_badges;
mod mark;
mod notice;
mod page_header;
mod printed_address;
mod progress;
mod prose;
mod region_map;
mod stepper;
mod tabs;
mod tag;

pub(crate) use achievement::Achievement;
pub(crate) use breadcrumbs::{Breadcrumbs, Crumb};
pub(crate) use button::{Button, ButtonKind, IconButton, LinkButton};
pub(crate) use card::{Card, CardGrid};
pub(crate) use confirm::{Confirm, Question};
pub(crate) use data_table::{CellMark, Column, DataTable, SortKey, TableCell, TableRow, TableSort};
pub(crate) use dialog::{Dialog, open_while_some};
pub(crate) use disclosure::{Disclosure, FilterPanel, Outline};
pub(crate) use empty_state::EmptyState;
pub(crate) use facts::{Fact, FactsBox, FactsList};
pub(crate) use form::{
    Choice, ChoiceGroup, ChoiceKind, ErrorSummary, Field, FieldError, FilterGroup, FilterOption, InputKind,
    SelectField, TextArea, TextField, described_by,
};
pub(crate) use icon::{Icon, IconKind};
pub(crate) use language_badges::{LanguageBadge, LanguageBadges};
pub(crate) use mark::{CertificateFrame, Mark, Motif};
pub(crate) use notice::{Failure, KeptWords, Notice, NoticeKind, Success};
pub(crate) use page_header::PageHeader;
pub(crate) use printed_address::PrintedAddress;
pub(crate) use progress::{Progress, Skeleton};
#[cfg(feature = "ssr")]
pub(crate) use prose::take_read;
pub(crate) use prose::{AsideText, Prose, Ticks, document_of, ready_texts_for_another_language};
pub(crate) use region_map::{RegionMap, RegionTile};
pub(crate) use stepper::{Step, StepState, Stepper};
pub(crate) use tabs::{Tab, TabButtons};
pub(crate) use tag::{PrincipleTag, StateKind, StateLabel, Tag, TagKind};
