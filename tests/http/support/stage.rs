//! One learner, one course, one module: the smallest world in which something can be played.

use clikc::args;
use clikc::ids::ActivityId;

use super::{Actor, Player, Wanted, World};

/// A learner before a course with one module.
pub struct Stage {
    pub world: World,
    pub learner: Actor,
    pub activity: ActivityId,
}

pub async fn stage(wanted: Wanted<'_>) -> Stage {
    let world = World::new().await;
    let organisation = world.organisation("BE").await;
    let author = world.author("BE").await.id.expect("an author");
    let course = world.db_course(organisation, author).await;
    let activity = world.db_activity(course, author, wanted).await;
    let learner = world.learner("BE").await;
    Stage {
        world,
        learner,
        activity,
    }
}

impl Stage {
    pub async fn launch(&mut self) -> Player {
        Player::launch(&mut self.learner, self.activity).await
    }

    /// Status and score that count.
    pub async fn result(&self) -> Option<(String, Option<i64>)> {
        let user = self.learner.id.expect("a learner");
        self.world
            .app
            .db
            .find(
                "SELECT status, score FROM results WHERE user_id = $1 AND activity_id = $2",
                args![user, self.activity],
            )
            .await
            .expect("a query")
    }

    /// (progress, completed?) of the course.
    pub async fn course(&self) -> (i64, bool) {
        let row: Option<(i64, Option<i64>)> = self
            .world
            .app
            .db
            .find("SELECT progress, completed_at FROM enrolments", vec![])
            .await
            .expect("a query");
        row.map_or((0, false), |(progress, completed)| {
            (progress, completed.is_some())
        })
    }
}
