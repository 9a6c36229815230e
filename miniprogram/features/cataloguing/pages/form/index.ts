import type { Refusal, RecordField } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { ask, type Outcome } from '../../../../lib/call';
import { signal } from '../../../../lib/feedback';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { gathers } from '../../../../lib/screen/gathers';
import { given } from '../../../../lib/screen/given';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { copyActs, type CopyFacts } from '../../copy-acts';
import { dropDraft, type KeptForm } from '../../drafts';
import { firstWrong, refusedForm, unfoldedBy, wrongInFolded, type AlikeRow } from '../../form-view';
import { keepsDraft } from '../../keeps-draft-part';
import { openForm, titleIn, type Opened } from '../../opening';
import * as edit from '../../record-editor';
import { recordFields } from '../../record-fields-part';
import { checkForm, messagesOf, type FormMessages } from '../../record-form';
import { cataloguingRoutes } from '../../routes';
import { saveRecord, type Saved } from '../../saving';
import { scans } from '../../../../lib/screen/scans';

Page(
  screen(
    [
      wide,
      given('titleId', 'code', 'draft'),
      gathers<Opened>('opened'),
      scans,
      keepsDraft,
      recordFields,
      submits(),
      acts(copyActs),
      opensTitle,
    ],
    {
      data: {
        editing: false,
        ...edit.drawnCopies(edit.blankEditor()),
        known: '',
        restored: false,
        scanWrong: '',
        alike: none<AlikeRow>(),
        alikeAtOnce: false,
        done: maybe<Saved>(),
      },
      /** What is typed: echoing it into the data disturbs the composing of characters. */
      undrawn: () => ({ editor: edit.blankEditor() }),
      onLoad() {
        const titleId = titleIn(this.data);
        this.setData({ titleId, editing: titleId !== '' });
        wx.setNavigationBarTitle({ title: titleId ? '改书目' : '新编书目' });
      },
      gather() {
        return openForm(this.data, Date.now());
      },
      shown({ editor, ...told }: Opened): Record<string, unknown> {
        this.undrawn.editor = editor;
        return { ...told, ...edit.drawnEditor(editor), unfolded: unfoldedBy(editor.form) };
      },
      draft(): KeptForm {
        return edit.keptOf(this.undrawn.editor, Date.now());
      },
      startOver() {
        this.keepNoMore();
        dropDraft(this.undrawn.editor.key);
        this.setData({ messages: {}, refusals: [], state: { kind: 'loading' } });
        void this.load();
      },

      // Its first copies.
      scan(code: string) {
        const taken = edit.withScanned(this.undrawn.editor.barcodes, code);
        signal(taken.scanWrong ? 'refused' : 'done');
        this.setData({ ...taken });
        if ('barcodes' in taken) this.changeCopies({ barcodes: taken.barcodes });
      },
      dropBarcode(event: WechatMiniprogram.TouchEvent) {
        const at = Number(dataOf(event).at);
        const barcodes = this.undrawn.editor.barcodes.filter((_, n) => n !== at);
        this.setData({ barcodes, messages: {}, scanWrong: '' });
        this.changeCopies({ barcodes });
      },
      changeCopies(changes: Partial<edit.Editor>) {
        this.undrawn.editor = { ...this.undrawn.editor, ...changes };
        this.keepSoon();
      },
      askPlace() {
        const { choices, template } = this.undrawn.editor;
        if (choices && template) void this.start('placeFirst', { barcode: '', copy: template, choices });
      },
      closeSheet() {
        this.closeAsk();
        this.nextScan();
      },
      acted(done: Acted<CopyFacts, typeof copyActs>) {
        if (done.id !== 'placeFirst') return;
        this.changeCopies({ template: done.value });
        this.setData({ place: edit.drawnCopies(this.undrawn.editor).place });
        this.nextScan();
      },

      // Saving it.
      async save() {
        const { form } = this.undrawn.editor;
        if (this.data.busy) return;
        const messages = checkForm(form, Number(libraryToday().slice(0, 4)));
        this.setData({ messages, refusals: [], alike: [] });
        if (Object.keys(messages).length > 0) return this.showWrong(messages);
        const outcome = await this.once('save', () => saveRecord(this.data.titleId, this.undrawn.editor));
        if (outcome?.kind === 'value') this.saved(outcome.value);
        else if (outcome) await this.notSaved(outcome);
      },
      saved(done: Saved) {
        this.keepNoMore();
        dropDraft(this.undrawn.editor.key);
        signal('done');
        this.setData({ done, restored: false });
        wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      },
      async notSaved(outcome: Exclude<Outcome<Saved>, { kind: 'value' }>): Promise<void> {
        if (outcome.kind === 'refused') return this.refused(outcome.refusals);
        const messages = outcome.kind === 'invalid' ? messagesOf(outcome.fields) : {};
        if (Object.keys(messages).length > 0) this.showWrong(messages);
        else this.explain(outcome, '没有保存');
      },
      async refused(all: Refusal[]) {
        const { messages, conflicts, alike, others } = refusedForm(all, this.undrawn.editor.barcodes);
        this.setData({ alike, alikeAtOnce: false, refusals: others, no: '没有保存' });
        if (conflicts.length > 0) await this.meetConflict(conflicts);
        else if (Object.keys(messages).length > 0) this.showWrong(messages);
        else wx.pageScrollTo({ scrollTop: 0, duration: 200 });
      },
      /** Others changed the same fields: theirs is shown beside mine, and saving again is a decision. */
      async meetConflict(fields: RecordField[]) {
        const { titleId } = this.data;
        const { seen } = this.undrawn.editor;
        const outcome = await ask('cataloguing.title', { titleId });
        if (outcome.kind !== 'value' || !seen) return this.explain(outcome, '没有保存');
        const { record } = outcome.value;
        const { editor, messages, refusals } = edit.afterConflict(this.undrawn.editor, seen, record, fields);
        this.undrawn.editor = editor;
        this.setData({
          ...edit.drawnEditor(editor),
          unfolded: unfoldedBy(editor.form),
          refusals,
          no: '没有保存',
        });
        this.keepSoon();
        this.showWrong(messages);
      },
      showWrong(messages: FormMessages) {
        const unfolded = this.data.unfolded || wrongInFolded(messages);
        if (unfolded !== this.data.unfolded) this.setData({ fields: { ...this.undrawn.editor.form } });
        this.setData({ messages, unfolded });
        const first = firstWrong(messages);
        if (first) {
          wx.nextTick(() => wx.pageScrollTo({ selector: `#${first}`, offsetTop: -80, duration: 200 }));
        }
      },
      addNevertheless() {
        const { editor } = this.undrawn;
        const others = this.data.alike.map(({ titleId }) => titleId);
        this.undrawn.editor = { ...editor, besides: [...editor.besides, ...others] };
        this.setData({ alike: [] });
        if (!this.data.alikeAtOnce) void this.save();
      },

      // Going on.
      openCopies(event: WechatMiniprogram.TouchEvent) {
        open(cataloguingRoutes.copies(dataOf(event).id ?? ''));
      },
      next() {
        if (getCurrentPages().length > 1) wx.navigateBack();
        else wx.redirectTo({ url: routes.cataloguing });
      },
    },
  ),
);
