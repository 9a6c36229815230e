import { readFileSync } from 'node:fs';
import { searchIndex } from '../../../cloudfunctions/search/find/search';
import { openIndex } from '../../../cloudfunctions/search/index/open';

/** Run by opened.ts with the path of an index: prints what it cost to open and to search in. */
const TEXTS = [
  '红楼梦',
  '中国历史',
  'hongloumeng',
  'zgls',
  '曹雪芹 红楼梦',
  'the world',
  '978-7-02-000220-7',
  '小说',
];
const QUERIES = 200;

const resident = (): number => Math.round(process.memoryUsage().rss / 1e6);

const before = resident();
const start = performance.now();
const index = openIndex(readFileSync(process.argv[2]!));
const openMs = Math.round(performance.now() - start);
for (let n = 0; n < QUERIES; n++) {
  const text = TEXTS[n % TEXTS.length]!;
  searchIndex(index, { text: n < TEXTS.length ? text : index.stored((n * 7919) % index.titles).title });
}
console.log(JSON.stringify({ openMs, before, megabytes: resident() }));
