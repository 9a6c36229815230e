import * as v from 'valibot';
import type { Database } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { CARD_FIELDS, MOST_RESOURCES, cardOf, deskView, pageOfResource } from './resource-view';

const ofResource = v.strictObject({ resourceId: anId });
export const NOT_FOUND = { code: 'resource_not_found' } as const;

/** In the library's order. They are few: what is hidden is left out here. */
const allOf = (db: Database) =>
  db.find('resources', {
    where: {},
    orderBy: [['order', 'asc']],
    limit: MOST_RESOURCES,
    fields: CARD_FIELDS,
  });

export const list = reading('resources.list', {
  caller: 'visitor',
  schema: nothing,
  run: async ({ db }) => done({ list: (await allOf(db)).filter(({ shown }) => shown).map(cardOf) }),
});

export const get = reading('resources.get', {
  caller: 'visitor',
  schema: ofResource,
  run: async ({ db }, { resourceId }) => {
    const resource = await db.get('resources', resourceId);
    return resource?.shown ? done(pageOfResource(resource)) : refuse(NOT_FOUND);
  },
});

export const deskList = reading('resourceDesk.list', {
  role: 'content',
  schema: nothing,
  run: async ({ db }) =>
    done({ list: (await allOf(db)).map((each) => ({ ...cardOf(each), shown: each.shown })) }),
});

export const deskGet = reading('resourceDesk.get', {
  role: 'content',
  schema: ofResource,
  run: async ({ db }, { resourceId }) => {
    const resource = await db.get('resources', resourceId);
    return resource ? done(deskView(resource)) : refuse(NOT_FOUND);
  },
});
