import { join } from 'node:path';
import simulate from 'miniprogram-simulate';

/** What these tests use of a rendered component. */
export interface Staged {
  dom: HTMLElement | null | undefined;
  instance: Record<string, (...args: unknown[]) => unknown>;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
  addEventListener(event: string, heard: (event: { detail: unknown }) => void): void;
}

const root = join(__dirname, '../../miniprogram');

/** A stand-in for TDesign's button: what these tests look at is our own components. */
function button(): unknown {
  return simulate.load({
    template: '<view class="t-button"><slot></slot></view>',
    properties: {
      theme: String,
      variant: String,
      size: String,
      block: Boolean,
      loading: Boolean,
      disabled: Boolean,
    },
  });
}

/** A sheet that lies open in the page. */
function popup(): unknown {
  return simulate.load({ template: '<view><slot></slot></view>', properties: { visible: Boolean } });
}

function toggle(): unknown {
  return simulate.load({ template: '<view></view>', properties: { value: Boolean } });
}

function spinner(): unknown {
  return simulate.load({ template: '<view></view>', properties: { size: String } });
}

/** Loads a component of the mini program once per test file: the module cache knows each script only once. */
export function stage(
  component: string,
  folder = 'components',
): (properties: Record<string, unknown>) => Staged {
  const id = simulate.load(join(root, folder, component, 'index'), component, {
    compiler: 'simulate',
    rootPath: root,
    usingComponents: {
      't-button': button(),
      't-popup': popup(),
      't-switch': toggle(),
      't-loading': spinner(),
    },
  });
  return (properties) => {
    const comp = simulate.render(id, properties);
    const parent = document.createElement('div');
    comp.attach(parent);
    return comp as unknown as Staged;
  };
}

export function textOf(comp: Staged): string {
  return (comp.dom?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
