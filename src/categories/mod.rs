//! The shelves courses stand on: a tree, one branch per language. The rows are read with the courses.

pub mod db;
pub mod web;

use serde::Serialize;

use crate::courses::Category;
use crate::ids::CategoryId;

/// A category in its place.
#[derive(Debug, Clone, Serialize)]
pub struct Node<'a> {
    pub category: &'a Category,
    pub depth: usize,
    /// Names from the root: `English / Valuation`.
    pub path: String,
}

/// Parents before children, in the order the secretariat gave them.
pub fn tree(all: &[Category]) -> Vec<Node<'_>> {
    let mut nodes = Vec::with_capacity(all.len());
    hang(all, None, 0, "", &mut nodes);
    nodes
}

fn hang<'a>(
    all: &'a [Category],
    parent: Option<CategoryId>,
    depth: usize,
    above: &str,
    nodes: &mut Vec<Node<'a>>,
) {
    for category in all.iter().filter(|category| category.parent_id == parent) {
        let path = if above.is_empty() {
            category.name.clone()
        } else {
            format!("{above} / {}", category.name)
        };
        nodes.push(Node {
            category,
            depth,
            path: path.clone(),
        });
        hang(all, Some(category.id), depth + 1, &path, nodes);
    }
}

/// Whether `id` is `below` or hangs somewhere under it: a category cannot move into itself.
pub fn is_within(all: &[Category], id: CategoryId, below: CategoryId) -> bool {
    let mut at = Some(id);
    // A tree is never deeper than it has nodes, so a loop in the data ends here too.
    for _ in 0..=all.len() {
        let Some(here) = at else { return false };
        if here == below {
            return true;
        }
        at = all
            .iter()
            .find(|category| category.id == here)
            .and_then(|category| category.parent_id);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(id: i64, parent: Option<i64>, name: &str) -> Category {
        Category {
            id: CategoryId(id),
            parent_id: parent.map(CategoryId),
            name: name.to_owned(),
            lang: None,
            position: id,
        }
    }

    #[test]
    fn children_follow_their_parents() {
        let all = [
            category(1, None, "English"),
            category(2, None, "Français"),
            category(3, Some(1), "Valuation"),
        ];
        let paths: Vec<_> = tree(&all).into_iter().map(|node| node.path).collect();
        assert_eq!(paths, ["English", "English / Valuation", "Français"]);
        assert!(is_within(&all, CategoryId(3), CategoryId(1)));
        assert!(!is_within(&all, CategoryId(1), CategoryId(3)));
    }
}
