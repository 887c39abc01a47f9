use leptos::prelude::*;
use shared::vocabulary::Principle;

/// The few signs of the product. A sign always stands beside words or on a button that has a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IconKind {
    /// Done, right, sent.
    Check,
    /// Wrong, close, remove.
    Cross,
    /// Onwards; turns with the direction of the text.
    Forward,
    /// Back; turns with the direction of the text.
    Back,
    /// Earlier in an order.
    Up,
    /// Later in an order.
    Down,
    /// Look for something.
    Search,
    /// The place where one learns.
    Learn,
    /// The place of experiences.
    Experiences,
    /// The network and its members.
    Network,
    /// What belongs to the person.
    Mine,
    /// How long.
    Clock,
    /// Languages, or the network connection.
    Globe,
    /// Good to know.
    Info,
    /// Needs attention.
    Attention,
    /// Went wrong.
    Error,
    /// Copy a text.
    Copy,
    /// Kept on this device.
    Device,
    /// Print.
    Print,
    /// Keep for later.
    Bookmark,
    /// Download a file.
    Download,
    /// Write or change.
    Edit,
    /// Add one more.
    Plus,
    /// Leads out of the hub.
    External,
    /// Seen by all: transparency.
    Eye,
    /// Weighed: accountability.
    Scales,
    /// Can be had: access to information.
    Document,
    /// Together: citizen participation.
    People,
    /// Digitalisation.
    Screen,
}

impl IconKind {
    /// The sign of a principle.
    pub(crate) const fn of_principle(principle: Principle) -> Self {
        match principle {
            Principle::Transparency => Self::Eye,
            Principle::Accountability => Self::Scales,
            Principle::AccessToInformation => Self::Document,
            Principle::CitizenParticipation => Self::People,
            Principle::Digitalisation => Self::Screen,
        }
    }

    /// Whether the sign points along the line of reading, so that it turns in Arabic.
    const fn is_directional(self) -> bool {
        matches!(self, Self::Forward | Self::Back | Self::External)
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Forward => "M5 12h14M13 6l6 6-6 6",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
            Self::Learn => {
                "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zM12 6.5v13"
            }
            Self::Experiences => "M12 3l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z",
            Self::Network => {
                "M12 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM5 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM19 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM10.8 8.2L6.2 15.8M13.2 8.2l4.6 7.6M7.5 18h9"
            }
            Self::Mine => "M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5c.5-4 3.5-6 8-6s7.5 2 8 6",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5",
            Self::Globe => {
                "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z"
            }
            Self::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.6",
            Self::Attention => "M12 4l9 16H3zM12 10v4.5M12 17v.5",
            Self::Error => "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 7.5v5.5M12 16v.6",
            Self::Copy => "M8 8h12v12H8zM16 8V4H4v12h4",
            Self::Device => "M7 3.5h10v17H7zM11 17.5h2",
            Self::Print => "M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z",
            Self::Bookmark => "M6.5 3.5h11v17L12 16.5l-5.5 4z",
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
            Self::Edit => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
            Self::Plus => "M12 5v14M5 12h14",
            Self::External => "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
            Self::Eye => "M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
            Self::Scales => "M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z",
            Self::Document => "M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6",
            Self::People => {
                "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c.4-3.5 2.5-5 6-5s5.6 1.5 6 5M15.5 5.5a2.8 2.8 0 0 1 0 5.5M17 14.2c2.4.5 3.7 2 4 4.8"
            }
            Self::Screen => "M3.5 5h17v11.5h-17zM9 20h6M12 16.5V20",
        }
    }
}

/// One inline sign, as tall as the text beside it and of its colour; hidden from screen readers.
#[component]
pub(crate) fn Icon(
    /// Which sign.
    #[prop(into)]
    kind: Signal<IconKind>,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            class:turn=move || kind.get().is_directional()
            viewBox="0 0 24 24"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
        >
            <path d=move || kind.get().path()></path>
        </svg>
    }
}
