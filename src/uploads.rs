//! Packages on their way in.

use crate::AppState;

/// Runs the `ImportUpload` job.
pub async fn import(_app: &AppState, upload_id: &str) -> anyhow::Result<()> {
    anyhow::bail!("upload {upload_id} is unknown")
}
