// Asks the server one question and decides whether what came back is an answer.
//
// Owns the rule that a reply counts only when it is plainly ours: status 200, the header `X-Clikc: 1` and a JSON
// object. A login page, a redirect, a proxy's error page or an empty body is no answer, so nothing was saved.
// Knows nothing of journals, epochs or the screen.

const JSON_TYPE = 'application/json';

/**
 * @param credentials  `omit` leaves behind what packages have set as cookies, which may be more than a server takes, and
 *   needs a connection of its own
 * @returns {Promise<{ok: true, data: object} | {ok: false, error: string, data: object|null}>}
 *   `error` is the server's own word (`stale_epoch`, `gap`, `closed`…), `network` when nothing came back,
 *   or `not_ours` when something came back that only looks like a reply.
 */
export async function ask(fetch, url, body, { keepalive = false, credentials = 'omit', signal } = {}) {
  let response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': JSON_TYPE, Accept: JSON_TYPE },
      body,
      keepalive,
      signal,
      cache: 'no-store',
      credentials,
      // A redirect would turn the POST into a GET that loses the body and then succeeds.
      redirect: 'manual',
    });
  } catch {
    return { ok: false, error: 'network', data: null };
  }
  return interpret(response);
}

async function interpret(response) {
  const data = await jsonObject(response);
  if (response.status === 200 && response.headers.get('X-Clikc') === '1' && data) {
    return { ok: true, data };
  }
  if (response.status === 204) return { ok: true, data: {} };
  const refused = response.status === 409 || response.status === 410;
  if (refused && data && typeof data.error === 'string') {
    return { ok: false, error: data.error, data };
  }
  return { ok: false, error: 'not_ours', data: null };
}

async function jsonObject(response) {
  try {
    const data = JSON.parse(await response.text());
    return data !== null && typeof data === 'object' && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}
