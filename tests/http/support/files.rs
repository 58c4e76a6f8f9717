//! Files that people send with forms.

use std::io::Cursor;

use http::Method;

use super::{Actor, Reply};

const BOUNDARY: &str = "----clikc-test";

/// What a browser sends for a form with one file.
pub async fn send_file(actor: &mut Actor, url: &str, name: &str, content: &[u8]) -> Reply {
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"x.bin\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let mime = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", mime.as_str())];
    actor.send(Method::POST, url, &headers, body.into()).await
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::DynamicImage::new_rgb8(width, height)
        .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
        .expect("a picture");
    bytes
}
