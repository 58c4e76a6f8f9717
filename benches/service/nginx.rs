//! The web server that files are compared with, set up as its manual advises for static files.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::server::free_port;

#[derive(Debug)]
pub(super) struct Nginx {
    child: Child,
    url: String,
}

impl Nginx {
    /// Serves `file` from a folder of its own below `folder`.
    pub(super) fn start(folder: &Path, file: &[u8]) -> Result<Self> {
        let root = folder.join("nginx");
        fs::create_dir_all(root.join("files"))?;
        fs::write(root.join("files/module.js"), file)?;
        let port = free_port()?;
        fs::write(root.join("nginx.conf"), configuration(&root, port))?;
        open_to_workers(folder)?;
        let child = Command::new("nginx")
            .arg("-p")
            .arg(&root)
            .arg("-c")
            .arg(root.join("nginx.conf"))
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start nginx: is it installed?")?;
        let nginx = Self {
            child,
            url: format!("http://127.0.0.1:{port}/module.js"),
        };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(nginx);
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("nginx does not start")
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

/// Started by root, nginx serves as another account, which must be able to come to the file.
fn open_to_workers(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    Ok(())
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master ends its workers when it is asked to, not when it is killed.
        let _ = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        let _ = self.child.wait();
    }
}

fn configuration(root: &Path, port: u16) -> String {
    let root = root.display();
    format!(
        "daemon off;\nworker_processes auto;\npid {root}/pid;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  types {{ text/javascript js; }}\n  sendfile on;\n  tcp_nopush on;\n  access_log off;\n\
         keepalive_requests 100000000;\n  open_file_cache max=100;\n\
         client_body_temp_path {root}/t1;\n  proxy_temp_path {root}/t2;\n  fastcgi_temp_path {root}/t3;\n\
         uwsgi_temp_path {root}/t4;\n  scgi_temp_path {root}/t5;\n\
         server {{ listen 127.0.0.1:{port}; root {root}/files; }}\n}}\n"
    )
}
