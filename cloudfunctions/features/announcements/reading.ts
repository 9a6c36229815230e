import * as v from 'valibot';
import { between } from '../../kernel/database';
import { addDays, instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { countAudience } from '../../reads/audience';
import { interestWords } from '../../reads/interests';
import { spreadingOf } from '../../steps/spreading';
import { deliveryOf, deskAnnouncement, eventChoice, wordsFor } from './view';
import { NOT_FOUND, anAudience, ofAnnouncement } from './words';

/** Events that ended no longer ago can be chosen: those who came may be told something. */
const EVENTS_OF_DAYS = 30;
const MOST_EVENTS = 50;

export const list = reading('announcementDesk.list', {
  role: 'content',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db, now, library }, { after }) => {
    const page = await pageFrom(db, 'announcements', { where: {}, orderBy: [['changedAt', 'desc']] }, after);
    return done({
      ...page,
      open: library.settings.announcements?.open ?? false,
      list: page.list.map((each) => deskAnnouncement(each, now)),
    });
  },
});

export const get = reading('announcementDesk.get', {
  role: 'content',
  schema: ofAnnouncement,
  run: async (context, { announcementId }) => {
    const { db, now } = context;
    const announcement = await db.get('announcements', announcementId);
    if (!announcement) return refuse(NOT_FOUND);
    const [words, delivery, spreading] = await Promise.all([
      wordsFor(context, announcement.audience),
      deliveryOf(context, announcementId),
      spreadingOf(db, 'announcement', announcementId),
    ]);
    return done({ ...deskAnnouncement(announcement, now, spreading), delivery, audienceWords: words });
  },
});

export const count = reading('announcementDesk.count', {
  role: 'content',
  schema: v.strictObject({ audience: anAudience }),
  run: async (context, { audience }) => {
    const [readers, words] = await Promise.all([
      countAudience(context, audience),
      wordsFor(context, audience),
    ]);
    return done({ readers, words });
  },
});

export const choices = reading('announcementDesk.choices', {
  role: 'content',
  schema: nothing,
  run: async (context) => {
    const { branches, settings } = context.library;
    const events = context.db.find('events', {
      where: { endsAt: between({ from: instantOf(addDays(context.today, -EVENTS_OF_DAYS)) }) },
      orderBy: [['endsAt', 'asc']],
      limit: MOST_EVENTS,
      fields: ['title', 'state'],
    });
    const interests = interestWords(context);
    return done({
      branches: branches.map(({ _id, name }) => ({ id: _id, name })),
      interests: (await interests).map(({ id, name }) => ({ id, name })),
      categories: settings.readerCategories,
      events: (await events).filter(({ state }) => state !== 'draft').map(eventChoice),
    });
  },
});
