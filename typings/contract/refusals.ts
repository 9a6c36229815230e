import type { Instant, LocalDate } from './shapes';
import type { StaffRole } from './staff-roles';
import type { AlikeTitle } from './cataloguing';
import type { DeliveryState } from './deliveries';
import type { EventRefusal } from './event-refusals';
import type { CaseState } from './satisfaction';
import type { MediaState } from './media';
import type { TalkState } from './talks';
import type { PublishedRefusal } from './published-refusals';
import type { RecordField } from './title-record';
import type { GivenRefusal, WishRefusal, WorkRefusal } from './work-refusals';

/** Every expected no, with the numbers that explain it. The front end owns the sentences. */
export type Refusal =
  // who is asking
  | { code: 'no_card' }
  | { code: 'not_staff' }
  | { code: 'role_missing'; role: StaffRole }
  | { code: 'not_yours' }
  | { code: 'case_not_found' }
  | { code: 'case_is'; state: CaseState }
  | { code: 'survey_not_open' }
  | { code: 'survey_answered'; year: string }
  /** Its questions stand once readers can answer; it can still be ended. */
  | { code: 'survey_runs'; closesOn: LocalDate }
  | { code: 'interests_full'; current: number; limit: number }
  /** More calls of one kind than anybody makes by hand. */
  | { code: 'too_many_calls'; seconds: number }
  /** The mini program has no cloud yet, or none any more: WeChat says so itself, no function is asked. */
  | { code: 'not_set_up' }
  /** Many do the same at once and no turn came: nothing was done; the same request may be sent again. */
  | { code: 'busy' }
  /** A repeat of something so old that nobody knows any more whether it was done. */
  | { code: 'request_too_old' }
  // the card
  | { code: 'already_has_card'; cardNumber: string }
  | { code: 'card_not_found' }
  | { code: 'card_linked_elsewhere' }
  | { code: 'wrong_password'; attemptsLeft: number }
  | { code: 'too_many_attempts'; retryAt: Instant }
  | { code: 'guardian_needed'; underAge: number }
  /** A child's card, before its guardian has said yes. */
  | { code: 'guardian_unconfirmed' }
  | { code: 'birth_date_later'; today: LocalDate }
  | { code: 'guardian_not_needed' }
  | { code: 'no_guardian' }
  | { code: 'children_limit_reached'; current: number; limit: number }
  | { code: 'request_not_found' }
  /** The text that was agreed to is no longer the one in force. */
  | { code: 'consent_outdated'; what: 'privacy' | 'guardian' }
  | { code: 'qr_expired' }
  | { code: 'qr_not_valid' }
  /** The desk takes the code on the phone alone, and not the number. */
  | { code: 'card_code_needed' }
  /** With a number the desk asks for month and day of birth. */
  | { code: 'birth_day_needed' }
  | { code: 'birth_day_wrong' }
  /** Nobody showed this reader's card here within half an hour. */
  | { code: 'card_not_shown' }
  | { code: 'card_not_active'; status: 'lost' | 'replaced' }
  | { code: 'application_pending' }
  | { code: 'application_decided'; standing: 'active' | 'closed' }
  | { code: 'account_closed' }
  /** `children`: cards of children that need this guardian. */
  | {
      code: 'account_not_settled';
      loans: number;
      holds: number;
      owes: number;
      deposit: number;
      children: number;
    }
  // the reader
  | { code: 'reader_not_found'; scanned: string }
  | { code: 'card_expired'; expiredOn: LocalDate }
  | { code: 'reader_blocked'; reason: string; until?: LocalDate; stops?: 'borrowing' | 'holds' }
  | { code: 'reader_suspended'; until: LocalDate }
  /** After holds that were not collected; borrowing goes on. */
  | { code: 'holds_stopped'; until: LocalDate }
  | { code: 'loans_overdue'; count: number; limit: number }
  /** Money in fen. */
  | { code: 'owes_too_much'; owes: number; limit: number }
  | { code: 'children_owe_too_much'; owes: number; limit: number }
  | { code: 'deposit_missing'; deposit: number; needed: number }
  | { code: 'loan_limit_reached'; current: number; limit: number }
  | { code: 'on_site_limit_reached'; current: number; limit: number }
  /** A limit of a part: some types, a branch, a shelving place, or so many within so many days. */
  | {
      code: 'part_limit_reached';
      current: number;
      limit: number;
      itemTypes?: string[];
      branchId?: string;
      shelf?: string;
      withinDays?: number;
    }
  | { code: 'loans_and_holds_limit_reached'; current: number; limit: number }
  | { code: 'too_young'; age: number; minAge: number }
  // the item
  /** `isCard`: what was scanned is the number of a reader's card; told only where copies are lent. */
  | { code: 'item_not_found'; barcode: string; isCard?: true }
  | { code: 'item_on_loan'; dueOn: LocalDate; bySameReader: boolean }
  | { code: 'item_held_for_another'; pickUpBy: LocalDate }
  | { code: 'item_needed_for_holds'; waiting: number; onShelf: number }
  | { code: 'item_in_transit'; toBranchName: string }
  | { code: 'item_not_for_loan'; status: 'lost' | 'in_repair' | 'withdrawn' | 'reference' | 'on_site' }
  | { code: 'item_not_for_category'; category: string; itemType: string }
  | { code: 'item_not_on_loan'; barcode: string }
  | { code: 'item_status_differs'; status: string }
  // a talk with a librarian
  | { code: 'talk_not_found' }
  /** One is open already. */
  | { code: 'talk_open'; talkId: string }
  | { code: 'talk_is'; state: TalkState }
  | { code: 'talk_taken'; by: string }
  | { code: 'talk_limit_reached'; current: number; limit: number }
  | { code: 'words_not_found' }
  | { code: 'words_too_old'; minutes: number }
  // a document from elsewhere
  /** This library gets none from elsewhere. */
  | { code: 'deliveries_not_open' }
  | { code: 'delivery_not_found' }
  | { code: 'delivery_is'; state: DeliveryState }
  | { code: 'delivery_limit_reached'; current: number; limit: number }
  /** The library has it itself. */
  | { code: 'delivery_held_here'; titleId: string; title: string }
  /** The cost is another one by now. Fen. */
  | { code: 'cost_changed'; cost: number }
  | { code: 'statement_outdated' }
  /** Its reader waits for it still. */
  | { code: 'delivery_still_held' }
  | { code: 'back_by_passed'; today: LocalDate }
  | { code: 'link_expired'; until: Instant }
  | { code: 'link_used_up' }
  /** Not a file that is passed on: another kind, too big, or not there. */
  | { code: 'file_not_allowed'; why: 'kind' | 'size' | 'length' | 'gone' }
  | { code: 'media_not_found' }
  | { code: 'talk_media_full'; limit: number }
  /** Who is to be asked into a talk has gone. */
  | { code: 'colleague_not_there' }
  | { code: 'talk_colleagues_full'; limit: number }
  /** Who has a talk hands it over instead of leaving it. */
  | { code: 'talk_is_yours' }
  | { code: 'phrase_not_found' }
  | { code: 'phrases_full'; limit: number }
  | { code: 'media_is'; state: MediaState }
  // a subject that is watched
  /** This library watches none for readers. */
  | { code: 'profiles_not_open' }
  | { code: 'profile_not_found' }
  | { code: 'profile_limit_reached'; current: number; limit: number }
  // the loan
  | { code: 'loan_not_found' }
  | { code: 'loan_closed' }
  | { code: 'renewal_limit_reached'; renewed: number; limit: number }
  /** Of the renewals that a reader may make online; more are made at the desk. */
  | { code: 'online_renewal_limit_reached'; renewed: number; limit: number }
  /** With all its renewals the loan cannot go past this day. */
  | { code: 'loan_age_reached'; until: LocalDate }
  | { code: 'booked_ahead'; from: LocalDate }
  | { code: 'renewal_too_early'; from: LocalDate }
  | { code: 'renewal_too_late'; until: LocalDate }
  | { code: 'loan_overdue'; days: number }
  | { code: 'nothing_overdue' }
  | { code: 'reminded_this_week'; on: LocalDate }
  | { code: 'others_waiting'; waiting: number; free: number }
  | { code: 'renewal_gains_nothing'; dueOn: LocalDate }
  | { code: 'loan_on_site' }
  | { code: 'loan_recalled'; on: LocalDate }
  | { code: 'loan_claimed_returned' }
  | { code: 'recall_gains_nothing'; dueOn: LocalDate }
  | { code: 'recall_not_offered' }
  | { code: 'transfer_not_offered' }
  | { code: 'transfer_code_expired' }
  | { code: 'transfer_code_not_valid' }
  | { code: 'transfer_to_oneself' }
  // the hold
  | { code: 'title_not_found' }
  | { code: 'no_item_can_fill' }
  | { code: 'title_on_shelf'; onShelf: number }
  | { code: 'already_held' }
  | { code: 'already_borrowed'; dueOn: LocalDate }
  | { code: 'hold_limit_reached'; current: number; limit: number }
  | { code: 'holds_per_day_reached'; current: number; limit: number }
  | { code: 'holds_per_title_reached'; current: number; limit: number }
  | { code: 'copy_holds_not_offered' }
  | { code: 'hold_too_long'; mostDays: number }
  | { code: 'hold_starts_too_late'; startsOn: LocalDate; latest: LocalDate }
  | { code: 'hold_ends_too_early'; endsOn: LocalDate; earliest: LocalDate }
  /** By the rules no copy is sent to where it would be collected. */
  | { code: 'copies_not_sent'; branchName: string }
  | { code: 'hold_ready_already' }
  | { code: 'not_family'; name: string }
  | { code: 'branch_not_found' }
  | { code: 'hold_not_found' }
  | { code: 'hold_not_open'; status: 'filled' | 'cancelled' | 'expired' }
  // events and lectures
  | EventRefusal
  | { code: 'notice_not_found' }
  // book lists
  | { code: 'list_not_found' }
  /** 想读 keeps its name, stays private and is not removed. */
  | { code: 'list_built_in' }
  | { code: 'list_limit_reached'; current: number; limit: number }
  | { code: 'list_full'; current: number; limit: number }
  | { code: 'list_empty' }
  | { code: 'title_not_on_list' }
  /** Somebody changed the list since it was looked at. */
  | { code: 'list_changed' }
  /** This library shows no lists by readers. */
  | { code: 'lists_not_open' }
  // reviews
  /** This library shows no reviews. */
  | { code: 'reviews_not_open' }
  | { code: 'review_not_found' }
  /** The reader wrote it anew since staff read it. */
  | { code: 'review_changed' }
  /** WeChat's content check found what may not be shown. */
  | { code: 'text_not_allowed' }
  // databases and special collections
  | { code: 'answer_not_found' }
  | { code: 'answers_full'; current: number; limit: number }
  /** Somebody else changed it in between. */
  | { code: 'answer_changed' }
  | { code: 'answer_not_waiting' }
  /** Whoever wrote it does not review it. */
  | { code: 'answer_own_review' }
  | { code: 'answer_not_published' }
  /** Parts that tell about people. */
  | { code: 'personal_data'; parts: string[] }
  // cataloguing
  /** Meant as an ISBN, and its check digit is wrong. */
  | { code: 'isbn_wrong'; isbn: string }
  /** Titles that may be the same book. */
  | { code: 'title_here_already'; titles: AlikeTitle[] }
  /** Others changed these fields since they were looked at. */
  | { code: 'title_changed'; fields: RecordField[] }
  | { code: 'barcode_taken'; barcode: string; titleId: string; title: string }
  /** The card of a reader was scanned for a copy. */
  | { code: 'barcode_is_card'; barcode: string }
  /** Something has happened with the copy: it is withdrawn, not taken out. */
  | { code: 'copy_in_use'; barcode: string }
  // the desk
  | { code: 'comment_needed' }
  | { code: 'override_not_allowed'; refusal: string; role: StaffRole | null }
  | { code: 'due_date_not_later'; dueOn: LocalDate; today: LocalDate }
  /** Chosen by hand, further off than the rules let staff choose. */
  | { code: 'due_date_too_late'; dueOn: LocalDate; latest: LocalDate }
  | { code: 'returned_before_lent'; returnedOn: LocalDate; checkedOutOn: LocalDate }
  | { code: 'returned_too_far_back'; returnedOn: LocalDate; earliest: LocalDate }
  | { code: 'later_event'; at: Instant; what: string }
  /** Made without network, too long ago to be done by itself. */
  | { code: 'scan_too_old'; at: Instant; mostDays: number }
  | { code: 'undo_too_late'; at: Instant }
  | { code: 'line_not_found' }
  | { code: 'amount_too_high'; amount: number; open: number }
  /** Something that the library's settings do not name. */
  | { code: 'not_in_library'; what: 'readerCategory' | 'itemType' | 'branch'; id: string }
  | { code: 'policy_not_found' }
  | { code: 'policy_exists' }
  /** The row for everything can be changed and not removed. */
  | { code: 'last_policy' }
  | { code: 'days_past'; from: LocalDate; today: LocalDate }
  | { code: 'days_too_far'; most: number }
  /** Another closure stands on one of these days. */
  | { code: 'closure_overlaps'; from: LocalDate; to: LocalDate; why: string }
  | { code: 'closure_not_found' }
  | { code: 'closure_busy'; status: string }
  | { code: 'stocktake_not_found' }
  | { code: 'stocktake_finished' }
  | { code: 'import_not_found' }
  | { code: 'import_ended' }
  | { code: 'import_not_readable' }
  /** The caller has to say who they are, by their desk PIN, or to set one first. */
  | { code: 'confirm_again'; pinSet: boolean }
  | { code: 'pin_not_set' }
  /** The old one has to be typed as well. */
  | { code: 'pin_set_already' }
  | { code: 'pin_wrong'; attemptsLeft: number }
  | { code: 'pin_locked'; retryAt: Instant }
  /** The colleague's own PIN, or a manager. */
  | { code: 'colleague_pin_needed' }
  /** Scanned without network on a phone that was shut out at that moment. */
  | { code: 'phone_shut_out'; from: Instant }
  | PublishedRefusal
  | WorkRefusal
  | GivenRefusal
  | WishRefusal
  | { code: 'conflict_not_found' }
  | { code: 'staff_not_found' }
  | { code: 'last_director' };

export type RefusalCode = Refusal['code'];
