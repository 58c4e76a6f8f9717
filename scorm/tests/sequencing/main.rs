//! Properties of sequencing, over arbitrary courses and arbitrary requests.

mod courses;

use std::sync::Arc;

use proptest::prelude::*;
use scorm::manifest::LmsControl;
use scorm::navigation::{Request, TocItem};
use scorm::runtime::{Document, Standard, finish, interrupt};
use scorm::sequencing::{Answer, Sequencer, Shared, State, Tree, request_of};

use courses::{Step, edition, organization, steps};

/// Does one step; the answer, if anything was asked.
fn take(course: &mut Sequencer, step: &Step) -> Option<Answer> {
    let (document, end) = match step {
        Step::Ask(request) => return Some(course.request(request, 3)),
        Step::Terminate(document) => (document, finish as fn(_, &_, _) -> _),
        Step::Vanish(document) => (document, interrupt as _),
    };
    let activity = course.delivered()?.to_owned();
    let (launch, mut kept) = course.launch(Document::new())?;
    kept.extend(document.clone());
    let finished = end(Standard::Scorm2004, &launch.initial(), kept);
    course.report(&activity, &finished);
    request_of(&finished).map(|request| course.request(&request, 3))
}

fn restored(course: &Sequencer, tree: &Arc<Tree>) -> Sequencer {
    let state = serde_json::to_string(&course.state()).expect("a state is JSON");
    let shared = serde_json::to_string(course.shared()).expect("what is shared is JSON");
    let state: State = serde_json::from_str(&state).expect("a state");
    let shared: Shared = serde_json::from_str(&shared).expect("what is shared");
    assert_eq!(shared, *course.shared());
    Sequencer::new(Arc::clone(tree), state, shared)
}

fn lines(course: &Sequencer) -> Vec<TocItem> {
    let mut lines = Vec::new();
    let mut stack = course.toc();
    while let Some(line) = stack.pop() {
        stack.extend(line.children.iter().cloned());
        lines.push(line);
    }
    lines
}

/// What holds whenever nothing is being asked.
fn holds(course: &Sequencer) -> Result<(), TestCaseError> {
    let lines = lines(course);
    prop_assert!(lines.iter().filter(|line| line.current).count() <= 1);
    if let Some(delivered) = course.delivered() {
        let line = lines.iter().find(|line| line.id == delivered);
        let line = line.expect("what is delivered is part of the course");
        prop_assert!(line.current && line.launchable && line.children.is_empty());
        prop_assert!(course.launch(Document::new()).is_some());
    }
    for control in LmsControl::ALL {
        let _ = course.control(*control);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_course_can_be_played(
        organization in organization(),
        edition in edition(),
        steps in steps(),
    ) {
        let tree = Arc::new(Tree::new(&organization, edition));
        let mut course = Sequencer::new(Arc::clone(&tree), State::default(), Shared::default());
        for step in &steps {
            let answer = take(&mut course, step);
            if let Some(Answer::Deliver(item)) = &answer {
                prop_assert_eq!(course.delivered(), Some(item.as_str()));
            }
            if let Some(Answer::End(_)) = &answer {
                prop_assert!(!course.is_open());
            }
            holds(&course)?;
        }
    }

    #[test]
    fn what_was_kept_goes_on_as_if_it_had_never_been_put_away(
        organization in organization(),
        edition in edition(),
        steps in steps(),
    ) {
        let tree = Arc::new(Tree::new(&organization, edition));
        let mut course = Sequencer::new(Arc::clone(&tree), State::default(), Shared::default());
        let mut other = course.clone();
        for step in &steps {
            other = restored(&other, &tree);
            prop_assert_eq!(take(&mut course, step), take(&mut other, step));
            prop_assert_eq!(course.state(), other.state());
            prop_assert_eq!(course.toc(), other.toc());
        }
    }

    #[test]
    fn what_the_table_of_contents_offers_is_accepted(
        organization in organization(),
        edition in edition(),
        steps in steps(),
    ) {
        let tree = Arc::new(Tree::new(&organization, edition));
        let mut course = Sequencer::new(Arc::clone(&tree), State::default(), Shared::default());
        for step in &steps {
            take(&mut course, step);
        }
        // Ending the current activity may change what is open; between activities nothing does.
        if course.delivered().is_none() {
            for line in lines(&course).iter().filter(|line| line.enabled) {
                let request = Request::Choice(line.id.clone());
                let answer = course.clone().request(&request, 3);
                prop_assert!(matches!(answer, Answer::Deliver(_)), "{} {answer:?}", line.id);
            }
        }
    }
}
