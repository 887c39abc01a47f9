use futures::channel::oneshot;
use std::cell::RefCell;

/// Tasks that wait for something to happen.
#[derive(Default)]
pub(super) struct Waiters(RefCell<Vec<oneshot::Sender<()>>>);

impl Waiters {
    /// Resolves at the next [`Self::wake`]. It counts from the call on, not from when it is first polled.
    pub(super) fn wait(&self) -> impl Future<Output = ()> + use<> {
        let (sender, receiver) = oneshot::channel();
        let mut waiting = self.0.borrow_mut();
        waiting.retain(|sender| !sender.is_canceled());
        waiting.push(sender);
        async {
            // A sender that is dropped says the same as one that speaks.
            let _ = receiver.await;
        }
    }

    /// Has all go on that wait now.
    pub(super) fn wake(&self) {
        for waiting in self.0.take() {
            // The task may be gone.
            let _ = waiting.send(());
        }
    }
}
