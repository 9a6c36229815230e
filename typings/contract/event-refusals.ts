import type { QuestionFault } from './question-faults';
import type { Instant, LocalDate } from './shapes';

/** Every expected no about events and lectures, with its numbers. */
export type EventRefusal =
  // the event
  | { code: 'event_not_found' }
  | { code: 'event_cancelled' }
  | { code: 'registration_not_open'; opensAt: Instant }
  | { code: 'registration_closed'; closedAt: Instant }
  | { code: 'event_full'; quota: number }
  | { code: 'no_registration_needed' }
  /** Full years on the day of the event. */
  | { code: 'age_not_fitting'; age: number; minAge: number | null; maxAge: number | null }
  | { code: 'category_not_fitting'; categories: string[] }
  | { code: 'absent_too_often'; until: LocalDate }
  | { code: 'party_too_large'; most: number }
  | { code: 'guests_missing'; places: number }
  | { code: 'form_field_missing'; label: string }
  | { code: 'other_event_then'; title: string; startsAt: Instant }
  | { code: 'too_late_to_cancel'; until: Instant }
  | { code: 'offer_over' }
  | { code: 'not_drawn_here' }
  // making and running an event
  | { code: 'event_times_wrong'; field: 'endsAt' | 'closesAt' | 'opensAt' | 'seedAt' | 'moreDates' | 'ages' }
  | { code: 'quota_below_registered'; quota: number; registered: number }
  | { code: 'room_taken'; title: string; startsAt: Instant; endsAt: Instant }
  | { code: 'event_kind_off'; kind: string }
  | { code: 'draws_off' }
  | { code: 'event_already_closed' }
  | { code: 'event_not_begun'; startsAt: Instant }
  | { code: 'event_code_not_valid' }
  | { code: 'check_in_too_early'; from: Instant }
  | { code: 'no_place_left'; quota: number }
  | { code: 'draw_list_closed'; publishedAt: Instant }
  | { code: 'draw_not_due'; seedAt: Instant }
  | { code: 'already_drawn' }
  | { code: 'already_registered' }
  | { code: 'not_registered' }
  | { code: 'lecture_not_found' }
  /** A recap without a lead, a key point and a quote tells nothing. */
  | { code: 'lecture_empty' }
  /** The n-th of them stands behind the end of the replay. */
  | {
      code: 'mark_beyond_replay';
      field: 'keyPoints' | 'quotes' | 'chapters';
      place: number;
      duration: number;
    }
  | { code: 'quiz_answer_missing'; place: number }
  | { code: 'quiz_not_whole'; questions: number }
  // a quiz and its questions
  | { code: 'quiz_plan_missing' }
  | { code: 'quiz_too_few'; have: number; asked: number }
  /** Who has begun was promised this. */
  | { code: 'quiz_begun'; startsAt: Instant }
  | { code: 'quiz_not_open'; opensAt: Instant }
  | { code: 'quiz_over'; endedAt: Instant }
  | { code: 'quiz_time_over'; endedAt: Instant }
  | { code: 'quiz_not_started' }
  | { code: 'quiz_handed_in' }
  | { code: 'quiz_choice_wrong'; place: number }
  | { code: 'quiz_not_over'; endsAt: Instant }
  // a reading challenge
  | { code: 'challenge_plan_missing' }
  | { code: 'challenge_too_long'; days: number; most: number }
  | { code: 'challenge_step_beyond'; step: number; days: number }
  | { code: 'challenge_begun'; startsAt: Instant }
  | { code: 'challenge_not_open'; opensAt: Instant }
  | { code: 'challenge_over'; endedAt: Instant }
  | { code: 'challenge_day_wrong'; first: LocalDate; last: LocalDate }
  /** The day that was meant is over: it can be made up, where that is wished. */
  | { code: 'challenge_day_over'; on: LocalDate }
  | { code: 'make_ups_used'; makeUps: number }
  | { code: 'title_not_at_home' }
  | { code: 'note_not_found' }
  | { code: 'no_teams_here' }
  | { code: 'already_in_team' }
  | { code: 'not_in_team' }
  | { code: 'team_not_found' }
  | { code: 'team_full'; size: number }
  | { code: 'question_not_found' }
  | { code: 'question_changed'; by: string }
  | { code: 'question_wrong'; why: 'choices' | 'right' | 'twice' }
  /** This quiz would have too few left to draw from. */
  | { code: 'question_needed'; title: string; asked: number }
  | { code: 'questions_wrong'; faults: QuestionFault[] }
  | { code: 'questions_none' }
  | { code: 'questions_too_many'; most: number }
  | { code: 'recap_published' }
  | { code: 'transcript_not_found' }
  | { code: 'transcript_file_gone' }
  /** Why the file is none, and in which of its lines. */
  | {
      code: 'transcript_wrong';
      line: number;
      why: 'format' | 'time' | 'order' | 'empty' | 'characters' | 'too_long';
    };
