import { growingBytes, type Bytes } from './coding';
import { facetStore, labelStore } from './facet-store';
import { layOut, ONE_TITLE } from './format';
import { packIds } from './ids';
import { POSTINGS_KEPT } from './kept';
import { pairStore } from './pairs';
import { emitTerms } from './title-terms';
import type { TitleForIndex } from './title';

interface IndexBuilder {
  add(title: TitleForIndex): void;
  /** The bytes of the index. The builder is spent afterwards. */
  finish(): Uint8Array;
}

/**
 * Builds an index from titles in any order, each seen once. Memory grows by some 1.2 KB a title until the
 * terms are sorted, which is done part by part: 250 MB at 200,000 titles, 1.1 GB at 1,000,000.
 */
export function indexBuilder(): IndexBuilder {
  const pairs = pairStore();
  const records = growingBytes(1 << 16);
  const starts: number[] = [];
  const names = labelStore();
  const facets = facetStore();
  const ids: string[] = [];
  const seen = new Set<number>();

  return {
    add(title) {
      const arrival = starts.length;
      starts.push(records.length);
      writeRecord(records, title, names.numberOf);
      facets.add(title);
      ids.push(title.id);
      seen.clear();
      emitTerms(title, (hash) => {
        if (!seen.has(hash)) {
          seen.add(hash);
          pairs.add(hash, arrival);
        }
      });
    },
    finish() {
      const order = facets.order();
      const place = new Uint32Array(order.length);
      order.forEach((arrival, at) => (place[arrival] = at));
      const terms = writePostings(pairs, place);
      const texts = namesSection(names.all);
      const identifiers = packIds(Array.from(order, (arrival) => ids[arrival]!));
      return layOut(
        { titles: starts.length, terms: terms.count, idBytes: identifiers.idBytes },
        {
          buckets: terms.buckets,
          rests: terms.rests,
          places: terms.places,
          postings: terms.postings.view(),
          ...recordSections(records, starts, order),
          ...facets.sections(order, identifiers.prefix),
          nameStarts: texts.starts,
          names: texts.bytes,
          ids: identifiers.bytes,
          oddTitles: identifiers.odd,
          oddStarts: identifiers.starts,
          oddIds: identifiers.texts,
        },
      );
    },
  };
}

/** Texts as they are shown; names by number. */
function writeRecord(bytes: Bytes, title: TitleForIndex, numberOf: (name: string) => number): void {
  bytes.text(title.title);
  bytes.text(title.subtitle);
  bytes.text(title.also.join('\n'));
  for (const list of [title.authors, title.subjects, title.publisher === '' ? [] : [title.publisher]]) {
    bytes.number(list.length);
    for (const name of list) bytes.number(numberOf(name));
  }
}

function recordSections(
  records: Bytes,
  starts: number[],
  order: Uint32Array,
): { recordStarts: Uint32Array; records: Uint8Array } {
  const from = records.view();
  const recordStarts = new Uint32Array(order.length);
  const sorted = new Uint8Array(from.length);
  let at = 0;
  order.forEach((arrival, n) => {
    recordStarts[n] = at;
    const record = from.subarray(starts[arrival]!, starts[arrival + 1] ?? from.length);
    sorted.set(record, at);
    at += record.length;
  });
  return { recordStarts, records: sorted };
}

/** Bits of a term that stand with it; the bits before them are its bucket. */
const KEPT_BITS = 16;
const TERMS_A_BUCKET = 32;
/** Of few titles a title has more terms that no other has. */
const TERMS_A_TITLE = 13;
const LEAST_BUCKET_BITS = 6;

/**
 * Few titles need few buckets; what is cut from the terms' bits then makes one in 2,000 absent terms look
 * like a present one.
 */
const bucketBits = (titles: number): number =>
  Math.min(
    KEPT_BITS,
    Math.max(LEAST_BUCKET_BITS, Math.ceil(Math.log2(1 + (titles * TERMS_A_TITLE) / TERMS_A_BUCKET))),
  );

function writePostings(pairs: ReturnType<typeof pairStore>, place: Uint32Array) {
  const postings = growingBytes(1 << 16);
  const bits = bucketBits(place.length);
  const buckets = new Uint32Array((1 << bits) + 1);
  const rests = new Uint16Array(pairs.most);
  const places = new Uint32Array(pairs.most);
  let count = 0;
  pairs.eachTerm(place, KEPT_BITS - bits, (term, titles, from, to) => {
    buckets[(term >>> KEPT_BITS) + 1]!++;
    rests[count] = term & 0xffff;
    places[count++] = to - from === 1 ? (titles(from) | ONE_TITLE) >>> 0 : postings.length;
    if (to - from === 1) return;
    postings.number(to - from);
    let before = -1;
    for (let at = from; at < Math.min(to, from + POSTINGS_KEPT); at++) {
      postings.number(titles(at) - before - 1);
      before = titles(at);
    }
  });
  for (let bucket = 0; bucket < 1 << bits; bucket++) buckets[bucket + 1]! += buckets[bucket]!;
  return { count, buckets, rests: rests.slice(0, count), places: places.slice(0, count), postings };
}

function namesSection(names: Map<string, number>): { starts: Uint32Array; bytes: Uint8Array } {
  const bytes = growingBytes();
  const starts = new Uint32Array(names.size);
  let n = 0;
  for (const name of names.keys()) {
    starts[n++] = bytes.length;
    bytes.text(name);
  }
  return { starts, bytes: bytes.view() };
}

/** All at once, for few titles. */
export function buildIndex(titles: Iterable<TitleForIndex>): Uint8Array {
  const builder = indexBuilder();
  for (const title of titles) builder.add(title);
  return builder.finish();
}
