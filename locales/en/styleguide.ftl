# The style guide, which shows every component with these words.
styleguide-title = Style guide
styleguide-kicker = For those who build pages
styleguide-lead = Every component in every state, in the language and direction you have chosen.
styleguide-action = Show details
styleguide-main-action = Add a course
styleguide-course = Risk management at the border
styleguide-category = Trade facilitation
styleguide-count = { $count ->
    [one] One course
   *[other] { $count } courses
}
styleguide-long = Risk indicators tell officers where to look first, so that honest trade passes quickly and checks are made where they matter.
styleguide-more = More information
styleguide-tiles = Tiles
styleguide-outline = Course outline
styleguide-steps = Steps
styleguide-buttons = Buttons
styleguide-statuses = Status
styleguide-navigation = Navigation
styleguide-type = Type and icons
styleguide-forms = Forms
styleguide-data = Tables and lists
styleguide-sortable = Order of the modules
styleguide-not-started = Not started
styleguide-in-progress = In progress
styleguide-completed = Completed
styleguide-passed = Passed
styleguide-failed = Not passed
styleguide-locked = Locked
styleguide-locked-why = Opens when the quiz is passed.
styleguide-start = Start
styleguide-continue = Continue
styleguide-review = Review
styleguide-people = people
styleguide-empty = No courses yet
styleguide-empty-text = As soon as you are enrolled in a course, you find it here.
styleguide-name = Full name
styleguide-mail = E-mail address
styleguide-disabled = Year (fixed)
styleguide-text = Remarks
styleguide-hint = As it should be printed on the certificate.
styleguide-fault = Enter a complete address, such as name@customs.example.
styleguide-package = Choose a SCORM package or drop it here
