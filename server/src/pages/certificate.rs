//! A certificate, for whoever has its number: nothing that is not printed on it, and nothing for search engines.

use super::about::lookup;
use super::desk::{Content, Desk};
use super::html::{Element, el, text};
use super::parts::{Icon, app_button, icon, mark, motif, named};
use crate::ledger;
use crate::store::StoreError;
use axum::http::StatusCode;
use shared::wire::VerifiedCertificate;

pub(super) fn page(desk: &Desk<'_>, number: &str) -> Result<Content, StoreError> {
    let found = ledger::find_certificate(desk.txn, number)?.map(VerifiedCertificate::from);
    let words = desk.words;
    let title = words.fill("learn-certificate-page-title", [("number", number.into())]);
    let wrap = el("div").class("wrap certificate-page");
    let (wrap, description, status) = match &found {
        Some(certificate) => (
            wrap.child(head(desk, certificate))
                .child(sheet(desk, certificate)),
            "learn-certificate-valid-title",
            StatusCode::OK,
        ),
        None => (
            wrap.child(unknown(desk, number)),
            "learn-certificate-unknown-title",
            StatusCode::NOT_FOUND,
        ),
    };
    let wrap = wrap.child(lookup(words));
    let mut content = Content::new(title, words.text(description), vec![wrap.into()]);
    content.status = status;
    content.is_personal = true;
    Ok(content)
}

fn head(desk: &Desk<'_>, certificate: &VerifiedCertificate) -> Element {
    let words = desk.words;
    let date = words.date(certificate.issued);
    let said = words.fill("learn-certificate-valid-text", [("date", date.into())]);
    let body = el("div")
        .class("notice__body")
        .child(
            el("p")
                .class("notice__title")
                .text(words.text("learn-certificate-valid-title")),
        )
        .child(el("p").text(said));
    let notice = el("div")
        .class("notice notice--good")
        .child(icon(Icon::Check))
        .child(body);
    el("div")
        .class("certificate-page__head no-print")
        .child(notice)
        .child(app_button(
            "button awaits-app",
            Some(Icon::Print),
            words.text("learn-certificate-print"),
        ))
}

fn sheet(desk: &Desk<'_>, certificate: &VerifiedCertificate) -> Element {
    let words = desk.words;
    let line = |key: &str| el("p").class("certificate__text").text(words.text(key));
    let network = el("p")
        .class("certificate__network")
        .child(mark())
        .child(el("span").text(words.text("learn-certificate-network")))
        .child(el("span").text(words.text("learn-certificate-hub")));
    let whose = certificate.collectivity.as_ref().map(|collectivity| {
        el("p")
            .class("certificate__text")
            .child(named(words, collectivity))
    });
    let facts = [
        ("learn-certificate-issued", text(words.date(certificate.issued))),
        (
            "learn-certificate-score",
            text(words.percent(certificate.percent)),
        ),
        (
            "learn-certificate-duration",
            text(words.minutes(certificate.minutes)),
        ),
    ]
    .map(|(key, known)| {
        el("div")
            .child(el("dt").text(words.text(key)))
            .child(el("dd").child(known))
    });
    let number = el("div")
        .child(el("dt").text(words.text("learn-certificate-number")))
        .child(el("dd").class("ltr").text(certificate.number.as_str()));
    let facts = el("dl").class("certificate__facts").children(facts).child(number);
    let body = el("div")
        .class("certificate__body")
        .child(network)
        .child(
            el("h1")
                .class("certificate__title")
                .attr("tabindex", "-1")
                .text(words.text("learn-certificate-title")),
        )
        .child(line("learn-certificate-awarded"))
        .child(
            el("p")
                .class("certificate__name")
                .child(el("bdi").text(certificate.person_name.as_str())),
        )
        .children(whose)
        .child(line("learn-certificate-for"))
        .child(
            el("p")
                .class("certificate__module")
                .child(named(words, &certificate.module_title)),
        )
        .child(el("div").class("certificate__foot").child(facts));
    el("article")
        .class("certificate")
        .attr("lang", words.lang.code())
        .child(body)
}

fn unknown(desk: &Desk<'_>, number: &str) -> Element {
    let words = desk.words;
    el("div")
        .class("empty")
        .child(motif())
        .child(
            el("h1")
                .attr("tabindex", "-1")
                .text(words.text("learn-certificate-unknown-title")),
        )
        .child(el("p").class("certificate-page__number ltr").text(number))
        .child(el("p").text(words.text("learn-certificate-unknown-text")))
}
