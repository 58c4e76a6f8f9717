# Error pages: what happened, and what to do next.
error-kicker = Error { $status }
error-to-dashboard = Ir a su panel
error-to-start = Ir a la página de inicio
error-request = Si nos escribe sobre esto, indique la referencia

error-403-title = Esta página no está a su disposición
error-403-what = Ha iniciado sesión, pero su función no incluye esta página.
error-403-next = Si la necesita para su trabajo, solicite acceso al coordinador de su administración.

error-404-title = Esta página no existe
error-404-what = La dirección no lleva a ninguna parte. Es posible que la página se haya movido o eliminado, o que no esté a su disposición.
error-404-next = Compruebe la dirección o vuelva a empezar desde una página que conozca.
error-405-title = Esta dirección no hace eso
error-405-what = La dirección existe, pero se llamó de una forma a la que no responde, por ejemplo al abrir la dirección de un formulario. No se ha cambiado nada.
error-405-next = Vuelva a la página anterior y utilice sus botones.

error-409-title = No es posible en el estado actual
error-409-what = Lo que usted quería modificar ha cambiado entretanto, y su modificación no se ha aplicado.
error-409-next = Vuelva atrás, recargue la página y consulte su estado actual antes de decidir.

error-410-title = Esto ya no está disponible
error-410-what = El enlace fue válido, pero ha caducado o ya se ha utilizado.
error-410-next = Vuelva a empezar desde la página que le proporcionó el enlace.

error-413-title = El archivo es demasiado grande
error-413-what = El envío supera el límite de este sitio y no se ha guardado nada.
error-413-next = Reduzca el archivo, por ejemplo comprimiendo sus vídeos, o pida ayuda a la secretaría.

error-422-title = No se ha podido entender la solicitud
error-422-what = Faltaba algún dato del formulario o de la dirección, o no era válido, y no se ha guardado nada.
error-422-next = Vuelva atrás, revise lo que ha introducido y envíelo de nuevo.

error-429-title = Demasiados intentos
error-429-what = Ha enviado demasiadas solicitudes en poco tiempo. Este límite protege las cuentas de todos.
error-429-next = Espere unos minutos e inténtelo de nuevo.

error-500-title = Se ha producido un error por nuestra parte
error-500-what = El servicio no ha podido completar lo que usted pidió. El fallo ha quedado registrado.
error-500-next = Inténtelo de nuevo en unos instantes. Si vuelve a ocurrir, avise a los responsables del sitio.

error-503-title = El servicio está ocupado
error-503-what = En este momento se conectan tantas personas desde su red que habría esperado en vano. No se ha modificado nada.
error-503-next = Espere unos segundos y vuelva a intentarlo.
