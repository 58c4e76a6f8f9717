//! The page of categories: authors see the tree and add to it, the secretariat renames, moves and deletes.

use std::collections::HashMap;

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::db::{self, CategoryInput};
use super::{is_within, tree};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::{Author, Secretariat};
use crate::courses::Category;
use crate::courses::db::list_categories;
use crate::db::{DbResult, Tx};
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::CategoryId;
use crate::web::{Choice, Fault, Faults, FlashKind, Form, Page, one_line};

const LIST: &str = "/authoring/categories";

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CategoryForm {
    name: String,
    parent: String,
    lang: String,
}

impl CategoryForm {
    /// `moving` is the category that is being changed: it cannot go into itself.
    fn parse(
        &self,
        all: &[Category],
        moving: Option<CategoryId>,
    ) -> Result<CategoryInput, Vec<Fault>> {
        let name = one_line(&self.name);
        let mut faults = Vec::new();
        if name.is_empty() || name.chars().count() > 200 {
            faults.push(Fault::new("name", "categories-fault-name"));
        }
        let parent = all
            .iter()
            .find(|category| category.id.to_string() == self.parent);
        let is_known = self.parent.is_empty() || parent.is_some();
        let is_loop = parent
            .zip(moving)
            .is_some_and(|(parent, id)| is_within(all, parent.id, id));
        if !is_known || is_loop {
            faults.push(Fault::new("parent", "categories-fault-parent"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() && !self.lang.is_empty() {
            faults.push(Fault::new("lang", "courses-fault-choice"));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(CategoryInput {
            name,
            parent_id: parent.map(|parent| parent.id),
            // A branch of the tree is of one language, unless somebody says otherwise.
            lang: lang.or(parent.and_then(|parent| parent.lang)),
        })
    }
}

#[derive(Debug, Serialize)]
struct Row {
    id: CategoryId,
    name: String,
    path: String,
    depth: usize,
    language: Option<&'static str>,
    course_count: i64,
}

#[derive(Debug, Serialize)]
struct CategoriesPage<'a> {
    rows: Vec<Row>,
    parents: Vec<Choice>,
    category_languages: Vec<Choice>,
    form: &'a CategoryForm,
    faults: Faults,
    /// The category the form changes; none when it adds one.
    id: Option<CategoryId>,
    is_deletable: bool,
}

/// `GET /authoring/categories`
pub async fn list(page: Page, _authority: Author) -> AppResult {
    let form = CategoryForm::default();
    list_page(&page, StatusCode::OK, None, &form, &[]).await
}

/// `GET /authoring/categories/{id}`
pub async fn show(page: Page, _authority: Secretariat, Path(id): Path<CategoryId>) -> AppResult {
    let all = list_categories(&page.app.db).await?;
    let category = find(&all, id)?;
    let form = CategoryForm {
        name: category.name.clone(),
        parent: category
            .parent_id
            .map(|id| id.to_string())
            .unwrap_or_default(),
        lang: category.lang.map_or("", Lang::code).to_owned(),
    };
    list_page(&page, StatusCode::OK, Some(id), &form, &[]).await
}

fn find(all: &[Category], id: CategoryId) -> AppResult<&Category> {
    all.iter()
        .find(|category| category.id == id)
        .ok_or(AppError::NotFound)
}

async fn list_page(
    page: &Page,
    status: StatusCode,
    id: Option<CategoryId>,
    form: &CategoryForm,
    faults: &[Fault],
) -> AppResult {
    let all = list_categories(&page.app.db).await?;
    let counts: HashMap<i64, i64> = db::count_courses(&page.app.db).await?.into_iter().collect();
    let count = |id: CategoryId| counts.get(&id.0).copied().unwrap_or_default();
    let nodes = tree(&all);
    let is_parent = |node: &&super::Node<'_>| {
        id.is_none_or(|moving| !is_within(&all, node.category.id, moving))
    };
    let parents = nodes.iter().filter(is_parent);
    let parents = parents.map(|node| Choice::new(node.category.id, node.path.clone()));
    let content = CategoriesPage {
        parents: parents.collect(),
        category_languages: Choice::languages(),
        form,
        faults: Faults::tell(page.lang(), faults),
        id,
        is_deletable: id.is_some_and(|id| {
            count(id) == 0 && !all.iter().any(|category| category.parent_id == Some(id))
        }),
        rows: nodes
            .into_iter()
            .map(|node| Row {
                id: node.category.id,
                name: node.category.name.clone(),
                path: node.path,
                depth: node.depth,
                language: node.category.lang.map(Lang::name),
                course_count: count(node.category.id),
            })
            .collect(),
    };
    let title = page.t("categories-title");
    let crumbs = [(page.t("courses-authoring"), "/authoring".to_owned())];
    page.render_status(status, "categories/list.html", &title, &crumbs, &content)
}

/// `POST /authoring/categories`
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _authority: Author,
    Form(form): Form<CategoryForm>,
) -> AppResult {
    let all = list_categories(&app.db).await?;
    let input = match form.parse(&all, None) {
        Ok(input) => input,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return list_page(&page, unprocessable, None, &form, &faults).await;
        }
    };
    let mut tx = app.db.begin().await?;
    let id = db::insert_category(&mut tx, &input).await?;
    record(&mut tx, &page, "category.add", id, &input.name).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "categories-added"))
}

