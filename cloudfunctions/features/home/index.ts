import type { Home } from '../../../typings/contract/home';
import { TITLE_FACT_FIELDS, factsOf } from '../../cataloguing/title-facts';
import { openingAt } from '../../circulation/opening';
import { servicesOf } from '../../community/event-terms';
import { between } from '../../kernel/database';
import { operationsOf, reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { whoAsks } from '../../reads/asking';
import { isSearched } from '../../search/index/title-for-index';
import { lectureSummary } from '../../views/lectures';
import { meView } from '../../views/me';
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
    const [own, nextEvent] = await Promise.all([
      reader ? nowOf(context, reader) : NOTHING_NOW,
      nextEventFor(context, reader),
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
      newTitles: newTitles.filter(isSearched).slice(0, NEW_TITLES).map(factsOf),
      ...(latest && servicesOf(library).lectures && { lecture: lectureSummary(latest) }),
    };
    return done(home);
  },
});

export const home = operationsOf('home', [show]);
