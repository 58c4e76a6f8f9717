//! Someone with a browser: keeps cookies, sends what browsers send.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use clikc::ids::UserId;
use http::{Method, Request, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::Reply;

/// Where everybody asks from who is not said to be elsewhere.
const HOME: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

#[derive(Clone)]
pub struct Actor {
    router: Router,
    /// `None` when not logged in.
    pub id: Option<UserId>,
    cookies: BTreeMap<String, String>,
    host: &'static str,
    address: IpAddr,
}

impl Actor {
    pub fn anonymous(router: Router) -> Self {
        Self {
            router,
            id: None,
            cookies: BTreeMap::new(),
            host: "site.test",
            address: HOME,
        }
    }

    pub fn logged_in(router: Router, id: UserId, token: &str) -> Self {
        let cookies = BTreeMap::from([("clikc".to_owned(), token.to_owned())]);
        Self {
            router,
            id: Some(id),
            cookies,
            host: "site.test",
            address: HOME,
        }
    }

    /// The same router by its content host, without cookies: what a player or a package can reach.
    pub fn on_content_origin(&self) -> Self {
        Self {
            cookies: BTreeMap::new(),
            host: "content.test",
            ..self.clone()
        }
    }

    /// The same browser elsewhere.
    #[must_use]
    pub fn from(self, address: [u8; 4]) -> Self {
        Self {
            address: address.into(),
            ..self
        }
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie into the browser from outside.
    pub fn plant(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Goes on with a service that has restarted, or with another replica.
    pub fn moves_to(&mut self, router: &Router) {
        self.router = router.clone();
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &headers, Body::from(body))
            .await
    }

    pub async fn post_json(&mut self, path: &str, body: &serde_json::Value) -> Reply {
        let headers = [
            ("content-type", "application/json"),
            ("accept", "application/json"),
        ];
        self.send(Method::POST, path, &headers, Body::from(body.to_string()))
            .await
    }

    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Reply {
        let origin = format!("http://{}", self.host);
        let mut request = Request::builder().method(method.clone()).uri(path);
        request = request.header(header::HOST, self.host);
        if method != Method::GET && !headers.iter().any(|(name, _)| *name == "origin") {
            request = request
                .header(header::ORIGIN, origin)
                .header("sec-fetch-site", "same-origin");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self
                .cookies
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let peer = ConnectInfo(SocketAddr::from((self.address, 49_152)));
        let request = request.extension(peer).body(body).expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router is infallible");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a readable cookie"));
        }
        let bytes = body.collect().await.expect("a body").to_bytes();
        Reply {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').expect("name=value");
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
