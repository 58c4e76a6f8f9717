//! The table of contents as the player shows it.

use serde::{Deserialize, Serialize};

use super::Navigation;
use crate::manifest::Item;
use crate::prerequisites::Status;

/// One line of the table of contents with the lines below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TocItem {
    pub id: String,
    pub title: String,
    /// Whether it opens something itself.
    pub launchable: bool,
    /// An invisible item is not shown; the items below it are (CAM, `isvisible`).
    pub visible: bool,
    /// Whether choosing it leads anywhere now.
    pub enabled: bool,
    pub current: bool,
    pub status: Status,
    pub children: Vec<Self>,
}

pub(super) fn build(navigation: &Navigation<'_>, items: &[Item]) -> Vec<TocItem> {
    items.iter().map(|item| line(navigation, item)).collect()
}

fn line(navigation: &Navigation<'_>, item: &Item) -> TocItem {
    let step = navigation.step(&item.identifier);
    TocItem {
        id: item.identifier.clone(),
        title: item.title.clone(),
        launchable: item.is_launchable(),
        visible: item.is_visible,
        enabled: navigation.choice(&item.identifier).is_ok(),
        current: navigation.current == Some(item.identifier.as_str()),
        status: step.map(|step| step.status).unwrap_or_default(),
        children: build(navigation, &item.children),
    }
}
