//! Shared computer (the default) or the person's own device: what stays on the disk after they leave.

use super::channel::Message;
use super::{Inner, Replica, inner};
use crate::boot;
use leptos::prelude::*;
use shared::ids::PersonId;
use std::rc::Rc;

fn setting(person: PersonId) -> String {
    format!("multaqa-own-{person}")
}

pub(super) fn is_own(person: PersonId) -> bool {
    boot::recall(&setting(person)).is_some()
}

impl Replica {
    /// Whether the person said that this is their own device.
    pub(crate) fn is_own_device(self) -> bool {
        is_own(inner().person())
    }

    /// Says whether this is the person's own device. What only they may read moves to its disk, or off it.
    pub(crate) fn set_own_device(self, is_own: bool) {
        let inner = inner();
        let setting = setting(inner.person());
        if is_own {
            boot::remember(&setting, "yes");
        } else {
            boot::forget(&setting);
        }
        if inner.is_leading() {
            leptos::task::spawn_local(async move { inner.keep_private_here(is_own).await });
        } else {
            inner.say(&Message::OwnDevice { is_own });
        }
    }
}

impl Inner {
    pub(super) async fn keep_private_here(self: &Rc<Self>, is_own: bool) {
        if self.vault().keep_private(is_own).await.is_err() {
            self.vault().give_up_disk();
            self.note_keeping();
        }
        // The others learn where what goes from now on.
        self.say(&Message::OwnDevice { is_own });
    }
}
