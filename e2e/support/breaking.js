// Connections that break in the middle of what they carry.
import { request } from 'node:http';

// Sends the first half of a piece of an upload to the service, waits until it has left, and breaks the connection; returns
// how much that was. `headers` are those of the sender.
export async function sendHalf(url, piece, headers) {
  const line = request(url, { method: 'PUT', headers: { ...headers, 'content-length': piece.length, host: new URL(url).host } });
  // Its answer will never come.
  line.on('error', () => {});
  const half = piece.subarray(0, piece.length / 2);
  await new Promise((resolve) => line.write(half, resolve));
  const closed = new Promise((resolve) => line.once('close', resolve));
  line.socket.destroySoon();
  await closed;
  return half.length;
}