/// `POST /authoring/categories/{id}`: renames, or moves it below another.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _authority: Secretariat,
    Path(id): Path<CategoryId>,
    Form(form): Form<CategoryForm>,
) -> AppResult {
    let all = list_categories(&app.db).await?;
    find(&all, id)?;
    let input = match form.parse(&all, Some(id)) {
        Ok(input) => input,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return list_page(&page, unprocessable, Some(id), &form, &faults).await;
        }
    };
    let mut tx = app.db.begin().await?;
    db::update_category(&mut tx, id, &input).await?;
    record(&mut tx, &page, "category.settings", id, &input.name).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "courses-saved"))
}

#[derive(Debug, Deserialize)]
pub struct MoveForm {
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Up,
    Down,
}

/// `POST /authoring/categories/{id}/move`: past the neighbour under the same parent.
pub async fn shift(
    State(app): State<AppState>,
    page: Page,
    _authority: Secretariat,
    Path(id): Path<CategoryId>,
    Form(form): Form<MoveForm>,
) -> AppResult {
    let all = list_categories(&app.db).await?;
    let parent = find(&all, id)?.parent_id;
    let mut order: Vec<CategoryId> = all.iter().map(|category| category.id).collect();
    let siblings: Vec<usize> = (0..all.len())
        .filter(|at| {
            all.get(*at)
                .is_some_and(|category| category.parent_id == parent)
        })
        .collect();
    let place = siblings
        .iter()
        .position(|at| order.get(*at) == Some(&id))
        .unwrap_or_default();
    let neighbour = match form.direction {
        Direction::Up => place.checked_sub(1),
        Direction::Down => Some(place + 1),
    };
    if let Some((here, there)) = siblings
        .get(place)
        .zip(neighbour.and_then(|at| siblings.get(at)))
    {
        order.swap(*here, *there);
    }
    let mut tx = app.db.begin().await?;
    db::mark_order(&mut tx, &order).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "courses-reordered"))
}

/// `POST /authoring/categories/{id}/delete`: only while nothing is in it.
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    _authority: Secretariat,
    Path(id): Path<CategoryId>,
) -> AppResult {
    let all = list_categories(&app.db).await?;
    let name = &find(&all, id)?.name;
    let mut tx = app.db.begin().await?;
    if db::delete_category(&mut tx, id).await? == 0 {
        return Err(AppError::Conflict(page.t("categories-in-use")));
    }
    record(&mut tx, &page, "category.delete", id, name).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "categories-deleted"))
}

async fn record(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    id: CategoryId,
    name: &str,
) -> DbResult<()> {
    let subject = format!("category {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail: name,
    };
    audit::record(tx, &page.request, deed).await
}
