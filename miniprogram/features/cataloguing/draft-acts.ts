import { actsOn } from '../../lib/acts';
import { dropDraft } from './drafts';
import type { DraftRow } from './found-view';

/** What is done to a form that was left unsaved. */
export const draftActs = actsOn<DraftRow>()({
  drop: {
    words: '丢弃',
    sure: ({ title }) => ({ title: '丢弃这份草稿？', content: title, yes: '丢弃', no: '取消' }),
    run: async ({ key }) => {
      dropDraft(key);
      return { kind: 'value', value: key };
    },
  },
});
