//! `clikc serve`: the service, until it is told to stop.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;

use super::say;
use crate::AppState;

#[derive(Debug, Default, clap::Args)]
pub(super) struct ServeArgs {
    /// Seed a demo site: people, a course, and a page with the mails that were not sent.
    #[arg(long)]
    pub(super) demo: bool,
}

/// Requests in flight may finish within this time after the stop signal.
const GRACE: Duration = Duration::from_secs(20);

pub(super) async fn run(app: AppState) -> anyhow::Result<()> {
    if app.db.is_sqlite() {
        app.db.migrate().await?;
    } else if !app.db.is_migrated().await? {
        anyhow::bail!("the database is not up to date: run `clikc migrate` first");
    }
    if app.config.demo {
        crate::demo::seed(&app).await?;
    }
    crate::settings::refresh(&app).await?;
    crate::uploads::tidy(&app).await?;
    if app.config.is_same_origin() {
        tracing::warn!("site and content share a host: packages run with their learner's rights");
    }
    crate::telemetry::recorder();
    let listener = tokio::net::TcpListener::bind(app.config.listen)
        .await
        .with_context(|| format!("{} is taken: set CLIKC_LISTEN", app.config.listen))?;
    greet(&app);
    let jobs = tokio::spawn(crate::jobs::work(app.clone()));
    tokio::spawn(crate::settings::keep_fresh(app.clone()));
    let service = crate::router::build(&app).into_make_service_with_connect_info::<SocketAddr>();
    let shutdown = app.shutdown.clone();
    let server = axum::serve(listener, service)
        .with_graceful_shutdown(async move { shutdown.cancelled().await });
    let server = tokio::spawn(server.into_future());
    stop_signal().await;
    tracing::info!("stopping: finishing what is in flight");
    app.shutdown.cancel();
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
    jobs.await?;
    app.db.close().await;
    Ok(())
}

fn greet(app: &AppState) {
    say(&format!("CLiKC is running: {}", app.config.site_origin()));
    if app.config.demo {
        say("Demo log-ins:");
        for user in crate::demo::USERS {
            say(&format!("  {:<12} {}", user.username, user.password));
        }
    }
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
