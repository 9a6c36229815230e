import type { Delivery, DeliveryRow, DeskDelivery, DeskDeliveryRow } from '../../typings/contract/deliveries';
import type { DeliveryDocument, DeliveryRules, Library } from '../documents';
import type { Context } from '../kernel/context';
import { actsOf, isLate, isoStateOf, limitAt } from '../reference/delivery';

/** "鲁迅，小说月报，2019" */
const sourceOf = ({ author, within, year }: DeliveryDocument['wanted']): string =>
  [author, within, year].filter(Boolean).join('，');

export const deliveryRow = (delivery: DeliveryDocument): DeliveryRow => ({
  deliveryId: delivery._id,
  kind: delivery.kind,
  title: delivery.wanted.title,
  by: sourceOf(delivery.wanted),
  state: delivery.state,
  since: delivery.since,
  cost: delivery.cost,
  askedAt: delivery.askedAt,
});

const fileOf = ({ file }: DeliveryDocument): Delivery['file'] =>
  file && { name: file.name, bytes: file.bytes, until: file.until, opensLeft: file.opensLeft };

export const deliveryView = (delivery: DeliveryDocument, rules: DeliveryRules): Delivery => ({
  ...deliveryRow(delivery),
  wanted: delivery.wanted,
  acts: actsOf(delivery, 'reader'),
  limitAt: limitAt(delivery, rules),
  file: fileOf(delivery),
  unfilled: delivery.unfilled,
  // Whoever of the staff did it is theirs to know.
  steps: delivery.steps.map(({ act, at }) => ({ act, at })),
});

export const deskDeliveryRow = (
  delivery: DeliveryDocument,
  readerName: string,
  rules: DeliveryRules,
  { now }: Pick<Context, 'now'>,
): DeskDeliveryRow => ({
  ...deliveryRow(delivery),
  readerName,
  librarian: delivery.takenByName,
  late: isLate(delivery, rules, now),
});

const choicesOf = ({ settings, branches }: Library): DeskDelivery['choices'] => ({
  itemTypes: settings.itemTypes,
  branches: branches.filter(({ pickUp }) => pickUp).map(({ _id, name }) => ({ id: _id, name })),
});

export const deskDeliveryView = (
  delivery: DeliveryDocument,
  readerName: string,
  rules: DeliveryRules,
  context: Pick<Context, 'now' | 'library'>,
): DeskDelivery => ({
  ...deskDeliveryRow(delivery, readerName, rules, context),
  wanted: delivery.wanted,
  isoState: isoStateOf(delivery),
  acts: actsOf(delivery, 'staff'),
  limitAt: limitAt(delivery, rules),
  sources: delivery.sources,
  file: fileOf(delivery),
  loan: delivery.loan && { barcode: delivery.loan.barcode, backBy: delivery.loan.backBy },
  unfilled: delivery.unfilled,
  statementAt: delivery.statement.at,
  talkId: delivery.talkId,
  choices: choicesOf(context.library),
  steps: delivery.steps,
});
