import type { Instant, LocalDate, ReaderName } from './shapes';

/** An article or a chapter comes as a file; a book on loan from another library. */
export type DeliveryKind = 'article' | 'chapter' | 'book';

export type DeliveryState =
  | 'asked'
  | 'searching'
  | 'cost_told'
  | 'agreed'
  | 'obtained'
  | 'delivered'
  | 'closed'
  | 'unfilled'
  | 'cancelled';

export type DeliveryAct =
  | 'search'
  | 'tell_cost'
  | 'agree'
  | 'obtain'
  | 'deliver'
  | 'renew_link'
  | 'lend'
  | 'close'
  | 'give_back'
  | 'run_out'
  | 'refuse'
  | 'cancel'
  | 'lapse';

/** Why a document could not be got, after ISO 18626. */
export type UnfilledReason =
  'not_found_as_cited' | 'not_owned' | 'in_use' | 'copyright' | 'too_dear' | 'policy';

/** What is wanted, as far as the reader knows it. */
export interface Wanted {
  title: string;
  author: string;
  /** The journal of an article, the book of a chapter; "". */
  within: string;
  /** "2019", or "". */
  year: string;
  /** Volume and number, "12(3)". */
  volume: string;
  pages: string;
  isbn: string;
  doi: string;
  note: string;
}

/** Where the library asked. */
export interface DeliverySource {
  name: string;
  outcome: 'asked' | 'has' | 'has_not';
  note: string;
  at: Instant;
  by: string;
}

export interface DeliveryRow {
  deliveryId: string;
  kind: DeliveryKind;
  title: string;
  /** Author and where it stands. */
  by: string;
  state: DeliveryState;
  since: Instant;
  /** Fen. */
  cost: number;
  askedAt: Instant;
}

export type Delivery = DeliveryRow & {
  wanted: Wanted;
  /** What this reader can do now. */
  acts: DeliveryAct[];
  /** Should be done by then; "" where there is no limit. */
  limitAt: Instant | '';
  file: { name: string; bytes: number; until: Instant; opensLeft: number } | null;
  unfilled: { reason: UnfilledReason; next: string } | null;
  steps: { act: DeliveryAct | 'ask'; at: Instant }[];
};

export type DeskDeliveryRow = DeliveryRow & {
  readerName: ReaderName;
  librarian: string;
  /** Its state has lasted longer than it should. */
  late: boolean;
};

export type DeskDelivery = DeskDeliveryRow & {
  wanted: Wanted;
  /** As ISO 18626 calls its state. */
  isoState: string;
  acts: DeliveryAct[];
  limitAt: Instant | '';
  sources: DeliverySource[];
  file: { name: string; bytes: number; until: Instant; opensLeft: number } | null;
  loan: { barcode: string; backBy: LocalDate } | null;
  unfilled: { reason: UnfilledReason; next: string } | null;
  statementAt: Instant;
  /** For the copy of a book: what the library has of its own. */
  choices: { itemTypes: { id: string; name: string }[]; branches: { id: string; name: string }[] };
  talkId: string;
  steps: { act: DeliveryAct | 'ask'; at: Instant; by: string }[];
};

/** How references are written for programs that keep them, and for the end of a Chinese paper. */
export type CitationFormat = 'ris' | 'bibtex' | 'gbt7714';

interface DeliverySwitches {
  open: boolean;
  linkDays: number;
  linkOpens: number;
  agreeDays: number;
}

export interface DeliveriesApi {
  /** `statement`: the version of the text that a request agrees to. */
  'deliveries.mine'(input: { after?: string }): {
    open: boolean;
    statement: string;
    list: DeliveryRow[];
    next?: string;
  };
  'deliveries.show'(input: { deliveryId: string }): Delivery;
  /** `anyway`: although the library seems to have it. */
  'deliveries.ask'(input: {
    kind: DeliveryKind;
    wanted: Wanted;
    agreedTo: string;
    talkId?: string;
    anyway?: boolean;
  }): Delivery;
  /** To the cost that was seen. */
  'deliveries.agree'(input: { deliveryId: string; cost: number }): Delivery;
  'deliveries.cancel'(input: { deliveryId: string }): Delivery;
  /** One opening of the link: the file of the answer is there for minutes. */
  'deliveries.open'(input: { deliveryId: string }): { fileId: string; name: string; opensLeft: number };
  'deliveries.close'(input: { deliveryId: string }): Delivery;
  /** All that this reader got, as references. */
  'deliveries.export'(input: { format: CitationFormat }): { fileName: string; text: string };
}

export type DeliveryWhich =
  'asked' | 'searching' | 'cost_told' | 'agreed' | 'obtained' | 'delivered' | 'ended';

export interface DeliveryDeskApi {
  'deliveryDesk.list'(input: { which: DeliveryWhich; after?: string }): {
    rules: DeliverySwitches;
    counts: { which: DeliveryWhich; count: number }[];
    list: DeskDeliveryRow[];
    next?: string;
  };
  'deliveryDesk.show'(input: { deliveryId: string }): DeskDelivery;
  'deliveryDesk.take'(input: { deliveryId: string }): DeskDelivery;
  'deliveryDesk.noteSource'(input: {
    deliveryId: string;
    name: string;
    outcome: DeliverySource['outcome'];
    note: string;
  }): DeskDelivery;
  /** Fen. */
  'deliveryDesk.tellCost'(input: { deliveryId: string; cost: number }): DeskDelivery;
  /** A file that was stored under `deliveries/`. */
  'deliveryDesk.deliver'(input: { deliveryId: string; fileId: string; name: string }): DeskDelivery;
  /** A book that has come: a temporary copy, and a hold of the reader on it. */
  'deliveryDesk.arrive'(input: {
    deliveryId: string;
    barcode: string;
    branchId: string;
    itemType: string;
    backBy: LocalDate;
  }): DeskDelivery;
  /** Back to its library. */
  'deliveryDesk.giveBack'(input: { deliveryId: string }): DeskDelivery;
  'deliveryDesk.renewLink'(input: { deliveryId: string }): DeskDelivery;
  'deliveryDesk.cannot'(input: { deliveryId: string; reason: UnfilledReason; next: string }): DeskDelivery;
  /** Of requests of these days; `medianDays`: from asking to delivery, null where none was delivered. */
  'deliveryDesk.figures'(input: { from: LocalDate; to: LocalDate }): {
    asked: number;
    byState: { state: DeliveryState; count: number }[];
    byReason: { reason: UnfilledReason; count: number }[];
    medianDays: number | null;
    /** Fen that readers agreed to, of what was delivered. */
    cost: number;
    sources: { name: string; asked: number; has: number }[];
  };
  'deliveryDesk.setRules'(input: DeliverySwitches): DeliverySwitches;
}
