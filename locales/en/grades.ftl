# Grades: the overview and one course in detail.
grades-lead = Your results in all your courses. Choose a course to see each activity.
grades-rule = The course total is the mean of the grades you have; activities without a grade do not lower it.
grades-none-title = No grades yet
grades-none-text = Your grades appear here once you are enrolled in a course or have worked in one.
grades-total = Course total
grades-item = Grade item
grades-weight = Calculated weight
grades-grade = Grade
grades-range-title = Range
grades-range = { $min }–{ $max }
grades-percentage = Percentage
grades-feedback = Feedback
grades-contribution = Contribution to course total
grades-empty = { $weight } (Empty)
grades-ungraded = Not graded
