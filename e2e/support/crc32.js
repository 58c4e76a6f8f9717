// The zip format's checksum (APPNOTE 4.4.7); node's own came only with version 22.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value;
});
const START = 0xffffffff;

export function crc32(data) {
  return finish(advance(START, data));
}

// Of a block that is repeated, without going through it each time: what a block does to the register is the same linear
// map of its bits, and one constant, whatever the register held.
export function crc32OfRepeated(block, times) {
  const constant = advance(0, block);
  const columns = Array.from({ length: 32 }, (_, bit) => advance(1 << bit, block) ^ constant);
  let register = START;
  for (let n = 0; n < times; n += 1) {
    register = columns.reduce((sum, column, bit) => ((register >>> bit) & 1 ? sum ^ column : sum), constant);
  }
  return finish(register);
}

function advance(register, data) {
  let checksum = register;
  for (const byte of data) {
    checksum = TABLE[(checksum ^ byte) & 0xff] ^ (checksum >>> 8);
  }
  return checksum;
}

function finish(register) {
  return (register ^ START) >>> 0;
}
