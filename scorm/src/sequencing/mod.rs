//! Sequencing and navigation of SCORM 2004 courses (SN 4th Edition): which activity comes next, and
//! what is known of each.
//!
//! Owns the activity tree, its tracking information and every process of the standard's
//! pseudo-code, each a function under its own name that cites its number. It must not know about
//! windows, journals, storage or people, and nothing in it reads a clock or draws lots.
//!
//! A player needs six steps:
//!
//! 1. [`Tree::new`] once for a course, [`Sequencer::new`] with the [`State`] and [`Shared`] kept;
//! 2. [`Sequencer::request`] with [`Request::Start`] to open, and with every later request;
//! 3. on [`Answer::Deliver`], [`Sequencer::launch`] says what the launch tells the SCO;
//! 4. [`Sequencer::report`] when a session has ended, before the request that follows;
//! 5. [`Sequencer::toc`] and [`Sequencer::control`] draw the player;
//! 6. [`Sequencer::state`] and [`Sequencer::shared`] are kept after each.
//!
//! ```
//! # use scorm::manifest::{Edition, Item, LaunchTarget, Organization};
//! # use scorm::navigation::Request;
//! # use scorm::sequencing::{Answer, Sequencer, Shared, State, Tree};
//! # let page = LaunchTarget::Package { path: "page.html".into(), suffix: String::new() };
//! # let item = Item { identifier: "lesson".into(), launch: page, ..Item::default() };
//! # let organization = Organization { items: vec![item], ..Organization::default() };
//! let tree = Tree::new(&organization, Edition::Fourth);
//! let mut course = Sequencer::new(tree.into(), State::default(), Shared::default());
//! assert_eq!(course.request(&Request::Start, 7), Answer::Deliver("lesson".into()));
//! ```

mod attempts;
mod choice;
mod definition;
mod delivery;
mod exception;
mod flow;
mod launch;
mod navigation;
mod objectives;
mod overall;
mod progress;
mod random;
mod report;
mod requests;
mod rollup;
mod rollup_rules;
mod rules;
mod selection;
mod state;
mod termination;
#[cfg(test)]
mod testing;
mod tree;
mod view;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

pub use exception::SequencingException;
pub use progress::Progress;
pub use report::request_of;
pub use state::{Shared, State};
pub use tree::Tree;

use crate::navigation::Ending;
#[cfg(doc)]
use crate::navigation::Request;
use crate::runtime::Entry;
use random::Random;
use rules::Preconditions;
use state::{Tracking, usual_children};
use tree::Id;

/// What a request led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// This item is delivered.
    Deliver(String),
    /// The session goes on with nothing delivered: the learner chooses what comes next.
    Wait,
    End(Ending),
    /// Nothing is delivered, and the standard says why.
    Refuse(SequencingException),
}

/// One learner's way through a course.
#[derive(Debug, Clone)]
pub struct Sequencer {
    tree: Arc<Tree>,
    /// By activity.
    tracking: Vec<Tracking>,
    /// By activity: the children that take part, in their order (AM.1.2).
    available: Vec<Vec<Id>>,
    /// By activity: its place among the available children of its parent.
    ranks: Vec<Option<u32>>,
    current: Option<Id>,
    suspended: Option<Id>,
    /// How the current activity was entered.
    entry: Entry,
    /// What the course shares among its own activities only.
    own: Shared,
    learner: Shared,
    /// Shared objectives written since the last rollup.
    written: BTreeSet<String>,
    random: Random,
    /// By activity: the preconditions that hold, while nothing changes.
    looked_up: OnceLock<Vec<Preconditions>>,
}

impl Sequencer {
    /// `state` is what was kept of this attempt, `learner` what was kept of the learner; both are
    /// empty at first.
    pub fn new(tree: Arc<Tree>, state: State, learner: Shared) -> Self {
        let mut sequencer = Self {
            tracking: vec![Tracking::default(); tree.len()],
            available: vec![Vec::new(); tree.len()],
            ranks: vec![None; tree.len()],
            current: None,
            suspended: None,
            entry: Entry::default(),
            own: Shared::default(),
            learner,
            written: BTreeSet::new(),
            random: Random::new(0),
            looked_up: OnceLock::new(),
            tree: Arc::clone(&tree),
        };
        for id in tree.ids() {
            sequencer.set_available(id, usual_children(&tree, id));
        }
        sequencer.restore(state);
        sequencer
    }

    /// What the learner's other courses may see, to be kept with the learner.
    pub const fn shared(&self) -> &Shared {
        &self.learner
    }

    /// The activity that is delivered and has not ended.
    pub fn delivered(&self) -> Option<&str> {
        let current = self.current.filter(|it| self.track(*it).is_active)?;
        Some(&self.tree[current].identifier)
    }

    /// Whether a session goes on.
    pub const fn is_open(&self) -> bool {
        self.current.is_some()
    }

    /// Whether opening the course resumes what was suspended.
    pub const fn is_suspended(&self) -> bool {
        self.suspended.is_some()
    }

    fn track(&self, id: Id) -> &Tracking {
        &self.tracking[id.index()]
    }

    fn track_mut(&mut self, id: Id) -> &mut Tracking {
        self.looked_up.take();
        &mut self.tracking[id.index()]
    }

    fn available_children(&self, id: Id) -> &[Id] {
        &self.available[id.index()]
    }

    fn set_available(&mut self, id: Id, children: Vec<Id>) {
        for child in &self.tree[id].children {
            self.ranks[child.index()] = None;
        }
        for (rank, child) in children.iter().enumerate() {
            self.ranks[child.index()] = Some(rank as u32);
        }
        self.available[id.index()] = children;
    }

    fn rank(&self, id: Id) -> Option<usize> {
        self.ranks[id.index()].map(|rank| rank as usize)
    }
}
