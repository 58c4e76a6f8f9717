organisations-title = Administraciones
organisations-lead = { $count ->
    [0] Todavía no hay administraciones
    [one] Una administración
   *[other] { $count } administraciones
}
organisations-search = Buscar por nombre o código
organisations-none = No se ha encontrado ninguna administración
organisations-none-text = Compruebe las palabras que ha buscado o añada la administración.
organisations-name = Nombre
organisations-code = Código
organisations-code-hint = Letras y cifras, como BE para Bélgica. Se usa en las listas y en la línea de comandos.
organisations-approver = Aprobador
organisations-deputies = Suplentes
organisations-people = Personas
organisations-secretariat-decides = Ninguno: decide la secretaría
organisations-closed = Cerrada
organisations-add = Añadir una administración
organisations-added = La administración se ha añadido. Indique ahora quién la coordina.
organisations-settings = Nombre y estado
organisations-close = No admite nuevas personas
organisations-close-hint = Deja de ofrecerse a quienes solicitan una cuenta. Las personas que ya están en ella permanecen.
organisations-domains = Dominios de correo
organisations-domains-list = Dominios
organisations-domains-hint = Uno por línea, como aduana.example. A quienes se registren con una dirección así se les propone esta administración; se incluyen subdominios como sede.aduana.example.
organisations-fault-code = Indique un código de letras, cifras, puntos y guiones, de 20 caracteres como máximo.
organisations-fault-name = Indique un nombre de 200 caracteres como máximo.
organisations-fault-taken = Otra administración tiene este código.
organisations-fault-domain = Indique dominios como aduana.example, 50 como máximo.
organisations-fault-domain-public = Uno de estos dominios está abierto a todo el mundo, como gmail.com, y no indica dónde trabaja una persona. Quítelo.
organisations-fault-domain-taken = Otra administración tiene uno de estos dominios.
organisations-coordinators = Coordinadores nacionales
organisations-no-approver = Actualmente no hay aprobador. Las solicitudes se dirigen a los suplentes y, si no los hay, a la secretaría.
organisations-kind = En calidad de
organisations-kind-approver = Aprobador
organisations-kind-approver-hint = Se le consulta sobre todas las solicitudes de esta administración. Solo hay uno a la vez.
organisations-kind-deputy = Suplente
organisations-kind-deputy-hint = También puede decidir, y se le consulta cuando no hay aprobador o cuando una solicitud lleva mucho tiempo en espera.
organisations-state-planned = Prevista
organisations-state-ended = Finalizada
organisations-from = Desde
organisations-from-hint = Déjelo vacío para que comience ahora.
organisations-until = Hasta
organisations-until-hint = El último día. Déjelo vacío si todavía no está fijado.
organisations-further-notice = Hasta nuevo aviso
organisations-end = Poner fin a la designación de { $name }
organisations-ended = La designación ha finalizado.
organisations-designate = Designar un coordinador
organisations-designated = El coordinador ha sido designado.
organisations-handed-over = El coordinador ha sido designado y la designación anterior termina cuando comienza la nueva.
organisations-person-hint = Una persona con cuenta en esta administración.
organisations-fault-person = Nadie en esta administración tiene este nombre de usuario o correo electrónico.
organisations-fault-date = Indique una fecha, como 2026-05-31.
organisations-fault-order = El último día debe ser posterior al primero y no puede estar en el pasado.
organisations-fault-clash = Hay otra designación en ese período: una administración tiene un solo aprobador a la vez, y una persona, una sola designación. Ponga fin primero a la otra o elija otros días.
organisations-positions = Cargos
organisations-positions-lead = Los cargos entre los que se elige al solicitar una cuenta.
organisations-positions-none = Todavía no hay cargos
organisations-positions-none-text = Añada los cargos que ocupan los funcionarios, como «Funcionario de aduanas» o «Formador».
organisations-position = Cargo
organisations-position-uses = Personas que lo ocupan
organisations-position-add = Añadir un cargo
organisations-position-added = El cargo se ha añadido.
organisations-position-delete = Eliminar { $name }
organisations-position-deleted = El cargo se ha eliminado.
organisations-position-used = Hay personas que ocupan este cargo o lo han ocupado, por lo que no puede eliminarse.
organisations-fault-position = Indique un nombre de 100 caracteres como máximo.
organisations-fault-position-taken = Ya existe un cargo con este nombre.
organisations-import = Importar una lista
organisations-import-lead = Añade administraciones desde una hoja de cálculo y corrige sus nombres. Primero se muestra lo que haría cada fila.
organisations-import-choose = Elegir una lista
organisations-import-hint = Una tabla guardada como CSV o texto, con una columna «code» y una columna «nombre». Se reconocen todas las codificaciones y separadores que escriben las hojas de cálculo.
organisations-import-columns = La tabla necesita una columna «code» y una columna «nombre» en su primera línea. Añádalas e inténtelo de nuevo.
organisations-import-rows = { $count ->
    [one] Una fila
   *[other] { $count } filas
}
organisations-import-apply = { $count ->
    [one] Importar una fila
   *[other] Importar { $count } filas
}
organisations-imported = La lista se ha importado.
organisations-row-new = Nueva
organisations-row-same = Nada que hacer
organisations-row-renamed = Renombrada (antes «{ $from }»)
organisations-row-repeated = Mismo código que en la línea { $line }: se omite
organisations-retention = Personas que ya no acceden
organisations-months = Meses sin iniciar sesión
organisations-months-hint = Quien no haya iniciado sesión durante estos meses pasa a la lista de eliminación, y se le avisa por correo 30 días antes. No se elimina a nadie hasta que lo decida un coordinador o la secretaría. Como mínimo 6; vacío para nunca.
organisations-fault-months = Indique un número de meses de 6 a 240 o deje el campo vacío.
