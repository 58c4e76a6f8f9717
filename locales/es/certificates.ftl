# Certificates: earning, verifying, registering and wording them.
certificates-certificate = Certificado
certificates-mine = Mis certificados
certificates-mine-lead = Los certificados que ha obtenido. Cualquier persona a quien muestre uno puede verificarlo.
certificates-none-title = Todavía no hay certificados
certificates-none-text = Complete un curso y elija «Obtener mi certificado» en su página.
certificates-download = Descargar el certificado (PDF)
certificates-file-name = Certificado – { $course }
certificates-verification = Verificación
certificates-verification-text = Cualquier persona puede comprobar este certificado en la dirección siguiente o mediante su código QR.
certificates-qr-code = Código QR de la página de verificación
certificates-to-course = Ir al curso
certificates-issued = Este es su certificado.
certificates-not-complete = El curso aún no está completo. Lo que falta se indica a continuación.
certificates-state = Estado
certificates-state-valid = Válido
certificates-state-replaced = Sustituido
certificates-state-revoked = Revocado

# The printed facts
certificates-fact-name = Nombre
certificates-fact-course = Curso
certificates-fact-date = Fecha
certificates-fact-score = Calificación
certificates-fact-number = Número de certificado
certificates-fact-qr = Código QR
certificates-fact-qr-hint = Lleva a la página que verifica el certificado. Sin él, se imprimen el número y la dirección de esa página.
certificates-fact-issuer = Expedido por

# Verification
certificates-verify = Verificar un certificado
certificates-verify-lead = Compruebe si un certificado que le han mostrado fue expedido aquí y si sigue siendo válido.
certificates-verify-hint = Dieciséis letras y cifras, impresas en el certificado. No importan mayúsculas, espacios ni guiones.
certificates-verify-go = Verificar
certificates-verify-compare = Compare cada línea con el certificado que le han mostrado. Si algo difiere, el documento ha sido alterado.
certificates-valid-title = Este certificado es válido
certificates-valid-text = Fue expedido aquí con los datos siguientes.
certificates-replaced-title = Este certificado fue sustituido
certificates-replaced-text = Era auténtico y no cuenta desde el { $date }, porque se expidió uno corregido.
certificates-replaced-link = Sustituido por { $number }
certificates-revoked-title = Este certificado fue revocado
certificates-revoked-text = No cuenta desde el { $date }. Si tiene preguntas, diríjase a la administración que lo expidió.
certificates-unknown-title = No existe tal certificado
certificates-unknown-text = Aquí no se ha expedido ningún certificado con el número { $number }. Revise el número; si es correcto, el documento no procede de nosotros.

# The register of the secretariat
certificates-register = Certificados
certificates-register-lead = Todos los certificados expedidos. Abra uno para corregir un nombre o revocarlo.
certificates-search = Buscar por nombre o número
certificates-search-go = Buscar
certificates-none-found = No se han encontrado certificados
certificates-none-found-text = Pruebe con una parte del nombre o el comienzo del número.
certificates-cut = Solo se muestran los { $count } más recientes. Busque para encontrar otros.
certificates-reason = Motivo
certificates-reason-hint = Se comunica al titular por correo y se conserva en el registro; no se muestra al público.
certificates-replace = Corregir el nombre
certificates-replace-title = Corregir el nombre de este certificado
certificates-replace-text = Se expide un certificado nuevo con otro número y la misma fecha. Este sigue siendo verificable e indica cuál lo sustituye.
certificates-replace-name = Nombre tal como debe imprimirse
certificates-replace-go = Expedir el certificado corregido
certificates-replaced = Se ha expedido el certificado corregido.
certificates-revoke = Revocar
certificates-revoke-title = ¿Revocar este certificado?
certificates-revoke-text = Quien lo verifique leerá que fue revocado. No se puede deshacer y no se expide otro certificado para este curso.
certificates-revoked = El certificado ha sido revocado.
certificates-ended-already = Este certificado ya fue sustituido o revocado.

# The template of a course
certificates-design = Certificado del curso
certificates-design-lead = Qué dicen los certificados de este curso y qué aspecto tienen. Funciona tal cual; lo que cambie vale para los certificados expedidos a partir de entonces.
certificates-group-wording = Texto
certificates-group-facts = Datos al pie
certificates-group-signature = Firma
certificates-group-look = Aspecto
certificates-issuer = Expedido por
certificates-issuer-hint = Se imprime sobre el título.
certificates-title = Título
certificates-wording = Líneas
certificates-wording-hint = Una frase por línea. Estas palabras se rellenan: {"{"}name{"}"}, {"{"}course{"}"}, {"{"}date{"}"}, {"{"}score{"}"}, {"{"}number{"}"}. Una línea cuyo dato falta se omite; un nombre o curso solo en su línea se imprime en grande.
certificates-facts-hint = La calificación solo se imprime en cursos con actividades calificadas.
certificates-signatory-name = Nombre de quien firma
certificates-signatory-title = Su cargo
certificates-signature = Imagen de la firma
certificates-signature-drop = Quitar la firma actual
certificates-logo = Logotipo
certificates-logo-drop = Quitar el logotipo actual
certificates-image-hint = Una imagen PNG o JPEG de 1 MB como máximo.
certificates-accent = Color
certificates-accent-hint = Del título, el nombre y el código QR. Debe ser oscuro, para que las cámaras puedan leer el código.
certificates-save = Guardar
certificates-preview = Vista previa
certificates-preview-saved = Vista previa de lo guardado
certificates-version-default = Es el modelo predeterminado de todos los cursos.
certificates-version = Es la versión { $version }. Los certificados ya expedidos conservan la suya.
certificates-design-saved = El modelo se ha guardado. Vale para los certificados expedidos desde ahora.
certificates-design-changed = Otra persona ha cambiado mientras tanto el certificado de este curso.
certificates-sample-name = Íñigo Muñoz Peñalver

# Faults
certificates-fault-title = Escriba un título.
certificates-fault-long = Es demasiado largo para una página. Acórtelo.
certificates-fault-name = Un certificado debe nombrar a la persona. Mantenga {"{"}name{"}"} en una de las líneas.
certificates-fault-colour = Elija un color más oscuro: este no se podría leer, ni escanear su código QR.
certificates-fault-image = Este archivo no es una imagen utilizable. Elija una imagen PNG o JPEG.
certificates-fault-image-size = La imagen supera 1 MB. Redúzcala.
certificates-fault-holder = Escriba el nombre.
certificates-fault-reason = Escriba un motivo.
certificates-unprintable-title = El certificado no se puede imprimir
certificates-unprintable-letters = «{ $text }» contiene letras que no se pueden imprimir: { $letters }. Los certificados se imprimen en letras latinas, griegas, cirílicas y árabes.
certificates-unprintable-long = El texto no cabe en una página. Acórtelo o use menos líneas.
certificates-unprintable-other = No se pudo crear la página. Comuníquelo a los operadores del sitio.
certificates-unprintable-next = No se ha expedido nada. Pida a la secretaría que escriba el nombre con letras imprimibles, o a los autores del curso que corrijan su texto, e inténtelo de nuevo.
