//! Local objectives as rules and rollup see them, and the maps that join them to shared ones (SN,
//! "Objective Map").

use super::Sequencer;
use super::definition::LocalObjective;
use super::progress::{Field, Progress};
use super::state::Shared;
use super::tree::Id;

impl Sequencer {
    /// What is known of an objective: what was recorded for it, what it reads from elsewhere, and
    /// its status decided by measure where that is the rule.
    pub(super) fn objective(&self, id: Id, n: usize) -> Progress {
        let recorded = self.track(id).objectives.get(n).copied();
        self.with_shared(id, n, recorded.unwrap_or_default())
    }

    /// What an objective knows from elsewhere alone.
    pub(super) fn shared_objective(&self, id: Id, n: usize) -> Progress {
        self.with_shared(id, n, Progress::default())
    }

    fn definition(&self, id: Id, n: usize) -> &LocalObjective {
        &self.tree[id].objectives[n]
    }

    fn with_shared(&self, id: Id, n: usize, mut seen: Progress) -> Progress {
        let definition = self.definition(id, n);
        for link in &definition.links {
            let shared = self.shared_objectives().objectives.get(&link.target);
            seen.read(&link.reads, shared.unwrap_or(&Progress::default()));
        }
        self.decide(id, n, definition, &mut seen);
        seen
    }

    /// What rules and rollup know of an objective: of an activity that is not tracked, nothing.
    pub(super) fn tracked_objective(&self, id: Id, n: usize) -> Progress {
        if self.tree[id].sequencing.delivery.tracked {
            self.objective(id, n)
        } else {
            Progress::default()
        }
    }

    /// The primary objective, which is the rolled-up one, and the progress of the attempt.
    pub(super) fn primary(&self, id: Id) -> Progress {
        self.tracked_objective(id, 0)
    }

    /// Changes an objective and writes what became known to where its maps say.
    pub(super) fn change(&mut self, id: Id, n: usize, change: impl FnOnce(&mut Progress)) {
        let before = self.recorded(id, n);
        change(self.record(id, n));
        let news = self.recorded(id, n).news(&before);
        let fields = news.known_fields();
        self.publish(id, n, &news, &fields);
    }

    /// Records what content said, and writes all of it, new or not: another activity may have
    /// written something else since. `told` are the fields that content spoke of; it may have said
    /// that one is unknown.
    pub(super) fn assert(&mut self, id: Id, n: usize, said: &Progress, told: &[Field]) {
        *self.record(id, n) = *said;
        let mut fields = told.to_vec();
        for (status, measure) in self.decided_by_measure(id, n) {
            fields.retain(|field| *field != status);
            fields.extend(told.contains(&measure).then_some(status));
        }
        self.publish(id, n, &self.recorded(id, n), &fields);
    }

    /// The statuses of an objective that a measure decides, each with its measure.
    fn decided_by_measure(&self, id: Id, n: usize) -> Vec<(Field, Field)> {
        let satisfied = self.definition(id, n).satisfied_by_measure;
        let completed = n == 0 && self.is_completed_by_measure(id);
        let pairs = [
            (satisfied, (Field::Satisfied, Field::Measure)),
            (completed, (Field::Completed, Field::Amount)),
        ];
        let decided = pairs.into_iter().filter(|(is_decided, _)| *is_decided);
        decided.map(|(_, pair)| pair).collect()
    }

    /// Whether progress decides completion (CAM, `completedByMeasure`; of clusters and of what is
    /// shared since the 4th Edition).
    pub(super) fn is_completed_by_measure(&self, id: Id) -> bool {
        self.tree.is_fourth() && self.tree[id].completion_threshold.completed_by_measure
    }

    /// What was recorded, with its status decided by measure where that is the rule.
    fn recorded(&self, id: Id, n: usize) -> Progress {
        let recorded = self.track(id).objectives.get(n).copied();
        let mut recorded = recorded.unwrap_or_default();
        self.decide(id, n, self.definition(id, n), &mut recorded);
        recorded
    }

    fn record(&mut self, id: Id, n: usize) -> &mut Progress {
        let objectives = &mut self.track_mut(id).objectives;
        if objectives.len() <= n {
            objectives.resize(n + 1, Progress::default());
        }
        &mut objectives[n]
    }

    /// Copies fields to the shared objectives whose maps write them.
    fn publish(&mut self, id: Id, n: usize, from: &Progress, fields: &[Field]) {
        let tree = std::sync::Arc::clone(&self.tree);
        for link in &tree[id].objectives[n].links {
            let writes = link.writes.iter().filter(|it| fields.contains(it));
            let writes: Vec<Field> = writes.copied().collect();
            if writes.is_empty() {
                continue;
            }
            let all = &mut self.shared_objectives_mut().objectives;
            let shared = all.entry(link.target.clone()).or_default();
            let before = *shared;
            shared.copy(&writes, from);
            if *shared != before {
                self.written.insert(link.target.clone());
            }
        }
    }

    /// [RB.1.2.a] for what is recorded of a cluster: a status that its measure decides becomes known
    /// to others when it is decided, and not before.
    pub(super) fn settle_by_measure(&mut self, id: Id) {
        let decided = self.recorded(id, 0);
        let record = self.record(id, 0);
        let is_news = record.satisfied != decided.satisfied && decided.satisfied.is_some();
        record.satisfied = decided.satisfied;
        if is_news {
            self.publish(id, 0, &decided, &[Field::Satisfied]);
        }
    }

    /// A measure decides the status where the definition says so (SN, "Objective Satisfied by
    /// Measure"; CAM, `completedByMeasure`): without one, nothing is known.
    fn decide(&self, id: Id, n: usize, definition: &LocalObjective, seen: &mut Progress) {
        let activity = &self.tree[id];
        if definition.satisfied_by_measure {
            let considerations = &activity.sequencing.rollup_considerations;
            let is_open = n == 0 && !activity.is_leaf() && self.track(id).is_active;
            let may = !is_open || considerations.measure_satisfaction_if_active;
            let satisfied = seen.measure.map(|it| it >= definition.min_measure);
            seen.satisfied = satisfied.filter(|_| may);
        }
        if n == 0 && self.is_completed_by_measure(id) {
            let least = activity.completion_threshold.min_progress_measure;
            seen.completed = seen.amount.map(|it| it >= least);
        }
    }

    /// Activities with an objective that reads this shared one.
    pub(super) fn readers<'a>(&'a self, target: &'a str) -> impl Iterator<Item = Id> + 'a {
        self.tree.ids().filter(move |id| {
            let mut links = self.tree[*id].objectives.iter().flat_map(|it| &it.links);
            links.any(|link| link.target == target && !link.reads.is_empty())
        })
    }

    pub(super) fn shared_objectives(&self) -> &Shared {
        if self.tree.objectives_global_to_system {
            &self.learner
        } else {
            &self.own
        }
    }

    fn shared_objectives_mut(&mut self) -> &mut Shared {
        self.looked_up.take();
        if self.tree.objectives_global_to_system {
            &mut self.learner
        } else {
            &mut self.own
        }
    }

    pub(super) fn shared_stores(&self) -> &Shared {
        if self.tree.shared_data_global_to_system {
            &self.learner
        } else {
            &self.own
        }
    }

    pub(super) fn shared_stores_mut(&mut self) -> &mut Shared {
        if self.tree.shared_data_global_to_system {
            &mut self.learner
        } else {
            &mut self.own
        }
    }
}

#[cfg(test)]
mod tests;
