import type { DeskResource, ResourceCard, ResourcePage } from '../../../typings/contract/resources';
import type { ResourceDocument } from '../../documents';

export const MOST_RESOURCES = 300;
const LEAD = 60;

export const CARD_FIELDS = ['kind', 'name', 'provider', 'access', 'subjects', 'about', 'shown'] as const;

export const cardOf = (
  resource: Pick<ResourceDocument, '_id' | (typeof CARD_FIELDS)[number]>,
): ResourceCard => ({
  resourceId: resource._id,
  kind: resource.kind,
  name: resource.name,
  provider: resource.provider,
  access: resource.access,
  subjects: resource.subjects,
  lead: leadOf(resource.about),
});

/** The first sentence, or as much of it as a list has room for. */
export const leadOf = (about: string): string => {
  const first = /^[^。！？\n]*[。！？]?/.exec(about.trim())?.[0] ?? '';
  const characters = [...first];
  return characters.length > LEAD ? `${characters.slice(0, LEAD).join('')}…` : first;
};

export const pageOfResource = ({
  _id,
  order: _order,
  shown: _shown,
  ...words
}: ResourceDocument): ResourcePage => ({
  resourceId: _id,
  ...words,
});

export const deskView = (resource: ResourceDocument): DeskResource => ({
  ...pageOfResource(resource),
  shown: resource.shown,
});
