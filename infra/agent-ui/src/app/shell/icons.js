import { html, svg } from 'lit';

/**
 * Icons are decoration: what they mean is said beside them.
 *
 * @param {import('lit').SVGTemplateResult} paths
 */
const icon = (paths) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const eye = icon(
  svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>`,
);
export const bell = icon(
  svg`<path d="M6 10a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 16 6 10Z"/><path d="M10 20.5a2.2 2.2 0 0 0 4 0"/>`,
);
export const muted = icon(
  svg`<path d="M6.5 8A6 6 0 0 1 18 10c0 2.5.4 4.2 1 5.3M17 17H3.5S6 16 6 10"/><path d="M10 20.5a2.2 2.2 0 0 0 4 0M3 3l18 18"/>`,
);
export const tickets = icon(
  svg`<path d="M4 6.5h16v4a1.8 1.8 0 0 0 0 3.5v3.5H4V14a1.8 1.8 0 0 0 0-3.5Z"/><path d="M14 7v2m0 2v2m0 2v2"/>`,
);
export const settings = icon(
  svg`<path d="M4 7h9m5 0h2M4 17h2m5 0h9"/><circle cx="15.5" cy="7" r="2.5"/><circle cx="8.5" cy="17" r="2.5"/>`,
);
export const close = icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`);
export const back = icon(svg`<path d="M14.5 6 8.5 12l6 6"/>`);
export const forward = icon(svg`<path d="m9.5 6 6 6-6 6"/>`);
export const plus = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const check = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const lock = icon(
  svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>`,
);
export const signOut = icon(svg`<path d="M10 4.5H5.5v15H10M14.5 8l4 4-4 4M18 12H9.5"/>`);
export const alert = icon(svg`<path d="M12 4 2.8 19.5h18.4Z"/><path d="M12 10v4.5m0 2.5v.2"/>`);
export const search = icon(svg`<circle cx="11" cy="11" r="6"/><path d="m15.5 15.5 4 4"/>`);
