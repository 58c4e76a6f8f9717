//! The routes of the site: pages and their forms, by what they are about.

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

use super::people::people_routes;
use super::{Access, Routes};
use crate::{
    articles, auth, categories, certificates, contact, courses, dashboard, front, grades, guests,
    learning, mail, play, settings, uploads, versions, web,
};

/// The routes of the site: pages and their forms.
pub fn site_routes() -> Routes {
    use Access::{Author, Person, Public, Secretariat};
    let store_logo =
        settings::web::store_logo.layer(DefaultBodyLimit::max(settings::web::LOGO_BODY));
    people_routes(certificate_routes(package_routes(authoring_routes(
        visitor_routes(Routes::default()),
    ))))
    .get("/", Public, front::web::show_front)
    .post("/logout", Public, auth::web::log_out)
    .post("/language", Public, auth::web::choose_language)
    .get("/styleguide", Public, front::web::show_styleguide)
    .get("/my", Person, dashboard::web::show_categories)
    .get("/my/categories/{id}", Person, dashboard::web::show_category)
    .get("/my/courses", Person, dashboard::web::show_courses)
    .get("/courses/{id}", Person, learning::web::show_course)
    .get("/courses/{id}/state", Person, learning::web::show_state)
    .get(
        "/courses/{id}/progress",
        Person,
        learning::web::show_progress,
    )
    .get("/grades", Person, grades::web::show_overview)
    .get("/courses/{id}/grades", Person, grades::web::show_course)
    // On a demo site only, where everybody plays every part.
    .get("/mails", Public, mail::web::show_mails)
    .get("/settings", Secretariat, settings::web::show)
    .get("/settings/rules", Secretariat, settings::web::rules::show)
    .post("/settings/rules", Secretariat, settings::web::rules::save)
    .post("/settings", Secretariat, settings::web::save)
    .post("/settings/logo", Secretariat, store_logo)
    .post(
        "/settings/logo/delete",
        Secretariat,
        settings::web::delete_logo,
    )
    .get("/logo/{hash}", Public, settings::web::show_logo)
    .get("/static/{version}/{*path}", Public, web::assets::serve)
    .post("/activities/{id}/launch", Person, play::launch::launch)
    .post(
        "/authoring/versions/{id}/preview",
        Author,
        play::launch::preview,
    )
    .get("/metrics", Public, front::web::show_metrics)
}

/// What visitors meet before they have an account, and where the secretariat writes it.
fn visitor_routes(routes: Routes) -> Routes {
    use Access::{Public, Secretariat};
    use articles::web::{self, editor, settings};
    routes
        .get("/news", Public, web::list_news)
        .get("/news/{id}", Public, web::show_item)
        .get("/help", Public, web::show_help)
        .get("/faq", Public, web::list_questions)
        .get("/contact", Public, contact::web::show)
        .post("/contact", Public, contact::web::send)
        .get("/demo/{id}", Public, guests::web::show)
        .post(
            "/demo/activities/{id}/launch",
            Public,
            play::launch::launch_guest,
        )
        .post(
            "/authoring/courses/{id}/guests",
            Secretariat,
            guests::web::mark,
        )
        .get("/settings/texts", Secretariat, settings::list_texts)
        .get("/settings/news", Secretariat, settings::list_news)
        .post("/settings/news", Secretariat, settings::add_news)
        .get("/settings/faq", Secretariat, settings::list_questions)
        .post("/settings/faq", Secretariat, settings::add_question)
        .get("/settings/texts/{id}", Secretariat, editor::show)
        .post("/settings/texts/{id}", Secretariat, editor::save)
        .post("/settings/texts/{id}/move", Secretariat, settings::shift)
        .post(
            "/settings/texts/{id}/publication",
            Secretariat,
            editor::publish,
        )
        .post("/settings/texts/{id}/delete", Secretariat, editor::delete)
}

