//! One attempt in the writer's hands: what the database last said, and what happened since.

use scorm::navigation::Request;
use scorm::sequencing::Shared;

use super::db::{AttemptRow, AttemptWrite};
use super::live::{Effects, Live, Step};
use super::protocol::{CommitRequest, Entry, OpenRequest, PlayError, Refusal};
use crate::clock::Instant;
use crate::i18n::Lang;
use crate::ids::{ActivityId, AttemptId, CourseId, UserId};

/// A window that was heard of this recently may still be alive.
const ALIVE_MS: i64 = 90_000;
/// Silence longer than this is not counted as time spent.
const MOST_OBSERVED_MS: i64 = 120_000;

#[derive(Debug)]
pub(super) struct Slot {
    pub live: Live,
    /// The attempt as it shall be; in review and preview it lives here only.
    pub row: AttemptRow,
    /// What the database holds now, for the guard of the next write.
    pub stored: (i64, i64),
    pub records: bool,
    pub lang: Lang,
    pub course_id: CourseId,
    pub grading: crate::courses::Grading,
    /// The outcome that results were last made of; `None` before the first.
    pub stored_outcome: Option<scorm::outcome::Outcome>,
    /// Whether it stood then, whatever the session said next.
    pub is_stored_settled: bool,
    /// What the learner's packages shared when it was last read or written.
    pub stored_shared: Shared,
    pub is_touched: bool,
    pub strays: Vec<(i64, String)>,
    pub used_at: Instant,
}

/// What a request led to, for the answer.
#[derive(Debug, Default)]
pub(super) struct Turn {
    pub refused: Vec<Refusal>,
    pub step: Step,
}

impl Slot {
    pub(super) fn user_id(&self) -> UserId {
        UserId(self.row.user_id)
    }

    pub(super) fn activity_id(&self) -> ActivityId {
        ActivityId(self.row.activity_id)
    }

    /// Takes a new epoch for this window; the window before becomes read-only.
    pub(super) fn open(
        &mut self,
        request: &OpenRequest,
        now: Instant,
        seed: u64,
    ) -> Result<Turn, PlayError> {
        let other = self
            .row
            .window_id
            .as_ref()
            .filter(|window| **window != request.window);
        let seen = self.row.seen_at.unwrap_or_default();
        if other.is_some() && now.0 - seen < ALIVE_MS && !request.takeover {
            let window = other.cloned().unwrap_or_default();
            return Err(PlayError::ActiveElsewhere {
                last_seen: seen,
                window,
            });
        }
        if self.row.acked > 0 {
            self.live.place.written = (self.row.epoch, self.row.acked);
        }
        // A reload opens the window it was; any other is a launch of its own.
        if self.live.place.window.as_ref() != Some(&request.window) {
            self.live.leave_if_done(seed);
        }
        self.live.place.window = Some(request.window.clone());
        self.row.epoch += 1;
        self.row.acked = 0;
        self.row.window_id = Some(request.window.clone());
        self.row.seen_at = Some(now.0);
        Ok(self.decide(&Request::Start, now, seed))
    }

    pub(super) fn commit(
        &mut self,
        request: &CommitRequest,
        now: Instant,
        seed: u64,
    ) -> Result<Turn, PlayError> {
        let effects = self.take_entries(request.epoch, &request.entries, now)?;
        if request.dying {
            self.row.window_id = None;
        }
        // The player asks by itself what its content asked for; followed here as well, it would be
        // followed twice. Nobody asks for a window that is going away.
        let asked = effects.navigation.filter(|_| request.dying);
        let turn = asked.map_or_else(Turn::default, |request| self.decide(&request, now, seed));
        Ok(Turn {
            refused: effects.refused,
            ..turn
        })
    }

    /// The learner's own request outranks one the SCO left behind.
    pub(super) fn navigate(
        &mut self,
        epoch: i64,
        entries: &[Entry],
        request: &Request,
        now: Instant,
        seed: u64,
    ) -> Result<Turn, PlayError> {
        self.live.abandons = matches!(request, Request::Abandon | Request::AbandonAll);
        let effects = self.take_entries(epoch, entries, now);
        let turn = effects.map(|effects| Turn {
            refused: effects.refused,
            ..self.decide(request, now, seed)
        });
        self.live.abandons = false;
        turn
    }

    /// The journal of an earlier window: counts unless a newer one has written since.
    pub(super) fn replay(
        &mut self,
        epoch: i64,
        entries: &[Entry],
        now: Instant,
    ) -> Result<bool, PlayError> {
        if epoch == self.row.epoch {
            return self.take_entries(epoch, entries, now).map(|_| true);
        }
        let (written_epoch, written_acked) = self.live.place.written;
        let is_newest = self.row.acked == 0 && epoch >= written_epoch && epoch < self.row.epoch;
        if !is_newest {
            self.keep_stray(epoch, entries);
            return Ok(false);
        }
        let acked = if epoch == written_epoch {
            written_acked
        } else {
            0
        };
        let (last, _) = self.apply_from(acked, entries)?;
        self.live.rest_all();
        self.live.place.written = (epoch, last);
        self.saved(now);
        Ok(true)
    }

