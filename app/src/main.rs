//! The app as a program for the browser.

fn main() {
    app::boot();
}
