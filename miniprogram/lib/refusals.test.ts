import type { Refusal } from '../../typings/contract';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuan } from './money';
import { refusalLine, refusalLines, refusalText } from './refusals';

jest.mock('./session', () => ({ libraryToday: () => '2026-11-22' }));

const ALIKE = {
  titleId: 't1',
  title: '红楼梦',
  authors: '曹雪芹',
  publisher: '',
  year: 1996,
  clc: 'I242.4',
  because: 'isbn' as const,
};

/** One of every kind, so that a sentence that breaks on its numbers is seen. */
const every: Refusal[] = [
  { code: 'no_card' },
  { code: 'not_staff' },
  { code: 'role_missing', role: 'circulation' },
  { code: 'not_yours' },
  { code: 'already_has_card', cardNumber: '2026000017' },
  { code: 'card_not_found' },
  { code: 'too_many_calls', seconds: 12 },
  { code: 'request_too_old' },
  { code: 'card_linked_elsewhere' },
  { code: 'wrong_password', attemptsLeft: 3 },
  { code: 'too_many_attempts', retryAt: '2026-11-22T04:15:00.000Z' },
  { code: 'guardian_needed', underAge: 14 },
  { code: 'talk_not_found' },
  { code: 'talk_open', talkId: 'talk-1' },
  { code: 'talk_is', state: 'closed' },
  { code: 'talk_taken', by: '许清' },
  { code: 'talk_limit_reached', current: 3, limit: 3 },
  { code: 'words_not_found' },
  { code: 'words_too_old', minutes: 2 },
  { code: 'qr_expired' },
  { code: 'qr_not_valid' },
  { code: 'card_not_active', status: 'lost' },
  { code: 'application_pending' },
  { code: 'account_closed' },
  { code: 'account_not_settled', loans: 2, holds: 1, owes: 0, deposit: 0, children: 1 },
  { code: 'reader_not_found', scanned: '123' },
  { code: 'card_expired', expiredOn: '2026-10-01' },
  { code: 'reader_blocked', reason: '遗失图书', until: '2026-12-01' },
  { code: 'reader_suspended', until: '2026-12-01' },
  { code: 'loans_overdue', count: 2, limit: 3 },
  { code: 'owes_too_much', owes: 1250, limit: 1000 },
  { code: 'children_owe_too_much', owes: 1000, limit: 500 },
  { code: 'deposit_missing', deposit: 5000, needed: 10000 },
  { code: 'on_site_limit_reached', current: 3, limit: 3 },
  { code: 'part_limit_reached', current: 4, limit: 4, itemTypes: ['video'], withinDays: 7 },
  { code: 'loans_and_holds_limit_reached', current: 12, limit: 12 },
  { code: 'too_young', age: 12, minAge: 16 },
  { code: 'loan_limit_reached', current: 20, limit: 20 },
  { code: 'item_not_found', barcode: 'B1' },
  { code: 'item_on_loan', dueOn: '2026-11-26', bySameReader: false },
  { code: 'item_held_for_another', pickUpBy: '2026-11-25' },
  { code: 'item_needed_for_holds', waiting: 2, onShelf: 1 },
  { code: 'item_in_transit', toBranchName: '城西分馆' },
  { code: 'item_not_for_loan', status: 'reference' },
  { code: 'item_not_for_category', category: 'child', itemType: 'book' },
  { code: 'item_not_on_loan', barcode: 'B1' },
  { code: 'item_status_differs', status: 'lost' },
  { code: 'loan_not_found' },
  { code: 'loan_closed' },
  { code: 'renewal_limit_reached', renewed: 1, limit: 1 },
  { code: 'online_renewal_limit_reached', renewed: 1, limit: 1 },
  { code: 'loan_age_reached', until: '2027-01-30' },
  { code: 'renewal_too_early', from: '2026-11-26' },
  { code: 'renewal_too_late', until: '2026-11-30' },
  { code: 'loan_overdue', days: 3 },
  { code: 'others_waiting', waiting: 2, free: 0 },
  { code: 'renewal_gains_nothing', dueOn: '2026-12-01' },
  { code: 'loan_on_site' },
  { code: 'loan_recalled', on: '2026-11-20' },
  { code: 'loan_claimed_returned' },
  { code: 'recall_gains_nothing', dueOn: '2026-12-01' },
  { code: 'recall_not_offered' },
  { code: 'transfer_not_offered' },
  { code: 'transfer_code_expired' },
  { code: 'transfer_code_not_valid' },
  { code: 'transfer_to_oneself' },
  { code: 'title_not_found' },
  { code: 'no_item_can_fill' },
  { code: 'title_on_shelf', onShelf: 3 },
  { code: 'already_held' },
  { code: 'already_borrowed', dueOn: '2026-11-26' },
  { code: 'hold_limit_reached', current: 10, limit: 10 },
  { code: 'holds_per_day_reached', current: 3, limit: 3 },
  { code: 'holds_per_title_reached', current: 1, limit: 1 },
  { code: 'copy_holds_not_offered' },
  { code: 'hold_too_long', mostDays: 90 },
  { code: 'hold_ends_too_early', endsOn: '2026-11-21', earliest: '2026-11-22' },
  { code: 'hold_ready_already' },
  { code: 'guardian_unconfirmed' },
  { code: 'birth_date_later', today: '2026-11-22' },
  { code: 'guardian_not_needed' },
  { code: 'no_guardian' },
  { code: 'children_limit_reached', current: 10, limit: 10 },
  { code: 'request_not_found' },
  { code: 'not_family', name: '李雷' },
  { code: 'branch_not_found' },
  { code: 'hold_not_found' },
  { code: 'hold_not_open', status: 'filled' },
  { code: 'event_not_found' },
  { code: 'event_cancelled' },
  { code: 'registration_not_open', opensAt: '2026-11-23T01:00:00.000Z' },
  { code: 'registration_closed', closedAt: '2026-11-21T01:00:00.000Z' },
  { code: 'event_full', quota: 80 },
  { code: 'already_registered' },
  { code: 'not_registered' },
  { code: 'lecture_not_found' },
  { code: 'notice_not_found' },
  { code: 'comment_needed' },
  { code: 'override_not_allowed', refusal: 'card_expired', role: 'manager' },
  { code: 'due_date_not_later', dueOn: '2026-11-20', today: '2026-11-22' },
  { code: 'due_date_too_late', dueOn: '2099-12-31', latest: '2027-02-20' },
  { code: 'returned_before_lent', returnedOn: '2026-11-20', checkedOutOn: '2026-11-22' },
  { code: 'later_event', at: '2026-11-22T01:00:00.000Z', what: '还书' },
  { code: 'scan_too_old', at: '2026-11-01T01:00:00.000Z', mostDays: 7 },
  { code: 'undo_too_late', at: '2026-11-22T01:00:00.000Z' },
  { code: 'line_not_found' },
  { code: 'amount_too_high', amount: 500, open: 300 },
  { code: 'not_in_library', what: 'itemType', id: 'map' },
  { code: 'policy_not_found' },
  { code: 'policy_exists' },
  { code: 'days_past', from: '2026-11-20', today: '2026-11-22' },
  { code: 'days_too_far', most: 400 },
  { code: 'closure_overlaps', from: '2026-12-01', to: '2026-12-03', why: '检修' },
  { code: 'last_policy' },
  { code: 'closure_not_found' },
  { code: 'closure_busy', status: 'moving' },
  { code: 'stocktake_not_found' },
  { code: 'stocktake_finished' },
  { code: 'conflict_not_found' },
  { code: 'staff_not_found' },
  { code: 'last_director' },
  { code: 'application_decided', standing: 'active' },
  { code: 'list_not_found' },
  { code: 'list_built_in' },
  { code: 'list_limit_reached', current: 50, limit: 50 },
  { code: 'list_full', current: 200, limit: 200 },
  { code: 'list_empty' },
  { code: 'title_not_on_list' },
  { code: 'list_changed' },
  { code: 'lists_not_open' },
  { code: 'reviews_not_open' },
  { code: 'review_not_found' },
  { code: 'review_changed' },
  { code: 'text_not_allowed' },
  { code: 'answer_not_found' },
  { code: 'answers_full', current: 2000, limit: 2000 },
  { code: 'answer_changed' },
  { code: 'answer_not_waiting' },
  { code: 'answer_own_review' },
  { code: 'answer_not_published' },
  { code: 'personal_data', parts: ['张三'] },
  { code: 'resource_not_found' },
  { code: 'resources_full', current: 300, limit: 300 },
  { code: 'isbn_wrong', isbn: '9787020002208' },
  { code: 'title_here_already', titles: [ALIKE] },
  { code: 'title_changed', fields: ['title'] },
  { code: 'barcode_taken', barcode: 'YX00010205', titleId: 't1', title: '红楼梦' },
  { code: 'barcode_is_card', barcode: '20260000000017' },
  { code: 'copy_in_use', barcode: 'YX00010205' },
  { code: 'consent_outdated', what: 'privacy' },
  { code: 'card_code_needed' },
  { code: 'birth_day_needed' },
  { code: 'birth_day_wrong' },
  { code: 'card_not_shown' },
  { code: 'confirm_again', pinSet: true },
  { code: 'pin_not_set' },
  { code: 'pin_set_already' },
  { code: 'pin_wrong', attemptsLeft: 3 },
  { code: 'pin_locked', retryAt: '2026-11-22T04:15:00.000Z' },
  { code: 'colleague_pin_needed' },
  { code: 'phone_shut_out', from: '2026-11-22T04:15:00.000Z' },
  { code: 'import_not_found' },
  { code: 'import_ended' },
  { code: 'import_not_readable' },
];

