import { Command } from 'commander';
import { runCommand } from '../command';
import { table } from '../table';
import { launchBrowser } from '../../tests/e2e/browser';
import { openPreview } from '../../tests/e2e/phone';
import { personWith, type Person } from '../../tests/e2e/person';
import { inLibrary } from './in-library';

/**
 * `npm run taps`: what readers come for most, walked through in a browser, with the taps and fields that it
 * takes against those that it may take. Filling a field is one field, however many keys or wheels; everything
 * else that a finger does is a tap. Totals last; ends non-zero where one takes more.
 */

interface Journey {
  name: string;
  /** An identity of the demo library. */
  as: string;
  most: { taps: number; fields: number };
  walk(finger: Finger): Promise<void>;
}

/** A person whose taps and fields are counted. */
interface Finger {
  taps: Person['taps'];
  tapsNamed: Person['tapsNamed'];
  /** Of several the uppermost: what is due soonest stands there. */
  tapsFirst(words: RegExp): Promise<void>;
  types(field: string, text: string): Promise<void>;
  /** Fills one field that is chosen from: a date, of which its wheels and 确定 are part. */
  picks(words: string | RegExp): Promise<void>;
  sees: Person['sees'];
}

const JOURNEYS: Journey[] = [
  {
    ...{ name: 'a visitor to a confirmed hold', as: 'visitor', most: { taps: 8, fields: 3 } },
    async walk({ taps, tapsNamed, types, picks, sees }) {
      await tapsNamed(/^世界现代设计史，/);
      await taps(/^预约/);
      await taps('办理读者证');
      await types('姓名', '白露');
      await picks('请选择');
      await types('手机号', '13800001234');
      await tapsNamed('已阅读并同意《隐私说明》');
      await taps('办理读者证');
      await sees('读者证办好了');
      await taps(/^继续$/);
      await taps(/^预约/);
      await taps('确认预约');
      await sees('预约好了');
    },
  },
  {
    ...{ name: 'the card, from home', as: 'reader', most: { taps: 1, fields: 0 } },
    async walk({ tapsNamed, sees }) {
      await tapsNamed('读者证');
      await sees('二维码会自动刷新');
    },
  },
  {
    ...{ name: 'a renewal, from home', as: 'reader', most: { taps: 2, fields: 0 } },
    async walk({ taps, tapsFirst, sees }) {
      await taps('去续借');
      await tapsFirst(/^续借$/);
      await sees('续借成功');
    },
  },
  {
    ...{ name: 'opening hours', as: 'visitor', most: { taps: 0, fields: 0 } },
    walk: ({ sees }) => sees(/开放中，至|闭馆/),
  },
  {
    ...{ name: 'elder mode', as: 'reader', most: { taps: 1, fields: 0 } },
    async walk({ tapsNamed, sees }) {
      await tapsNamed(/^长者模式/);
      await sees('标准模式');
    },
  },
  {
    ...{ name: 'a guardian renews a child’s book', as: 'guardian', most: { taps: 2, fields: 0 } },
    async walk({ taps, tapsFirst, sees }) {
      await taps('去续借');
      await tapsFirst(/^续借$/);
      await sees('续借成功');
    },
  },
];

const fingerOf = (person: Person, count: { taps: number; fields: number }): Finger => ({
  taps: (words) => {
    count.taps += 1;
    return person.taps(words);
  },
  tapsNamed: (name) => {
    count.taps += 1;
    return person.tapsNamed(name);
  },
  tapsFirst: async (words) => {
    count.taps += 1;
    await person.phone.page.getByText(words).locator('visible=true').first().click();
  },
  types: (field, text) => {
    count.fields += 1;
    return person.types(field, text);
  },
  picks: async (words) => {
    count.fields += 1;
    await person.taps(words);
    await person.taps('确定');
  },
  sees: person.sees,
});

async function main({ only }: { only?: string }): Promise<void> {
  const walked = JOURNEYS.filter(({ name }) => !only || name.includes(only));
  const rows: string[][] = [];
  let missed = 0;
  const browser = await launchBrowser();
  try {
    await inLibrary(async (url) => {
      for (const { name, as, most, walk } of walked) {
        const count = { taps: 0, fields: 0 };
        const phone = await openPreview(browser, url, { as });
        // tsx marks the names of functions by one of its own, which the page does not know.
        await phone.page.evaluate('globalThis.__name = (each) => each');
        const end = await walk(fingerOf(personWith(phone), count)).then(
          () => '',
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        await phone.close();
        if (end) console.error(`${name}: ${end}`);
        const isMet = end === '' && count.taps <= most.taps && count.fields <= most.fields;
        if (!isMet) missed += 1;
        const word = end ? 'NOT REACHED' : isMet ? 'met' : 'MISSED';
        rows.push([name, ...[count.taps, most.taps, count.fields, most.fields].map(String), word]);
      }
    });
  } finally {
    await browser.close();
  }
  console.log(table(['journey', 'taps', 'at most', 'fields', 'at most', ''], rows));
  console.log(`${walked.length} journeys: ${walked.length - missed} as they may be, ${missed} not`);
  process.exitCode = missed > 0 ? 1 : 0;
}

runCommand(
  new Command('taps')
    .description('taps and fields of what readers come for most')
    .option('--only <words>', 'journeys whose name has these words')
    .action(main),
);