/// Where authors build courses.
fn authoring_routes(routes: Routes) -> Routes {
    use Access::{Author, Person, Secretariat};
    use courses::web::{activity, catalogue, media, outline, participants, section, settings};
    let store_picture = media::store_picture.layer(DefaultBodyLimit::max(media::PICTURE_BODY));
    let store_video = media::store_video.layer(DefaultBodyLimit::max(media::VIDEO_BODY));
    routes
        .get("/courses/{id}/picture", Person, media::show_picture)
        .get("/courses/{id}/video", Person, media::show_video)
        .get("/courses/{id}/participants", Author, participants::list)
        .post("/courses/{id}/participants", Author, participants::add)
        .post(
            "/courses/{id}/participants/{user}/delete",
            Author,
            participants::remove,
        )
        .get("/authoring/categories", Author, categories::web::list)
        .post("/authoring/categories", Author, categories::web::add)
        .get(
            "/authoring/categories/{id}",
            Secretariat,
            categories::web::show,
        )
        .post(
            "/authoring/categories/{id}",
            Secretariat,
            categories::web::save,
        )
        .post(
            "/authoring/categories/{id}/move",
            Secretariat,
            categories::web::shift,
        )
        .post(
            "/authoring/categories/{id}/delete",
            Secretariat,
            categories::web::delete,
        )
        .get("/authoring/courses/{id}/settings", Author, settings::show)
        .post("/authoring/courses/{id}/settings", Author, settings::save)
        .post("/authoring/courses/{id}/picture", Author, store_picture)
        .post(
            "/authoring/courses/{id}/picture/delete",
            Author,
            media::delete_picture,
        )
        .post("/authoring/courses/{id}/video", Author, store_video)
        .post(
            "/authoring/courses/{id}/video/delete",
            Author,
            media::delete_video,
        )
        .get("/authoring", Author, catalogue::list)
        .get("/authoring/courses/new", Author, catalogue::new)
        .post("/authoring/courses", Author, catalogue::create)
        .get("/authoring/courses/{id}", Author, outline::show)
        .post(
            "/authoring/courses/{id}/state",
            Author,
            outline::change_state,
        )
        .post("/authoring/courses/{id}/order", Author, outline::reorder)
        .post(
            "/authoring/courses/{id}/activities",
            Author,
            outline::add_activity,
        )
        .post("/authoring/courses/{id}/sections", Author, section::add)
        .get("/authoring/sections/{id}", Author, section::show)
        .post("/authoring/sections/{id}", Author, section::rename)
        .post("/authoring/sections/{id}/delete", Author, section::delete)
        .get("/authoring/activities/{id}", Author, activity::show)
        .post("/authoring/activities/{id}", Author, activity::save)
        .post(
            "/authoring/activities/{id}/delete",
            Author,
            activity::delete,
        )
}

/// Uploading packages and publishing their versions.
fn package_routes(routes: Routes) -> Routes {
    use Access::Author;
    routes
        .get(
            "/authoring/activities/{id}/packages",
            Author,
            versions::web::show_packages,
        )
        .post(
            "/authoring/activities/{id}/packages",
            Author,
            // Counted while it is streamed to disk.
            uploads::web::post_form.layer(DefaultBodyLimit::disable()),
        )
        .post(
            "/authoring/activities/{id}/uploads",
            Author,
            uploads::web::open_upload,
        )
        .get("/authoring/uploads/{id}", Author, uploads::web::show_upload)
        .put("/authoring/uploads/{id}", Author, uploads::web::put_piece)
        .post(
            "/authoring/uploads/{id}/delete",
            Author,
            uploads::web::delete_upload,
        )
        .get(
            "/authoring/versions/{id}",
            Author,
            versions::web::show_version,
        )
        .post(
            "/authoring/versions/{id}/publish",
            Author,
            versions::web::publish,
        )
}

/// Earning, verifying, registering and wording certificates.
fn certificate_routes(routes: Routes) -> Routes {
    use Access::{Author, Person, Public, Secretariat};
    use certificates::web::{designs, holders, register, verify};
    routes
        .post("/courses/{id}/certificate", Person, holders::issue)
        .get("/my/certificates", Person, holders::list_mine)
        .get("/certificates/{id}", Person, holders::show)
        .get(
            "/certificates/{id}/certificate.pdf",
            Person,
            holders::download,
        )
        .get("/certificates/verify", Public, verify::ask)
        .get("/certificates/verify/{code}", Public, verify::answer)
        .get("/certificates", Secretariat, register::list)
        .post("/certificates/{id}/replace", Secretariat, register::replace)
        .post("/certificates/{id}/revoke", Secretariat, register::revoke)
        .get("/authoring/courses/{id}/certificate", Author, designs::show)
        .post("/authoring/courses/{id}/certificate", Author, designs::save)
        .get(
            "/authoring/courses/{id}/certificate/preview.pdf",
            Author,
            designs::preview_saved,
        )
        .post(
            "/authoring/courses/{id}/certificate/preview.pdf",
            Author,
            designs::preview_typed,
        )
}
