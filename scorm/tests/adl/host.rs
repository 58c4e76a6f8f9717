//! A player without a screen: one learner, courses, and the SCO that is loaded now. It keeps
//! everything as JSON between requests, as a service would.

use std::collections::BTreeMap;
use std::sync::Arc;

use scorm::manifest::{self, LmsControl};
use scorm::navigation::{Control, Request, TocItem};
use scorm::runtime::{
    CallState, Document, Finished, Session, Standard, Strictness, finish, interrupt,
};
use scorm::sequencing::{Answer, Sequencer, Shared, State, Tree, request_of};

pub(crate) const LEARNER: &str = "learner2";

/// One learner's player.
#[derive(Debug, Default)]
pub(crate) struct Host {
    courses: BTreeMap<String, Course>,
    learner: Shared,
    playing: Option<Playing>,
    /// The activity that was loaded last and not yet looked at.
    news: Option<String>,
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Course {
    tree: Arc<Tree>,
    kept: String,
    documents: BTreeMap<String, Document>,
}

#[derive(Debug)]
struct Playing {
    package: String,
    sequencer: Sequencer,
    loaded: Option<Loaded>,
}

/// A SCO in the content frame.
#[derive(Debug)]
struct Loaded {
    activity: String,
    initial: BTreeMap<String, String>,
    session: Session,
    /// What its unload handler does, if it has one.
    on_unload: Option<Unload>,
}

/// An unload handler: it may ask for something, and terminates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unload(pub(crate) Option<&'static str>);

impl Host {
    pub(crate) fn import(&mut self, package: &str, manifest: &[u8]) {
        let course = manifest::parse(manifest).expect("a manifest that can be read");
        let organization = course.organization().expect("an organisation");
        let course = Course {
            tree: Arc::new(Tree::new(organization, course.edition)),
            kept: "{}".to_owned(),
            documents: BTreeMap::new(),
        };
        self.courses.insert(package.to_owned(), course);
    }

    /// Starts or resumes a course.
    pub(crate) fn launch(&mut self, package: &str) {
        self.playing = Some(Playing {
            package: package.to_owned(),
            sequencer: self.restored(package),
            loaded: None,
        });
        self.request(&Request::Start);
    }

    fn restored(&self, package: &str) -> Sequencer {
        let course = self.courses.get(package).expect("an imported course");
        let state: State = serde_json::from_str(&course.kept).expect("a state");
        Sequencer::new(Arc::clone(&course.tree), state, self.learner.clone())
    }

    /// Leaves the course for good: an open session is exited.
    pub(crate) fn leave(&mut self) {
        self.unload();
        if self.sequencer().is_some_and(Sequencer::is_open) {
            self.request(&Request::ExitAll);
        }
        self.playing = None;
    }

    /// The learner uses the player: the SCO is taken away first, and the learner's request wins.
    pub(crate) fn ask(&mut self, request: &Request) {
        self.unload();
        self.request(request);
    }

    fn request(&mut self, request: &Request) {
        let Some(playing) = &mut self.playing else {
            return;
        };
        let answer = playing.sequencer.request(request, 1);
        if let Answer::Deliver(activity) = &answer {
            self.news = Some(activity.clone());
        }
        playing.loaded = None;
        self.answer = Some(answer);
        self.keep();
    }

    /// Stores everything and takes it up again, as if the next request came to another process.
    fn keep(&mut self) {
        let Some(playing) = &self.playing else { return };
        let package = playing.package.clone();
        let state = serde_json::to_string(&playing.sequencer.state()).expect("a state");
        let shared = serde_json::to_string(playing.sequencer.shared()).expect("JSON");
        self.learner = serde_json::from_str(&shared).expect("shared data");
        self.courses
            .get_mut(&package)
            .expect("an imported course")
            .kept = state;
        let restored = self.restored(&package);
        if let Some(playing) = &mut self.playing {
            playing.sequencer = restored;
        }
    }

    /// The activity that was loaded since the last call.
    pub(crate) fn take_news(&mut self) -> Option<String> {
        self.news.take()
    }

    /// Loads the SCO of the activity delivered.
    pub(crate) fn load(&mut self, activity: &str, on_unload: Option<Unload>) {
        let Some(playing) = &mut self.playing else {
            return;
        };
        let course = self.courses.get_mut(&playing.package).expect("a course");
        let document = course.documents.remove(activity).unwrap_or_default();
        let launch = playing.sequencer.launch(document);
        let (mut launch, document) = launch.expect("an activity is delivered");
        launch.learner_id.push_str(LEARNER);
        let initial = launch.initial();
        playing.loaded = Some(Loaded {
            activity: activity.to_owned(),
            session: Session::new(
                Standard::Scorm2004,
                Strictness::Strict,
                initial.clone(),
                document,
            ),
            initial,
            on_unload,
        });
    }

    pub(crate) fn session(&mut self) -> Option<&mut Session> {
        Some(&mut self.playing.as_mut()?.loaded.as_mut()?.session)
    }

    /// The SCO terminates; what it asked for itself is followed.
    pub(crate) fn terminate(&mut self) {
        let Some(session) = self.session() else {
            return;
        };
        session.terminate("");
        if let Some(request) = self.finish(finish).as_ref().and_then(request_of) {
            self.request(&request);
        }
    }

    /// The SCO is taken away, with whatever it does then; what it asks for is not followed.
    fn unload(&mut self) {
        let Some(loaded) = self.playing.as_mut().and_then(|it| it.loaded.as_mut()) else {
            return;
        };
        let is_running = loaded.session.state() == CallState::Running;
        if is_running && let Some(Unload(asks)) = loaded.on_unload {
            if let Some(asks) = asks {
                loaded.session.set_value("adl.nav.request", asks);
            }
            loaded.session.terminate("");
            self.finish(finish);
        } else if is_running {
            self.finish(interrupt);
        }
        if let Some(playing) = &mut self.playing {
            playing.loaded = None;
        }
    }

    fn finish(
        &mut self,
        end: fn(Standard, &BTreeMap<String, String>, Document) -> Finished,
    ) -> Option<Finished> {
        let playing = self.playing.as_mut()?;
        let loaded = playing.loaded.as_ref()?;
        let document = loaded.session.document().clone();
        let finished = end(Standard::Scorm2004, &loaded.initial, document);
        let activity = loaded.activity.clone();
        playing.sequencer.report(&activity, &finished);
        let course = self.courses.get_mut(&playing.package)?;
        course.documents.insert(activity, finished.document.clone());
        self.keep();
        Some(finished)
    }

    fn sequencer(&self) -> Option<&Sequencer> {
        self.playing.as_ref().map(|it| &it.sequencer)
    }

    pub(crate) fn is_open(&self) -> bool {
        self.sequencer().is_some_and(Sequencer::is_open)
    }

    /// Whether the SCO may stay where it is.
    pub(crate) fn is_delivering(&self) -> bool {
        self.sequencer().is_some_and(|it| it.delivered().is_some())
    }

    pub(crate) fn is_enabled(&self, control: LmsControl) -> bool {
        self.sequencer()
            .is_some_and(|it| it.control(control) == Control::Enabled)
    }

    pub(crate) fn toc(&self) -> Vec<TocItem> {
        let mut lines = Vec::new();
        let mut stack = self.sequencer().map(Sequencer::toc).unwrap_or_default();
        while let Some(mut line) = stack.pop() {
            stack.append(&mut line.children);
            lines.push(line);
        }
        lines
    }

    /// The last answer, for messages.
    pub(crate) fn said(&self) -> String {
        format!("{:?}", self.answer)
    }
}
