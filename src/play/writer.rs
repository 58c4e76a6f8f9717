//! The group-committing writer: takes what is waiting, applies it in memory, writes it in one
//! transaction, and answers only then. Throughput grows with load instead of with fsync.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Weak};

use scorm::navigation::Request;
use scorm::outcome::Outcome;
use tokio::sync::{mpsc, oneshot};

use super::db::{self, DocumentWrite, Launch};
use super::load::load_slot;
use super::protocol::{
    CommitRequest, Committed, HeartbeatRequest, NavigateRequest, OpenRequest, Opened, PlayError,
    Replayed,
};
use super::results::{self, Settlement};
use super::slot::{Slot, Turn};
use crate::App;
use crate::clock::Instant;
use crate::db::DbResult;
use crate::ids::AttemptId;

/// At most so many requests share a transaction: the last of them must not wait too long.
const BATCH: usize = 128;
/// Attempts in memory that nobody used for this long are forgotten; the database has them.
const IDLE_MS: i64 = 20 * 60_000;
const MOST_SLOTS: usize = 4_000;

/// A request of a player.
#[derive(Debug)]
pub(super) enum Call {
    Open(OpenRequest),
    Commit(CommitRequest),
    Navigate(NavigateRequest, Request),
    Heartbeat(HeartbeatRequest),
    Replay(CommitRequest),
}

impl Call {
    /// Whether the player speaks as if more had happened than this memory knows of: a newer epoch, or entries
    /// beyond the next one.
    fn doubts(&self, slot: &Slot) -> bool {
        match self {
            // Other packages of this learner may have shared something since.
            Self::Open(_) => slot.live.shared().is_some(),
            Self::Commit(request) | Self::Replay(request) => {
                slot.is_doubted_by(request.epoch, &request.entries)
            }
            Self::Navigate(request, _) => slot.is_doubted_by(request.epoch, &request.entries),
            Self::Heartbeat(request) => slot.is_doubted_by(request.epoch, &[]),
        }
    }
}

#[derive(Debug)]
pub(super) enum Answer {
    Opened(Box<Opened>),
    Committed(Box<Committed>),
    Replayed(Replayed),
    Alive,
}

pub(super) type Reply = Result<Answer, PlayError>;

#[derive(Debug)]
pub(super) struct Work {
    /// The capability as it came: it makes the addresses of the content.
    pub token: Arc<str>,
    pub launch: Arc<Launch>,
    pub call: Call,
    pub reply: oneshot::Sender<Reply>,
}

/// An attempt is one, whichever launch speaks of it; review and preview are their launch's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Attempt(AttemptId),
    Launch(Arc<str>),
}

impl Work {
    fn key(&self) -> Key {
        match (self.launch.mode, self.launch.attempt_id) {
            (db::LaunchMode::Normal, Some(attempt)) => Key::Attempt(attempt),
            _ => Key::Launch(self.token.clone()),
        }
    }
}

/// Runs until every sender is gone, which is when the service has stopped.
pub(super) async fn run(app: Weak<App>, mut inbox: mpsc::Receiver<Work>) {
    let mut writer = Writer::default();
    while let Some(first) = inbox.recv().await {
        let Some(app) = app.upgrade() else { return };
        let mut batch = vec![first];
        while batch.len() < BATCH {
            match inbox.try_recv() {
                Ok(work) => batch.push(work),
                Err(_) => break,
            }
        }
        writer.process(&app, batch).await;
    }
}

#[derive(Debug, Default)]
struct Writer {
    slots: HashMap<Key, Slot>,
}

/// A request that was applied in memory and waits for the transaction.
struct Pending {
    work: Work,
    key: Key,
    result: Result<Applied, PlayError>,
}

enum Applied {
    Turn(Turn),
    Replayed(bool),
    Alive,
}

impl Writer {
    async fn process(&mut self, app: &App, batch: Vec<Work>) {
        let now = app.clock.now();
        let mut pending = Vec::with_capacity(batch.len());
        for work in batch {
            let key = work.key();
            let result = match self.slot(app, &key, &work, now).await {
                Ok(slot) => {
                    let seed = u64::from_le_bytes(app.random.bytes());
                    apply(slot, &work.call, now, seed)
                }
                Err(error) => Err(error),
            };
            pending.push(Pending { work, key, result });
        }
        // Pictures first: drawing one may deliver an activity, which is state too.
        let answers: Vec<_> = pending
            .into_iter()
            .map(|one| self.answer(one, now))
            .collect();
        let lost = match self.write(app, now).await {
            Ok(lost) => lost,
            Err(error) => {
                tracing::error!(%error, "a batch of commits was not saved");
                self.unsaved_keys()
            }
        };
        for (work, key, reply) in answers {
            let reply = if lost.contains(&key) {
                Err(PlayError::NotSaved)
            } else {
                reply
            };
            // A player that has gone away needs no answer.
            let _ = work.reply.send(reply);
        }
        // What memory says of these is not what the database says: read again at the next call.
        for key in lost {
            self.slots.remove(&key);
        }
        self.forget_idle(now);
    }

