/** MD5 and SHA-256 over ASCII text and bytes: what a draw is computed with, on the reader's own phone. */

const rotateLeft = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const rotateRight = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

export const bytesOf = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0) & 255);

/** The message with its padding and its length in bits, as words of 32 bits. */
function wordsOf(bytes: readonly number[], littleEndian: boolean): number[] {
  const length = (((bytes.length + 8) >> 6) + 1) * 16;
  const words = Array.from({ length }, () => 0);
  [...bytes, 0x80].forEach((byte, n) => {
    const shift = littleEndian ? (n % 4) * 8 : 24 - (n % 4) * 8;
    words[n >> 2] = (words[n >> 2] ?? 0) | (byte << shift);
  });
  words[littleEndian ? length - 2 : length - 1] = bytes.length * 8;
  return words;
}

function bytesOfWords(words: readonly number[], littleEndian: boolean): number[] {
  return words.flatMap((word) => {
    const bytes = [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];
    return littleEndian ? bytes.reverse() : bytes;
  });
}

const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

const MD5_SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const MD5_SINES = Array.from({ length: 64 }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32) | 0);

export function md5(bytes: readonly number[]): number[] {
  const words = wordsOf(bytes, true);
  let state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let n = 0; n < 64; n++) {
      const round = n >> 4;
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
      const at = [n, (5 * n + 1) % 16, (3 * n + 5) % 16, (7 * n) % 16][round] ?? 0;
      const sum = (a + mixed + (MD5_SINES[n] ?? 0) + (words[block + at] ?? 0)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, MD5_SHIFTS[round]?.[n % 4] ?? 0)) | 0];
    }
    state = [a, b, c, d].map((value, n) => (value + (state[n] ?? 0)) | 0);
  }
  return bytesOfWords(state, true);
}

const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
};
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && isPrime(n));
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
const SHA_ROUNDS = PRIMES.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)));
const SHA_START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

export function sha256(text: string): string {
  const words = wordsOf(bytesOf(text), false);
  let state = SHA_START;
  for (let block = 0; block < words.length; block += 16)
    state = compressed(state, words.slice(block, block + 16));
  return hexOf(bytesOfWords(state, false));
}

function compressed(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let n = 16; n < 64; n++) {
    const [x = 0, y = 0] = [w[n - 15], w[n - 2]];
    const s0 = rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
    const s1 = rotateRight(y, 17) ^ rotateRight(y, 19) ^ (y >>> 10);
    w[n] = ((w[n - 16] ?? 0) + s0 + (w[n - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let n = 0; n < 64; n++) {
    const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (SHA_ROUNDS[n] ?? 0) + (w[n] ?? 0)) | 0;
    const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, n) => (value + (state[n] ?? 0)) | 0);
}
