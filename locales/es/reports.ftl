# Lo que encontró una importación; los códigos son los de la biblioteca packages.
report-version = Norma: { $edition }{ $why ->
    [declared] , porque el manifiesto indica la versión de esquema «{ $sign }»
    [declared-deeper] , porque una parte del manifiesto indica la versión de esquema «{ $sign }»
    [element] , porque el manifiesto usa <{ $sign }>
    [namespace] , porque el manifiesto usa el espacio de nombres { $sign }
    [spelling] , porque el manifiesto escribe «{ $sign }» así
    [assumed] , porque nada indica una versión y esta es la más común
   *[unknown] {""}
}.
report-scos = Partes cuyos resultados se registran: { $count } ({ $titles }).
report-assets = Partes que solo se muestran: { $count } ({ $titles }).
report-size = Archivos: { $files }, { $size }.
report-first-screen = La primera página ocupa { $size }, { $seconds ->
    [instant] menos de 1 s
   *[other] unos { $seconds } s
} en una línea de 1 Mbps ({ $page }).
report-first-screen-slow = La primera página ocupa { $size }, unos { $seconds } s en una línea de 1 Mbps ({ $page }). Comprima sus imágenes o divídala.
report-tool = Hecho con { $name }.
report-signal = El paquete puede comunicar: { $signals }.
report-signal-none = No se vio que ningún script del paquete comunique resultados. Pruébelo: si queda incompleto, haga que la actividad se complete al verla.
report-signal-other-standard = Los scripts usan el otro estándar SCORM ({ $signals }), no el que declara el manifiesto. Pruebe el paquete y expórtelo de nuevo si no se registra nada.
report-mastery-score = «{ $item }» se aprueba con { $score } según el paquete y con { $pass-mark } según este sitio, que decide.
report-passing-score = «{ $item }» se aprueba con { $score } % según el paquete y con { $pass-mark } % según este sitio, que decide.
report-launch-missing = «{ $item }» no se puede abrir: su página «{ $file }» no está en el archivo zip. Exporte de nuevo el paquete; los archivos renombrados a mano deben renombrarse también en imsmanifest.xml.
report-files-missing = Archivos que el manifiesto enumera y que no están en el zip: { $count } ({ $files }). Si faltan páginas o imágenes, exporte de nuevo el paquete.
report-first-page-missing = La primera página necesita archivos que no están en el zip: { $count } ({ $files }). Puede quedar vacía; exporte de nuevo el paquete.
report-case-repaired = Nombres que el manifiesto escribe de otro modo y que se encuentran igualmente: { $count } ({ $files }).
report-flash = Archivos Flash, que ya ningún navegador reproduce: { $count } ({ $files }).
report-unload = Se envían resultados al cerrar una página, algo que los teléfonos omiten a menudo. De todos modos se guardan continuamente; compruebe que nada se envíe solo al final en: { $files }.
report-beforeunload = Preguntan antes de salir: { $files }.
report-sync-request = Hacen peticiones síncronas, que los navegadores rechazan al cerrar una página: { $files }.
report-service-worker = Registran service workers, que no están disponibles para los paquetes: { $files }.
report-external-loads = El paquete carga archivos de otros sitios: { $hosts }. Los alumnos deben poder acceder a ellos.
report-external-hosts = El paquete menciona otros sitios: { $hosts }. Compruebe que funciona sin ellos o que son accesibles para sus alumnos.
report-external-launch = «{ $item }» abre { $url }, fuera de este sitio.
report-server-scripts = Programas para servidores, que no se ejecutan aquí: { $count } ({ $files }).
report-screen-fixed = Las páginas están hechas para una ventana de { $width } × { $height }.
report-screen-responsive = Las páginas se adaptan a la ventana.
report-root-folder = El paquete está en la carpeta «{ $folder }» del archivo zip.
report-outside-root = Archivos fuera de la carpeta del paquete que se omitieron: { $count }.
report-junk-ignored = Archivos que solo necesita el ordenador del autor y que se omitieron: { $count }.
report-backslashes = Nombres de archivo escritos con barras invertidas que se corrigieron: { $count }.
report-legacy-names = Nombres de archivo que no están en Unicode y se leyeron como { $code-page }: { $count }. Si faltan páginas o imágenes, comprima de nuevo el paquete con una herramienta actual.
report-leading-bytes = Se omitieron { $size } situados antes del archivo propiamente dicho.
report-duplicate-names = Archivos que el zip contiene más de una vez y de los que se usa el último: { $files }.
report-case-collision = Estos nombres solo se distinguen por las mayúsculas: { $files }. Cada uno se sirve con su nombre exacto; cambie uno para mayor seguridad.
report-nested-archives = Archivos comprimidos dentro del paquete, que se ofrecen para descargar y no se abren: { $files }.
report-refused-not-a-zip = Este archivo no es un zip legible. Exporte de nuevo el paquete con la herramienta de autor y cargue el zip que produce.
report-refused-empty = Este archivo zip está vacío. Exporte de nuevo el paquete y cargue ese zip.
report-refused-too-many-files = Este zip contiene { $found } archivos y se aceptan { $limit } como máximo. Quite lo que el curso no usa o divídalo en varios paquetes.
report-refused-directory-too-large = El índice de este zip es demasiado grande para leerlo con seguridad. Comprima de nuevo el paquete sin comentarios ni datos adicionales.
report-refused-path-outside = El zip contiene el archivo «{ $name }», cuyo nombre lleva fuera del paquete. Comprima de nuevo la carpeta del paquete desde dentro de ella.
report-refused-absolute-path = El zip contiene el archivo «{ $name }», indicado con una ruta absoluta. Comprima de nuevo la carpeta para que todos los nombres sean relativos a ella.
report-refused-forbidden-name = El zip contiene el archivo «{ $name }», { $fault ->
    [control-character] cuyo nombre contiene un carácter de control invisible
    [colon] cuyo nombre contiene dos puntos
   *[device] cuyo nombre pertenece a un dispositivo de Windows
}. Cambie el nombre de ese archivo en el paquete y en las páginas que lo usan.
report-refused-name-too-long = El zip contiene un archivo con un nombre demasiado largo o en demasiadas carpetas («{ $name }…»). Acorte los nombres de las carpetas del paquete.
report-refused-not-a-file = «{ $name }» en el zip es un enlace o un archivo especial. Sustitúyalo por el archivo que representa y comprima de nuevo el paquete.
report-refused-encrypted = «{ $name }» en el zip está protegido con contraseña. Comprima de nuevo el paquete sin contraseña.
report-refused-compression = «{ $name }» en el zip está comprimido con un método que pocas herramientas leen ({ $method }). Comprima de nuevo el paquete con la compresión habitual (deflate).
report-refused-overlapping = Hay archivos de este zip que se solapan, lo que ninguna herramienta normal escribe. Comprima de nuevo el paquete.
report-refused-too-large = Descomprimido, este paquete ocuparía { $found } y se aceptan { $limit } como máximo. Comprima sus vídeos o divídalo en varios paquetes.
report-refused-file-too-large = «{ $name }» ocuparía { $found } descomprimido y un archivo puede ocupar { $limit } como máximo. Comprímalo y vuelva a crear el zip.
report-refused-bomb = Este zip se descomprime hasta { $ratio } veces su tamaño, como solo hacen los archivos creados para dañar. Si es un paquete real, busque en él archivos vacíos enormes.
report-refused-damaged = «{ $name }» está dañado: su contenido no coincide con lo que indica el zip. Exporte o cargue de nuevo el paquete.
report-refused-no-manifest = Este zip no contiene imsmanifest.xml, por lo que no es un paquete SCORM. { $hint ->
    [nested-zip] Contiene otro zip, «{ $name }», que puede ser el paquete: cargue ese archivo solo.
    [web-publication] Parece una publicación web de { $name }: publique de nuevo y elija la salida para LMS (SCORM 1.2 o SCORM 2004).
    [other-standard] Es un paquete { $name }: expórtelo como SCORM 1.2 o SCORM 2004.
    [too-deep] Su manifiesto «{ $name }» está en una carpeta demasiado profunda: comprima la carpeta que contiene imsmanifest.xml.
   *[unknown] Exporte de nuevo el paquete como SCORM 1.2 o SCORM 2004 y cargue ese zip sin abrirlo.
}
report-refused-several-packages = Este zip contiene varios paquetes («{ $first }» y «{ $second }»). Cargue cada uno en su propio zip.
report-refused-manifest = El manifiesto no se pudo leer como un curso: { $reason }
report-refused-nothing-to-launch = El paquete no tiene nada que abrir: su manifiesto inicia «{ $file }», que no está en el zip. Expórtelo de nuevo; los archivos renombrados a mano deben renombrarse también en imsmanifest.xml.
report-refused-page-renamed = El paquete no tiene nada que abrir: su manifiesto inicia «{ $file }», que no está en el zip, pero sí está «{ $candidate }». Si la página se renombró a mano, devuélvale su nombre anterior o exporte de nuevo el paquete.
report-refused-no-page = El manifiesto de este paquete no indica ninguna página que abrir. Exporte de nuevo el paquete como SCORM 1.2 o SCORM 2004.
report-refused-server = El paquete no se pudo guardar por un fallo de este servidor. Inténtelo más tarde y avise al operador si se repite.
report-manifest-encoding-guessed = El manifiesto dice estar escrito en { $declared }, pero no lo está; se leyó como { $used }. Compruebe que los títulos se ven bien.
report-manifest-control-characters = El manifiesto contiene caracteres de control; se omitieron.
report-manifest-doctype-ignored = Se omitió la declaración de tipo de documento del manifiesto; no la necesita.
report-manifest-unknown-entity = &{ $name }; no se conoce en un manifiesto y se dejó tal cual. Escriba el carácter mismo.
report-manifest-attribute-unreadable = No se pudo leer un atributo de <{ $element }> en el manifiesto y se omitió. Ponga su valor entre comillas.
report-manifest-schema-version-unknown = La versión de esquema «{ $value }» no es de SCORM; la versión se dedujo de otros indicios.
report-manifest-version-assumed = Nada en el manifiesto indica qué versión de SCORM sigue; se supone SCORM 1.2.
report-manifest-not-scorm = El manifiesto sigue «{ $schema }», no SCORM; se muestra lo que se puede y quizá no se registren resultados.
report-manifest-organization-built = El manifiesto no tiene organización; se creó una con sus recursos que se pueden abrir ({ $items }). Compruebe su orden y sus títulos.
report-manifest-default-organization-missing = El manifiesto no indica una organización predeterminada; se usa «{ $used }».
report-manifest-default-organization-unknown = La organización predeterminada «{ $wanted }» no está en el manifiesto; se usa «{ $used }». Compruebe que es la correcta.
report-manifest-title-missing = «{ $identifier }» no tiene título; se muestra «{ $used }».
report-manifest-identifier-missing = Un elemento no tiene identificador; se le dio «{ $used }».
report-manifest-identifier-duplicate = El identificador «{ $identifier }» se usa más de una vez; el último es ahora «{ $used }». Dé a cada elemento el suyo.
report-manifest-sub-manifest-joined = El manifiesto dentro del manifiesto, «{ $identifier }», se unió al curso donde se menciona.
report-manifest-sub-manifest-cycle = «{ $item }» remite a un manifiesto que lo contiene; la referencia se omitió.
report-manifest-resource-unknown = El elemento «{ $item }» remite al recurso «{ $resource }», que no está en el manifiesto; no se puede abrir. Corrija identifierref o añada el recurso.
report-manifest-resource-without-href = El recurso «{ $resource }» no tiene dirección (href), por lo que el elemento «{ $item }» no se puede abrir. Añada la página que debe abrirse.
report-manifest-resource-duplicate = El identificador de recurso «{ $identifier }» se usa más de una vez; cuenta el primero.
report-manifest-scorm-type-missing = Recursos que no dicen si son un SCO o un asset: { $count } (el primero es «{ $resource }»). Cada uno se toma como { $used }.
report-manifest-dependency-unknown = El recurso «{ $resource }» depende de «{ $dependency }», que no está en el manifiesto.
report-manifest-launch-on-branch = El elemento «{ $item }» tiene elementos debajo y también una página propia, lo que SCORM 2004 no prevé; todos pueden abrirse.
report-manifest-href-external = El elemento «{ $item }» abre { $url }, fuera del paquete; quizá no se registren sus resultados, y necesita Internet.
report-manifest-href-unusable = La dirección «{ $href }» del recurso «{ $resource }» no se puede abrir en un navegador; use una ruta del paquete.
report-manifest-href-outside = La dirección «{ $href }» apunta fuera del paquete; se usa «{ $used }». Compruebe que es el archivo correcto.
report-manifest-href-repaired = La dirección «{ $href }» no está escrita como exige la web; se leyó como «{ $used }».
report-manifest-base-without-slash = La dirección base «{ $base }» no termina en barra; se leyó como una carpeta.
report-manifest-nothing-to-launch = Nada de este curso se puede abrir: ningún elemento lleva a una página. Exporte de nuevo el paquete con la herramienta de autor.
report-manifest-value-invalid = «{ $value }» no es un valor posible de { $field } para «{ $item }»; se omitió.
report-manifest-prerequisites-unreadable = No se pudieron leer los requisitos previos de «{ $item }», que queda abierto a todos. Corrija: { $expression }
report-manifest-prerequisites-unknown = Los requisitos previos de «{ $item }» nombran «{ $identifier }», que no es un elemento de este curso; nunca cuenta como hecho. Corrija el identificador.
report-manifest-sequencing-collection-unknown = «{ $item }» usa la secuenciación «{ $reference }», que no está en el manifiesto; se omitió.
report-manifest-sequencing-unknown = { $field } en la secuenciación de «{ $item }» es desconocido para SCORM y no tiene efecto.
report-manifest-sequencing-time-ignored = { $field } en la secuenciación de «{ $item }» depende del tiempo, que aquí no se vigila, y no tiene efecto. Deje que el módulo vigile su propio tiempo.
report-manifest-rule-incomplete = A una regla (<{ $rule }>) de la secuenciación de «{ $item }» le falta una parte, o tiene una que SCORM no conoce; no tiene efecto. Corríjala en la herramienta de autor.
report-manifest-sequencing-repeated = { $field } aparece más de una vez en «{ $item }»; cuenta el primero.
report-manifest-shared-sequencing-duplicate = La secuenciación compartida «{ $identifier }» está definida más de una vez; cuenta la primera.
report-manifest-without-effect = { $field } de «{ $item }» no tiene efecto sin { $lacks }.
report-manifest-weight-above-one = { $field } de «{ $item }» es { $value }, cuando SCORM llega hasta 1; cuenta en proporción a los pesos de los demás.
report-manifest-item-opens-nothing = «{ $item }» no abre nada ni contiene nada; se pasa por alto.
report-manifest-needs-items-below = { $field } no tiene efecto en «{ $item }», que no contiene elementos.
report-manifest-needs-page = { $field } no tiene efecto en «{ $item }», que no tiene página propia.
report-manifest-not-in-edition = { $field } no tiene efecto en { $edition }, la versión con la que se reproduce este curso (usos: { $count }, el primero en «{ $item }»). Indique la versión correcta en schemaversion si el curso lo necesita.
report-manifest-primary-objective-repeated = «{ $item }» tiene más de un objetivo principal; lo es el primero, y los demás se leen como objetivos corrientes.
report-manifest-objective-duplicate = El objetivo «{ $objective }» está definido más de una vez en «{ $item }»; cuenta el primero.
report-manifest-objective-unknown = Una regla de «{ $item }» pregunta por el objetivo «{ $objective }», que «{ $item }» no tiene; esa condición no se cumple nunca. Corrija referencedObjective.
report-manifest-objective-never-written = «{ $item }» lee { $field } del objetivo compartido «{ $target }», que nada en este curso escribe; queda sin conocerse salvo que otro curso lo escriba.
report-manifest-objective-maps-clash = Varias correspondencias de «{ $item }» se refieren a { $field } del mismo objetivo; solo la última tiene efecto.
report-manifest-attempt-limit-zero = «{ $item }» admite 0 intentos (attemptLimit), así que nunca se puede abrir. Aumente el límite o quítelo.
report-manifest-cluster-closed = «{ $item }» no permite ni elegir (choice) ni avanzar (flow), así que el alumno no puede llegar a lo que contiene. Permita una de las dos cosas.
report-manifest-forward-only-choice = «{ $item }» permite a la vez choice y forwardOnly: lo que está antes de la parte actual no se puede elegir.
report-manifest-selection-exceeds = Partes de «{ $item }» que se deben seleccionar: { $count }. Solo tiene { $available }; se usan todas.
report-manifest-impossible-for-course = Una regla de «{ $item }» dice { $action }, que es imposible para el curso en su conjunto; no tiene efecto.
report-manifest-rollup-always-holds = Una regla de consolidación de «{ $item }» pide al menos 0 de sus partes, así que se cumple siempre. Indique minimumCount o minimumPercent.
report-manifest-rollup-never-holds = Una regla de consolidación de «{ $item }» pide al menos { $count } de sus partes, pero tiene { $available }; no se cumple nunca.
report-manifest-rollup-of-nothing = Ninguna parte de «{ $item }» cuenta para { $field }, así que su estado no depende de ninguna de ellas. Haga que cuente al menos una parte.
report-manifest-rollup-overruled = Las reglas de consolidación de «{ $item }» no tienen efecto cuando { $field } deja la decisión a una medida.
report-manifest-never-reported = { $field } de «{ $item }» espera un resultado que nada comunica, así que su estado nunca queda decidido. Corríjalo en la herramienta de autor.
report-manifest-further = Otros problemas de este tipo: { $count }.
