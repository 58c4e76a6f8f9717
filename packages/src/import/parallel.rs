//! Two hands for one list: results come back in the list's order, the first refusal ends all work.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::refusal::Refusal;

/// Unpacking is bound by the processor; two threads halve the wait and leave room for learners.
const THREADS: usize = 2;
const TICK: Duration = Duration::from_millis(200);

/// Works through `items` with one `worker()` per thread, and calls `tick` now and then.
pub(super) fn each<I: Sync, T: Send, W>(
    items: &[I],
    worker: impl Fn() -> W + Sync,
    tick: &mut dyn FnMut(),
) -> Result<Vec<T>, Refusal>
where
    W: FnMut(&I) -> Result<T, Refusal>,
{
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, results) = mpsc::channel();
    let mut done: Vec<Option<T>> = Vec::new();
    done.resize_with(items.len(), || None);
    thread::scope(|scope| {
        for _ in 0..THREADS.min(items.len()) {
            let sender = sender.clone();
            let (next, stop, worker) = (&next, &stop, &worker);
            scope.spawn(move || {
                let mut work = worker();
                while !stop.load(Ordering::Relaxed) {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(position) else {
                        break;
                    };
                    if sender.send((position, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut refused = None;
        loop {
            match results.recv_timeout(TICK) {
                Ok((position, Ok(result))) => {
                    if let Some(slot) = done.get_mut(position) {
                        *slot = Some(result);
                    }
                }
                Ok((_, Err(refusal))) => {
                    stop.store(true, Ordering::Relaxed);
                    refused.get_or_insert(refusal);
                }
                Err(mpsc::RecvTimeoutError::Timeout) => tick(),
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
        }
        refused.map_or(Ok(()), Err)
    })?;
    Ok(done.into_iter().flatten().collect())
}
