//! Work on every core.

use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Result, anyhow};

/// Does `work` with each item, on as many threads as there are cores, and returns what came of it in no order. The
/// first failure ends it. Items are taken from the end of the list: what takes longest should stand there.
pub(crate) fn on_every_core<T: Send, R: Send>(
    items: Vec<T>,
    work: impl Fn(T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let queue = Mutex::new(items);
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let worker = || -> Result<Vec<R>> {
        let mut done = Vec::new();
        while let Some(item) = next() {
            let outcome = work(item);
            if outcome.is_err() {
                queue.lock().unwrap_or_else(PoisonError::into_inner).clear();
            }
            done.push(outcome?);
        }
        Ok(done)
    };
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.join().map_err(|_| anyhow!("a worker failed"))??);
        }
        Ok(all)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn each_item_is_worked_on_once() {
        let mut squares = on_every_core((0..100_u32).collect(), |number| Ok(number * number)).unwrap();
        squares.sort_unstable();
        assert_eq!(
            squares,
            (0..100).map(|number| number * number).collect::<Vec<u32>>()
        );
    }

    #[test]
    fn a_failure_is_what_came_of_it() {
        let failed = on_every_core(vec![1, 2, 3], |number| {
            if number == 2 {
                bail!("two failed");
            }
            Ok(number)
        });
        assert!(failed.unwrap_err().to_string().contains("two"));
    }
}
