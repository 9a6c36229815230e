import type { LocalDate, Override, Refusal } from '../../../typings/contract';
import { wedgeHere } from '../../components/scan-field/wedge';
import type { Input, Outcome, Output } from '../../lib/call';
import { scanWithCamera } from '../../lib/camera';
import { signal, silence } from '../../lib/feedback';
import { open, routes } from '../../lib/routes';
import { maybe, none } from '../../lib/screen/empty';
import type { Said } from '../../lib/screen/event';
import { loads, type Loaded, type Loads } from '../../lib/screen/loads';
import type { Drawn, Part } from '../../lib/screen/part';
import { askingToday, deskHead, keptToday } from './branch';
import { deskLines } from './desk-refusals';
import { arrivalFace } from './offline/arrival-view';
import {
  isClear,
  leaveWaiting,
  noteAnswered,
  noteDown,
  noteSent,
  takeBack,
  writeDown,
} from './offline/desk-line';
import type { KeptScan, NewScan } from './offline/line';
import type { Settled } from './offline/replaying';
import { deskRoutes } from './routes';
import { countText, type Face, type ScanRow } from './scan-row';
import { scanSession, type ScanAction, type ScanSession } from './scan-session';

/** What is different where copies go out and where they come back. */
interface Desk<A extends ScanAction> {
  action: A;
  /** The same in the line of this device. */
  kept: NewScan['action'];
  /** "已借": how the count over the list says what was done. */
  counted: string;
  helpTopic: string;
  face(outcome: Outcome<Output<A>>, today: LocalDate): Face;
  /** Of a call of old that was answered after all; undefined: it was not made at this desk. */
  lateFace(what: Exclude<Settled, { kind: 'replayed' }>, today: LocalDate): Face | undefined;
}

/**
 * One run of scans: with one reader, or all that come back. What it asks with is read when each scan is sent.
 */
interface Scans<A extends ScanAction> {
  /** undefined: the library cannot be asked (the reader was not found, as there was no network). */
  input(barcode: string, override?: Override): Input<A> | undefined;
  /** What is written down with a scan beside the copy, the place and the time. */
  kept(): Pick<NewScan, 'card' | 'birthDay' | 'returnedOn' | 'onSite'>;
  settled?(outcome: Outcome<Output<A>>, barcode: string): void;
  undone?(row: ScanRow): void;
}

interface ScanDeskData extends Loaded {
  branchId: string;
  branchName: string;
  today: LocalDate;
  latest: ScanRow | null;
  earlier: ScanRow[];
  heading: string;
  note: string;
  /** Counts up: the field takes the focus again. */
  turn: number;
  /** The camera stays open and reads book after book. */
  filming: boolean;
}

type Key = Said<{ key: string }>;

interface ScanDesk<A extends ScanAction> extends Loads {
  asked(): { branchId?: string };
  loaded(outcome: Outcome<Output<'desk.today'>>): void;
  /** The run of scans that is under way. */
  session(): ScanSession | null;
  beginScans(scans: Scans<A>): ScanSession;
  /** Copies without an answer go with those that wait on this device. */
  endScans(): void;
  refocus(): void;
  film(): void;
  camera(): Promise<void>;
  scanned(event: Said<{ code: string }>): void;
  arrived(event: Said<{ scan: KeptScan; what: Settled }>): void;
  retry(event: Key): void;
  undo(event: Key): void;
  pay(event: Said<{ readerId: string }>): void;
  conflicts(): void;
  help(): void;
}

interface Takes {
  /** What is done with a code that was scanned or typed. */
  take(code: string): void;
}

type Page<A extends ScanAction> = Drawn &
  ScanDesk<A> &
  Takes & {
    data: ScanDeskData & { ask?: { visible: boolean } };
    undrawn: { session: ScanSession | null };
  };

/** What stands above the work: where and on which day it is done. */
const head = loads('desk.today', deskHead, { keep: keptToday, when: 'opened' });

/** A page where copies are scanned one after another, with the scanner, by hand or with the camera. */
export function scanDesk<A extends ScanAction>(desk: Desk<A>): Part<ScanDeskData, ScanDesk<A>, Takes> {
  return {
    ...head,
    name: `scanDesk(${desk.action})`,
    data: () => ({ ...head.data(), ...EMPTY_HEAD, ...NO_SCANS, turn: 0, filming: false }),
    undrawn: () => ({ session: null }),
    wants: undefined,
    methods: { ...head.methods, asked: askingToday, ...atDesk(desk), ...ofScans<A>(), ...byHand<A>() },
    hooks: {
      ...head.hooks,
      onUnload(this: Page<A>) {
        this.session()?.leave();
        silence();
      },
    },
  };
}

