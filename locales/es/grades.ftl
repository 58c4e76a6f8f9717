# Calificaciones: el resumen y el detalle de un curso.
grades-lead = Sus resultados en todos sus cursos. Elija un curso para ver cada actividad.
grades-rule = El total del curso es la media de las calificaciones que tiene; las actividades sin calificación no la reducen.
grades-none-title = Todavía no hay calificaciones
grades-none-text = Sus calificaciones aparecen aquí cuando esté inscrito en un curso o haya trabajado en él.
grades-total = Total del curso
grades-item = Elemento de calificación
grades-weight = Peso calculado
grades-grade = Calificación
grades-range-title = Rango
grades-range = { $min }–{ $max }
grades-percentage = Porcentaje
grades-feedback = Comentarios
grades-contribution = Aporte al total del curso
grades-empty = { $weight } (Vacío)
grades-ungraded = Sin calificación
