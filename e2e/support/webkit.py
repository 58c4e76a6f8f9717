#!/usr/bin/python3
"""WebKitGTK in a window, for WebDriver.

Debian's own MiniBrowser forgets everything when it is driven; this one keeps cookies and storage in XDG_DATA_HOME.
"""
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

FOLDER = os.environ["XDG_DATA_HOME"]


def show(view):
    window = Gtk.Window(default_width=1024, default_height=768)
    window.add(view)
    view.connect("create", lambda opener, _: show(WebKit2.WebView(related_view=opener)))
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    return view


def started(context, session):
    def first(_):
        return show(WebKit2.WebView(web_context=context, is_controlled_by_automation=True))

    session.connect("create-web-view", first)


manager = WebKit2.WebsiteDataManager(base_data_directory=FOLDER, base_cache_directory=FOLDER)
manager.get_cookie_manager().set_persistent_storage(
    os.path.join(FOLDER, "cookies.sqlite"), WebKit2.CookiePersistentStorage.SQLITE
)
shared = WebKit2.WebContext(website_data_manager=manager)
shared.set_automation_allowed(True)
shared.connect("automation-started", started)
Gtk.main()
