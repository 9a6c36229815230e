/**
 * How long a recording is, by its frames: what a phone says of it is not believed. Layer III of MPEG 1, 2 and
 * 2.5, as recorders of phones write it.
 */

const KILOBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KILOBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
/** By the two bits of the version: 2.5, reserved, 2, 1. */
const RATE_DIVIDED_BY = [4, 0, 2, 1];
const LAYER_3 = 1;
/** A sound that is one: a file of something else has a frame by chance, not this many in a row. */
const FEWEST_FRAMES = 4;

interface Frame {
  bytes: number;
  seconds: number;
}

const frameAt = (bytes: Uint8Array, at: number): Frame | null => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || ((second >> 1) & 3) !== LAYER_3) return null;
  const divided = RATE_DIVIDED_BY[(second >> 3) & 3] ?? 0;
  const isFirst = divided === 1;
  const kilobits = (isFirst ? KILOBITS_1 : KILOBITS_2)[third >> 4] ?? 0;
  const rate = RATES[(third >> 2) & 3] ?? 0;
  if (kilobits === 0 || rate === 0 || divided === 0) return null;
  const hertz = rate / divided;
  const samples = isFirst ? 1152 : 576;
  const length = Math.floor(((samples / 8) * kilobits * 1000) / hertz) + ((third >> 1) & 1);
  return { bytes: length, seconds: samples / hertz };
};

/** Names of songs and the like stand before the sound. */
const afterTags = (bytes: Uint8Array): number => {
  const isTagged = bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33;
  if (!isTagged) return 0;
  const size = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + ((bytes[n] ?? 0) & 0x7f), 0);
  return 10 + size;
};

/** 0: no recording of this form. */
export const secondsOfMp3 = (bytes: Uint8Array): number => {
  let at = afterTags(bytes);
  let frames = 0;
  let seconds = 0;
  for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    frames += 1;
    seconds += frame.seconds;
    at += frame.bytes;
  }
  return frames < FEWEST_FRAMES ? 0 : seconds;
};
