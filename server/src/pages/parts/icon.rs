use crate::pages::html::{Element, el};
use shared::vocabulary::Principle;

/// The signs of the app that stand on public pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Icon {
    Back,
    Check,
    Clock,
    Copy,
    Document,
    Edit,
    Experiences,
    External,
    Eye,
    Forward,
    Globe,
    Info,
    Learn,
    Mine,
    Network,
    People,
    Print,
    Scales,
    Screen,
    Search,
}

impl Icon {
    /// The sign of a principle.
    pub(in crate::pages) const fn of_principle(principle: Principle) -> Self {
        match principle {
            Principle::Transparency => Self::Eye,
            Principle::Accountability => Self::Scales,
            Principle::AccessToInformation => Self::Document,
            Principle::CitizenParticipation => Self::People,
            Principle::Digitalisation => Self::Screen,
        }
    }

    const fn is_directional(self) -> bool {
        matches!(self, Self::Forward | Self::Back | Self::External)
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5",
            Self::Copy => "M8 8h12v12H8zM16 8V4H4v12h4",
            Self::Document => "M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6",
            Self::Edit => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
            Self::Experiences => "M12 3l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z",
            Self::External => "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
            Self::Eye => "M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
            Self::Forward => "M5 12h14M13 6l6 6-6 6",
            Self::Globe => {
                "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z"
            }
            Self::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.6",
            Self::Learn => {
                "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zM12 6.5v13"
            }
            Self::Mine => "M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5c.5-4 3.5-6 8-6s7.5 2 8 6",
            Self::Network => {
                "M12 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM5 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM19 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM10.8 8.2L6.2 15.8M13.2 8.2l4.6 7.6M7.5 18h9"
            }
            Self::People => {
                "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c.4-3.5 2.5-5 6-5s5.6 1.5 6 5M15.5 5.5a2.8 2.8 0 0 1 0 5.5M17 14.2c2.4.5 3.7 2 4 4.8"
            }
            Self::Print => "M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z",
            Self::Scales => "M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z",
            Self::Screen => "M3.5 5h17v11.5h-17zM9 20h6M12 16.5V20",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
        }
    }
}

/// One inline sign beside words.
pub(in crate::pages) fn icon(kind: Icon) -> Element {
    el("svg")
        .class(if kind.is_directional() {
            "icon turn"
        } else {
            "icon"
        })
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "1.8")
        .attr("stroke-linecap", "round")
        .attr("stroke-linejoin", "round")
        .child(path(kind.path()))
}

fn path(d: &'static str) -> Element {
    el("path").attr("d", d)
}

fn square(at: &'static str, side: &'static str) -> Element {
    el("rect")
        .attr("x", at)
        .attr("y", at)
        .attr("width", side)
        .attr("height", side)
}

/// The mark of the product.
pub(in crate::pages) fn mark() -> Element {
    let squares = el("g")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "2.4")
        .attr("stroke-linejoin", "round")
        .child(square("7", "18"))
        .child(square("7", "18").attr("transform", "rotate(45 16 16)"));
    el("svg")
        .class("mark")
        .attr("viewBox", "0 0 32 32")
        .attr("aria-hidden", "true")
        .child(squares)
        .child(path("M12.5 22v-6.5a3.5 3.5 0 0 1 7 0V22z").attr("fill", "currentColor"))
}

/// The star of the mark drawn large.
pub(in crate::pages) fn motif() -> Element {
    let wide = el("g")
        .attr("stroke-width", "1.6")
        .child(square("18", "60"))
        .child(square("18", "60").attr("transform", "rotate(45 48 48)"));
    let fine = el("g")
        .attr("stroke-width", "1.2")
        .child(path("M48 5.6v84.8M5.6 48h84.8M18 18l60 60M78 18L18 78").attr("opacity", ".35"))
        .child(square("33", "30"))
        .child(square("33", "30").attr("transform", "rotate(45 48 48)"));
    el("svg")
        .class("motif")
        .attr("viewBox", "0 0 96 96")
        .attr("aria-hidden", "true")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-linejoin", "round")
        .child(wide)
        .child(fine)
        .child(
            path(CENTRE_STAR)
                .attr("fill", "currentColor")
                .attr("stroke", "none"),
        )
}

const CENTRE_STAR: &str = "M57 48L54.36 50.64L54.36 54.36L50.64 54.36L48 57L45.36 54.36L41.64 54.36L41.64 50.64L39 48L41.64 45.36L41.64 41.64L45.36 41.64L48 39L50.64 41.64L54.36 41.64L54.36 45.36z";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_are_those_of_the_app() {
        let app = include_str!("../../../../app/src/components/icon.rs");
        let app: String = app.split_whitespace().collect::<Vec<_>>().join(" ");
        for kind in [
            Icon::Back,
            Icon::Check,
            Icon::Clock,
            Icon::Copy,
            Icon::Document,
            Icon::Edit,
            Icon::Experiences,
            Icon::External,
            Icon::Eye,
            Icon::Forward,
            Icon::Globe,
            Icon::Info,
            Icon::Learn,
            Icon::Mine,
            Icon::Network,
            Icon::People,
            Icon::Print,
            Icon::Scales,
            Icon::Screen,
            Icon::Search,
        ] {
            let path = kind.path();
            let one = format!("Self::{kind:?} => \"{path}\"");
            let block = format!("Self::{kind:?} => {{ \"{path}\" }}");
            assert!(app.contains(&one) || app.contains(&block), "{kind:?}");
        }
        let marks = include_str!("../../../../app/src/components/mark.rs");
        assert!(marks.contains(CENTRE_STAR) && marks.contains("M12.5 22v-6.5a3.5 3.5 0 0 1 7 0V22z"));
    }
}
