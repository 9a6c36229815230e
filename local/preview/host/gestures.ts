import type { PhoneBackend } from './backend';
import { treeElementOf } from './glass';

interface Point {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

interface Gesture {
  target: EventTarget;
  startX: number;
  startY: number;
  moved: boolean;
  longPressed: boolean;
  timer: ReturnType<typeof setTimeout>;
}

const TAP_DISTANCE = 10;
const LONG_PRESS = 350;
const MOUSE = -1;

/** Turns the browser's touches, or a mouse, into the events of a mini program: touch…, tap, longpress. */
export function watchGestures(phone: HTMLElement, backend: PhoneBackend): void {
  const gestures = new Map<number, Gesture>();
  let lastTouch = -Infinity;

  function fire(
    type: string,
    target: EventTarget,
    event: Event,
    points: { all: Point[]; changed: Point[] },
    at?: Point,
  ): void {
    const element = treeElementOf(target);
    if (!element || !backend.listener) return;
    // A disabled button hears no taps, as in WeChat.
    if (type === 'tap' && (target as Element).closest?.('wx-button[data-disabled]')) return;
    const detail = at ? { x: at.pageX, y: at.pageY } : {};
    const status = backend.listener(element as never, type, detail, {
      originalEvent: event,
      bubbles: true,
      composed: true,
      capturePhase: true,
      extraFields: { touches: points.all, changedTouches: points.changed },
    });
    if (status && event.cancelable && type === 'touchmove') event.preventDefault();
  }

  function start(id: number, event: Event, point: Point, points: { all: Point[]; changed: Point[] }): void {
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
        fire('longpress', target, event, points, point);
        fire('longtap', target, event, points, point);
      }, LONG_PRESS),
    };
    gestures.set(id, gesture);
    fire('touchstart', target, event, points);
  }

  function move(id: number, event: Event, point: Point, points: { all: Point[]; changed: Point[] }): void {
    const gesture = gestures.get(id);
    if (!gesture) return;
    if (Math.hypot(point.clientX - gesture.startX, point.clientY - gesture.startY) > TAP_DISTANCE)
      gesture.moved = true;
    if (gesture.moved) clearTimeout(gesture.timer);
    fire('touchmove', gesture.target, event, points);
  }

  function end(
    id: number,
    event: Event,
    point: Point,
    points: { all: Point[]; changed: Point[] },
    cancelled: boolean,
  ): void {
    const gesture = gestures.get(id);
    if (!gesture) return;
    gestures.delete(id);
    clearTimeout(gesture.timer);
    fire(cancelled ? 'touchcancel' : 'touchend', gesture.target, event, points);
    if (!cancelled && !gesture.moved && !gesture.longPressed)
      fire('tap', gesture.target, event, points, point);
  }

  const touched = (
    event: TouchEvent,
    act: (id: number, point: Point, points: { all: Point[]; changed: Point[] }) => void,
  ): void => {
    lastTouch = event.timeStamp;
    const points = { all: [...event.touches].map(pointOf), changed: [...event.changedTouches].map(pointOf) };
    for (const point of points.changed) act(point.identifier, point, points);
  };
  const options = { capture: true, passive: false };
  phone.addEventListener(
    'touchstart',
    (event) => touched(event, (id, point, points) => start(id, event, point, points)),
    options,
  );
  phone.addEventListener(
    'touchmove',
    (event) => touched(event, (id, point, points) => move(id, event, point, points)),
    options,
  );
  phone.addEventListener(
    'touchend',
    (event) => touched(event, (id, point, points) => end(id, event, point, points, false)),
    options,
  );
  phone.addEventListener(
    'touchcancel',
    (event) => touched(event, (id, point, points) => end(id, event, point, points, true)),
    options,
  );

  // Browsers repeat a touch as mouse events: those are not a second gesture.
  const isRepeat = (event: MouseEvent): boolean => event.button !== 0 || event.timeStamp - lastTouch < 1000;
  phone.addEventListener(
    'mousedown',
    (event) => {
      if (isRepeat(event)) return;
      const point = mousePoint(event);
      start(MOUSE, event, point, { all: [point], changed: [point] });
    },
    { capture: true },
  );
  const dragged = (type: 'mousemove' | 'mouseup', act: (event: MouseEvent, point: Point) => void): void =>
    addEventListener(
      type,
      (event) => {
        if (gestures.has(MOUSE)) act(event, mousePoint(event));
      },
      { capture: true },
    );
  dragged('mousemove', (event, point) => move(MOUSE, event, point, { all: [point], changed: [point] }));
  dragged('mouseup', (event, point) => end(MOUSE, event, point, { all: [], changed: [point] }, false));

  // A screen reader, or a key on something that has the focus, clicks without a pointer.
  phone.addEventListener(
    'click',
    (event) => {
      if (event.detail !== 0 || !event.target) return;
      const point = pointOf({ identifier: MOUSE, clientX: 0, clientY: 0 });
      fire('tap', event.target, event, { all: [], changed: [point] }, point);
    },
    { capture: true },
  );
}

const mousePoint = ({ clientX, clientY }: MouseEvent): Point =>
  pointOf({ identifier: MOUSE, clientX, clientY });

/** Coordinates count from the page area's corner, below the navigation bar. */
function pointOf({
  identifier,
  clientX,
  clientY,
}: {
  identifier: number;
  clientX: number;
  clientY: number;
}): Point {
  const { left, top, scrolled, scale } = pageOrigin();
  const x = (clientX - left) / scale;
  const y = (clientY - top) / scale;
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrolled };
}

/**
 * Where the visible page's area begins in the browser's window, how far it is scrolled, and how much smaller
 * than life the phone is drawn in a low window.
 */
export function pageOrigin(): { left: number; top: number; scrolled: number; scale: number } {
  const area = document.querySelector<HTMLElement>('.layer.on-top .page-area');
  const scroll = area?.querySelector('.page-scroll');
  const box = area?.getBoundingClientRect();
  const scale = area && box && area.offsetWidth > 0 ? box.width / area.offsetWidth : 1;
  return { left: box?.left ?? 0, top: box?.top ?? 0, scrolled: scroll?.scrollTop ?? 0, scale };
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
