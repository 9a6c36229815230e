/** Bytes of files as phones send them. By the `words` in them the stand-in of WeChat judges. */

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0]);

export const aPicture = (words = ''): Buffer => Buffer.concat([JPEG, Buffer.from(words)]);
export const aPdf = (words = ''): Buffer => Buffer.from(`%PDF-1.7\n${words}`);

/** Layer III of MPEG 2 at 16,000 hertz and 24 kilobits: a frame of 108 bytes sounds for 36 ms. */
const FRAME = Buffer.alloc(108);
FRAME.set([0xff, 0xf3, 0x38, 0xc4]);
const FRAME_SECONDS = 0.036;

/** Silence of so many seconds. */
export const aVoice = (seconds: number, words = ''): Buffer =>
  Buffer.concat([
    ...Array.from({ length: Math.round(seconds / FRAME_SECONDS) }, () => FRAME),
    Buffer.from(words),
  ]);
