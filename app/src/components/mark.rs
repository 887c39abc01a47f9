use leptos::prelude::*;

/// The mark of the product: a gate inside the eight-pointed star. Words stand beside it.
#[component]
pub(crate) fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <g fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round">
                <rect x="7" y="7" width="18" height="18"></rect>
                <rect x="7" y="7" width="18" height="18" transform="rotate(45 16 16)"></rect>
            </g>
            <path d="M12.5 22v-6.5a3.5 3.5 0 0 1 7 0V22z" fill="currentColor"></path>
        </svg>
    }
}

/// The ornament: the star of the mark drawn large, for empty states and beside the home page's first words.
#[component]
pub(crate) fn Motif() -> impl IntoView {
    view! {
        <svg class="motif" viewBox="0 0 96 96" aria-hidden="true" fill="none" stroke="currentColor" stroke-linejoin="round">
            <g stroke-width="1.6">
                <rect x="18" y="18" width="60" height="60"></rect>
                <rect x="18" y="18" width="60" height="60" transform="rotate(45 48 48)"></rect>
            </g>
            <g stroke-width="1.2">
                <path d="M48 5.6v84.8M5.6 48h84.8M18 18l60 60M78 18L18 78" opacity=".35"></path>
                <rect x="33" y="33" width="30" height="30"></rect>
                <rect x="33" y="33" width="30" height="30" transform="rotate(45 48 48)"></rect>
            </g>
            <path fill="currentColor" stroke="none" d=CENTRE_STAR></path>
        </svg>
    }
}

/// The border of a certificate: forty by twenty-eight stars, whatever the size of the sheet.
#[component]
pub(crate) fn CertificateFrame() -> impl IntoView {
    view! {
        <svg class="certificate__frame" viewBox="0 0 280 196" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
            <defs>
                <pattern id="certificate-star" width="7" height="7" patternUnits="userSpaceOnUse">
                    <path fill="currentColor" fill-rule="evenodd" d=BORDER_STAR></path>
                </pattern>
            </defs>
            <path d="M0 0h280v196H0zM7 7v182h266V7z" fill="url(#certificate-star)" fill-rule="evenodd"></path>
        </svg>
    }
}

/// An eight-pointed star around (48, 48).
const CENTRE_STAR: &str = "M57 48L54.36 50.64L54.36 54.36L50.64 54.36L48 57L45.36 54.36L41.64 54.36L41.64 50.64L39 48L41.64 45.36L41.64 41.64L45.36 41.64L48 39L50.64 41.64L54.36 41.64L54.36 45.36z";

/// Three stars one in another around (3.5, 3.5): a ring and its heart.
const BORDER_STAR: &str = "M7 3.50L5.97 4.53L5.97 5.97L4.53 5.97L3.50 7L2.47 5.97L1.03 5.97L1.03 4.53L0 3.50L1.03 2.47L1.03 1.03L2.47 1.03L3.50 0L4.53 1.03L5.97 1.03L5.97 2.47zM5.70 3.50L5.06 4.14L5.06 5.06L4.14 5.06L3.50 5.70L2.86 5.06L1.94 5.06L1.94 4.14L1.30 3.50L1.94 2.86L1.94 1.94L2.86 1.94L3.50 1.30L4.14 1.94L5.06 1.94L5.06 2.86zM4.80 3.50L4.42 3.88L4.42 4.42L3.88 4.42L3.50 4.80L3.12 4.42L2.58 4.42L2.58 3.88L2.20 3.50L2.58 3.12L2.58 2.58L3.12 2.58L3.50 2.20L3.88 2.58L4.42 2.58L4.42 3.12z";
