import { ask } from '../../lib/call';
import { adviceHint } from './form-view';
import type { RecordForm } from './record-form';

/** What came of asking for a call number: the number, what is said of it, or what is wrong at the class. */
interface Advice {
  callNumber: string;
  hint: string;
  wrong: string;
}

const nothing: Advice = { callNumber: '', hint: '', wrong: '' };

/** The library's next call number of a class. */
export async function advised({ clc, people }: Pick<RecordForm, 'clc' | 'people'>): Promise<Advice> {
  if (!clc.trim()) return { ...nothing, wrong: '先填分类号，才能建议索书号' };
  const outcome = await ask('cataloguing.callNumber', {
    clc: clc.trim().toUpperCase(),
    author: (people[0]?.name ?? '').trim(),
  });
  if (outcome.kind === 'invalid') return { ...nothing, wrong: outcome.fields[0]?.message ?? '' };
  if (outcome.kind !== 'value') return { ...nothing, hint: '没有取到建议，可以直接填写' };
  return { ...nothing, callNumber: outcome.value.callNumber, hint: adviceHint(outcome.value) };
}
