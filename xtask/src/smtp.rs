//! A real SMTP server that keeps what it receives in a folder, for tests of outgoing mail.

use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::place::Place;
use crate::process::{Process, free_port, wait_until};
use crate::tools;

#[derive(Debug)]
pub(crate) struct MailServer {
    _server: Process,
    port: u16,
    /// One `.eml` file for each message received.
    pub(crate) folder: PathBuf,
}

impl MailServer {
    pub(crate) fn start(place: &Place) -> Result<Self> {
        tools::ensure_node_modules(place)?;
        let folder = place.build.join("mail");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let port = free_port()?;
        let log = place.log("smtp");
        let mut server = Process::start(
            Command::new("node")
                .arg("support/smtp.js")
                .arg(port.to_string())
                .arg(&folder)
                .current_dir(place.e2e()),
            &log,
        )?;
        wait_until(&mut server, &log, || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        })?;
        Ok(Self {
            _server: server,
            port,
            folder,
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }
}
