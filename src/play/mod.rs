//! The run-time on the server: launches, the commit protocol, and what a commit leads to.
//!
//! A launch is a capability for one attempt (`launch`). The player's calls (`web`, `protocol`) go to
//! the one writer that holds the attempt (`writer`), which applies them in memory (`slot`, `live`),
//! saves them in a batch (`db`, `results`) and answers with what is now true (`view`).
//!
//! **Invariant:** nothing is answered as saved before its transaction has committed.

mod choice;
pub mod db;
mod interactions;
pub mod launch;
mod live;
mod load;
mod protocol;
mod results;
mod slot;
mod view;
pub mod web;
mod writer;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::{mpsc, oneshot};

pub(crate) use results::congratulate;
pub use results::{parse_outcome, rules_of};

use crate::App;
use crate::auth::hash_token;
use crate::db::DbResult;
use db::Launch;
use protocol::PlayError;
use writer::{Answer, Call, Work};

/// Calls waiting for a writer; beyond that, players are told to come again.
const QUEUE: usize = 4096;
/// SQLite has one writer. PostgreSQL takes several; an attempt always goes to the same one. Two, so that one
/// applies while the other waits for the disk: more would only make smaller batches.
const WRITERS_ON_POSTGRES: usize = 2;
const MOST_LAUNCHES: usize = 50_000;

/// The door to the writers.
#[derive(Debug)]
pub struct Play {
    senders: Vec<mpsc::Sender<Work>>,
    inboxes: Mutex<Vec<mpsc::Receiver<Work>>>,
    /// Launches never change, so those seen once need not be read again.
    launches: RwLock<HashMap<Arc<str>, Arc<Launch>>>,
}

impl Play {
    pub fn new(is_sqlite: bool) -> Self {
        let count = if is_sqlite { 1 } else { WRITERS_ON_POSTGRES };
        let (senders, inboxes) = (0..count).map(|_| mpsc::channel(QUEUE)).unzip();
        Self {
            senders,
            inboxes: Mutex::new(inboxes),
            launches: RwLock::default(),
        }
    }

    /// Starts the writers. They hold the service weakly and end with it.
    pub fn start(&self, app: &Arc<App>) {
        let mut inboxes = self.inboxes.lock().unwrap_or_else(PoisonError::into_inner);
        for inbox in inboxes.drain(..) {
            tokio::spawn(writer::run(Arc::downgrade(app), inbox));
        }
    }

    /// The launch a capability stands for.
    pub async fn find_launch(&self, app: &App, token: &str) -> DbResult<Option<Arc<Launch>>> {
        let known = self
            .launches
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(token)
            .cloned();
        if known.is_some() {
            return Ok(known);
        }
        let hash = hash_token(token);
        let Some(launch) = db::find_launch(&app.db, &hash).await? else {
            // A guest's is asked for each time: it ends with its course's opening, and by itself.
            let guest = db::find_guest_launch(&app.db, &hash, app.clock.now()).await?;
            return Ok(guest.map(Arc::new));
        };
        let launch = Arc::new(launch);
        let mut launches = self
            .launches
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if launches.len() >= MOST_LAUNCHES {
            launches.clear();
        }
        launches.insert(Arc::from(token), launch.clone());
        Ok(Some(launch))
    }

    async fn ask(&self, app: &App, token: &str, call: Call) -> Result<Answer, PlayError> {
        let launch = match self.find_launch(app, token).await {
            Ok(launch) => launch.ok_or(PlayError::Unknown)?,
            Err(error) => {
                tracing::error!(%error, "a launch cannot be read");
                return Err(PlayError::NotSaved);
            }
        };
        let attempt = launch
            .attempt_id
            .map_or(0, |id| usize::try_from(id.0).unwrap_or_default());
        let Some(sender) = self.senders.get(attempt % self.senders.len()) else {
            return Err(PlayError::NotSaved);
        };
        let (reply, answer) = oneshot::channel();
        let work = Work {
            token: Arc::from(token),
            launch,
            call,
            reply,
        };
        // A full queue is told at once: the player keeps its journal and comes again.
        sender.try_send(work).or(Err(PlayError::NotSaved))?;
        answer.await.unwrap_or(Err(PlayError::NotSaved))
    }
}
