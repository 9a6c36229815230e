import * as v from 'valibot';
import type { NoticeTopic } from '../../typings/contract/account';
import type { StaffRole } from '../../typings/contract/staff-roles';
import type { RefusalCode } from '../../typings/contract/refusals';
import { someRules } from '../../cloudfunctions/features/rules/rules-schema';
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
const aDay = v.pipe(v.string(NO_TEXT), v.check(isLocalDate, 'a day like 2026-01-31'));

const TIME = '([01]\\d|2[0-3]):[0-5]\\d';
const HOURS = 'hours like "09:00-21:00" or "09:00-12:00,14:00-17:00", or null when closed';
const inOrder = (times: readonly string[]): boolean =>
  times.every((time, n) => n === 0 || (times[n - 1] ?? '') < time);
const hours = v.nullable(
  v.pipe(
    v.string(HOURS),
    v.regex(new RegExp(`^${TIME}-(${TIME}|24:00)(,${TIME}-(${TIME}|24:00))*$`), HOURS),
    v.check(
      (text) => inOrder(text.split(/[-,]/)),
      'must close after it opens, on the same day, and open again after it closed',
    ),
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
    location: v.optional(
      v.strictObject({
        latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
        longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
      }),
    ),
    transport: v.optional(aText(200)),
    floors: v.optional(
      v.array(v.strictObject({ name: aText(20), what: aText(200) }, NO_OBJECT), 'must be a list'),
    ),
    hours: week,
    exceptions: v.optional(
      v.record(aDay, v.strictObject({ open: hours, why: aText(50) }, NO_OBJECT), NO_OBJECT),
      {},
    ),
    closedOnPublicHolidays: aSwitch,
  },
  NO_OBJECT,
);

const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `one of ${words.join(', ')}`);

/** The library's own kinds: names of the two sides of the policy matrix. */
const kinds = v.pipe(
  v.array(v.strictObject({ id: anId, name: aText(20) }, NO_OBJECT), 'must be a list'),
  v.minLength(1, 'at least one'),
);

const anIdOrAll = v.pipe(
  v.string(NO_TEXT),
  v.regex(/^(\*|[a-z][a-z0-9_-]{0,30})$/, 'the id of one, or * for all'),
);

/** A row gives only the rules it changes; the form of each is that of the rules editor. */
const policy = v.strictObject(
  {
    readerCategory: anIdOrAll,
    itemType: anIdOrAll,
    branchId: anIdOrAll,
    note: v.optional(v.pipe(v.string(NO_TEXT), v.trim(), v.maxLength(200, 'at most 200 characters')), ''),
    rules: someRules,
  },
  NO_OBJECT,
);

const STAFF_ROLES = [
  'circulation',
  'cataloguer',
  'events',
  'reference',
  'content',
  'manager',
  'director',
] as const satisfies readonly StaffRole[];

/** Refusals of a check-out or a renewal that staff may set aside, where the library says who. */
const CAN_BE_SET_ASIDE = [
  'card_expired',
  'reader_blocked',
  'reader_suspended',
  'loans_overdue',
  'owes_too_much',
  'children_owe_too_much',
  'deposit_missing',
  'loan_limit_reached',
  'on_site_limit_reached',
  'part_limit_reached',
  'loans_and_holds_limit_reached',
  'too_young',
  'item_held_for_another',
  'item_needed_for_holds',
  'item_in_transit',
  'item_not_for_loan',
  'item_not_for_category',
  'renewal_limit_reached',
  'renewal_too_early',
  'renewal_too_late',
  'loan_overdue',
  'others_waiting',
  'renewal_gains_nothing',
  'loan_on_site',
  'loan_recalled',
  'loan_claimed_returned',
  'loan_age_reached',
  'booked_ahead',
  'due_date_too_late',
] as const satisfies readonly RefusalCode[];

/** The facts that a message of each topic tells; a template's field may be filled from these alone. */
export const FACTS = {
  due_soon: ['title', 'day'],
  overdue: ['title', 'day', 'days'],
  hold_ready: ['title', 'branch', 'day'],
  hold_expired: ['title'],
  event: ['title', 'time', 'place'],
  recap: ['title', 'speaker'],
  recall: ['title', 'day'],
  reference: ['title'],
  closure: ['branch', 'day', 'why', 'count'],
  account: ['title', 'amount'],
  news: ['title', 'text'],
  article: ['title', 'text'],
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
  Object.fromEntries(Object.entries(FACTS).map(([topic, facts]) => [topic, template(facts)])) as Record<
    NoticeTopic,
    ReturnType<typeof template>
  >,
  NO_OBJECT,
);

const staff = v.pipe(
  v.strictObject(
    {
      name: aText(20),
      branchId: anId,
      roles: v.array(oneOf(STAFF_ROLES), 'must be a list'),
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
    overdueSteps: v.pipe(
      v.array(aNumber(1, 3650), 'must be a list of days'),
      v.minLength(1, 'at least one day'),
      v.check((steps) => steps.every((step, n) => n === 0 || step > (steps[n - 1] ?? 0)), 'must ascend'),
    ),
    readerCategories: kinds,
    itemTypes: kinds,
    childrenClasses: v.optional(v.array(aText(12), 'must be a list')),
    childrenTypes: v.optional(v.array(anId, 'must be a list')),
    reviewsApplications: oneOf(['none', 'children', 'all']),
    ageOfMajority: v.optional(aNumber(14, 25)),
    anonymiseAfterDays: aNumber(0, 3650),
    overrides: v.optional(
      v.record(
        v.picklist(CAN_BE_SET_ASIDE, `no refusal that staff can set aside: ${CAN_BE_SET_ASIDE.join(', ')}`),
        oneOf(STAFF_ROLES),
        NO_OBJECT,
      ),
      {},
    ),
    mayWaive: v.optional(oneOf(STAFF_ROLES)),
    openContent: v.optional(v.strictObject({ reviews: v.boolean(), lists: v.boolean() }, NO_OBJECT)),
    lastCard: v.optional(aNumber(0, 99_999_999), 0),
    templates: v.optional(templates, {}),
    branches: v.pipe(v.array(branch, 'must be a list'), v.minLength(1, 'at least one branch')),
    policies: v.pipe(v.array(policy, 'must be a list'), v.minLength(1, 'at least one policy')),
    staff: v.optional(v.array(staff, 'must be a list'), []),
  },
  NO_OBJECT,
);

export type LibraryFile = v.InferOutput<typeof librarySchema>;