    async fn slot(
        &mut self,
        app: &App,
        key: &Key,
        work: &Work,
        now: Instant,
    ) -> Result<&mut Slot, PlayError> {
        // An author moved the attempt to another version, and this window was launched with it.
        let is_moved = |slot: &Slot| slot.live.setting.version.id != work.launch.version_id;
        if matches!(work.call, Call::Open(_)) && self.slots.get(key).is_some_and(is_moved) {
            // What this very batch has not written yet must not be forgotten: the window asks again.
            let is_unsaved = |slot: &Slot| slot.is_touched && slot.records;
            if self.slots.get(key).is_some_and(is_unsaved) {
                return Err(PlayError::NotSaved);
            }
            self.slots.remove(key);
        }
        // Another replica may know better. What this batch has changed is left to the guard of its write.
        let is_doubted = |slot: &Slot| slot.records && !slot.is_touched && work.call.doubts(slot);
        if self.slots.get(key).is_some_and(is_doubted) {
            self.slots.remove(key);
        }
        if !self.slots.contains_key(key) {
            let slot = load_slot(app, &work.launch, now).await?;
            self.slots.insert(key.clone(), slot);
        }
        let slot = self.slots.get_mut(key).ok_or(PlayError::Unknown)?;
        slot.used_at = now;
        Ok(slot)
    }

    fn answer(&mut self, pending: Pending, now: Instant) -> (Work, Key, Reply) {
        let Pending { work, key, result } = pending;
        let reply = match (result, self.slots.get_mut(&key)) {
            (Ok(applied), Some(slot)) => Ok(picture(slot, &work, applied, now)),
            (Ok(_), None) => Err(PlayError::Unknown),
            (Err(error), _) => Err(error),
        };
        (work, key, reply)
    }

    fn touched_keys(&self) -> Vec<Key> {
        let touched = |(key, slot): (&Key, &Slot)| slot.is_touched.then(|| key.clone());
        self.slots.iter().filter_map(touched).collect()
    }

    /// What a failed transaction loses. Review and preview live in memory alone.
    fn unsaved_keys(&self) -> Vec<Key> {
        let mut keys = self.touched_keys();
        keys.retain(|key| self.slots.get(key).is_some_and(|slot| slot.records));
        keys
    }

    /// One transaction for everything that changed. Returns what was not written because another
    /// replica has moved on, or because the account was suspended.
    async fn write(&mut self, app: &App, now: Instant) -> DbResult<Vec<Key>> {
        let keys = self.touched_keys();
        let mut writes = Vec::new();
        let mut documents = Vec::new();
        let mut interactions = Vec::new();
        let mut settlements = Vec::new();
        let mut shared = Vec::new();
        let mut strays = Vec::new();
        for slot in keys
            .iter()
            .filter_map(|key| self.slots.get(key))
            .filter(|slot| slot.records)
        {
            writes.push(slot.write().map_err(unwritable)?);
        }
        for key in &keys {
            let Some(slot) = self.slots.get_mut(key) else {
                continue;
            };
            gather(slot, &mut documents, &mut interactions)?;
            if slot.records && slot.has_new_outcome() {
                settlements.push((slot.row.id, slot.settlement()));
            }
            if slot.records {
                shared.push((slot.row.id, slot.shared_changes().map_err(unwritable)?));
            }
            let attempt = slot.row.id;
            strays.extend(
                slot.strays
                    .drain(..)
                    .map(|(epoch, body)| (attempt, epoch, body)),
            );
        }
        if writes.is_empty() && strays.is_empty() {
            self.settle_memory(&keys);
            return Ok(Vec::new());
        }
        let mut tx = app.db.begin().await?;
        let written: HashSet<i64> = db::write_attempts(&mut tx, &writes)
            .await?
            .into_iter()
            .collect();
        documents.retain(|document| written.contains(&document.attempt.0));
        db::write_documents(&mut tx, &documents).await?;
        for (attempt, sco, rows) in interactions
            .iter()
            .filter(|(id, ..)| written.contains(&id.0))
        {
            db::replace_interactions(&mut tx, *attempt, sco, rows).await?;
        }
        settlements.retain(|(attempt, _)| written.contains(attempt));
        let settlements = settlements.into_iter().map(|(_, settlement)| settlement);
        results::settle(&mut tx, settlements.collect(), now).await?;
        shared.retain(|(attempt, _)| written.contains(attempt));
        let shared = shared.into_iter().flat_map(|(_, changes)| changes);
        db::write_shared(&mut tx, shared.collect()).await?;
        for (attempt, epoch, body) in &strays {
            db::insert_stray(&mut tx, AttemptId(*attempt), *epoch, body, now).await?;
        }
        tx.commit().await?;
        metrics::counter!("clikc_commit_batches_total").increment(1);
        metrics::counter!("clikc_commits_total").increment(writes.len() as u64);
        let is_lost = |key: &Key| {
            self.slots
                .get(key)
                .is_some_and(|slot| slot.records && !written.contains(&slot.row.id))
        };
        let lost = keys.iter().filter(|key| is_lost(key)).cloned().collect();
        self.settle_memory(&keys);
        Ok(lost)
    }

