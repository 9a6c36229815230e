/** What is said in a recording, in words: of a speech service, where a library has one. */
type Hear = (recording: Uint8Array) => Promise<string>;

/** No service: a recording is heard by people. */
export const notHeard: Hear = () => Promise.resolve('');
