import * as v from 'valibot';
import type { Home } from '../../../typings/contract/home';
import { TITLE_FACT_FIELDS, factsOf } from '../../cataloguing/title-facts';
import { isChildsAge } from '../../circulation/for-age';
import { openingAt } from '../../circulation/opening';
import { servicesOf } from '../../community/event-terms';
import { between } from '../../kernel/database';
import { ageOn } from '../../kernel/local-date';
import { operationsOf, reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { forReaderActed } from '../../reads/acting';
import { whoAsks } from '../../reads/asking';
import { isSearched } from '../../search/index/title-for-index';
import { lectureSummary } from '../../views/lectures';
import { meView } from '../../views/me';
import { forChild } from './for-child';
import { nextEventFor } from './next-event';
import { NOTHING_NOW, nowOf } from './now';

const NEW_TITLES = 10;

const show = reading('home.show', {
  caller: 'visitor',
  schema: nothing,
  run: async (context) => {
    const { library, today, db, now } = context;
    const [who, newTitles, lecture] = await Promise.all([
      whoAsks(context),
      db.find('titles', {
        where: {},
        orderBy: [['addedAt', 'desc']],
        limit: 2 * NEW_TITLES,
        fields: [...TITLE_FACT_FIELDS, 'source'],
      }),
      db.find('lectures', {
        where: { publishAt: between({ from: '0', upTo: now }) },
        orderBy: [['heldAt', 'desc']],
        limit: 1,
      }),
    ]);
    const { reader } = who;
    const isChild = reader !== null && isChildsAge(ageOn(reader.birthDate, today));
    const [own, nextEvent, child] = await Promise.all([
      reader ? nowOf(context, reader) : NOTHING_NOW,
      isChild ? undefined : nextEventFor(context, reader),
      isChild ? forChild(context, reader) : undefined,
    ]);
    const [latest] = lecture;
    const [branch] = library.branches;
    const home: Home = {
      me: meView(who, context),
      libraryName: library.settings.name,
      ...(branch && { branch: { name: branch.name, opening: openingAt(branch, library.calendars, now) } }),
      today,
      ...own,
      ...(nextEvent && { nextEvent }),
      newTitles: child ? [] : newTitles.filter(isSearched).slice(0, NEW_TITLES).map(factsOf),
      ...(child && { child }),
      ...(latest && !child && servicesOf(library).lectures && { lecture: lectureSummary(latest) }),
    };
    return done(home);
  },
});

const child = reading('home.child', {
  caller: 'reader',
  schema: v.strictObject({ readerId: anId }),
  run: forReaderActed(async (context, reader) => done(await forChild(context, reader))),
});

export const home = operationsOf('home', [show, child]);
