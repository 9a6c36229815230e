import type { Navigation } from '../pages';

export function openPanel(_navigation: Navigation): void {}
