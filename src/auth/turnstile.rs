//! Who computes the next hash. Networks take turns, so that whoever sends a flood stands in a line of their own and a
//! visitor from elsewhere waits for one of its hashes, not for all of them.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::Network;

/// Those of one network who may wait at the same time. Three hundred officers who log in at the stroke of nine are served
/// within ten seconds by one core; a longer line would only be waited for in vain.
const MOST_WAITING: usize = 320;
/// After which a line has moved on.
pub const RETRY_SECONDS: u16 = 5;

/// In whose name a hash is computed: a network, or the service itself.
pub(super) type Asker = Option<Network>;

/// The line of this network is as long as may be. Nothing was tried, so nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

#[derive(Clone)]
pub(super) struct Turnstile(Arc<Mutex<Lines>>);

impl fmt::Debug for Turnstile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turnstile").finish_non_exhaustive()
    }
}

/// Nobody waits while a place is free.
struct Lines {
    free: usize,
    waiting: HashMap<Asker, VecDeque<oneshot::Sender<Pass>>>,
    /// Those with a line, the next one first.
    order: VecDeque<Asker>,
}

impl Lines {
    fn join(&mut self, asker: Asker) -> Result<oneshot::Receiver<Pass>, Busy> {
        let line = self.waiting.entry(asker).or_default();
        if line.len() >= MOST_WAITING {
            // Those who have hung up keep nobody out.
            line.retain(|waiting| !waiting.is_closed());
        }
        if line.len() >= MOST_WAITING {
            return Err(Busy);
        }
        if line.is_empty() && !self.order.contains(&asker) {
            self.order.push_back(asker);
        }
        let (sender, receiver) = oneshot::channel();
        line.push_back(sender);
        Ok(receiver)
    }

    /// The first of the line whose turn it is; without anybody a place is free.
    fn next(&mut self) -> Option<oneshot::Sender<Pass>> {
        while let Some(asker) = self.order.pop_front() {
            let Some(line) = self.waiting.get_mut(&asker) else {
                continue;
            };
            let first = line.pop_front();
            if line.is_empty() {
                self.waiting.remove(&asker);
            } else {
                self.order.push_back(asker);
            }
            if first.is_some() {
                return first;
            }
        }
        self.free += 1;
        None
    }
}

impl Turnstile {
    pub(super) fn new(places: usize) -> Self {
        Self(Arc::new(Mutex::new(Lines {
            free: places,
            waiting: HashMap::new(),
            order: VecDeque::new(),
        })))
    }

    pub(super) async fn pass(&self, asker: Asker) -> Result<Pass, Busy> {
        let turn = {
            let mut lines = self.lock();
            if lines.free > 0 {
                lines.free -= 1;
                return Ok(Pass(Some(self.clone())));
            }
            lines.join(asker)?
        };
        // Nobody is sent away once in line.
        turn.await.map_err(|_lost| Busy)
    }

    fn lock(&self) -> MutexGuard<'_, Lines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to compute one hash. Dropped, it goes to the next in line; a visitor who hangs up takes nobody's turn.
pub(super) struct Pass(Option<Turnstile>);

impl fmt::Debug for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pass").finish_non_exhaustive()
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let Some(turnstile) = self.0.take() else {
            return;
        };
        loop {
            let next = turnstile.lock().next();
            let Some(next) = next else { return };
            match next.send(Self(Some(turnstile.clone()))) {
                Ok(()) => return,
                // They have hung up: it is still ours to give.
                Err(mut unsent) => unsent.0 = None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::mpsc;

    use super::*;

    fn network(last: u8) -> Network {
        Network::from(IpAddr::from([203, 0, 113, last]))
    }

    /// Those in line, as tasks that tell their name when their turn comes and leave at once.
    struct Crowd {
        turnstile: Turnstile,
        told: mpsc::Sender<&'static str>,
    }

    impl Crowd {
        async fn join(&self, name: &'static str, asker: Asker) -> tokio::task::JoinHandle<()> {
            let (turnstile, told) = (self.turnstile.clone(), self.told.clone());
            let task = tokio::spawn(async move {
                let _pass = turnstile.pass(asker).await.expect("a turn");
                told.send(name).expect("a listener");
            });
            // On one thread it stands in line when it is our turn again.
            tokio::task::yield_now().await;
            task
        }
    }

    #[tokio::test]
    async fn networks_take_turns_however_long_the_line_of_one_is() {
        let turnstile = Turnstile::new(1);
        let (told, heard) = mpsc::channel();
        let crowd = Crowd {
            turnstile: turnstile.clone(),
            told,
        };
        let held = turnstile.pass(None).await.expect("a turn");
        let mut tasks = Vec::new();
        for _ in 0..4 {
            tasks.push(crowd.join("flood", Some(network(1))).await);
        }
        tasks.push(crowd.join("ana", Some(network(2))).await);
        tasks.push(crowd.join("service", None).await);
        drop(held);
        for task in tasks {
            task.await.expect("a turn");
        }
        let order: Vec<_> = heard.try_iter().collect();
        assert_eq!(
            order,
            ["flood", "ana", "service", "flood", "flood", "flood"]
        );
    }

    #[tokio::test]
    async fn a_line_has_an_end_and_those_who_hang_up_leave_it() {
        let turnstile = Turnstile::new(1);
        let (told, heard) = mpsc::channel();
        let crowd = Crowd {
            turnstile: turnstile.clone(),
            told,
        };
        let held = turnstile.pass(Some(network(1))).await.expect("a turn");
        let mut tasks = Vec::new();
        for _ in 0..MOST_WAITING {
            tasks.push(crowd.join("flood", Some(network(1))).await);
        }
        assert_eq!(turnstile.pass(Some(network(1))).await.err(), Some(Busy));
        let ana = crowd.join("ana", Some(network(2))).await;
        for task in &tasks {
            task.abort();
        }
        for task in tasks {
            assert!(task.await.is_err(), "a turn although it was aborted");
        }
        let late = crowd.join("late", Some(network(1))).await;
        drop(held);
        ana.await.expect("a turn");
        late.await.expect("a turn");
        assert_eq!(heard.try_iter().collect::<Vec<_>>().len(), 2);
        turnstile
            .pass(Some(network(1)))
            .await
            .expect("nobody holds it");
    }
}