    pub(super) fn heartbeat(&mut self, epoch: i64, now: Instant) -> Result<(), PlayError> {
        if epoch != self.row.epoch {
            return Err(PlayError::StaleEpoch);
        }
        self.observe(now);
        self.is_touched = true;
        Ok(())
    }

    /// Whether a request does not fit what is known here.
    pub(super) fn is_doubted_by(&self, epoch: i64, entries: &[Entry]) -> bool {
        let first = entries.iter().map(|entry| entry.seq).min();
        epoch != self.row.epoch || first.is_some_and(|first| first > self.row.acked + 1)
    }

    fn take_entries(
        &mut self,
        epoch: i64,
        entries: &[Entry],
        now: Instant,
    ) -> Result<Effects, PlayError> {
        if epoch != self.row.epoch {
            self.keep_stray(epoch, entries);
            return Err(PlayError::StaleEpoch);
        }
        let (acked, effects) = self.apply_from(self.row.acked, entries)?;
        if acked > self.row.acked {
            self.row.acked = acked;
            self.saved(now);
        }
        self.observe(now);
        Ok(effects)
    }

    /// Applies what comes after `acked`; duplicates are passed over, a gap stops everything.
    fn apply_from(&mut self, acked: i64, entries: &[Entry]) -> Result<(i64, Effects), PlayError> {
        let mut ordered: Vec<&Entry> = entries.iter().filter(|entry| entry.seq > acked).collect();
        ordered.sort_by_key(|entry| entry.seq);
        ordered.dedup_by_key(|entry| entry.seq);
        let is_contiguous = ordered
            .iter()
            .zip(acked + 1..)
            .all(|(entry, expected)| entry.seq == expected);
        if !is_contiguous {
            return Err(PlayError::Gap { acked });
        }
        let mut effects = Effects::default();
        for entry in &ordered {
            self.live.apply(entry, &mut effects);
        }
        Ok((acked + ordered.len() as i64, effects))
    }

    fn saved(&mut self, now: Instant) {
        self.judge(now);
        self.row.saved_at = Some(now.0);
        self.is_touched = true;
    }

    /// Brings the outcome up to what is known, and says whether the attempt is over.
    fn judge(&mut self, now: Instant) {
        self.live.settle();
        if self.live.has_begun && self.row.started_at.is_none() {
            self.row.started_at = Some(now.0);
        }
        self.row.ended_at = self
            .live
            .is_over()
            .then(|| self.row.ended_at.unwrap_or(now.0));
    }

    /// Time spent, as the server saw it: steps between signs of life, each bounded.
    fn observe(&mut self, now: Instant) {
        let step = now.0 - self.row.seen_at.unwrap_or(now.0);
        self.row.observed_ms += step.clamp(0, MOST_OBSERVED_MS);
        self.row.seen_at = Some(now.0);
    }

    /// What was applied already is no stray: a window that lost its place sends once more what its successor
    /// on the same device has delivered for it.
    fn keep_stray(&mut self, epoch: i64, entries: &[Entry]) {
        if !self.records {
            return;
        }
        let (written_epoch, acked) = self.live.place.written;
        let is_new = |entry: &&Entry| epoch != written_epoch || entry.seq > acked;
        let strays: Vec<&Entry> = entries.iter().filter(is_new).collect();
        if let (false, Ok(body)) = (strays.is_empty(), serde_json::to_string(&strays)) {
            self.strays.push((epoch, body));
            self.is_touched = true;
        }
    }

    fn decide(&mut self, request: &Request, now: Instant, seed: u64) -> Turn {
        let step = self.live.follow(request, seed);
        if step.ended.is_some() {
            self.row.window_id = None;
        }
        self.judge(now);
        self.is_touched = true;
        Turn {
            step,
            ..Turn::default()
        }
    }

    /// What the next batch writes of this attempt.
    pub(super) fn write(&self) -> Result<AttemptWrite, serde_json::Error> {
        let outcome = &self.live.outcome;
        Ok(AttemptWrite {
            id: AttemptId(self.row.id),
            epoch_before: self.stored.0,
            acked_before: self.stored.1,
            epoch: self.row.epoch,
            acked: self.row.acked,
            window_id: self.row.window_id.clone(),
            seen_at: self.row.seen_at,
            started_at: self.row.started_at,
            saved_at: self.row.saved_at,
            ended_at: self.row.ended_at,
            observed_ms: self.row.observed_ms,
            status: outcome.status().word(),
            score: outcome
                .score
                .as_ref()
                .map(|score| i64::from(score.normalised.hundredths())),
            outcome: serde_json::to_string(outcome)?,
            navigation: serde_json::to_string(&self.live.stored_place())?,
        })
    }
}
