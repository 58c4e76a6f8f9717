//! Habits of authoring tools: what their exports call, written down by tool, meets no error.
//!
//! Each script is a sequence of calls as such a tool makes them in a lenient session. `get`, `set`,
//! `commit`; a read of something never set is allowed to answer "", and must not fail a write.

#[path = "support/habits.rs"]
mod tools;

use scorm::runtime::{Document, Launch, Session, Strictness};
use tools::HABITS;

#[test]
fn the_habits_of_authoring_tools_meet_no_error() {
    for habit in HABITS {
        let initial = Launch::new(habit.standard).initial();
        let (standard, strictness) = (habit.standard, Strictness::Lenient);
        let mut session = Session::new(standard, strictness, initial, Document::new());
        assert_eq!(
            session.get_value("cmi.suspend_data"),
            "",
            "{}: asked too early",
            habit.tool
        );
        assert_eq!(session.initialize("null"), "true", "{}", habit.tool);
        for (element, value) in habit.sets {
            let answer = session.set_value(element, value);
            assert_eq!(answer, "true", "{}: {element} = {value}", habit.tool);
            assert_eq!(session.commit("undefined"), "true", "{}", habit.tool);
        }
        assert_eq!(session.terminate("true"), "true", "{}", habit.tool);
        let stray = session
            .document()
            .keys()
            .find(|key| key.starts_with("cmi.interactions.NaN"));
        assert_eq!(stray, None, "{}", habit.tool);
    }
}
