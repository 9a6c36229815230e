import * as v from 'valibot';
import type { ResourceDeskApi, ResourcesApi } from '../../../typings/contract/resources';
import type { Context } from '../../kernel/context';
import type { Database } from '../../kernel/database';
import { reading, staffReading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { CARD_FIELDS, MOST_RESOURCES, cardOf, deskView, pageOfResource } from './resource-view';

type Nothing = Record<string, never>;
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

export const list = reading<Nothing, ReturnType<ResourcesApi['resources.list']>, Context>(
  nothing,
  async ({ db }) => done({ list: (await allOf(db)).filter(({ shown }) => shown).map(cardOf) }),
);

export const get = reading<
  Parameters<ResourcesApi['resources.get']>[0],
  ReturnType<ResourcesApi['resources.get']>,
  Context
>(ofResource, async ({ db }, { resourceId }) => {
  const resource = await db.get('resources', resourceId);
  return resource?.shown ? done(pageOfResource(resource)) : refuse(NOT_FOUND);
});

export const deskList = staffReading<Nothing, ReturnType<ResourceDeskApi['resourceDesk.list']>>(
  'content',
  nothing,
  async ({ db }) => done({ list: (await allOf(db)).map((each) => ({ ...cardOf(each), shown: each.shown })) }),
);

export const deskGet = staffReading<
  Parameters<ResourceDeskApi['resourceDesk.get']>[0],
  ReturnType<ResourceDeskApi['resourceDesk.get']>
>('content', ofResource, async ({ db }, { resourceId }) => {
  const resource = await db.get('resources', resourceId);
  return resource ? done(deskView(resource)) : refuse(NOT_FOUND);
});
