import { at, inputAt, inputViews, valueTyped, withAt, type InputView, type Names } from '../../rule-inputs';
import { sayRule, wordsOf } from '../../rule-words';

const NO_NAMES: Names = { readerCategories: [], itemTypes: [], branches: [] };

/**
 * Changes one rule in a sheet. `value` is what the row gives, or what holds for it now. Events: `give` with
 * `{ value }`, `leave` when the row shall not give it any more, `close`.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    rule: { type: String, value: '' },
    value: { type: null, value: null },
    given: { type: Boolean, value: false },
    /** Where it comes from while the row does not give it. */
    from: { type: String, value: '' },
    wrong: { type: String, value: '' },
    names: { type: Object, value: NO_NAMES },
  },
  data: { heading: '', hint: '', none: '', isNone: false, inputs: [] as InputView[], saying: '' },
  observers: {
    'visible, rule'(visible: boolean) {
      if (visible) this.begin();
    },
  },
  methods: {
    begin() {
      const words = wordsOf(this.data.rule);
      if (!words) return;
      const { value } = this.data as { value: unknown };
      drafts.set(this, value === undefined ? words.start : value);
      this.setData({ heading: words.name, hint: words.hint, none: words.none ?? '' });
      this.show();
    },
    /** All inputs anew: after something else than typing changed. */
    show() {
      const words = wordsOf(this.data.rule);
      if (!words) return;
      const draft = drafts.get(this);
      const isNone = draft === null;
      const inputs = isNone ? [] : inputViews(words.inputs, draft, this.data.names as Names);
      this.setData({ isNone, inputs, saying: sayRule(this.data.rule, draft, this.data.names as Names) });
    },
    put(path: string, to: unknown) {
      drafts.set(this, withAt(drafts.get(this), path, to));
    },
    input(path: string) {
      return inputAt(wordsOf(this.data.rule)?.inputs ?? [], path);
    },
    flipNone() {
      const words = wordsOf(this.data.rule);
      drafts.set(this, drafts.get(this) === null ? words?.start : null);
      this.show();
    },
    type(event: WechatMiniprogram.Input) {
      const path = String(event.currentTarget.dataset.path);
      const input = this.input(path);
      const value = valueTyped(input, event.detail.value);
      this.put(input?.kind === 'period' ? [path, 'count'].filter(Boolean).join('.') : path, value);
      this.setData({ saying: sayRule(this.data.rule, drafts.get(this), this.data.names as Names) });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { path, id, kind } = event.currentTarget.dataset as Record<string, string>;
      if (path === undefined || id === undefined) return;
      if (kind === 'period') this.put([path, 'unit'].filter(Boolean).join('.'), id);
      else this.put(path, id === '' ? undefined : id);
      this.show();
    },
    chip(event: WechatMiniprogram.TouchEvent) {
      const { path = '', id = '' } = event.currentTarget.dataset as Record<string, string>;
      const known = at(drafts.get(this), path);
      const chosen = Array.isArray(known) ? (known as string[]) : [];
      const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
      this.put(path, next.length > 0 ? next : undefined);
      this.show();
    },
    flip(event: WechatMiniprogram.TouchEvent) {
      const path = String(event.currentTarget.dataset.path);
      this.put(path, at(drafts.get(this), path) !== true);
      this.show();
    },
    /** "Not capped" and the like, and back to a number. */
    flipInner(event: WechatMiniprogram.TouchEvent) {
      const path = String(event.currentTarget.dataset.path);
      const input = this.input(path);
      if (!input || !('none' in input)) return;
      const known = at(drafts.get(this), path);
      const isNone = known === null || known === undefined;
      this.put(path, isNone ? input.start : input.absent ? undefined : null);
      this.show();
    },
    add(event: WechatMiniprogram.TouchEvent) {
      const path = String(event.currentTarget.dataset.path);
      const input = this.input(path);
      if (input?.kind !== 'list') return;
      const known = at(drafts.get(this), path);
      this.put(path, [...(Array.isArray(known) ? (known as unknown[]) : []), input.blank]);
      this.show();
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      this.put(String(event.currentTarget.dataset.path), undefined);
      this.show();
    },
    give() {
      this.triggerEvent('give', { value: drafts.get(this) });
    },
    leave() {
      this.triggerEvent('leave');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});

/** What is being typed, beside the data: echoing it through setData would fight with the fingers. */
const drafts = new WeakMap<object, unknown>();
