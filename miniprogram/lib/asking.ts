import type { AskField } from '../components/ask-sheet/fields';
import type { Refusal } from '../../typings/contract';
import type { Outcome } from './call';
import { refusalLines, type RefusalLine } from './refusals';
import { lines } from './tell';

/** What the `ask-sheet` of a page asks for now; kept in the page's data as `ask`. */
export interface Asking {
  visible: boolean;
  /** Which of the page's acts it is for. */
  what: string;
  heading: string;
  note: string;
  fields: AskField[];
  confirm: string;
  busy: boolean;
  problem: RefusalLine[];
}

export const notAsking: Asking = {
  visible: false,
  what: '',
  heading: '',
  note: '',
  fields: [],
  confirm: '',
  busy: false,
  problem: [],
};

export function asking(
  what: string,
  { heading, note = '', fields, confirm }: Pick<Asking, 'heading' | 'fields' | 'confirm'> & { note?: string },
): Asking {
  return { ...notAsking, visible: true, what, heading, note, fields, confirm };
}

interface AskingPage {
  data: { ask: Asking };
  setData(data: Record<string, unknown>): void;
}

/**
 * Does what the sheet asked for: it closes when that went through, else it stays with the reasons and its
 * fields. A second tap meanwhile does nothing. Resolves to the value, or undefined.
 */
export async function answerWith<T>(
  page: AskingPage,
  run: () => Promise<Outcome<T>>,
  said: (refusals: Refusal[]) => RefusalLine[] = refusalLines,
): Promise<T | undefined> {
  if (page.data.ask.busy) return undefined;
  page.setData({ 'ask.busy': true, 'ask.problem': [] });
  const outcome = await run();
  if (outcome.kind === 'value') {
    page.setData({ 'ask.visible': false, 'ask.busy': false });
    return outcome.value;
  }
  const problem = outcome.kind === 'refused' ? said(outcome.refusals) : (lines(outcome) ?? []);
  page.setData({ 'ask.busy': false, 'ask.problem': problem });
  return undefined;
}

/** The field that most acts of the desk end with. */
export function commentField(label = '理由', placeholder = '会记入操作记录', required = true): AskField {
  return { name: 'comment', label, kind: 'lines', value: '', required, placeholder };
}
