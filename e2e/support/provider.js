// A small identity provider for tests: OpenID Connect's code flow with PKCE, one key, and whoever it is told to know.
// Its doors lie on two hosts, as where one organisation's log-in leads on to another's.
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const CLIENT = 'clikc';
const SECRET = 'for tests only';

export class Provider {
  #codes = new Map();
  #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  #server;

  static async start() {
    const provider = new Provider();
    provider.#server = createServer((request, response) => provider.#answer(request, response));
    provider.#server.listen(0, '127.0.0.1');
    await once(provider.#server, 'listening');
    const { port } = provider.#server.address();
    provider.issuer = `http://127.0.0.1:${port}`;
    // The same machine by its other name is another site to a browser.
    provider.elsewhere = `http://localhost:${port}`;
    return provider;
  }

  // Who logs in next, in OpenID Connect's words: sub, email, email_verified, given_name, family_name.
  knows(person) {
    this.person = person;
  }

  // What the service must be told.
  get settings() {
    return {
      CLIKC_OIDC_ISSUER: this.issuer,
      CLIKC_OIDC_CLIENT_ID: CLIENT,
      CLIKC_OIDC_CLIENT_SECRET: SECRET,
      CLIKC_OIDC_NAME: 'Customs ID',
    };
  }

  async dispose() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.issuer);
    const routes = {
      '/.well-known/openid-configuration': () => json(response, this.#metadata()),
      '/keys': () => json(response, { keys: [this.#key()] }),
      // Two redirects before anybody sees a page, the second one to another host.
      '/authorize': () => redirect(response, `${this.issuer}/hop${url.search}`),
      '/hop': () => redirect(response, `${this.elsewhere}/door${url.search}`),
      '/door': () => page(response, url.searchParams),
      '/agree': () => redirect(response, this.#agree(url.searchParams)),
      '/token': async () => this.#token(request, response),
    };
    await (routes[url.pathname] ?? (() => response.writeHead(404).end()))();
  }

  #metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
    };
  }

  #key() {
    return { ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
  }

  #agree(asked) {
    const code = randomUUID();
    this.#codes.set(code, { asked, person: this.person });
    const back = new URL(asked.get('redirect_uri'));
    back.search = String(new URLSearchParams({ state: asked.get('state'), code }));
    return String(back);
  }

  async #token(request, response) {
    const chunks = await request.toArray();
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const { asked, person } = this.#codes.get(form.get('code')) ?? {};
    this.#codes.delete(form.get('code'));
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    const credentials = [CLIENT, SECRET].map((text) => encodeURIComponent(text).replaceAll('%20', '+')).join(':');
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (!asked || !isKnown || challenge !== asked.get('code_challenge')) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...person, iss: this.issuer, aud: CLIENT, iat: now, exp: now + 60, nonce: asked.get('nonce') };
    json(response, { id_token: this.#sign(claims), access_token: randomUUID(), token_type: 'Bearer' });
  }

  #sign(claims) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#keys.privateKey, 'base64url')}`;
  }
}

function json(response, value, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function redirect(response, to) {
  response.writeHead(302, { location: to }).end();
}

function page(response, asked) {
  response.writeHead(200, { 'content-type': 'text/html' });
  const link = `/agree?${asked}`.replaceAll('&', '&amp;');
  response.end(`<!doctype html><html lang="en"><title>Customs ID</title><h1>Customs ID</h1><a href="${link}">It is me</a>`);
}
