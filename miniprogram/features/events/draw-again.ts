import type { PublishedDraw } from '../../../typings/contract';
import { bytesOf, md5, sha256 } from './hashes';

/** What the phone found when it did the draw again from what was published. */
interface DrawnAgain {
  /** The list is the one whose hash was published before the seed was known. */
  list: boolean;
  /** Our share is the one that was committed to. Not known before the draw. */
  share: boolean;
  /** The order is the one that was published. */
  order: boolean;
  computed: string[];
}

const numbersOf = (figure: string): number[] =>
  (figure.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);

/** RFC 3797 with the key "numbers in ascending order / share / hash of the list /". */
export function drawAgain(draw: PublishedDraw): DrawnAgain {
  const { tickets, listHash, commitment, figure = '', share = '', order = [] } = draw;
  const text = tickets.map(({ ticket, places }) => `${ticket} ${places}\n`).join('');
  const numbers = numbersOf(figure).map((number) => `${number}.`);
  const key = bytesOf(`${numbers.join('')}/${share}/${listHash}/`);
  const left = tickets.map(({ ticket }) => ticket);
  const computed = tickets.map((_, n) => {
    const count = [n >> 8, n & 255];
    const at = md5([...count, ...key, ...count]).reduce((rest, byte) => (rest * 256 + byte) % left.length, 0);
    return left.splice(at, 1)[0] ?? '';
  });
  return {
    list: sha256(text) === listHash,
    share: sha256(share) === commitment,
    order: computed.join() === order.join(),
    computed,
  };
}