const EMPTY_HEAD = { branchId: '', branchName: '', today: '' };
const NO_SCANS = { latest: maybe<ScanRow>(), earlier: none<ScanRow>(), heading: '', note: '' };

/** What depends on which of the two desks it is. */
function atDesk<A extends ScanAction>(desk: Desk<A>) {
  return {
    beginScans(this: Page<A>, scans: Scans<A>) {
      const session: ScanSession = scanSession(
        scanningOf(this, desk, scans, () => this.session() === session),
      );
      this.undrawn.session = session;
      return session;
    },
    /** A kept scan has its answer: its line says what became of it. */
    arrived(this: Page<A>, { detail }: Said<{ scan: KeptScan; what: Settled }>) {
      const { scan, what } = detail;
      const { today } = this.data;
      const face =
        what.kind === 'replayed'
          ? arrivalFace(what.value, today, (because) => deskLines(because, today))
          : desk.lateFace(what, today);
      if (face) this.session()?.arrived(scan, face);
    },
    help() {
      open(deskRoutes.helpOn(desk.helpTopic));
    },
  };
}

/** What a run of scans needs of its page; `current`: it is still the one that is shown. */
function scanningOf<A extends ScanAction>(
  page: Page<A>,
  desk: Desk<A>,
  scans: Scans<A>,
  current: () => boolean,
): Parameters<typeof scanSession<A>>[0] {
  return {
    action: desk.action,
    input: scans.input,
    face: (outcome) => desk.face(outcome, page.data.today),
    changed: (rows, note) => {
      if (!current()) return;
      const [latest = null, ...earlier] = rows;
      page.setData({ latest, earlier, heading: countText(rows, desk.counted), note });
    },
    settled: (outcome, { barcode }, kind) => {
      signal(kind);
      scans.settled?.(outcome, barcode);
    },
    undone: (row) => {
      if (current()) scans.undone?.(row);
    },
    undoLines: (refusals: Refusal[]) => deskLines(refusals, page.data.today),
    line: {
      isClear,
      noteDown,
      noteSent,
      noteAnswered,
      leaveWaiting,
      takeBack,
      writeDown: ({ barcode, at }) =>
        writeDown({
          action: desk.kept,
          barcode,
          branchId: page.data.branchId,
          scannedAt: new Date(at).toISOString(),
          ...scans.kept(),
        }),
    },
  };
}

function ofScans<A extends ScanAction>() {
  return {
    loaded(this: Page<A>, outcome: Outcome<Output<'desk.today'>>) {
      if (outcome.kind !== 'offline') return;
      noteDown();
      // The bar of the desk says it, with what may be done meanwhile.
      if (this.data.branchId) this.setData({ state: { kind: 'ready' } });
    },
    session(this: Page<A>) {
      return this.undrawn.session;
    },
    endScans(this: Page<A>) {
      this.session()?.leave();
      this.undrawn.session = null;
      this.setData(NO_SCANS);
    },
    retry(this: Page<A>, event: Key) {
      this.session()?.retry(event.detail.key);
      this.refocus();
    },
    undo(this: Page<A>, event: Key) {
      void this.session()?.undo(event.detail.key);
      this.refocus();
    },
  };
}

function byHand<A extends ScanAction>() {
  return {
    /**
     * The scanner types into the field wherever the hand tapped last, but for a sheet that asks for
     * something.
     */
    refocus(this: Page<A>) {
      if (!this.data.ask?.visible) this.setData({ turn: this.data.turn + 1 });
    },
    film(this: Page<A>) {
      wedgeHere.set(false);
      this.setData({ filming: !this.data.filming });
    },
    async camera(this: Page<A>) {
      wedgeHere.set(false);
      const code = await scanWithCamera();
      if (code) this.take(code);
    },
    scanned(this: Page<A>, event: Said<{ code: string }>) {
      this.take(event.detail.code);
    },
    pay(event: Said<{ readerId: string }>) {
      open(routes.fees(event.detail.readerId));
    },
    conflicts() {
      open(deskRoutes.conflicts);
    },
  };
}
