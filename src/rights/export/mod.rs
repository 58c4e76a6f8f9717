//! The copy of all that is stored about a person: a page to read, the same as data, and the files. Written row by row,
//! so that it takes no memory that grows with what people have done.

mod data;
mod pack;
mod page;
mod sections;

use std::path::PathBuf;

use tokio::fs::File;
use tokio::io::{AsyncWriteExt as _, BufWriter};

use data::DataWriter;
use pack::Pack;
use page::PageWriter;
use sections::{SECTIONS, Section};

use super::db;
use super::{EXPORT_DAYS, Export, ExportState};
use crate::alerts::{self, Kind, NewAlert};
use crate::clock::Instant;
use crate::config::Config;
use crate::db::{Cells, DbResult, Tx};
use crate::ids::{ExportId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::users::{self, User};
use crate::{App, args};

/// Where a person finds their copy. The mail leads here, and never to the file itself.
const PAGE: &str = "/profile/data";

/// Of a site. What an interrupted job left begins with the same token as the file.
fn folder(config: &Config) -> PathBuf {
    config.data_dir.join("exports")
}

pub(super) fn file_of(config: &Config, token: &str) -> PathBuf {
    folder(config).join(format!("{token}.zip"))
}

/// The `PrepareExport` job. Done twice, the later file takes the place of the earlier, and the person is told once.
pub(crate) async fn prepare(app: &App, id: ExportId) -> anyhow::Result<()> {
    let Some(export) = db::find_export(&app.db, id).await? else {
        return Ok(());
    };
    if !matches!(export.state, ExportState::Waiting { .. }) {
        return Ok(());
    }
    let Some(user) = users::db::find_user(&app.db, export.user_id).await? else {
        return Ok(());
    };
    tokio::fs::create_dir_all(folder(&app.config)).await?;
    remove_files(&app.config, &export.token).await?;
    let size = write(app, &export, &user).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let expires_at = now.plus_days(EXPORT_DAYS);
    if db::mark_ready(&mut tx, id, size, expires_at).await? {
        tell_ready(&mut tx, &user, expires_at, now).await?;
        let end = Job::RemoveExport {
            token: export.token,
        };
        jobs::enqueue_for(&mut tx, &end, expires_at, now).await?;
        tx.commit().await?;
    } else {
        drop(tx);
        remove(app, &export.token).await?;
    }
    Ok(())
}

async fn tell_ready(tx: &mut Tx, user: &User, until: Instant, now: Instant) -> DbResult<()> {
    let alert = NewAlert {
        to: user.id,
        kind: Kind::ExportReady,
        details: &[],
        path: PAGE,
    };
    alerts::db::insert_alert(tx, &alert, now).await?;
    let mail = Mail {
        to: user.email.clone(),
        lang: user.lang,
        template: "export_ready".to_owned(),
        values: serde_json::json!({
            "name": user.full_name(),
            "until": until.0,
            "path": PAGE,
        }),
    };
    jobs::enqueue(tx, &Job::SendMail(mail), now).await
}

/// The `RemoveExport` job: the time of a copy is over, or nobody wants it. A copy that somebody may still fetch stays.
pub(crate) async fn remove(app: &App, token: &str) -> anyhow::Result<()> {
    db::delete_expired(&app.db, token, app.clock.now()).await?;
    if !db::is_kept(&app.db, token).await? {
        remove_files(&app.config, token).await?;
    }
    Ok(())
}

/// Forgets the copy of a person, whether it is ready or not.
pub(crate) async fn forget(tx: &mut Tx, user: UserId, now: Instant) -> DbResult<()> {
    if let Some(token) = db::delete_export(tx, user).await? {
        jobs::enqueue(tx, &Job::RemoveExport { token }, now).await?;
    }
    Ok(())
}

/// The file of this token, and what interrupted jobs left of it.
async fn remove_files(config: &Config, token: &str) -> std::io::Result<()> {
    let mut entries = match tokio::fs::read_dir(folder(config)).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with(token) {
            match tokio::fs::remove_file(entry.path()).await {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Writes the file, and says how large it is.
async fn write(app: &App, export: &Export, user: &User) -> anyhow::Result<i64> {
    let folder = folder(&app.config);
    let site = app.site().name;
    let mut page = PageWriter::new(user.lang, &user.full_name(), &site, app.clock.now());
    let mut data = DataWriter::new(app.clock.now());
    // Without names: nothing of them is left should this process end here.
    let mut html = BufWriter::new(File::from_std(tempfile::tempfile_in(&folder)?));
    let mut json = BufWriter::new(File::from_std(tempfile::tempfile_in(&folder)?));
    for (done, section) in SECTIONS.iter().enumerate() {
        page.begin(section);
        data.begin(section);
        write_rows(
            app,
            user.id,
            section,
            (&mut page, &mut html),
            (&mut data, &mut json),
        )
        .await?;
        page.end();
        data.end();
        let percent = (done + 1) * 90 / SECTIONS.len();
        db::mark_progress(&app.db, export.id, percent as i64).await?;
    }
    html.write_all(page.finish().as_bytes()).await?;
    json.write_all(data.finish().as_bytes()).await?;
    html.flush().await?;
    json.flush().await?;
    let files = [html, json].map(BufWriter::into_inner);
    let [html, json] = files;
    let pack = Pack {
        page: html.into_std().await,
        data: json.into_std().await,
        files: stored_files(app, user.id).await?,
        target: file_of(&app.config, &export.token),
        token: export.token.clone(),
    };
    tokio::task::spawn_blocking(move || pack.write()).await?
}

type Page<'a> = (&'a mut PageWriter, &'a mut BufWriter<File>);
type Data<'a> = (&'a mut DataWriter, &'a mut BufWriter<File>);

async fn write_rows(
    app: &App,
    user: UserId,
    section: &Section,
    (page, html): Page<'_>,
    (data, json): Data<'_>,
) -> anyhow::Result<()> {
    let mut after = i64::MIN;
    loop {
        let values = args![user, after, section.rows_at_once];
        let rows: Vec<Cells> = app.db.all(section.sql, values).await?;
        for Cells(row) in &rows {
            let Some((position, cells)) = row.split_first() else {
                continue;
            };
            after = position.as_deref().unwrap_or_default().parse()?;
            page.row(section, cells);
            data.row(section, cells);
        }
        html.write_all(page.take().as_bytes()).await?;
        json.write_all(data.take().as_bytes()).await?;
        if (rows.len() as i64) < section.rows_at_once {
            return Ok(());
        }
    }
}

/// What lies in the store: names in the copy, and where the bytes are.
async fn stored_files(app: &App, user: UserId) -> anyhow::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for (name, hash) in db::list_files(&app.db, user).await? {
        files.push((name, app.store.path_of(&hash.parse()?)));
    }
    Ok(files)
}
