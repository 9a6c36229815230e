import type { PhoneBackend } from '../engine/backend';
import { treeElementOf } from '../glass';
import { pointOf, type Point } from './touch-points';

/** One finger, from where it touches to where it leaves. */
interface Gesture {
  target: EventTarget;
  startX: number;
  startY: number;
  moved: boolean;
  longPressed: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/** What is under way on the phone. */
interface Watch {
  backend: PhoneBackend;
  gestures: Map<number, Gesture>;
  /** When the browser last told of a touch. */
  lastTouch: number;
}

/** One finger's part of a browser's event, beside the other fingers on the screen. */
interface Contact {
  event: Event;
  point: Point;
  all: Point[];
  changed: Point[];
}

const TAP_DISTANCE = 10;
const LONG_PRESS = 350;
const MOUSE = -1;

/** Turns the browser's touches, or a mouse, into the events of a mini program: touch…, tap, longpress. */
export function watchGestures(phone: HTMLElement, backend: PhoneBackend): void {
  const watch: Watch = { backend, gestures: new Map(), lastTouch: -Infinity };
  watchTouches(phone, watch);
  watchMouse(phone, watch);
  watchClicks(phone, backend);
}

function watchTouches(phone: HTMLElement, watch: Watch): void {
  const on = (type: keyof typeof PHASES): void =>
    phone.addEventListener(
      type,
      (event) => {
        watch.lastTouch = event.timeStamp;
        const all = [...event.touches].map(pointOf);
        const changed = [...event.changedTouches].map(pointOf);
        for (const point of changed) PHASES[type](watch, { event, point, all, changed });
      },
      { capture: true, passive: false },
    );
  on('touchstart');
  on('touchmove');
  on('touchend');
  on('touchcancel');
}

const PHASES = { touchstart: start, touchmove: move, touchend: end, touchcancel: cancel };

function watchMouse(phone: HTMLElement, watch: Watch): void {
  const pressed = (event: MouseEvent): Contact => {
    const point = pointOf({ identifier: MOUSE, clientX: event.clientX, clientY: event.clientY });
    return { event, point, all: [point], changed: [point] };
  };
  // Browsers repeat a touch as mouse events: those are not a second gesture.
  const isRepeat = (event: MouseEvent): boolean =>
    event.button !== 0 || event.timeStamp - watch.lastTouch < 1000;
  phone.addEventListener(
    'mousedown',
    (event) => {
      if (!isRepeat(event)) start(watch, pressed(event));
    },
    { capture: true },
  );
  const dragged = (type: 'mousemove' | 'mouseup', act: (event: MouseEvent) => void): void =>
    addEventListener(type, (event) => watch.gestures.has(MOUSE) && act(event), { capture: true });
  dragged('mousemove', (event) => move(watch, pressed(event)));
  dragged('mouseup', (event) => end(watch, { ...pressed(event), all: [] }));
}

/** A screen reader, or a key on something that has the focus, clicks without a pointer. */
function watchClicks(phone: HTMLElement, backend: PhoneBackend): void {
  phone.addEventListener(
    'click',
    (event) => {
      if (event.detail !== 0 || !event.target) return;
      const point = pointOf({ identifier: MOUSE, clientX: 0, clientY: 0 });
      fire(backend, 'tap', event.target, { event, point, all: [], changed: [point] });
    },
    { capture: true },
  );
}

function start({ backend, gestures }: Watch, contact: Contact): void {
  const { event, point } = contact;
  const target = event.target as EventTarget;
  const gesture: Gesture = {
    target,
    startX: point.clientX,
    startY: point.clientY,
    moved: false,
    longPressed: false,
    timer: setTimeout(() => {
      if (gesture.moved) return;
      gesture.longPressed = hears(target, 'longpress');
      fire(backend, 'longpress', target, contact);
      fire(backend, 'longtap', target, contact);
    }, LONG_PRESS),
  };
  gestures.set(point.identifier, gesture);
  fire(backend, 'touchstart', target, contact);
}

function move({ backend, gestures }: Watch, contact: Contact): void {
  const { point } = contact;
  const gesture = gestures.get(point.identifier);
  if (!gesture) return;
  if (Math.hypot(point.clientX - gesture.startX, point.clientY - gesture.startY) > TAP_DISTANCE)
    gesture.moved = true;
  if (gesture.moved) clearTimeout(gesture.timer);
  fire(backend, 'touchmove', gesture.target, contact);
}

function end(watch: Watch, contact: Contact): void {
  const gesture = letGo(watch, contact);
  if (!gesture) return;
  fire(watch.backend, 'touchend', gesture.target, contact);
  if (!gesture.moved && !gesture.longPressed) fire(watch.backend, 'tap', gesture.target, contact);
}

function cancel(watch: Watch, contact: Contact): void {
  const gesture = letGo(watch, contact);
  if (gesture) fire(watch.backend, 'touchcancel', gesture.target, contact);
}

function letGo({ gestures }: Watch, { point }: Contact): Gesture | undefined {
  const gesture = gestures.get(point.identifier);
  gestures.delete(point.identifier);
  clearTimeout(gesture?.timer);
  return gesture;
}

/** Events that say where the finger is; the others tell it in their touches alone. */
const PLACED = ['tap', 'longpress', 'longtap'];

function fire(backend: PhoneBackend, type: string, target: EventTarget, contact: Contact): void {
  const { event, point, all, changed } = contact;
  const element = treeElementOf(target);
  if (!element || !backend.listener) return;
  // A disabled button hears no taps, as in WeChat.
  if (type === 'tap' && (target as Element).closest?.('wx-button[data-disabled]')) return;
  const detail = PLACED.includes(type) ? { x: point.pageX, y: point.pageY } : {};
  const status = backend.listener(element as never, type, detail, {
    originalEvent: event,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: all, changedTouches: changed },
  });
  if (status && event.cancelable && type === 'touchmove') event.preventDefault();
}

function hears(target: EventTarget, type: string): boolean {
  for (let node = target as Node | null; node; node = node.parentNode) {
    const element = (
      node as Node & { __wxElement?: { _$eventTarget?: { listeners: Record<string, unknown> } } }
    ).__wxElement;
    if (element?._$eventTarget?.listeners[type]) return true;
  }
  return false;
}
