import { oneLine, severalLines } from '../../cloudfunctions/kernel/clean-text';
import { OPERATIONS } from './walls/doors';

/**
 * Texts that people type are cleaned where they come in: a schema that takes a text without cleaning it, and
 * without naming the characters that it may have, is found here. The search reads a query and keeps
 * none of it.
 */

/** A schema or a step of its pipe, as valibot lays them out. */
interface Node {
  type: string;
  pipe?: Part[];
  entries?: Record<string, unknown>;
  options?: unknown[];
  item?: unknown;
  value?: unknown;
  wrapped?: unknown;
}
interface Part extends Node {
  operation?: unknown;
  requirement?: unknown;
}

/** A scan loses what scanners add when it is read (`cleanScan`). */
const LONGEST_SCAN = 512;
/** Compared with what is kept, searched for, or made something of, and not kept. */
const COMPARED = [
  'listDesk.decide.changedAt',
  'reviewDesk.decide.at',
  'catalogue.shelf.left',
  'catalogue.shelf.right',
  // A page of elsewhere, of which blocks are made: what is saved of them is cleaned.
  'articleDesk.bringIn.html',
  'search.find.query',
  'search.onShelf.query',
  'search.suggest.text',
  'workDesk.decide.seen',
];

/** What a text goes through, a pipe within a pipe laid out. */
const partsOf = ({ pipe = [] }: Node): Part[] =>
  pipe.flatMap((part, i) => (i === 0 && part.pipe ? partsOf(part) : [part]));

const isCleanedBy = ({ type, operation, requirement }: Part): boolean =>
  ['regex', 'check', 'iso_timestamp'].includes(type) ||
  [oneLine, severalLines].some((cleans) => operation === cleans) ||
  (type === 'max_length' && requirement === LONGEST_SCAN);

/** Paths of the texts in a schema that nothing cleans and nothing names. */
const uncleaned = (node: Node, path: string): string[] => {
  if (node.type === 'string') return partsOf(node).some(isCleanedBy) ? [] : [path];
  const within = (each: unknown, at: string) =>
    typeof each === 'object' && each !== null ? uncleaned(each as Node, at) : [];
  return [
    ...Object.entries(node.entries ?? {}).flatMap(([key, each]) => within(each, `${path}.${key}`)),
    ...[...(node.options ?? []), node.item, node.value, node.wrapped].flatMap((each) => within(each, path)),
  ];
};

test('every text that an operation takes is cleaned, or names the characters that it may have', () => {
  expect(OPERATIONS.length).toBeGreaterThan(200);
  const found = OPERATIONS.flatMap(({ action, schema }) => uncleaned(schema as unknown as Node, action));
  expect(found.sort()).toEqual([...COMPARED].sort());
});
