import type { Words } from './en.ts'

export const words: Words = {
  title: 'Puesta en marcha, paso a paso',
  advice:
    'De una API de perfil en la que cualquiera puede escribir a una que solo admite sus scripts y aplicaciones, sin que ninguno deje de funcionar por sorpresa.',
  toImplementation: 'Ir a Implementación',

  approver: {
    title: 'Para el aprobador',
    parts: {
      before: {
        title: 'Ver quién llama',
        steps: {
          look: {
            title: 'Deje «Requerir autenticación» desactivado y mire «Quién llama».',
            advice:
              'Se cuenta cada llamada, con token o sin él. Deje pasar una ronda completa de su proceso menos frecuente: lo que se ejecuta una vez al mes aparece al cabo de un mes.',
          },
          name: {
            title: 'Dé nombre a los llamantes.',
            advice:
              'Hágalo mientras sepa de quién es cada dirección. Pregunte por los que nadie conoce: son los que dejarían de funcionar.',
          },
        },
      },
      prepare: {
        title: 'Preparar',
        steps: {
          prepare: {
            title: 'Prepare un token.',
            advice: 'Las llamadas ya pueden enviarlo; solo se exige cuando active la autenticación.',
          },
          handOut: {
            title: 'Entregue el encabezado.',
            advice:
              'En «Token de autenticación» elija la forma que necesita el desarrollador, cópiela y entréguela como entregaría una contraseña.',
          },
          watch: {
            title: 'Observe cómo los llamantes pasan a usarlo.',
            advice:
              'La página cuenta los que ya lo envían. De quien no ha llamado desde que existe el token todavía no se sabe nada.',
          },
        },
      },
      turnOn: {
        title: 'Activar',
        steps: {
          turnOn: {
            title: 'Active «Requerir autenticación».',
            advice:
              'La pregunta dice a qué llamantes se rechazaría, o que a ninguno. Rige desde la próxima llamada: actualizaciones masivas, actualizaciones individuales y lecturas.',
          },
          stay: {
            title: 'Quédese un momento.',
            advice:
              'Las llamadas rechazadas aparecen en la parte superior de la página: cuántas, de quién y por qué.',
          },
        },
      },
      refused: {
        title: 'Si se rechazan llamadas',
        steps: {
          tell: {
            title: 'Diga el motivo al desarrollador.',
            advice: 'Qué significa cada uno se explica más abajo.',
          },
          back: {
            title: 'O dé marcha atrás.',
            advice:
              'Permita que el token anterior vuelva a funcionar o desactive la autenticación. La página dice cuántas de las llamadas rechazadas se habrían admitido así.',
          },
        },
      },
      rotate: {
        title: 'Antes de que caduque',
        steps: {
          generate: {
            title: 'Pulse «Generar nuevo token de autenticación de perfil».',
            advice:
              '«Caduca en» indica cuándo es el momento; la página avisa 14 días antes. Elija cuánto tiempo sigue funcionando el token actual junto al nuevo, por ejemplo, 7 días.',
          },
          move: {
            title: 'Entregue el nuevo encabezado y observe cómo los llamantes pasan a usarlo.',
            advice:
              'Si falta tiempo, permita que el token anterior funcione más tiempo, como máximo hasta que caduque.',
          },
          end: {
            title: 'Revoque el token anterior cuando haya cambiado el último llamante.',
            advice: 'Si fue demasiado pronto, permita que vuelva a funcionar.',
          },
        },
      },
      leaked: {
        title: 'Si un token se ha filtrado',
        steps: {
          replace: {
            title: 'Genere un nuevo token y entregue su encabezado.',
            advice:
              'Deje que el filtrado siga funcionando el menor tiempo posible: quien lo tenga puede leer y escribir perfiles hasta entonces.',
          },
          forGood: {
            title: 'Revoque el token filtrado para siempre.',
            advice:
              'Nunca podrá volver a funcionar. Los llamantes con direcciones que no conoce pueden haberlo usado.',
          },
        },
      },
    },
  },

  developer: {
    title: 'Para quien desarrolla un script o una aplicación',
    parts: {
      send: {
        title: 'Enviar el token',
        steps: {
          keep: {
            title: 'No ponga el encabezado en el código.',
            advice: 'Su sitio es una variable de entorno o el almacén de secretos.',
          },
          send: {
            title: 'Envíelo con cada llamada.',
            advice: 'Es igual en todos los idiomas y no hace daño antes de que se exija.',
          },
        },
      },
      check: {
        title: 'Comprobarlo',
        steps: {
          ask: {
            title: 'Pregunte cuánto vale el token.',
            advice: 'No cuenta como uso. Si la respuesta es que no está activo, el aprobador puede probarlo.',
          },
          warn: {
            title: 'Anote en el registro cuándo termina su token.',
            advice:
              'Desde 14 días antes, y en cuanto se ha sustituido, cada respuesta de la API de perfil lo dice en este campo de su encabezado.',
          },
        },
      },
    },
    refusals: {
      title: 'Si se rechazan llamadas',
      advice: 'De una llamada rechazada no se guarda nada: corríjala y envíela de nuevo.',
      answer: 'La respuesta dice',
      toDo: 'Qué hacer',
      advices: {
        none: 'La llamada llegó sin el encabezado. Envíelo; compruebe si un proxy o una redirección lo quita.',
        over: 'Pida al aprobador el nuevo encabezado, o que permita que el token anterior vuelva a funcionar.',
        expired: 'Pida al aprobador el nuevo encabezado.',
        unknown:
          'Cópielo de nuevo: suelen ser comillas, un salto de línea o un carácter que falta. Compare la dirección.',
        otherClient: 'Compare el código de cliente de la dirección con el de «Detalles de la cuenta».',
        otherKind: 'Envíe el token de autenticación de perfil, que empieza por tpa_.',
        malformed: 'Envíe el encabezado una sola vez, escrito como arriba, y ningún token en la dirección.',
        unavailable: 'Espere el tiempo que indica Retry-After y envíela de nuevo.',
      },
    },
  },
}
