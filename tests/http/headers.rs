//! What answers say about where they may be shown.

use crate::support::World;

#[tokio::test]
async fn the_anchor_is_an_empty_page_that_the_site_alone_may_frame() {
    let world = World::new().await;
    let visitor = world.anonymous();
    let page = visitor
        .on_content_origin()
        .get("/play/anchor")
        .await
        .expect(200);
    assert_eq!(
        page.header("content-security-policy"),
        format!(
            "default-src 'none'; frame-ancestors {}",
            world.app.config.site_origin()
        )
    );
    assert!(page.select("script, a, form").is_empty());
    let site = visitor.clone().get("/login").await.expect(200);
    let content = world.app.config.content_origin();
    let policy = site.header("content-security-policy");
    assert!(
        policy.contains(&format!("frame-src {content};")),
        "{policy}"
    );
}
