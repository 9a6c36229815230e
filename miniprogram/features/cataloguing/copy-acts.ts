import type { CataloguedCopy } from '../../../typings/contract';
import type { Answers } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act, type Outcome } from '../../lib/call';
import { changeIn, copyFields, templateIn, type Choices, type CopyTemplate } from './copy-template';

/** A copy that is here, or what copies to come have in common; then without a barcode. */
export interface CopyFacts {
  barcode: string;
  copy: CopyTemplate;
  choices: Choices;
}

const chosen = async (_: CopyFacts, answers: Answers): Promise<Outcome<CopyTemplate>> => ({
  kind: 'value',
  value: templateIn(answers),
});

/** Null: nothing was changed in the sheet, and nothing is sent. */
async function changed(
  { barcode, copy }: CopyFacts,
  answers: Answers,
): Promise<Outcome<CataloguedCopy | null>> {
  const change = changeIn(copy, answers);
  if (Object.keys(change).length === 0) return { kind: 'value', value: null };
  return act('cataloguing.changeCopy', { barcode, change });
}

/** What cataloguers do to copies. */
export const copyActs = actsOn<CopyFacts>()({
  place: {
    words: '确定',
    sheet: ({ copy, choices }) => ({
      heading: '新复本放在哪里',
      fields: copyFields(copy, choices, false),
    }),
    run: chosen,
  },
  placeFirst: {
    words: '确定',
    sheet: ({ copy, choices }) => ({
      heading: '这几册放在哪里',
      // The price stands in the form: it is the book's, as it is printed.
      fields: copyFields(copy, choices, false).filter(({ name }) => name !== 'price'),
    }),
    run: chosen,
  },
  change: {
    words: '保存',
    sheet: ({ barcode, copy, choices }) => ({ heading: barcode, fields: copyFields(copy, choices, true) }),
    run: changed,
    done: (after) => (after ? '已保存' : ''),
  },
  remove: {
    words: '撤去',
    sure: ({ barcode }) => ({
      title: `撤去 ${barcode}？`,
      content: '这一册没有借过，撤去后像没有加过一样。',
      yes: '撤去',
      no: '保留',
    }),
    run: ({ barcode }) => act('cataloguing.removeCopy', { barcode }),
    done: () => '已撤去',
  },
});
