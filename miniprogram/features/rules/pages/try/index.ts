import type { LocalDate, PolicyRow } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { addDays } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { dropDraft, keptDraft } from '../../draft';
import { staffHere } from '../../here';
import { cellName, weightOf } from '../../matrix-view';
import type { Names, Option } from '../../rule-inputs';
import { triedView, type TriedView } from '../../try-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    rows: [] as PolicyRow[],
    names: { readerCategories: [], itemTypes: [], branches: [] } as Names,
    categories: [] as Option[],
    types: [] as Option[],
    branches: [] as Option[],
    category: 0,
    type: 0,
    branch: 0,
    on: libraryToday() as LocalDate,
    first: libraryToday() as LocalDate,
    last: addDays(libraryToday(), 730) as LocalDate,
    draftName: '',
    tried: null as TriedView | null,
    because: [] as RefusalLine[],
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
    group: 'loan',
  },
  onLoad() {
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  onUnload() {
    dropDraft();
  },
  async load() {
    const here = await staffHere();
    const outcome = await load(this, {
      action: 'rules.policies',
      input: {},
      show: ({ list, readerCategories, itemTypes, branches }) => {
        const names = { readerCategories, itemTypes, branches };
        const draft = keptDraft();
        const index = (options: Option[], id: string) =>
          Math.max(
            0,
            options.findIndex((each) => each.id === id),
          );
        return {
          rows: draft ? [...list.filter((row) => row.policyId !== draft.policyId), draft] : list,
          names,
          categories: readerCategories,
          types: itemTypes,
          branches,
          category: index(readerCategories, draft?.readerCategory ?? ''),
          type: index(itemTypes, draft?.itemType ?? ''),
          branch: index(branches, draft && draft.branchId !== '*' ? draft.branchId : here.branchId),
          draftName: draft ? cellName(draft, names) : '',
        };
      },
    });
    if (outcome.kind === 'value') await this.tryIt();
  },
  pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [String(event.currentTarget.dataset.what)]: Number(event.detail.value) });
    void this.tryIt();
  },
  pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ on: event.detail.value });
    void this.tryIt();
  },
  type(event: WechatMiniprogram.Input) {
    typed.set(this, { ...typed.get(this), [String(event.currentTarget.dataset.what)]: event.detail.value });
  },
  confirmed() {
    void this.tryIt();
  },
  withoutDraft() {
    dropDraft();
    this.setData({ draftName: '' });
    void this.load();
  },
  async tryIt() {
    const { categories, types, branches, category, type, branch, on, rows, names } = this.data;
    const { card = '', barcode = '' } = typed.get(this) ?? {};
    const draft = keptDraft();
    const turn = (turns.get(this) ?? 0) + 1;
    turns.set(this, turn);
    this.setData({ busy: true });
    const outcome = await ask('rules.try', {
      readerCategory: categories[category]?.id ?? '',
      itemType: types[type]?.id ?? '',
      branchId: branches[branch]?.id ?? '',
      on,
      ...(draft && (draft.policyId !== '' || weightOf(draft) > 0) && { draft: [draft] }),
      ...(card.trim() && { card: card.trim() }),
      ...(barcode.trim() && { barcode: barcode.trim() }),
    });
    if (turns.get(this) !== turn) return;
    if (outcome.kind !== 'value') {
      const no = headingOf(outcome, '没有试成');
      this.setData({ busy: false, tried: null, refusals: lines(outcome) ?? [], no });
      return;
    }
    this.setData({
      busy: false,
      refusals: [],
      tried: triedView(outcome.value, rows, names, libraryToday()),
      because: refusalLines(outcome.value.refusals),
    });
  },
  chooseGroup(event: WechatMiniprogram.TouchEvent) {
    this.setData({ group: String(event.currentTarget.dataset.id) });
  },
});

interface Typed {
  card?: string;
  barcode?: string;
}

/** What is typed, beside the data, and which trial was the last: an older answer that comes late is dropped. */
const typed = new WeakMap<object, Typed>();
const turns = new WeakMap<object, number>();
