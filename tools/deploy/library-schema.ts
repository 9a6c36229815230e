import * as v from 'valibot';
import type { NoticeTopic } from '../../typings/contract/account';
import { isLocalDate } from '../../cloudfunctions/kernel/local-date';

/** The form of a library's own file. Unknown keys are refused: a typing error must not pass silently. */

const NO_OBJECT = 'must be an object';
const NO_TEXT = 'must be a text';
const aText = (longest: number) =>
  v.pipe(
    v.string(NO_TEXT),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(longest, `at most ${longest} characters`),
  );
const aNumber = (least: number, most: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );
const aSwitch = v.boolean('must be true or false');
const anId = v.pipe(
  v.string(NO_TEXT),
  v.regex(/^[a-z][a-z0-9-]{0,30}$/, 'lower-case letters, digits and hyphens, a letter first'),
);
const anIdOrAll = v.pipe(v.string(NO_TEXT), v.regex(/^(\*|[a-z][a-z0-9-]{0,30})$/, 'a branch, or *'));
const aDay = v.pipe(v.string(NO_TEXT), v.check(isLocalDate, 'a day like 2026-01-31'));

const TIME = '([01]\\d|2[0-3]):[0-5]\\d';
const hours = v.nullable(
  v.pipe(
    v.string('hours like "09:00-21:00", or null when closed'),
    v.regex(new RegExp(`^${TIME}-(${TIME}|24:00)$`), 'hours like "09:00-21:00", or null when closed'),
    v.check((text) => text.slice(0, 5) < text.slice(6), 'must close after it opens, on the same day'),
  ),
);

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const week = v.strictObject(
  Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) as Record<(typeof WEEKDAYS)[number], typeof hours>,
  `must name the hours of every day: ${WEEKDAYS.join(', ')}`,
);

const branch = v.strictObject(
  {
    id: anId,
    name: aText(30),
    address: aText(100),
    phone: aText(30),
    pickUp: aSwitch,
    hours: week,
    exceptions: v.optional(
      v.record(aDay, v.strictObject({ open: hours, why: aText(50) }, NO_OBJECT), NO_OBJECT),
      {},
    ),
    closedOnPublicHolidays: aSwitch,
  },
  NO_OBJECT,
);

const CATEGORIES = ['*', 'adult', 'child', 'senior', 'student', 'researcher'] as const;
const ITEM_TYPES = ['*', 'book', 'children', 'periodical', 'audiovisual'] as const;
const DUE_DATE_MODES = ['plain', 'next_open_day', 'previous_open_day'] as const;
const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `one of ${words.join(', ')}`);

const policy = v.strictObject(
  {
    readerCategory: oneOf(CATEGORIES),
    itemType: oneOf(ITEM_TYPES),
    branchId: anIdOrAll,
    loanDays: aNumber(1, 3650),
    loanLimit: aNumber(0, 1000),
    renewalLimit: aNumber(0, 100),
    renewalDays: aNumber(1, 3650),
    renewalWindowDays: v.nullable(aNumber(0, 3650)),
    renewalBase: oneOf(['due', 'today']),
    holdLimit: aNumber(0, 1000),
    holdShelfDays: aNumber(1, 365),
    holdsOnShelf: aSwitch,
    overdueLimit: aNumber(1, 1000),
    dueDateMode: oneOf(DUE_DATE_MODES),
  },
  NO_OBJECT,
);

/** The facts that a message of each topic tells; a template's field may be filled from these alone. */
export const FACTS = {
  due_soon: ['title', 'day'],
  overdue: ['title', 'day', 'days'],
  hold_ready: ['title', 'branch', 'day'],
  hold_expired: ['title'],
  event: ['title', 'time', 'place'],
  recap: ['title', 'speaker'],
} as const satisfies Record<NoticeTopic, readonly string[]>;

const FIELD = /^(thing|number|letter|symbol|character_string|time|date|phrase|name)\d+$/;

const template = (facts: readonly string[]) =>
  v.optional(
    v.strictObject(
      {
        templateId: v.pipe(v.string(NO_TEXT), v.regex(/^[\w-]{20,64}$/, 'a 模板 ID as WeChat shows it')),
        fields: v.pipe(
          v.record(
            v.picklist(facts, `not told by this message; it tells ${facts.join(', ')}`),
            v.pipe(v.string(NO_TEXT), v.regex(FIELD, 'a field of the template, like thing1 or date2')),
            NO_OBJECT,
          ),
          v.check((fields) => Object.keys(fields).length > 0, 'fill at least one field'),
        ),
      },
      NO_OBJECT,
    ),
  );

const templates = v.strictObject(
  {
    due_soon: template(FACTS.due_soon),
    overdue: template(FACTS.overdue),
    hold_ready: template(FACTS.hold_ready),
    hold_expired: template(FACTS.hold_expired),
    event: template(FACTS.event),
    recap: template(FACTS.recap),
  },
  NO_OBJECT,
);

const staff = v.pipe(
  v.strictObject(
    {
      name: aText(20),
      branchId: anId,
      roles: v.array(oneOf(['circulation', 'manager']), 'must be a list'),
      active: v.optional(aSwitch, true),
      card: v.optional(v.pipe(v.string(NO_TEXT), v.regex(/^\d{6,32}$/, 'the digits of a card number'))),
      openid: v.optional(
        v.pipe(v.string(NO_TEXT), v.regex(/^[\w-]{20,64}$/, 'an openid as WeChat gives it')),
      ),
    },
    NO_OBJECT,
  ),
  v.check(
    ({ card, openid }) => (card === undefined) !== (openid === undefined),
    'either card (one that its owner opened in WeChat) or openid',
  ),
);

export const librarySchema = v.strictObject(
  {
    name: aText(30),
    cardPrefix: v.pipe(v.string(NO_TEXT), v.regex(/^\d{1,8}$/, 'one to eight digits')),
    cardYears: aNumber(1, 100),
    dueSoonDays: aNumber(1, 30),
    lastCard: v.optional(aNumber(0, 99_999_999), 0),
    templates: v.optional(templates, {}),
    branches: v.pipe(v.array(branch, 'must be a list'), v.minLength(1, 'at least one branch')),
    policies: v.pipe(v.array(policy, 'must be a list'), v.minLength(1, 'at least one policy')),
    staff: v.optional(v.array(staff, 'must be a list'), []),
  },
  NO_OBJECT,
);

export type LibraryFile = v.InferOutput<typeof librarySchema>;
