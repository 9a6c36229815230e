import type { LocalDate } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { ask, type Outcome, type Output } from '../../../../lib/call';
import { signal } from '../../../../lib/feedback';
import { withoutAnswer } from '../../../../lib/load';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { adding, type AddedRow, type Adding } from '../../adding';
import { copiesHead, copyRow, type CopyRow } from '../../copies-view';
import { copyActs, type CopyFacts } from '../../copy-acts';
import {
  firstTemplate,
  placeText,
  rememberTemplate,
  templateLike,
  type Choices,
  type CopyTemplate,
} from '../../copy-template';
import { cataloguingRoutes } from '../../routes';
import { scans } from '../../../../lib/screen/scans';

/** The list is asked for anew once the hand rests. */
const REST_MS = 1200;

const copies = paged<'cataloguing.copies', CopyRow>('cataloguing.copies');

Page(
  screen([wide, given('titleId'), copies, scans, acts(copyActs)], {
    data: {
      title: '',
      about: '',
      callNumber: '',
      total: 0,
      rows: none<AddedRow>(),
      place: '',
    },
    undrawn: () => ({
      choices: maybe<Choices>(),
      template: maybe<CopyTemplate>(),
      adding: maybe<Adding>(),
      resting: 0,
    }),
    onLoad() {
      this.undrawn.adding = adding(
        this.data.titleId,
        () => this.undrawn.template ?? undefined,
        (rows) => this.setData({ rows }),
        (row, outcome) => this.settled(row, outcome),
      );
    },
    onUnload() {
      clearTimeout(this.undrawn.resting);
    },
    async asked() {
      if (!this.undrawn.choices) await this.findChoices();
      return this.undrawn.choices ? { titleId: this.data.titleId } : undefined;
    },
    async findChoices(): Promise<void> {
      this.setData({ state: { kind: 'loading' } });
      const outcome = await ask('cataloguing.choices', {});
      if (outcome.kind !== 'value') return this.setData({ state: withoutAnswer(outcome) });
      this.undrawn.choices = outcome.value;
      this.undrawn.template = firstTemplate(outcome.value);
    },
    head(value: Output<'cataloguing.copies'>): Record<string, unknown> {
      const { template } = this.undrawn;
      // Proposed once, by the copies that are here; what staff choose afterwards stays.
      const place = template && !this.data.place ? this.placeAs(templateLike(template, value.list)) : {};
      return { ...copiesHead(value), ...place };
    },
    rowsOf({ list }: Output<'cataloguing.copies'>, _today: LocalDate): CopyRow[] {
      const { choices } = this.undrawn;
      return choices ? list.map((copy) => copyRow(copy, choices)) : [];
    },
    placeAs(template: CopyTemplate) {
      const { choices } = this.undrawn;
      this.undrawn.template = template;
      return { place: choices ? placeText(template, choices) : '' };
    },
    scan(code: string) {
      this.undrawn.adding?.scan(code);
    },
    retry(event: WechatMiniprogram.TouchEvent) {
      this.undrawn.adding?.retry(dataOf(event).key ?? '');
    },
    settled(row: AddedRow, outcome: Outcome<unknown> | undefined) {
      signal(row.state === 'done' ? 'done' : 'refused');
      if (outcome?.kind !== 'value') return;
      const { template, resting } = this.undrawn;
      if (template) rememberTemplate(template);
      clearTimeout(resting);
      this.undrawn.resting = setTimeout(() => void this.load(), REST_MS);
    },
    askPlace() {
      const { choices, template } = this.undrawn;
      if (choices && template) void this.start('place', { barcode: '', copy: template, choices });
    },
    factsOf(event: WechatMiniprogram.TouchEvent): CopyFacts | undefined {
      const { barcode } = dataOf(event);
      const { choices } = this.undrawn;
      const row = this.data.list.find((each) => each.barcode === barcode);
      return row && choices ? { barcode: row.barcode, copy: row.copy, choices } : undefined;
    },
    openCopy(event: WechatMiniprogram.TouchEvent) {
      const facts = this.factsOf(event);
      if (facts) void this.start('change', facts);
    },
    askRemove(event: WechatMiniprogram.TouchEvent) {
      const facts = this.factsOf(event);
      if (facts) void this.start('remove', facts);
    },
    closeSheet() {
      this.closeAsk();
      this.nextScan();
    },
    async acted(done: Acted<CopyFacts, typeof copyActs>): Promise<void> {
      if (done.id === 'place') this.setData(this.placeAs(done.value));
      if (done.id === 'change' && done.value) {
        const at = this.data.list.findIndex(({ barcode }) => barcode === done.facts.barcode);
        if (at >= 0) this.setData({ [`list[${at}]`]: copyRow(done.value, done.facts.choices) });
      } else if (done.id === 'remove') {
        this.setData({ rows: this.data.rows.filter(({ barcode }) => barcode !== done.facts.barcode) });
        await this.load();
      } else this.nextScan();
    },
    edit() {
      open(cataloguingRoutes.editTitle(this.data.titleId));
    },
    openTitle() {
      open(routes.title(this.data.titleId));
    },
  }),
);
