import type { LookedUp, TitleRecord } from '../../../typings/contract';
import { ask, type Outcome } from '../../lib/call';
import { firstTemplate, type Choices } from './copy-template';
import { draftOf, type KeptForm } from './drafts';
import { alikeRows, knownText, type AlikeRow } from './form-view';
import { blankEditor, type Editor } from './record-editor';
import { blankForm, formOf, formOfDraft } from './record-form';

/** A form as it opens: what stands in it, and where that comes from. */
export interface Opened {
  editor: Editor;
  /** It was begun before and left unsaved. */
  restored: boolean;
  /** Where the first words come from. */
  known: string;
  alike: AlikeRow[];
  /** The alike ones were found by the scan, before anything was typed. */
  alikeAtOnce: boolean;
}

/** What a form is opened for: a title that is here, a code that was scanned, or a draft. */
interface OpenedFor {
  titleId: string;
  code: string;
  draft: string;
}

const DRAFT_OF_TITLE = 'title:';

/** The title that is changed: the one that is asked for, or that of a change that was begun. */
export function titleIn({ titleId, draft }: OpenedFor): string {
  return draft.startsWith(DRAFT_OF_TITLE) ? draft.slice(DRAFT_OF_TITLE.length) : titleId;
}

export async function openForm(what: OpenedFor, now: number): Promise<Outcome<Opened>> {
  const titleId = titleIn(what);
  if (!titleId) return openNew(what, now);
  const outcome = await ask('cataloguing.title', { titleId });
  if (outcome.kind !== 'value') return outcome;
  const key = DRAFT_OF_TITLE + titleId;
  return { kind: 'value', value: openedTitle(key, outcome.value.record, draftOf(key)) };
}

async function openNew({ code, draft }: OpenedFor, now: number): Promise<Outcome<Opened>> {
  const choices = await ask('cataloguing.choices', {});
  if (choices.kind !== 'value') return choices;
  const key = draft || code;
  const kept = key ? draftOf(key) : undefined;
  if (kept) return { kind: 'value', value: openedDraft(kept, choices.value) };
  if (!code) return { kind: 'value', value: openedBlank(`new:${now}`, choices.value) };
  const found = await ask('cataloguing.lookUp', { code });
  if (found.kind !== 'value') return found;
  return { kind: 'value', value: openedCode(code, found.value, choices.value) };
}

const opened = (editor: Editor, more: Partial<Opened> = {}): Opened => ({
  editor,
  restored: false,
  known: '',
  alike: [],
  alikeAtOnce: false,
  ...more,
});

function openedTitle(key: string, record: TitleRecord, kept: KeptForm | undefined): Opened {
  const form = kept?.form ?? formOf(record);
  return opened(
    { ...blankEditor(), key, form, seen: kept?.seen ?? record },
    { restored: kept !== undefined },
  );
}

function openedDraft({ key, form, barcodes, template }: KeptForm, choices: Choices): Opened {
  return opened(
    { ...blankEditor(), key, form, barcodes, choices, template: template ?? firstTemplate(choices) },
    { restored: true },
  );
}

function openedBlank(key: string, choices: Choices): Opened {
  return opened({ ...blankEditor(), key, choices, template: firstTemplate(choices) });
}

/** Of a code that was scanned: what the library knows of such a book, or the titles that have it already. */
function openedCode(code: string, found: LookedUp, choices: Choices): Opened {
  const { editor } = openedBlank(code, choices);
  if (found.found === 'titles') {
    const form = { ...blankForm(), isbns: code };
    return opened({ ...editor, form }, { alike: alikeRows(found.list), alikeAtOnce: true });
  }
  const { draft } = found;
  const barcodes = draft.barcode ? [draft.barcode] : [];
  return opened({ ...editor, form: formOfDraft(draft), barcodes }, { known: knownText(draft) });
}