/** Counted in fen and told in yuan. */
const MONEY = ['owes_too_much', 'children_owe_too_much', 'deposit_missing', 'amount_too_high'];

test('the list here has every code of the contract', () => {
  const contract = readFileSync(join(__dirname, '../../typings/contract/refusals.ts'), 'utf8');
  const codes = [...contract.matchAll(/\bcode: '(\w+)'/g)].map(([, code]) => code);
  expect(every.map(({ code }) => code).sort()).toEqual(codes.sort());
});

test.each(every)('$code is a whole sentence with its numbers', (refusal) => {
  const { text, next } = refusalLine(refusal);
  expect(text).toMatch(/。$/);
  expect(text + (next ?? '')).not.toMatch(/undefined|NaN|Invalid|\{|\}/);
  for (const value of Object.values(refusal).filter((v) => typeof v === 'number')) {
    // A limit or a count of nought needs no mention where the sentence is true without it.
    const said = MONEY.includes(refusal.code) ? yuan(value) : String(value);
    if (value !== 0) expect(text).toContain(said);
  }
});

test('a reached limit tells both numbers and the next step', () => {
  expect(refusalText([{ code: 'loan_limit_reached', current: 20, limit: 20 }])).toBe(
    '已借 20/20 册。还回一册后可再借。',
  );
});

test('an account that cannot be closed names what is open, and nothing else', () => {
  const open = {
    code: 'account_not_settled',
    loans: 0,
    holds: 0,
    owes: -300,
    deposit: 10000,
    children: 0,
  } as const;
  expect(refusalLine(open).text).toBe('还不能注销：可退余额 ¥3.00，押金 ¥100.00 未退。');
});

test('all reasons are told at once, in the order given', () => {
  const lines = refusalLines([
    { code: 'loan_overdue', days: 3 },
    { code: 'others_waiting', waiting: 2, free: 1 },
  ]);
  expect(lines.map(({ code }) => code)).toEqual(['loan_overdue', 'others_waiting']);
});

test('a code that this version does not know is still told', () => {
  const newer = { code: 'moon_in_the_wrong_house' } as unknown as Refusal;
  expect(refusalLine(newer).text).toBe('暂时不能办理。');
});
