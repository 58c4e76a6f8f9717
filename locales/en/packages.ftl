packages-title = Packages
packages-lead = Each upload becomes a version. Learners get the published one.
packages-untitled = Untitled activity
packages-versions = Versions
packages-none-title = No package yet
packages-none-text = Upload one above. The first one that can be played is published at once.
packages-number = Version
packages-version = Version { $number }
packages-is-published = Published
packages-file = File
packages-standard = Standard
packages-scos = SCOs
packages-size = Size
packages-report = Report
packages-line-error = Must be mended before publishing
packages-line-warning = Warning: please check
packages-line-info = Notes
packages-inside = People inside
packages-blocks = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
packages-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
packages-well = Nothing to mend
packages-test = Test it
packages-publish-title = Publish this version
packages-publish-text = New attempts will play this version.
packages-publish-back = This version was published before. Publishing it again takes you back to it.
packages-publish = Publish
packages-published = The version is published.
packages-publish-blocked = This version cannot be published, because its report names faults that must be mended first. Mend them, and upload the package again.
packages-inside-question = People who have begun another version: { $count }
packages-inside-keep = They finish the version they began ({ $count })
packages-inside-unfinished = Move those who have not finished ({ $count })
packages-inside-all = Move all of them ({ $count })
packages-inside-here = People who have begun this version and are not done: { $count }
packages-changes = Changes against version { $number }
packages-no-changes = The files and SCOs are the same.
packages-scos-added = SCOs added: { $count }
packages-scos-removed = SCOs removed: { $count }
packages-scos-renamed = SCOs renamed: { $count }
packages-files-added = Files added: { $count }
packages-files-removed = Files removed: { $count }
packages-files-changed = Files changed: { $count }
packages-more = and { $count } more
