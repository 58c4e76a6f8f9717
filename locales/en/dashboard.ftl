# The dashboard: categories and courses as tiles.
dashboard-welcome = Welcome, { $name }
dashboard-navigation = Select navigation type
dashboard-tab-categories = My course categories
dashboard-tab-courses = My available courses
dashboard-search = Find courses and categories
dashboard-find = Find
dashboard-show-all = Show all
dashboard-filter = Courses to show
dashboard-active = Active courses
dashboard-completed = Completed courses
dashboard-count = { $count ->
    [one] One course
   *[other] { $count } courses
}
dashboard-none-title = No courses yet
dashboard-none-text = You are not enrolled in any course. Please ask the national coordinator of your administration to enrol you; your courses then appear here.
dashboard-unfound-title = Nothing found
dashboard-unfound-text = No title contains all these words. Try fewer or other words.
dashboard-all-done-title = No active courses
dashboard-all-done-text = You have completed every course that is available to you. You find them, with their certificates, among the completed courses.
dashboard-none-completed-title = No completed courses yet
dashboard-none-completed-text = A course appears here as soon as you have completed all its required activities.
dashboard-empty-category-title = No courses for you in this category
dashboard-empty-category-text = Your other courses are in the other categories.
