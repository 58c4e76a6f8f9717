//! One's own profile, and other people's.

use axum::extract::{Multipart, Path, Request, State};
use http::StatusCode;
use serde::Serialize;

use super::{CONFIRM_HOURS, Profile, ProfileForm, ProfileInput, db};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::{Person, hash_token};
use crate::db::{DbError, Tx};
use crate::error::{AppError, AppResult};
use crate::ids::UserId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::media::{self, picture};
use crate::web::{Cache, Choice, Fault, Faults, FlashKind, Form, Page, receive_media, serve_media};

/// What a request with a photo may weigh, the form around it included.
pub const PICTURE_BODY: usize = picture::MAX_BYTES + 4096;
const PICTURE_SIDE: u32 = 400;
const OWN: &str = "/profile";

#[derive(Debug, Serialize)]
struct EditPage {
    form: ProfileForm,
    picture: Option<String>,
    person: i64,
    lang_choices: Vec<Choice>,
    faults: Faults,
}

/// What others may see.
#[derive(Debug, Serialize)]
struct PublicPage {
    organisation: String,
    position: Option<String>,
    picture: Option<String>,
    place: String,
    description: String,
    interests: String,
    language: &'static str,
    is_own: bool,
}

async fn own(page: &Page, person: &Person) -> AppResult<Profile> {
    db::find_profile(&page.app.db, person.user.id)
        .await?
        .ok_or(AppError::NotFound)
}

/// `GET /profile`
pub async fn show(page: Page, person: Person) -> AppResult {
    let profile = own(&page, &person).await?;
    let form = ProfileForm::of(&profile);
    render(&page, StatusCode::OK, &profile, form, &[])
}

fn render(
    page: &Page,
    status: StatusCode,
    profile: &Profile,
    form: ProfileForm,
    faults: &[Fault],
) -> AppResult {
    let content = EditPage {
        form,
        picture: profile.picture_url(),
        person: profile.id.0,
        lang_choices: Choice::languages(),
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("profile-title");
    page.render_status(status, "profile/edit.html", &title, &[], &content)
}

/// `POST /profile`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<ProfileForm>,
) -> AppResult {
    let profile = own(&page, &person).await?;
    let input = match form.parse() {
        Ok(input) => input,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, unprocessable, &profile, form, &faults);
        }
    };
    let is_moving = input.email.folded() != profile.email.to_lowercase();
    let mut tx = app.db.begin().await?;
    db::update_profile(&mut tx, profile.id, &input).await?;
    if is_moving {
        ask_mailbox(&mut tx, &page, &profile, &input).await?;
    }
    let subject = format!("user {}", profile.id);
    let deed = Deed {
        action: "profile.save",
        subject: &subject,
        detail: "",
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    let told = if is_moving {
        "profile-address-asked"
    } else {
        "courses-saved"
    };
    Ok(page.redirect(OWN, FlashKind::Success, told))
}

/// The new mailbox confirms, and the present one is warned. An address that somebody else has gets a mail that says so:
/// the page tells nobody whose addresses are known.
async fn ask_mailbox(
    tx: &mut Tx,
    page: &Page,
    profile: &Profile,
    input: &ProfileInput,
) -> AppResult<()> {
    let now = page.request.now;
    let token = page.app.random.token();
    let secrets = (hash_token(&token), now.plus_hours(CONFIRM_HOURS));
    let to = input.email.as_str();
    db::write_email_change(tx, profile.id, to, (&secrets.0, secrets.1)).await?;
    for (to, template) in [(to, "email_confirm"), (&profile.email, "email_leaving")] {
        let mail = Mail {
            to: to.to_owned(),
            lang: input.lang,
            template: template.to_owned(),
            values: serde_json::json!({
                "name": profile.full_name(),
                "after": input.email.as_str(),
                "path": format!("/profile/address/{token}"),
            }),
        };
        jobs::enqueue(tx, &Job::SendMail(mail), now).await?;
    }
    Ok(())
}

#[derive(Debug, Serialize)]
struct AddressPage {
    token: String,
    email: String,
}

async fn linked(page: &Page, token: &str) -> AppResult<(UserId, String)> {
    db::find_email_change(&page.app.db, &hash_token(token), page.request.now)
        .await?
        .ok_or_else(|| AppError::Gone(page.t("profile-address-dead")))
}

/// `GET /profile/address/{token}`: changes nothing, since programs that guard mailboxes open every link.
pub async fn show_address(page: Page, Path(token): Path<String>) -> AppResult {
    let (_, email) = linked(&page, &token).await?;
    let content = AddressPage { token, email };
    let title = page.t("profile-address");
    page.render("profile/address.html", &title, &[], &content)
}

/// `POST /profile/address/{token}`
pub async fn store_address(
    State(app): State<AppState>,
    page: Page,
    Path(token): Path<String>,
) -> AppResult {
    let (id, email) = linked(&page, &token).await?;
    let mut tx = app.db.begin().await?;
    if !db::delete_email_change(&mut tx, &hash_token(&token)).await? {
        return Err(AppError::Gone(page.t("profile-address-dead")));
    }
    match db::mark_email(&mut tx, id, &email).await {
        Ok(_) => {}
        Err(DbError::Duplicate(_)) => {
            return Err(AppError::Conflict(page.t("team-fault-email-taken")));
        }
        Err(error) => return Err(error.into()),
    }
    let subject = format!("user {id}");
    let deed = Deed {
        action: "profile.address",
        subject: &subject,
        detail: "",
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect("/", FlashKind::Success, "profile-address-changed"))
}

/// `POST /profile/picture`
pub async fn store_picture(page: Page, person: Person, form: Multipart) -> AppResult {
    let prepare = |store: &_, file| media::store_square(store, file, PICTURE_SIDE);
    let picture = receive_media(&page, form, "courses-picture-too-large", prepare).await?;
    db::mark_picture(&page.app.db, person.user.id, Some(&picture)).await?;
    Ok(page.redirect(OWN, FlashKind::Success, "courses-saved"))
}

/// `POST /profile/picture/delete`
pub async fn delete_picture(page: Page, person: Person) -> AppResult {
    db::mark_picture(&page.app.db, person.user.id, None).await?;
    Ok(page.redirect(OWN, FlashKind::Success, "courses-saved"))
}

/// Oneself, one's own administration, and everybody for the secretariat.
async fn visible(page: &Page, person: &Person, id: UserId) -> AppResult<Profile> {
    let profile = db::find_profile(&page.app.db, id).await?;
    profile
        .filter(|profile| {
            person.role.is_secretariat() || profile.organisation_id == person.user.organisation_id
        })
        .ok_or(AppError::NotFound)
}

/// `GET /people/{id}`
pub async fn show_person(page: Page, person: Person, Path(id): Path<UserId>) -> AppResult {
    let profile = visible(&page, &person, id).await?;
    let place = [profile.city.as_str(), &profile.country];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let content = PublicPage {
        picture: profile.picture_url(),
        place: place.join(", "),
        language: profile.lang.name(),
        is_own: id == person.user.id,
        organisation: profile.organisation.clone(),
        position: profile.position.clone(),
        description: profile.description.clone(),
        interests: profile.interests.clone(),
    };
    page.render("profile/show.html", &profile.full_name(), &[], &content)
}

/// `GET /people/{id}/picture`
pub async fn show_picture(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<UserId>,
    request: Request,
) -> AppResult {
    let profile = visible(&page, &person, id).await?;
    serve_media(&app.store, profile.picture, Cache::ThisBrowser, request).await
}
