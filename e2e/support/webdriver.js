// The few commands of W3C WebDriver that the tests need, over either of its two wires: HTTP as the standard has it, or
// Firefox's own Marionette, which takes the same commands under other names and needs no program in between.
import { once } from 'node:events';
import { connect } from 'node:net';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export class WebDriver {
  #wire;

  constructor(wire) {
    this.#wire = wire;
  }

  static async open(wire, options = {}) {
    await wire.command('NewSession', { capabilities: { alwaysMatch: options } });
    return new WebDriver(wire);
  }

  goto(url) {
    return this.#wire.command('Navigate', { url });
  }

  // Runs a function in the page of the chosen window; a promise is waited for.
  async evaluate(work, ...args) {
    return this.#wire.command('ExecuteScript', { script: `return (${work})(...arguments)`, args });
  }

  // A click as the person's own, which may open a window.
  async click(selector) {
    await this.#wire.command('ElementClick', { id: await this.#find(selector) });
  }

  // Goes into a frame of the page; without a selector back to the page.
  async enter(selector) {
    const id = selector ? await this.#find(selector) : null;
    await this.#wire.command('SwitchToFrame', this.#wire.frame(id));
  }

  async type(selector, text) {
    await this.#wire.command('ElementSendKeys', { id: await this.#find(selector), text });
  }

  windows() {
    return this.#wire.command('GetWindowHandles');
  }

  window() {
    return this.#wire.command('GetWindowHandle');
  }

  switchTo(handle) {
    return this.#wire.command('SwitchToWindow', { handle });
  }

  // As the window's own button does it: the page is told, and nobody asks.
  async closeWindow() {
    await this.#wire.command('CloseWindow');
  }

  close() {
    this.#wire.close();
  }

  async #find(selector) {
    const found = await this.#wire.command('FindElement', { using: 'css selector', value: selector });
    return found[ELEMENT];
  }
}

const ROUTES = {
  NewSession: ['POST', ''],
  Navigate: ['POST', '/url'],
  ExecuteScript: ['POST', '/execute/sync'],
  FindElement: ['POST', '/element'],
  ElementClick: ['POST', '/element/{id}/click'],
  ElementSendKeys: ['POST', '/element/{id}/value'],
  GetWindowHandles: ['GET', '/window/handles'],
  GetWindowHandle: ['GET', '/window'],
  SwitchToWindow: ['POST', '/window'],
  SwitchToFrame: ['POST', '/frame'],
  CloseWindow: ['DELETE', '/window'],
};

export class HttpWire {
  #session;

  constructor(address) {
    this.#session = `${address}/session`;
  }

  async command(name, parameters = {}) {
    const [method, path] = ROUTES[name];
    const response = await fetch(this.#session + path.replace('{id}', parameters.id), {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(parameters) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(`${name}: ${value.error}: ${value.message}`);
    }
    if (name === 'NewSession') {
      this.#session += `/${value.sessionId}`;
    }
    return value;
  }

  frame(id) {
    return { id: id && { [ELEMENT]: id } };
  }

  close() {}
}

// Frames of `length:json`; a command is `[0, id, name, parameters]`, its answer `[1, id, error, result]`.
export class MarionetteWire {
  #socket;
  #waiting = new Map();
  #received = Buffer.alloc(0);
  #last = 0;

  static async connect(port) {
    const wire = new MarionetteWire();
    wire.#socket = connect(port, '127.0.0.1');
    wire.#socket.on('data', (bytes) => wire.#hear(bytes));
    wire.#socket.on('close', () => wire.#fail(new Error('The browser is gone.')));
    wire.#socket.on('error', (error) => wire.#fail(error));
    await once(wire.#socket, 'connect');
    return wire;
  }

  command(name, parameters = {}) {
    this.#last += 1;
    const message = JSON.stringify([0, this.#last, `WebDriver:${name}`, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(this.#last, { name, resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  frame(id) {
    return id ? { element: id } : { id };
  }

  close() {
    this.#socket.destroy();
  }

  #hear(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (let colon = this.#received.indexOf(':'); colon > 0; colon = this.#received.indexOf(':')) {
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (this.#received.length < end) {
        return;
      }
      const message = JSON.parse(this.#received.subarray(colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) {
        this.#settle(message);
      }
    }
  }

  #settle([, id, error, result]) {
    const { name, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) {
      reject(new Error(`${name}: ${error.error}: ${error.message}`));
    } else {
      // Lists come bare, everything else as `value`.
      resolve(Array.isArray(result) ? result : result.value);
    }
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }
}