    /// The database now holds what memory says.
    fn settle_memory(&mut self, keys: &[Key]) {
        for key in keys {
            if let Some(slot) = self.slots.get_mut(key) {
                slot.mark_stored();
            }
        }
    }

    fn forget_idle(&mut self, now: Instant) {
        if self.slots.len() > MOST_SLOTS {
            self.slots
                .retain(|_, slot| now.0 - slot.used_at.0 < IDLE_MS / 10);
        } else if self.slots.len() > 64 {
            self.slots
                .retain(|_, slot| now.0 - slot.used_at.0 < IDLE_MS);
        }
    }
}

fn unwritable(error: serde_json::Error) -> crate::db::DbError {
    crate::db::DbError::ImpossibleRow(error.to_string())
}

type InteractionRows = (AttemptId, String, Vec<[String; 4]>);

fn gather(
    slot: &mut Slot,
    documents: &mut Vec<DocumentWrite>,
    interactions: &mut Vec<InteractionRows>,
) -> DbResult<()> {
    let attempt = AttemptId(slot.row.id);
    let dirty = slot.live.take_dirty();
    let touched = slot.live.take_dirty_interactions();
    if !slot.records {
        return Ok(());
    }
    for sco in dirty {
        let Some(document) = slot.live.document(&sco) else {
            continue;
        };
        let document = serde_json::to_string(document).map_err(unwritable)?;
        documents.push(DocumentWrite {
            attempt,
            sco,
            document,
        });
    }
    for sco in touched {
        if let Some(document) = slot.live.document(&sco) {
            let rows = super::interactions::rows(document);
            interactions.push((attempt, sco, rows));
        }
    }
    Ok(())
}

fn apply(slot: &mut Slot, call: &Call, now: Instant, seed: u64) -> Result<Applied, PlayError> {
    match call {
        Call::Open(request) => slot.open(request, now, seed).map(Applied::Turn),
        Call::Commit(request) => slot.commit(request, now, seed).map(Applied::Turn),
        Call::Navigate(request, parsed) => slot
            .navigate(request.epoch, &request.entries, parsed, now, seed)
            .map(Applied::Turn),
        Call::Heartbeat(request) => slot.heartbeat(request.epoch, now).map(|()| Applied::Alive),
        Call::Replay(request) => slot
            .replay(request.epoch, &request.entries, now)
            .map(Applied::Replayed),
    }
}

fn picture(slot: &mut Slot, work: &Work, applied: Applied, now: Instant) -> Answer {
    match applied {
        Applied::Alive => Answer::Alive,
        Applied::Replayed(applied) => Answer::Replayed(Replayed {
            applied,
            acked: slot.row.acked,
        }),
        Applied::Turn(turn) => {
            let view = slot.view(&turn, &work.token);
            if matches!(work.call, Call::Open(_)) {
                let setting = &slot.live.setting;
                return Answer::Opened(Box::new(Opened {
                    epoch: slot.row.epoch,
                    acked: slot.row.acked,
                    attempt: slot.row.number,
                    mode: setting.mode.word(),
                    credit: setting.mode.credit(),
                    standard: slot.live.standard(),
                    strict: setting.strictness == scorm::runtime::Strictness::Strict,
                    view,
                    saved_at: slot.row.saved_at,
                }));
            }
            Answer::Committed(Box::new(Committed {
                acked: slot.row.acked,
                saved_at: slot.row.saved_at.unwrap_or(now.0),
                refused: turn.refused,
                view,
            }))
        }
    }
}

impl Slot {
    fn settlement(&self) -> Settlement {
        Settlement {
            user: self.user_id(),
            activity: self.activity_id(),
            course: self.course_id,
            rules: self.live.setting.rules.clone(),
            grading: self.grading,
            is_first: self.stored_outcome.is_none(),
            was_met: self.stored_outcome.as_ref().is_some_and(Outcome::is_met),
            is_settled: self.live.is_settled(),
        }
    }

    fn has_new_outcome(&self) -> bool {
        let stored = self.stored_outcome.as_ref();
        let is_new =
            stored != Some(&self.live.outcome) || self.is_stored_settled != self.live.is_settled();
        self.row.started_at.is_some() && is_new
    }

    fn shared_changes(&self) -> Result<Vec<db::SharedWrite>, serde_json::Error> {
        match self.live.shared() {
            Some(now) => db::changes(self.user_id(), &self.stored_shared, now),
            None => Ok(Vec::new()),
        }
    }

    fn mark_stored(&mut self) {
        if let Some(shared) = self.live.shared().filter(|now| **now != self.stored_shared) {
            self.stored_shared = shared.clone();
        }
        self.stored = (self.row.epoch, self.row.acked);
        self.is_touched = false;
        if self.has_new_outcome() {
            self.stored_outcome = Some(self.live.outcome.clone());
            self.is_stored_settled = self.live.is_settled();
        }
    }
}
