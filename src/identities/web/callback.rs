//! Coming back from a provider.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::cookie::CookieJar;

use super::cookies::{arrival_cookie, departure_hash, no_departure};
use super::{Refusal, own};
use crate::AppState;
use crate::accounts::Visitor;
use crate::accounts::web::{Entry, enter};
use crate::auth::hash_token;
use crate::error::{AppError, AppResult};
use crate::identities::{
    Arrival, Asked, Departure, Purpose, arrive, connect_own, db, find_claimed,
};
use crate::ids::UserId;
use crate::oidc::{Provider, Vouched};
use crate::users::{self, User};
use crate::web::{FlashKind, Page};

/// What a provider may hand back (Core 1.0, 3.1.2.5 and 3.1.2.6; RFC 9207). Given twice, the first counts.
#[derive(Debug, Default)]
struct Returned {
    state: String,
    code: Option<String>,
    error: Option<String>,
    issuer: Option<String>,
}

impl Returned {
    fn of(pairs: Vec<(String, String)>) -> Self {
        let mut returned = Self::default();
        for (name, value) in pairs.into_iter().rev() {
            match name.as_str() {
                "state" => returned.state = value,
                "code" => returned.code = Some(value),
                "error" => returned.error = Some(value),
                "iss" => returned.issuer = Some(value),
                _ => {}
            }
        }
        returned
    }

    /// The code, if this provider gave one.
    fn code(&self, provider: &Provider) -> Result<&str, Refusal> {
        if self
            .issuer
            .as_ref()
            .is_some_and(|issuer| issuer != provider.issuer())
        {
            return Err(Refusal::Untrusted);
        }
        match (&self.error, &self.code) {
            (None, Some(code)) => Ok(code),
            (Some(error), _) if error == "temporarily_unavailable" || error == "server_error" => {
                Err(Refusal::Unreachable)
            }
            (Some(_), _) => Err(Refusal::Declined),
            (None, None) => Err(Refusal::Untrusted),
        }
    }
}

/// `GET /login/oidc/{provider}/callback`
///
/// A `GET`, because a provider sends people back by a redirect. What it changes is bound to a departure that this very
/// browser has made by a `POST`, and is used up by it: a program that opens links, a stranger's link, or a page that is
/// loaded again finds none, and nothing happens.
pub async fn come_back(
    State(app): State<AppState>,
    page: Page,
    Path(id): Path<String>,
    jar: CookieJar,
    visitor: Visitor,
    Query(pairs): Query<Vec<(String, String)>>,
) -> AppResult {
    let provider = app.oidc.find(&id).ok_or(AppError::NotFound)?;
    let returned = Returned::of(pairs);
    let browser = departure_hash(&app.config, &jar);
    let mut tx = app.db.begin().await?;
    let named = (id.as_str(), returned.state.as_str(), browser.as_str());
    let departure = db::take_departure(&mut tx, named, page.request.now).await?;
    tx.commit().await?;
    let Some(departure) = departure else {
        return Ok(Refusal::Late.answer(&page));
    };
    let answer = match redeemed(&app, &page, provider, (&returned, &departure)).await {
        Ok(who) => receive(&app, &page, &visitor, (departure, who)).await?,
        Err(refusal) => refusal.answer(&page),
    };
    let gone = no_departure(&app.config);
    Ok((CookieJar::new().add(gone), answer).into_response())
}

async fn redeemed(
    app: &AppState,
    page: &Page,
    provider: &Provider,
    (returned, departure): (&Returned, &Departure),
) -> Result<Vouched, Refusal> {
    let code = returned.code(provider)?;
    let redeemed = app
        .oidc
        .redeem(provider, (code, &departure.secrets), page.request.now);
    redeemed.await.map_err(|failure| {
        tracing::warn!(provider = provider.id(), %failure, "a log-in by an identity provider failed");
        Refusal::from(failure)
    })
}

/// Who it is, and what they came for.
async fn receive(
    app: &AppState,
    page: &Page,
    visitor: &Visitor,
    (departure, who): (Departure, Vouched),
) -> AppResult {
    if let Purpose::Connect(user) = departure.purpose {
        return connect(app, page, user, (&departure.provider, &who)).await;
    }
    let owner = match db::find_owner(&app.db, &who).await? {
        Some(id) => users::db::find_user(&app.db, id).await?,
        None => None,
    };
    let Some(user) = owner else {
        return welcome(app, page, departure, who).await;
    };
    if user.is_suspended {
        return Ok(Refusal::Unfit.answer(page));
    }
    db::mark_used(&app.db, &who, page.request.now).await?;
    let arrival = match &departure.purpose {
        Purpose::Vouch(arrival) => vouched_for(app, page, &user, arrival).await?,
        Purpose::LogIn | Purpose::Connect(_) => None,
    };
    let entry = Entry {
        user: &user,
        next: &departure.next,
        arrival: arrival.as_deref(),
    };
    enter(app, page, visitor, entry).await
}

/// The arrival that may be connected now: the one whose address is this account's.
async fn vouched_for(
    app: &AppState,
    page: &Page,
    user: &User,
    token_hash: &str,
) -> AppResult<Option<String>> {
    let Some(arrival) = db::find_arrival(&app.db, token_hash, page.request.now).await? else {
        return Ok(None);
    };
    let claimed = find_claimed(app, &arrival).await?;
    let is_theirs = claimed.is_some_and(|claimed| claimed.id == user.id);
    Ok(is_theirs.then_some(arrival.token_hash))
}

/// For somebody who is logged in as the one who left.
async fn connect(
    app: &AppState,
    page: &Page,
    user: UserId,
    (provider, who): (&str, &Vouched),
) -> AppResult {
    let person = page.request.person.as_ref();
    let Some(person) = person.filter(|person| person.user.id == user) else {
        return Ok(Refusal::Late.answer(page));
    };
    if db::find_owner(&app.db, who).await? == Some(user) {
        return Ok(page.redirect(own::PAGE, FlashKind::Info, "identities-connected-already"));
    }
    let connected = connect_own(app, &page.request, &person.user, (provider, who)).await?;
    Ok(if connected {
        page.redirect(own::PAGE, FlashKind::Success, "identities-connected")
    } else {
        page.redirect(own::PAGE, FlashKind::Error, "identities-not-connected")
    })
}

/// Somebody new: their request waits, they have an account that they may connect, or they register.
async fn welcome(app: &AppState, page: &Page, departure: Departure, who: Vouched) -> AppResult {
    let asked = db::find_asked(&app.db, &who).await?;
    if let Some(asked) = asked.filter(|asked| asked.is_open()) {
        return Ok(Redirect::to(asked.page()).into_response());
    }
    let token = app.random.token();
    let arrival = Arrival {
        token_hash: hash_token(&token),
        provider: departure.provider,
        who,
        next: departure.next,
    };
    arrive(app, &arrival, &token, page.request.now).await?;
    let to = if find_claimed(app, &arrival).await?.is_some() {
        "/login/connect"
    } else {
        asked.map_or("/register", Asked::page)
    };
    let jar = CookieJar::new().add(arrival_cookie(&app.config, token));
    Ok((jar, Redirect::to(to)).into_response())
}
