import type { Instant, LocalDate } from './answer';

/** Every expected no, with the numbers that explain it. The front end owns the sentences. */
export type Refusal =
  // who is asking
  | { code: 'no_card' }
  | { code: 'not_staff' }
  | { code: 'role_missing'; role: string }
  | { code: 'not_yours' }
  // the card
  | { code: 'already_has_card'; cardNumber: string }
  | { code: 'card_not_found' }
  | { code: 'card_linked_elsewhere' }
  | { code: 'wrong_password'; attemptsLeft: number }
  | { code: 'too_many_attempts'; retryAt: Instant }
  | { code: 'guardian_needed'; underAge: number }
  | { code: 'qr_expired' }
  | { code: 'qr_not_valid' }
  // the reader
  | { code: 'reader_not_found'; scanned: string }
  | { code: 'card_expired'; expiredOn: LocalDate }
  | { code: 'reader_blocked'; reason: string; until?: LocalDate }
  | { code: 'loans_overdue'; count: number; limit: number }
  | { code: 'loan_limit_reached'; current: number; limit: number }
  // the item
  | { code: 'item_not_found'; barcode: string }
  | { code: 'item_on_loan'; dueOn: LocalDate; bySameReader: boolean }
  | { code: 'item_held_for_another'; pickUpBy: LocalDate }
  | { code: 'item_needed_for_holds'; waiting: number; onShelf: number }
  | { code: 'item_in_transit'; toBranchName: string }
  | { code: 'item_not_for_loan'; status: 'lost' | 'in_repair' | 'withdrawn' | 'reference' }
  // the loan
  | { code: 'loan_not_found' }
  | { code: 'loan_closed' }
  | { code: 'renewal_limit_reached'; renewed: number; limit: number }
  | { code: 'renewal_too_early'; from: LocalDate }
  | { code: 'loan_overdue'; days: number }
  | { code: 'others_waiting'; waiting: number; free: number }
  | { code: 'renewal_gains_nothing'; dueOn: LocalDate }
  // the hold
  | { code: 'title_not_found' }
  | { code: 'no_item_can_fill' }
  | { code: 'title_on_shelf'; onShelf: number }
  | { code: 'already_held' }
  | { code: 'already_borrowed'; dueOn: LocalDate }
  | { code: 'hold_limit_reached'; current: number; limit: number }
  | { code: 'branch_not_found' }
  | { code: 'hold_not_found' }
  | { code: 'hold_not_open'; status: 'filled' | 'cancelled' | 'expired' }
  // the event
  | { code: 'event_not_found' }
  | { code: 'event_cancelled' }
  | { code: 'registration_not_open'; opensAt: Instant }
  | { code: 'registration_closed'; closedAt: Instant }
  | { code: 'event_full'; quota: number }
  | { code: 'already_registered' }
  | { code: 'not_registered' }
  | { code: 'lecture_not_found' }
  | { code: 'notice_not_found' };

export type RefusalCode = Refusal['code'];
