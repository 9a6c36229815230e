import type { Instant } from './shapes';

/** 数据库 or 特色馆藏. */
export type ResourceKind = 'database' | 'collection';

/** Who may use it where: anybody anywhere, whoever has a reader card, or whoever comes to the library. */
export type ResourceAccess = 'everywhere' | 'with_card' | 'in_library';

export interface ResourceCard {
  resourceId: string;
  kind: ResourceKind;
  name: string;
  provider: string;
  access: ResourceAccess;
  subjects: string[];
  /** How its description begins. */
  lead: string;
}

/** What a library says of a database or a special collection. */
export interface ResourceWords {
  kind: ResourceKind;
  name: string;
  provider: string;
  about: string;
  /** How to use it, step by step. */
  guide: string[];
  /** https address; "" for what is only in the house. */
  url: string;
  access: ResourceAccess;
  subjects: string[];
  /** Whom to ask. */
  contact: string;
}

export interface ResourcePage extends ResourceWords {
  resourceId: string;
  changedAt: Instant;
}

export interface DeskResource extends ResourcePage {
  /** Readers see it. */
  shown: boolean;
}

/** Databases and special collections, with a guide to each. */
export interface ResourcesApi {
  /** All that are shown, in the library's order: a few hundred at most. */
  'resources.list'(input: Record<string, never>): { list: ResourceCard[] };
  'resources.get'(input: { resourceId: string }): ResourcePage;
}

export interface ResourceDeskApi {
  'resourceDesk.list'(input: Record<string, never>): { list: (ResourceCard & { shown: boolean })[] };
  'resourceDesk.get'(input: { resourceId: string }): DeskResource;
  /** Adds one (`resourceId` ""), hidden and last, or changes one. */
  'resourceDesk.save'(input: ResourceWords & { resourceId: string }): DeskResource;
  'resourceDesk.show'(input: { resourceId: string; shown: boolean }): DeskResource;
  /** Two exchange their places. */
  'resourceDesk.exchange'(input: { resourceId: string; withResourceId: string }): { resourceId: string };
  'resourceDesk.remove'(input: { resourceId: string }): { resourceId: string };
}
