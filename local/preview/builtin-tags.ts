/** The built-in tags the preview draws. Any other tag must come from usingComponents, or it is an error. */
export const BUILTIN_TAGS = [
  'view',
  'text',
  'image',
  'button',
  'input',
  'textarea',
  'picker',
  'picker-view',
  'picker-view-column',
  'swiper',
  'swiper-item',
  'scroll-view',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'label',
  'form',
  'video',
  'rich-text',
  'navigator',
  'slider',
  'progress',
  'icon',
  'page-meta',
  'navigation-bar',
  'root-portal',
  'match-media',
  'camera',
  'canvas',
  'cover-view',
  'cover-image',
  'movable-area',
  'movable-view',
] as const;

export type BuiltinTag = (typeof BUILTIN_TAGS)[number];

/** Tags the template language itself consumes: they never become an element. */
export const LANGUAGE_TAGS = ['block', 'slot', 'template', 'import', 'include', 'wxs'] as const;
