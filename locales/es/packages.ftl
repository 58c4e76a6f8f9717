packages-title = Paquetes
packages-lead = Cada carga se convierte en una versión. Los alumnos reciben la publicada.
packages-untitled = Actividad sin título
packages-versions = Versiones
packages-none-title = Todavía no hay paquetes
packages-none-text = Cargue uno arriba. El primero que se pueda reproducir se publica de inmediato.
packages-number = Versión
packages-version = Versión { $number }
packages-is-published = Publicada
packages-file = Archivo
packages-standard = Estándar
packages-scos = SCO
packages-size = Tamaño
packages-report = Informe
packages-line-error = Debe corregirse antes de publicar
packages-line-warning = Advertencia: compruébelo
packages-line-info = Notas
packages-inside = Personas en curso
packages-blocks = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
packages-warnings = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
packages-well = Nada que corregir
packages-test = Probar
packages-publish-title = Publicar esta versión
packages-publish-text = Los nuevos intentos usarán esta versión.
packages-publish-back = Esta versión ya se publicó antes. Publicarla de nuevo le devuelve a ella.
packages-publish = Publicar
packages-published = La versión está publicada.
packages-publish-blocked = Esta versión no se puede publicar, porque su informe señala errores que deben corregirse antes. Corríjalos y cargue de nuevo el paquete.
packages-inside-question = Personas que han empezado otra versión: { $count }
packages-inside-keep = Terminan la versión que empezaron ({ $count })
packages-inside-unfinished = Trasladar a quienes no han terminado ({ $count })
packages-inside-all = Trasladar a todas ({ $count })
packages-inside-here = Personas que han empezado esta versión y no la han terminado: { $count }
packages-changes = Cambios respecto a la versión { $number }
packages-no-changes = Los archivos y los SCO son los mismos.
packages-scos-added = SCO añadidos: { $count }
packages-scos-removed = SCO eliminados: { $count }
packages-scos-renamed = SCO renombrados: { $count }
packages-files-added = Archivos añadidos: { $count }
packages-files-removed = Archivos eliminados: { $count }
packages-files-changed = Archivos modificados: { $count }
packages-more = y { $count } más
